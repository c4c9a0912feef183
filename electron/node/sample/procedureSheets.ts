import { SAMPLE_CATALOGUE, type SampleProcedure } from './sampleCatalogue.ts';
import type { SampleColumn, SampleRecord, SampleSheet } from './sampleSheet.ts';

/** An agency of the sample province. */
export interface SampleAgency {
  readonly name: string;
  /** Its letterhead, in capitals. */
  readonly letterhead: string;
  /** Identifier by QĐ 20/2020/QĐ-TTg. */
  readonly code: string;
  /** The catalogue's generic name of the agency. */
  readonly national: string;
}

/** Procedures an agency performs. */
export const proceduresOf = (agency: SampleAgency): readonly SampleProcedure[] =>
  SAMPLE_CATALOGUE.filter(({ coQuan }) => coQuan === agency.national);

/** A catalogue record with every field a layout may show. */
export function procedureRecord(one: SampleProcedure, index: number, agency: SampleAgency): SampleRecord {
  const [direct, online] = one.kenh;
  return {
    stt: index + 1,
    ma_tthc: one.ma,
    ma_dvc: one.ma,
    ten_tthc: one.ten,
    linh_vuc: one.linhVuc,
    ma_linh_vuc: one.maKetQua.replace(/^KQ\.(\w+)\.0*(\d)\d+$/, '$1-LV0$2'),
    cap_thuc_hien: one.cap,
    co_quan_cong_bo: one.congBo,
    so_quyet_dinh: one.quyetDinh,
    ngay_quyet_dinh: one.ngay,
    doi_tuong: one.doiTuong.replaceAll('; ', '\n'),
    co_quan_thuc_hien: agency.national === 'Ủy ban nhân dân cấp xã' ? `Ủy ban nhân dân ${agency.name}` : agency.name,
    thoi_han: direct!.thoiHan,
    phi_le_phi: feeCell(direct!.phi),
    thoi_han_truc_tiep: direct!.thoiHan,
    thoi_han_truc_tuyen: online!.thoiHan,
    phi_truc_tiep: feeCell(direct!.phi),
    phi_truc_tuyen: feeCell(online!.phi),
    muc_do_dvc: 'Toàn trình',
    hinh_thuc_nop: 'Trực tiếp\nTrực tuyến\nBưu chính',
    thanh_phan_ho_so: one.giayTo.join('\n'),
    so_bo: '01',
    ket_qua: one.ketQua,
    ma_ket_qua: one.maKetQua,
    can_cu_phap_ly: one.canCu.replaceAll('; ', '\n'),
    trinh_tu: 'Bước 1: Nộp hồ sơ.\nBước 2: Tiếp nhận, kiểm tra.\nBước 3: Giải quyết và trả kết quả.',
    dia_diem: 'Trung tâm Phục vụ hành chính công',
    trang_thai: 'Công khai',
  };
}

/** The province's own council sets these fees; the sample province has decided. */
const COUNCIL_FEE = '5.000.000 đồng (Nghị quyết số 14/2026/NQ-HĐND tỉnh)';
const feeCell = (fee: string): string => (fee === 'Do HĐND cấp tỉnh quyết định' ? COUNCIL_FEE : fee);

/** One record per channel of each procedure. */
export function channelRecords(agency: SampleAgency): SampleRecord[] {
  return proceduresOf(agency).flatMap((one) =>
    one.kenh.map((line) => ({
      ma_tthc: one.ma,
      ma_dvc: `${one.ma}.01`,
      ten_tthc: one.ten,
      truong_hop: 'Trường hợp chung',
      hinh_thuc_nop: line.kenh,
      thoi_han: line.thoiHan,
      phi_le_phi: feeCell(line.phi),
      loai_phi: loaiPhi(line.phi),
      mo_ta: '',
    })),
  );
}

/** Whether the sample charges a "phí" (cost of a service) or a "lệ phí" (civil-status and licensing duty). */
export const loaiPhi = (fee: string): string =>
  fee === 'Miễn phí' ? '' : fee.includes('trang') || fee.includes('HĐND') ? 'Phí' : 'Lệ phí';

const column = (key: string, heading: SampleColumn['heading'], width?: number): SampleColumn =>
  width === undefined ? { key, heading } : { key, heading, width };

type Layout = (agency: SampleAgency) => SampleSheet;

/** The portal's own export: a motto over five columns, no agency in the sheet. */
export const portalLayout: Layout = (agency) => ({
  name: 'Danh sách TTHC',
  title: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nDANH SÁCH THỦ TỤC HÀNH CHÍNH'],
  columns: [
    column('ma_tthc', 'Mã số', 14),
    column('ten_tthc', 'Tên', 60),
    column('co_quan_cong_bo', 'Cơ quan ban hành', 24),
    column('co_quan_thuc_hien', 'Cơ quan thực hiện', 30),
    column('linh_vuc', 'Lĩnh vực', 24),
  ],
  records: proceduresOf(agency).map((one, index) => procedureRecord(one, index, agency)),
});

