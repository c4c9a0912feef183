import { dayNumber } from '../domain/calendarDate.ts';
import { formatLevels } from '../domain/level.ts';
import { parseProcedureCode } from '../domain/procedureCode.ts';
import type { ProcedureIndex } from '../engine/references.ts';
import type { NationalProcedure } from '../reference/catalogue.ts';
import { levelInDong, type NameType } from './expressionNames.ts';
import type { Value } from './kleene.ts';

/** What expressions may ask of the national record of a row's procedure: `national.ten_tthc`. */
export interface NationalName {
  readonly name: string;
  readonly type: NameType;
  /** Null where the record does not say it, or says several things. */
  readonly fact: (record: NationalProcedure) => Value;
  readonly vi: string;
  readonly en: string;
}

const stated = (text: string): Value => (text === '' ? null : text);

/** The one value that all channels share; null where they differ or there is none. */
function shared({ channels }: NationalProcedure, of: (channel: (typeof channels)[number]) => Value): Value {
  const values = new Set(channels.map(of));
  return values.size === 1 ? [...values][0]! : null;
}

const STATES: Readonly<Record<NationalProcedure['state'], Value>> = {
  active: 'đang công khai',
  notOpen: 'chưa mở',
  withdrawn: 'đã hủy bỏ',
  unknown: null,
};

const NAMES: readonly NationalName[] = [
  {
    name: 'ten_tthc',
    type: 'string',
    fact: ({ ten_tthc }) => stated(ten_tthc),
    vi: 'Tên thủ tục trong danh mục quốc gia',
    en: 'Name of the procedure',
  },
  {
    name: 'linh_vuc',
    type: 'string',
    fact: ({ linh_vuc }) => stated(linh_vuc.join('; ')),
    vi: 'Lĩnh vực',
    en: 'Sector',
  },
  {
    name: 'cap_thuc_hien',
    type: 'string',
    fact: ({ cap_thuc_hien }) => stated(formatLevels(cap_thuc_hien)),
    vi: 'Cấp thực hiện',
    en: 'Levels',
  },
  {
    name: 'co_quan_cong_bo',
    type: 'string',
    fact: ({ co_quan_cong_bo }) => stated(co_quan_cong_bo),
    vi: 'Cơ quan công bố',
    en: 'Publishing ministry',
  },
  {
    name: 'co_quan_thuc_hien',
    type: 'string',
    fact: ({ co_quan_thuc_hien }) => stated(co_quan_thuc_hien.join('; ')),
    vi: 'Cơ quan thực hiện',
    en: 'Implementing agencies',
  },
  {
    name: 'doi_tuong',
    type: 'string',
    fact: ({ doi_tuong }) => stated(doi_tuong.join('; ')),
    vi: 'Đối tượng thực hiện',
    en: 'Applicants',
  },
  {
    name: 'loai_tthc',
    type: 'string',
    fact: ({ loai_tthc }) => stated(loai_tthc),
    vi: 'Loại thủ tục',
    en: 'Kind of procedure',
  },
  {
    name: 'so_quyet_dinh',
    type: 'string',
    fact: ({ so_quyet_dinh }) => stated(so_quyet_dinh),
    vi: 'Số quyết định công bố',
    en: 'Number of the publishing decision',
  },
  {
    name: 'ngay_quyet_dinh',
    type: 'double',
    fact: ({ ngay_quyet_dinh }) => (ngay_quyet_dinh === '' ? null : dayNumber(ngay_quyet_dinh)),
    vi: 'Ngày quyết định công bố',
    en: 'Day of the publishing decision',
  },
  {
    name: 'trang_thai',
    type: 'string',
    fact: ({ state }) => STATES[state],
    vi: 'Trạng thái: "đang công khai", "chưa mở", "đã hủy bỏ"',
    en: 'State: "đang công khai" (public), "chưa mở" (not open), "đã hủy bỏ" (withdrawn)',
  },
  {
    name: 'thoi_han',
    type: 'string',
    fact: (record) => shared(record, ({ deadlineText }) => stated(deadlineText)),
    vi: 'Thời hạn; không xác định khi các kênh khác nhau',
    en: 'Deadline; unknown where channels differ',
  },
  {
    name: 'phi_le_phi',
    type: 'string',
    fact: (record) => shared(record, ({ feeText }) => stated(feeText)),
    vi: 'Phí, lệ phí; không xác định khi các kênh khác nhau',
    en: 'Fees; unknown where channels differ',
  },
  {
    name: 'muc_phi',
    type: 'double',
    fact: (record) => shared(record, ({ fee }) => (fee === null ? null : levelInDong(fee))),
    vi: 'Mức phí (đồng); không xác định khi các kênh khác nhau hoặc có nhiều mức',
    en: 'Fee in đồng; unknown where channels differ or there are several levels',
  },
];

/** Facts of national records by their name behind `national.`. */
export const NATIONAL_NAMES: ReadonlyMap<string, NationalName> = new Map(NAMES.map((name) => [name.name, name]));

/** What a run knows of national records: a fact of the record that a code names, null when there is no such record. */
export function nationalFacts(index: ProcedureIndex | undefined): (code: string, name: string) => Value {
  return (text, name) => {
    const code = parseProcedureCode(text);
    const record = code.ok ? index?.byCode(code.value.base) : undefined;
    return record === undefined ? null : NATIONAL_NAMES.get(name)!.fact(record);
  };
}
