import {
  communeFullName,
  communes,
  provinceByCode,
  provinceFullName,
  type Commune,
} from '../../shared/domain/administrativeUnit.ts';
import { DATASETS, DATASET_IDS, type DatasetId } from '../../shared/domain/datasets.ts';
import { FIELDS, type FieldKey } from '../../shared/domain/fields.ts';
import { ColumnEncoder } from '../../shared/intake/columnEncoder.ts';
import { assembleCatalogue } from '../../shared/reference/assembleCatalogue.ts';
import type { CatalogueSnapshot } from '../../shared/reference/catalogue.ts';
import { CellDictionaryBuilder, PackedDictionary, STORED } from '../../shared/table/cellDictionary.ts';
import type { Table } from '../../shared/table/table.ts';
import { TextPool } from '../../shared/table/textPool.ts';
import { factsOf } from './countryRound.ts';

/** National procedures of the generated catalogue; the real one has 2,642. */
const PROCEDURES = 2600;
/** Rows of one commune: so many procedures it keeps. */
const OF_A_UNIT = 300;
const ONE_IN = 200;

/** What stands in a column: which value a row holds, and the text of a value. In one row of {@link ONE_IN}, where it says
 *  so, a wrong text instead. */
interface Content {
  readonly at: (row: number) => number;
  readonly text: (value: number) => string;
  readonly wrong?: string;
  readonly number?: true;
}

const unitOf = (row: number): number => Math.floor(row / OF_A_UNIT) % communes().length;
const procedureOf = (row: number): number => (Math.floor(row / OF_A_UNIT) * 7 + (row % OF_A_UNIT)) % PROCEDURES;

const always = (text: string, wrong?: string): Content => ({
  at: () => 0,
  text: () => text,
  ...(wrong === undefined ? {} : { wrong }),
});
const perProcedure = (text: (procedure: number) => string, wrong?: string): Content => ({
  at: procedureOf,
  text,
  ...(wrong === undefined ? {} : { wrong }),
});
const perUnit = (text: (commune: Commune) => string): Content => ({
  at: unitOf,
  text: (value) => text(communes()[value]!),
});
const perRow = (text: (row: number) => string, number?: true): Content => ({
  at: (row) => row,
  text,
  ...(number === undefined ? {} : { number }),
});
/** One of a few values, changing from row to row. */
const oneOf = (texts: readonly string[], wrong?: string): Content => ({
  at: (row) => row % texts.length,
  text: (value) => texts[value]!,
  ...(wrong === undefined ? {} : { wrong }),
});
/** Values that every so many rows begin anew, such as the staff or the reports of a unit. */
const repeating = (count: number, text: (value: number) => string, wrong?: string): Content => ({
  at: (row) => row % count,
  text,
  ...(wrong === undefined ? {} : { wrong }),
});

/** Without fees per copy, of which rules would speak in every sixth row. */
const feeOf = (procedure: number): string => factsOf(procedure).fee.replace('/bản', '');