/** A commune's workbook: many columns under a letterhead, deadline and fee in the same line. */
export const fullLayout: Layout = (agency) => ({
  name: 'TTHC',
  title: [agency.letterhead, 'DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC THẨM QUYỀN GIẢI QUYẾT'],
  columns: [
    column('stt', 'STT', 6),
    column('ma_tthc', 'Mã TTHC', 14),
    column('ma_dvc', 'Mã DVC', 14),
    column('ten_tthc', 'Tên TTHC', 50),
    column('so_quyet_dinh', 'Số quyết định'),
    column('ngay_quyet_dinh', 'Ngày quyết định', 14),
    column('co_quan_cong_bo', 'Cơ quan ban hành'),
    column('linh_vuc', 'Lĩnh vực'),
    column('ma_linh_vuc', 'Mã lĩnh vực', 12),
    column('cap_thuc_hien', 'Cấp thực hiện', 12),
    column('doi_tuong', 'Đối tượng thực hiện'),
    column('trinh_tu', 'Trình tự thực hiện', 40),
    column('hinh_thuc_nop', 'Cách thức thực hiện'),
    column('muc_do_dvc', 'Mức độ DVC', 12),
    column('thoi_han', 'Thời hạn giải quyết'),
    column('phi_le_phi', 'Phí, lệ phí'),
    column('thanh_phan_ho_so', 'Thành phần hồ sơ', 40),
    column('so_bo', 'Số bộ hồ sơ', 8),
    column('ket_qua', 'Kết quả thực hiện'),
    column('ma_ket_qua', 'Mã kết quả'),
    column('can_cu_phap_ly', 'Căn cứ pháp lý', 30),
    column('co_quan_thuc_hien', 'Cơ quan thực hiện', 30),
    column('trang_thai', 'Trạng thái', 12),
  ],
  records: proceduresOf(agency).map((one, index) => procedureRecord(one, index, agency)),
});

/** A two-line header with deadlines and fees per channel, and a row of column numbers. */
export const wideLayout: Layout = (agency) => ({
  name: 'Phụ lục 1',
  title: [agency.letterhead, 'PHỤ LỤC I', 'Kết quả rà soát thủ tục hành chính trên Cổng Dịch vụ công quốc gia'],
  columns: [
    column('stt', 'TT', 6),
    column('ma_tthc', 'Mã số TTHC', 14),
    column('ten_tthc', 'Tên thủ tục hành chính', 50),
    column('linh_vuc', 'Lĩnh vực'),
    column('thoi_han_truc_tiep', ['Thời hạn giải quyết', 'Trực tiếp']),
    column('thoi_han_truc_tuyen', ['Thời hạn giải quyết', 'Trực tuyến']),
    column('phi_truc_tiep', ['Phí, lệ phí', 'Trực tiếp']),
    column('phi_truc_tuyen', ['Phí, lệ phí', 'Trực tuyến']),
    column('can_cu_phap_ly', 'Căn cứ pháp lý', 30),
    column('co_quan_thuc_hien', 'Cơ quan thực hiện', 30),
  ],
  numbered: true,
  records: proceduresOf(agency).map((one, index) => procedureRecord(one, index, agency)),
});

/** The annex of a decision: sectors as group rows, a signature under the table. */
export const annexLayout: Layout = (agency) => ({
  name: 'Danh mục',
  title: [
    'ỦY BAN NHÂN DÂN TỈNH GIA LAI',
    agency.letterhead,
    'DANH MỤC THỦ TỤC HÀNH CHÍNH (kèm theo Tờ trình số 215/TTr)',
  ],
  columns: [
    column('stt', 'TT', 6),
    column('ma_tthc', 'Số hồ sơ TTHC', 14),
    column('ten_tthc', 'Tên thủ tục hành chính', 50),
    column('thoi_han', 'Thời hạn giải quyết'),
    column('dia_diem', 'Địa điểm thực hiện', 30),
    column('phi_le_phi', 'Phí, lệ phí (nếu có)'),
    column('can_cu_phap_ly', 'Căn cứ pháp lý', 30),
  ],
  groupBy: 'linh_vuc',
  footer: ['Gia Lai, ngày 28 tháng 8 năm 2026', 'NGƯỜI LẬP BIỂU', '(Đã ký)'],
  records: proceduresOf(agency).map((one, index) => procedureRecord(one, index, agency)),
});

/** An export of the provincial system: technical headings, for a CSV file. */
export const technicalLayout: Layout = (agency) => ({
  // A CSV has no sheet name; the reader calls the sheet by the file.
  name: 'export_tthc',
  title: [],
  columns: [
    column('ma_tthc', 'MATTHC'),
    column('ten_tthc', 'TENTTHC'),
    column('linh_vuc', 'LINHVUCTHUCHIEN'),
    column('cap_thuc_hien', 'CAPTHUCHIEN'),
    column('co_quan_thuc_hien', 'COQUANTHUCHIEN'),
    column('thoi_han', 'THOIHAN'),
    column('phi_le_phi', 'PHILEPHI'),
    column('trang_thai', 'TRANGTHAI'),
  ],
  records: proceduresOf(agency).map((one, index) => procedureRecord(one, index, agency)),
});

/** "Cách thức thực hiện": a line per channel. */
export const channelLayout: Layout = (agency) => ({
  name: 'Cách thức thực hiện',
  title: [`CÁCH THỨC, THỜI HẠN, PHÍ, LỆ PHÍ - ${agency.letterhead}`],
  columns: [
    column('ma_tthc', 'Mã TTHC', 14),
    column('ma_dvc', 'Mã trường hợp', 14),
    column('ten_tthc', 'Tên TTHC', 50),
    column('truong_hop', 'Trường hợp'),
    column('hinh_thuc_nop', 'Hình thức nộp'),
    column('thoi_han', 'Thời hạn giải quyết'),
    column('phi_le_phi', 'Phí, lệ phí'),
    column('loai_phi', 'Loại phí'),
    column('mo_ta', 'Mô tả', 40),
  ],
  records: channelRecords(agency),
});
