import type { CatalogueSnapshot, NationalChannel, NationalProcedure } from './catalogue.ts';

/** A published fact of a record that changes can be told of. */
export type ComparedField = keyof typeof FACTS;

/** What became of one record. `before` and `after` are texts for people, list values joined by line breaks. */
export type CatalogueChange =
  | { readonly kind: 'added' | 'withdrawn' | 'missing'; readonly ma_tthc: string; readonly ten_tthc: string }
  | {
      readonly kind: 'changed';
      readonly ma_tthc: string;
      readonly ten_tthc: string;
      readonly field: ComparedField;
      readonly before: string;
      readonly after: string;
    };

const FACTS = {
  ten_tthc: (record: NationalProcedure) => record.ten_tthc,
  linh_vuc: (record: NationalProcedure) => sorted(record.linh_vuc),
  co_quan_cong_bo: (record: NationalProcedure) => record.co_quan_cong_bo,
  co_quan_thuc_hien: (record: NationalProcedure) => sorted(record.co_quan_thuc_hien),
  trang_thai: (record: NationalProcedure) => record.state,
  cap_thuc_hien: (record: NationalProcedure) => sorted(record.cap_thuc_hien),
  doi_tuong: (record: NationalProcedure) => sorted(record.doi_tuong),
  loai_tthc: (record: NationalProcedure) => record.loai_tthc,
  so_quyet_dinh: (record: NationalProcedure) => record.so_quyet_dinh,
  ngay_quyet_dinh: (record: NationalProcedure) => record.ngay_quyet_dinh,
  ma_ket_qua: (record: NationalProcedure) => sorted(record.ma_ket_qua),
  thanh_phan_ho_so: (record: NationalProcedure) => sorted(record.thanh_phan_ho_so),
  thoi_han: (record: NationalProcedure) => perChannel(record, (line) => line.deadlineText),
  phi_le_phi: (record: NationalProcedure) => perChannel(record, (line) => line.feeText),
} as const;

const LIST_FACTS: ReadonlySet<string> = new Set<ComparedField>([
  'ten_tthc',
  'linh_vuc',
  'co_quan_cong_bo',
  'co_quan_thuc_hien',
  'trang_thai',
]);

/** What changed from an older to a newer snapshot, by code and then in field order. Details are only compared where both
 *  have them, and what the newer one says nothing of is no change. A code that only the older one has is `withdrawn` if the
 *  newer one is complete, otherwise no more than `missing`. */
export function compareSnapshots(older: CatalogueSnapshot, newer: CatalogueSnapshot): CatalogueChange[] {
  if (older.id === newer.id) return [];
  const before = new Map(older.procedures.map((record) => [record.ma_tthc, record]));
  const after = new Map(newer.procedures.map((record) => [record.ma_tthc, record]));
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.flatMap((code): CatalogueChange[] => {
    const old = before.get(code);
    const now = after.get(code);
    if (old !== undefined && now !== undefined) return changesOf(old, now);
    if (now !== undefined) return [{ kind: 'added', ma_tthc: code, ten_tthc: now.ten_tthc }];
    return [{ kind: newer.complete ? 'withdrawn' : 'missing', ma_tthc: code, ten_tthc: old?.ten_tthc ?? '' }];
  });
}

function changesOf(old: NationalProcedure, now: NationalProcedure): CatalogueChange[] {
  const withDetails = old.hasDetail && now.hasDetail;
  return (Object.keys(FACTS) as ComparedField[]).flatMap((field): CatalogueChange[] => {
    if (!withDetails && !LIST_FACTS.has(field)) return [];
    const before = FACTS[field](old);
    const after = FACTS[field](now);
    if (before === after || after === '' || after === 'unknown') return [];
    return [{ kind: 'changed', ma_tthc: now.ma_tthc, ten_tthc: now.ten_tthc, field, before, after }];
  });
}

const sorted = (values: Iterable<string>): string => [...values].sort().join('\n');

/** One line per way of submitting that says something: `direct: 03 ngày làm việc`. */
const perChannel = (record: NationalProcedure, fact: (line: NationalChannel) => string): string =>
  sorted(new Set(record.channels.filter((line) => fact(line) !== '').map((line) => `${line.channel}: ${fact(line)}`)));