const digits = (value: number, length: number): string => String(value).padStart(length, '0');
const day = (value: number): string => `${digits(1 + (value % 28), 2)}/${digits(1 + (value % 8), 2)}/2026`;
const people = ['Nguyễn Văn', 'Trần Thị', 'Lê Hoàng', 'Phạm Minh', 'Hoàng Thu', 'Võ Quốc', 'Đặng Ngọc'];
const given = ['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hạnh', 'Khoa', 'Linh', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn'];
const personName = (value: number): string => `${people[value % 7]!} ${given[value % 13]!}`;

/** Contents of the fields, with as many distinct values as such columns have: texts of a procedure repeat with its code,
 *  those of a unit with the unit, and only numbers, dossiers and persons are ever new. */
const CONTENT: Readonly<Partial<Record<FieldKey, Content>>> = {
  stt: perRow((row) => String(row + 1), true),
  ma_tthc: perProcedure((procedure) => factsOf(procedure).code, '1.99999'),
  ma_dvc: perProcedure((procedure) => factsOf(procedure).code),
  ten_tthc: perProcedure((procedure) => factsOf(procedure).name, 'Cap giay phep '),
  link_nop: perProcedure(
    (procedure) => `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/0198f0c2-3b4a-7c5d-8e6f-${digits(procedure, 12)}`,
  ),
  so_quyet_dinh: perProcedure((procedure) => factsOf(procedure).decision, '123/QD-UBND'),
  ngay_quyet_dinh: always('15/03/2026', '31/02/2026'),
  co_quan_cong_bo: always('Bộ Tư pháp'),
  linh_vuc: perProcedure((procedure) => factsOf(procedure).sector),
  cap_thuc_hien: always('Cấp tỉnh', 'Cấp huyện'),
  loai_tthc: always('TTHC được luật giao quy định chi tiết'),
  doi_tuong: always('Công dân Việt Nam'),
  trinh_tu: perProcedure(
    (procedure) =>
      `Bước 1: Người dân nộp hồ sơ số ${procedure}.\nBước 2: Cơ quan tiếp nhận kiểm tra.\nBước 3: Trả kết quả theo giấy hẹn.`,
  ),
  hinh_thuc_nop: always('Trực tiếp\nTrực tuyến'),
  thoi_han: perProcedure((procedure) => factsOf(procedure).deadline, '40 ngày làm việc'),
  dv_tinh_thoi_han: always('Ngày làm việc'),
  phi_le_phi: perProcedure((procedure) => feeOf(procedure), '77.000 đồng'),
  loai_phi: perProcedure((procedure) => (feeOf(procedure) === 'Miễn phí' ? '' : 'Lệ phí')),
  ma_phi: perProcedure((procedure) => (feeOf(procedure) === 'Miễn phí' ? '' : `LP${digits(procedure % 40, 3)}`)),
  can_cu_thu_phi: always('Thông tư số 85/2019/TT-BTC'),
  thanh_phan_ho_so: perProcedure(
    (procedure) => `- Tờ khai theo mẫu số ${procedure % 90};\n- Giấy tờ tùy thân của người nộp.`,
  ),
  so_bo: always('01'),
  mau_don: perProcedure((procedure) => `Mẫu số ${procedure % 90} ban hành kèm theo Thông tư 01/2024/TT-BTP`),
  ban_chinh: always('1'),
  ban_sao: always('0'),
  ma_tphs: perProcedure((procedure) => `KQ.G15.${digits(procedure, 6)}`),
  co_quan_thuc_hien: always('Sở Tư pháp', 'UBND huyện'),
  co_quan_tham_quyen: always('Ủy ban nhân dân cấp tỉnh'),
  dia_chi_tiep_nhan: perUnit(
    (commune) => `Trung tâm Phục vụ hành chính công ${communeFullName(commune)}, ${provinceOf(commune)}`,
  ),
  don_vi: perUnit((commune) => `UBND ${communeFullName(commune)}`),
  ma_don_vi: perUnit(({ code }) => `H01.${code.slice(0, 2)}.${code.slice(2)}`),
  ket_qua: always('Giấy chứng nhận'),
  ma_ket_qua: perProcedure((procedure) => factsOf(procedure).result),
  can_cu_phap_ly: perProcedure((procedure) => `Luật số ${10 + (procedure % 60)}/2014/QH13; Thông tư số 01/2024/TT-BTP`),
  yeu_cau_dieu_kien: always('Không'),
  tu_khoa: perProcedure((procedure) => factsOf(procedure).sector.toLowerCase()),
  muc_do_dvc: always('Toàn trình'),
  trang_thai: always('Đang áp dụng'),
  tinh: perUnit((commune) => provinceOf(commune)),
  xa: perUnit(communeFullName),
  ma_xa: perUnit(({ code }) => code),
  ma_tinh: perUnit(({ province }) => province),
  mo_ta: perProcedure((procedure) => `Nộp tại quầy số ${procedure % 20} hoặc trên Cổng Dịch vụ công quốc gia.`),
  ghi_chu: oneOf(['', '', '', 'Đã rà soát', 'Chờ công bố']),
  so_tai_khoan: perUnit(({ code }) => `3511.0.10${code}.00000`),
  ten_tai_khoan: perUnit((commune) => `Ủy ban nhân dân ${communeFullName(commune)}`),
  ngan_hang: always('Kho bạc Nhà nước khu vực I'),
  ma_kbnn: oneOf(['0011', '0012', '0013']),
  ma_qhns: perUnit(({ code }) => `10${code}`),
  chuong: always('805'),
  tieu_muc: always('2716'),
  ten_quy_trinh: perProcedure((procedure) => `Quy trình ${factsOf(Math.floor(procedure / 5)).name}`),
  buoc: repeating(5, (value) => String(value + 1)),
  ten_buoc: repeating(5, (value) => `Bước ${value + 1}: xử lý hồ sơ`),
  ma_hanh_dong: oneOf(['TIEP_NHAN', 'THAM_DINH', 'TRA_KET_QUA']),
  thoi_gian_buoc: repeating(5, (value) => `0${value + 1} ngày làm việc`),
  nguoi_xu_ly: repeating(900, personName),
  dv_xu_ly_buoc: oneOf(['Phòng Hành chính', 'Bộ phận Một cửa', 'Lãnh đạo']),
  buoc_nguon: repeating(5, (value) => `Bước ${value + 1}: xử lý hồ sơ`),
  buoc_tiep_theo: repeating(5, (value) => (value === 4 ? 'Kết thúc' : `Bước ${value + 2}: xử lý hồ sơ`)),
  ho_ten: repeating(50_000, personName),
  ngay_sinh: repeating(
    9000,
    (value) => `${digits(1 + (value % 28), 2)}/${digits(1 + (value % 12), 2)}/${1970 + (value % 30)}`,
  ),
  gioi_tinh: oneOf(['Nam', 'Nữ']),
  cccd: perRow((row) => `001${row % 2}${70 + (row % 30)}${digits(row % 1_000_000, 6)}`),
  sdt: perRow((row) => `09${digits(row % 100_000_000, 8)}`),
  email: perRow((row) => `canbo${row}@angiang.gov.vn`),
  chuc_vu: oneOf(['Chuyên viên', 'Phó trưởng phòng', 'Chủ tịch']),
  vai_tro: oneOf(['Tiếp nhận', 'Xử lý', 'Phê duyệt']),
  he_thong: always('Hệ thống thông tin giải quyết TTHC'),
  ten_dang_nhap: perRow((row) => `canbo${row}`),
  ket_qua_dang_nhap: always('Đăng nhập được'),
  dau_moi: repeating(50_000, personName),
  ca_truc: oneOf(['Sáng', 'Chiều']),
  sso: always('Đã cấu hình'),
  ma_ho_so: perRow((row) => `H01.12-2608${digits(1 + (row % 28), 2)}-${digits(Math.floor(row / 28) % 10_000, 4)}`),
  ngay_tiep_nhan: repeating(28, (value) => `${digits(1 + value, 2)}/08/2026`),
  han_tra: repeating(28, (value) => `${digits(1 + value, 2)}/10/2026`),
  trang_thai_ho_so: oneOf(['Đang xử lý', 'Chờ bổ sung', 'Đã có kết quả']),
  trang_thai_thanh_toan: oneOf(['Đã thanh toán', 'Chưa thanh toán']),
  ngay_bao_cao: repeating(60, day),
  gio_gui: oneOf(['15:30', '15:45']),
  sl_tiep_nhan: always('9'),
  sl_truc_tuyen: always('4'),
  sl_truc_tiep: always('4'),
  sl_buu_chinh: always('1'),
  sl_da_giai_quyet: always('5'),
  sl_dang_giai_quyet: always('4'),
  sl_qua_han: always('0'),
  loi_su_co: oneOf(['Không đăng nhập được', 'Không thanh toán được']),
  nguyen_nhan: always('Chưa đồng bộ tài khoản'),
  phuong_an_xu_ly: always('Đồng bộ lại tài khoản'),
  thoi_gian_hoan_thanh: repeating(60, day),
  ket_qua_xu_ly: always('Đã xử lý'),
};

const provinceOf = ({ province }: Commune): string => provinceFullName(provinceByCode(province)!);

/** A catalogue of 30 columns. */
const CATALOGUE_FIELDS = DATASETS.procedures.fields.filter((field) => CONTENT[field] !== undefined).slice(0, 30);

/** Rows per thousand of each kind in an agency that sends all of them. */
const SHARES: Readonly<Record<DatasetId, number>> = {
  procedures: 200,
  channels: 150,
  components: 150,
  feeConfigs: 150,
  workflows: 100,
  transitions: 75,
  accounts: 50,
  links: 40,
  pendingDossiers: 50,
  contacts: 15,
  dailyReports: 10,
  incidents: 5,
  units: 5,
};

/** How the rows of a run lie: one sheet, or fifty agencies with one catalogue each, or with sheets of every kind. */
export const SHAPES = ['one', 'agencies', 'kinds'] as const;
export type Shape = (typeof SHAPES)[number];

/** Tables of one shape with about `rows` rows in all, as they come from the readers' threads. The same numbers always give
 *  the same. */
export function tablesOf(shape: Shape, rows: number): Table[] {
  const pool = new TextPool();
  if (shape === 'one') return [tableFrom('procedures', CATALOGUE_FIELDS, { agency: 0, first: 0, rows, pool })];
  const each = Math.ceil(rows / 50);
  return Array.from({ length: 50 }, (_, agency) => {
    const first = agency * Math.ceil(each / OF_A_UNIT) * OF_A_UNIT;
    if (shape === 'agencies') return [tableFrom('procedures', CATALOGUE_FIELDS, { agency, first, rows: each, pool })];
    return DATASET_IDS.map((dataset) =>
      tableFrom(dataset, DATASETS[dataset].fields, {
        agency,
        first,
        rows: Math.max(1, Math.round((each * SHARES[dataset]) / 1000)),
        pool,
      }),
    );
  }).flat();
}

/** Which rows of the generated country a table holds. */
interface Lot {
  readonly agency: number;
  readonly first: number;
  readonly rows: number;
  readonly pool: TextPool;
}

function tableFrom(dataset: DatasetId, fields: readonly FieldKey[], { agency, first, rows, pool }: Lot): Table {
  const builder = new CellDictionaryBuilder();
  // A list of units has each of them once; elsewhere a unit fills many rows.
  const at = (row: number): number => first + (dataset === 'units' ? row * OF_A_UNIT : row);
  const filled = fields.flatMap((field) => {
    const content = CONTENT[field];
    return content === undefined
      ? []
      : [{ field, codes: codesOf(content, builder, { rows, at, column: fields.indexOf(field) }) }];
  });
  const encoder = new ColumnEncoder(new PackedDictionary(builder.finish().toTransferable(), pool));
  const name = `Sở Mẫu số ${agency + 1}`;
  return {
    dataset,
    agency: { id: `so-mau-so-${agency + 1}`, name },
    file: `so-mau-${digits(agency + 1, 2)}.xlsx`,
    sheet: DATASETS[dataset].vi,
    headerRow: 3,
    rowNumbers: Uint32Array.from({ length: rows }, (_, row) => row + 4),
    columns: filled.map(({ field, codes }, at) => encoder.encode(field, FIELDS[field].vi, at, codes)),
  };
}

function codesOf(
  content: Content,
  builder: CellDictionaryBuilder,
  { rows, at, column }: { readonly rows: number; readonly at: (row: number) => number; readonly column: number },
): Uint32Array {
  const kind = content.number === true ? STORED.number : STORED.text;
  const known = new Map<number, number>();
  const wrong = content.wrong === undefined ? null : builder.internText(content.wrong, kind);
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    if (wrong !== null && (row * 31 + column * 17) % ONE_IN === 0) {
      codes[row] = wrong;
      continue;
    }
    const value = content.at(at(row));
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = builder.internText(content.text(value), kind)));
    codes[row] = code;
  }
  return codes;
}

/** The national catalogue that the tables speak of. */
export const catalogue = (): CatalogueSnapshot =>
  assembleCatalogue(
    Array.from({ length: PROCEDURES }, (_, index) => {
      const { code, name, sector, decision, deadline, result } = factsOf(index);
      return {
        source: { file: 'danh-muc.csv', sheet: '', row: index + 2 },
        ma_tthc: code,
        ten_tthc: name,
        linh_vuc: [sector],
        co_quan_cong_bo: 'Bộ Tư pháp',
        co_quan_thuc_hien: ['Sở Tư pháp'],
        cap_thuc_hien: 'Cấp tỉnh',
        doi_tuong: 'Công dân Việt Nam',
        loai_tthc: '',
        so_quyet_dinh: decision,
        ngay_quyet_dinh: '',
        ma_ket_qua: [result],
        thanh_phan_ho_so: [],
        channels: (['direct', 'online'] as const).map((channel) => ({
          channel,
          deadlineText: deadline,
          feeText: feeOf(index),
        })),
        trang_thai: '',
        portalId: '',
        detail: 'own' as const,
      };
    }),
    { title: 'Danh mục mẫu', date: '2026-07-01', complete: true },
  );
