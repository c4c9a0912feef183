import type { SheetCell, SheetOptions } from '../../sheets.ts';
import type { DatasetId } from '../../../shared/domain/datasets.ts';

/** One layout that agencies send, and what intake must make of it. */
export interface Layout {
  readonly says: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly options?: SheetOptions;
  readonly dataset: DatasetId;
  /** 1-based first and last header row. */
  readonly header: readonly [number, number];
  /** Field per heading column, in sheet order; `-` for a column that stays open; `field@channel` for per-channel ones. */
  readonly fields: string;
  /** 1-based sheet rows of the data. */
  readonly data: readonly number[];
}

const _ = null;

/** Procedures, channels, components and fees. */
export const PROCEDURE_LAYOUTS: readonly Layout[] = [
  {
    says: 'portal export under a merged motto',
    rows: [
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nDANH SÁCH THỦ TỤC HÀNH CHÍNH'],
      ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực'],
      ['1.015027', 'Xét hưởng chế độ trợ cấp', 'Bộ Công an', 'Ủy ban nhân dân cấp xã', 'Chính sách'],
      ['1.003133', 'Cấp giấy thông hành', 'Bộ Xây dựng', 'Công an cấp xã', 'Quản lý xuất nhập cảnh'],
    ],
    options: { merges: ['A1:E1'] },
    dataset: 'procedures',
    header: [2, 2],
    fields: 'ma_tthc ten_tthc co_quan_cong_bo co_quan_thuc_hien linh_vuc',
    data: [3, 4],
  },
  {
    says: "a commune's catalogue with nineteen columns and an unknown one",
    rows: [
      ['UBND XÃ NÚI CẤM'],
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ'],
      [
        'STT',
        'Mã TTHC',
        'Tên TTHC',
        'Link truy cập',
        'Số quyết định',
        'Ngày quyết định',
        'Cơ quan ban hành',
        'Lĩnh vực',
        'Cấp thực hiện',
        'Đối tượng thực hiện',
        'Loại TTHC',
        'Từ khoá',
        'Địa chỉ tiếp nhận',
        'Cơ quan thực hiện',
        'Cơ quan có thẩm quyền',
        'Cơ quan phối hợp',
        'Cơ quan được uỷ quyền',
        'Mô tả',
        'Trạng thái',
        'Hộp số 7',
      ],
      [
        1,
        '1.001193',
        'Đăng ký khai sinh',
        'https://dichvucong.gov.vn',
        '1872/QĐ-BTP',
        '04/9/2020',
        'Bộ Tư pháp',
        'Hộ tịch',
      ],
      [
        2,
        '1.004884',
        'Đăng ký lại khai sinh',
        'https://dichvucong.gov.vn',
        '1872/QĐ-BTP',
        '04/9/2020',
        'Bộ Tư pháp',
        'Hộ tịch',
      ],
    ],
    options: { merges: ['A2:T2'] },
    dataset: 'procedures',
    header: [3, 3],
    fields:
      'stt ma_tthc ten_tthc link_nop so_quyet_dinh ngay_quyet_dinh co_quan_cong_bo linh_vuc cap_thuc_hien doi_tuong loai_tthc tu_khoa dia_chi_tiep_nhan co_quan_thuc_hien co_quan_tham_quyen co_quan_phoi_hop co_quan_uy_quyen mo_ta trang_thai -',
    data: [4, 5],
  },
  {
    says: 'decision annex without codes, with letterhead, numbering row, group rows and signature block',
    rows: [
      ['ỦY BAN NHÂN DÂN', _, _, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['TỈNH AN GIANG', _, _, 'Độc lập - Tự do - Hạnh phúc'],
      [],
      ['PHỤ LỤC I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH'],
      ['TT', 'Tên TTHC', 'Thời hạn giải quyết', 'Địa điểm thực hiện', 'Phí, lệ phí (nếu có)', 'Căn cứ pháp lý'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['A. THỦ TỤC HÀNH CHÍNH CẤP TỈNH'],
      ['I', 'Lĩnh vực đất đai'],
      [1, 'Giao đất', '20 ngày', 'Trung tâm Phục vụ hành chính công', 'Không', 'Luật Đất đai 2024'],
      [2, 'Thu hồi đất', '15 ngày', 'Trung tâm Phục vụ hành chính công', '100.000 đồng', 'Luật Đất đai 2024'],
      ['II', 'LĨNH VỰC MÔI TRƯỜNG (01 TTHC)'],
      [1, 'Cấp giấy phép môi trường', '30 ngày', 'Sở Nông nghiệp và Môi trường', 'Không', 'Luật Bảo vệ môi trường'],
      ['Tổng cộng: 03 TTHC'],
      ['Nơi nhận:', _, _, 'An Giang, ngày 02 tháng 6 năm 2026'],
      ['- Như trên;', _, _, 'TM. ỦY BAN NHÂN DÂN'],
      [_, _, _, 'CHỦ TỊCH'],
    ],
    options: { merges: ['A1:C1', 'D1:F1', 'A2:C2', 'D2:F2', 'A4:F4', 'A7:F7', 'B8:F8', 'A13:F13'] },
    dataset: 'procedures',
    header: [5, 5],
    fields: 'stt ten_tthc thoi_han dia_chi_tiep_nhan phi_le_phi can_cu_phap_ly',
    data: [9, 10, 12],
  },
  {
    says: 'annex of amended procedures',
    rows: [
      [
        'TT',
        'Số hồ sơ TTHC',
        'Tên TTHC',
        'Tên VBQPPL quy định nội dung sửa đổi, bổ sung',
        'Lĩnh vực',
        'Cơ quan thực hiện',
      ],
      [1, '1.001193', 'Đăng ký khai sinh', 'Nghị định 07/2025/NĐ-CP', 'Hộ tịch', 'UBND cấp xã'],
    ],
    dataset: 'procedures',
    header: [1, 1],
    fields: 'stt ma_tthc ten_tthc - linh_vuc co_quan_thuc_hien',
    data: [2],
  },
  {
    says: 'wide catalogue whose deadline and fee columns are parted by channel under merged parents',
    rows: [
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Thời hạn giải quyết', _, 'Phí, lệ phí', _, _],
      [_, _, _, _, 'Trực tuyến', 'Trực tiếp', 'Trực tuyến', 'Trực tiếp', 'Bưu chính công ích'],
      [1, '1.001193', 'Đăng ký khai sinh', 'Hộ tịch', '01 ngày', '01 ngày', 'Miễn phí', '5.000 đồng', '5.000 đồng'],
    ],
    options: { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:I1'] },
    dataset: 'procedures',
    header: [1, 2],
    fields:
      'stt ma_tthc ten_tthc linh_vuc thoi_han@online thoi_han@direct phi_le_phi@online phi_le_phi@direct phi_le_phi@postal',
    data: [3],
  },
  {
    says: 'the same in a file without merges, three header rows and a numbering row',
    rows: [
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH NĂM 2026'],
      ['STT', 'Mã số TTHC', 'Tên thủ tục hành chính', 'Quyết định công bố', _, 'Cách thức thực hiện', _, _, _],
      [_, _, _, 'Số', 'Ngày', 'Trực tuyến', _, 'Trực tiếp', _],
      [_, _, _, _, _, 'Thời hạn', 'Phí', 'Thời hạn', 'Phí'],
      ['A', 'B', 'C', 1, 2, 3, 4, 5, 6],
      [1, '1.001193', 'Đăng ký khai sinh', '1872/QĐ-BTP', '04/9/2020', '01 ngày', '0 đồng', '02 ngày', '5.000 đồng'],
    ],
    dataset: 'procedures',
    header: [2, 4],
    fields:
      'stt ma_tthc ten_tthc so_quyet_dinh ngay_quyet_dinh thoi_han@online phi_le_phi@online thoi_han@direct phi_le_phi@direct',
    data: [6],
  },
  {
    says: 'misspelled headings in another order',
    rows: [
      [
        'Lỉnh vựcc',
        'Tên thủ tuc hành chínhh',
        'Mã thủ tục hànhchính',
        'Cơ quan thưc hiệnn',
        'Số TT',
        'Cơ quan công bô',
      ],
      ['Hộ tịch', 'Đăng ký khai sinh', '1.001193', 'UBND cấp xã', 1, 'Bộ Tư pháp'],
    ],
    dataset: 'procedures',
    header: [1, 1],
    fields: 'linh_vuc ten_tthc ma_tthc co_quan_thuc_hien stt co_quan_cong_bo',
    data: [2],
  },
  {
    says: 'headings without diacritics, from a database export',
    rows: [
      ['MA_TTHC', 'TEN_TTHC', 'LINH_VUC', 'CO_QUAN_THUC_HIEN', 'CAP_THUC_HIEN'],
      ['1.001193', 'Dang ky khai sinh', 'Ho tich', 'UBND cap xa', 'Cap xa'],
    ],
    dataset: 'procedures',
    header: [1, 1],
    fields: 'ma_tthc ten_tthc linh_vuc co_quan_thuc_hien cap_thuc_hien',
    data: [2],
  },
  {
    says: 'one line per channel, the code merged over its lines',
    rows: [
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Hình thức nộp', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả'],
      [1, '1.001193', 'Đăng ký khai sinh', 'Trực tuyến', '01 ngày', 'Không'],
      [_, _, _, 'Trực tiếp', '01 ngày', '5.000 đồng'],
      [_, _, _, 'Dịch vụ bưu chính', '01 ngày', '5.000 đồng'],
    ],
    options: { merges: ['A2:A4', 'B2:B4', 'C2:C4'] },
    dataset: 'channels',
    header: [1, 1],
    fields: 'stt ma_tthc ten_tthc hinh_thuc_nop thoi_han phi_le_phi mo_ta',
    data: [2, 3, 4],
  },
  {
    says: 'dossier components with counted copies',
    rows: [
      ['Mã TTHC', 'Trường hợp', 'Mã TPHS', 'Tên giấy tờ', 'Số lượng', _, 'BM điện tử'],
      [_, _, _, _, 'Bản chính', 'Bản sao', _],
      ['1.001193', 'Thông thường', 'KQ.G15.000001', 'Giấy chứng sinh', 1, 0, 'Có'],
    ],
    options: { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'] },
    dataset: 'components',
    header: [1, 2],
    fields: 'ma_tthc truong_hop ma_tphs thanh_phan_ho_so ban_chinh ban_sao co_bm_dien_tu',
    data: [3],
  },
  {
    says: 'fee set-up with the account under one parent heading',
    rows: [
      ['Đơn vị báo cáo: Sở Y tế'],
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Mã phí, lệ phí', 'Mức thu', 'Tài khoản thụ hưởng', _, _, 'Mã QHNS'],
      [_, _, _, _, _, 'Số', 'Tên', 'Ngân hàng', _],
      [1, '1.003332', 'Cấp giấy phép', 'P0012', 300000, '3511.0.1053612', 'Sở Y tế', 'KBNN An Giang', '1053612'],
    ],
    options: { merges: ['F2:H2'] },
    dataset: 'feeConfigs',
    header: [2, 3],
    fields: 'stt ma_tthc ten_tthc ma_phi phi_le_phi so_tai_khoan ten_tai_khoan ngan_hang ma_qhns',
    data: [4],
  },
  {
    says: 'access links with single sign-on',
    rows: [
      ['TT', 'Mã TTHC', 'Tên TTHC', 'Đường dẫn nộp hồ sơ', 'Cấu hình SSO', 'Ghi chú'],
      [1, '1.001193', 'Đăng ký khai sinh', 'https://dichvucong.gov.vn/p/home', 'Đã cấu hình', ''],
    ],
    dataset: 'links',
    header: [1, 1],
    fields: 'stt ma_tthc ten_tthc link_nop sso ghi_chu',
    data: [2],
  },
];

/** Workflows, staff, dossiers, reports and units. */
export const OPERATION_LAYOUTS: readonly Layout[] = [
  {
    says: 'workflow of a decision annex',
    rows: [
      ['Quy trình nội bộ giải quyết thủ tục Đăng ký khai sinh'],
      ['Bước thực hiện', 'Nội dung công việc', 'Trách nhiệm', 'Thời gian'],
      ['Bước 1', 'Tiếp nhận hồ sơ', 'Bộ phận một cửa', '0,5 ngày'],
      ['Bước 2', 'Thẩm định', 'Công chức tư pháp', '0,5 ngày'],
      ['Tổng thời gian giải quyết', _, _, '01 ngày'],
    ],
    options: { merges: ['A1:D1', 'A5:C5'] },
    dataset: 'workflows',
    header: [2, 2],
    fields: 'buoc ten_buoc nguoi_xu_ly thoi_gian_buoc',
    data: [3, 4],
  },
  {
    says: 'staff accounts with permissions and a password column',
    rows: [
      [
        'STT',
        'Họ và tên',
        'Số CCCD',
        'SĐT',
        'Email công vụ',
        'Chức vụ',
        'Đơn vị',
        'Vai trò',
        'Hệ thống',
        'Tài khoản',
        'Mật khẩu',
      ],
      [
        1,
        'Nguyễn Văn An',
        '089085001234',
        '0912345678',
        'an.nv@angiang.gov.vn',
        'Công chức',
        'UBND xã Núi Cấm',
        'Tiếp nhận',
        'HTTT GQTTHC',
        'an.nv',
        'x',
      ],
    ],
    dataset: 'accounts',
    header: [1, 1],
    fields: 'stt ho_ten cccd sdt email chuc_vu don_vi vai_tro he_thong ten_dang_nhap mat_khau',
    data: [2],
  },
  {
    says: 'duty roster: the name column is the contact point, not an account',
    rows: [
      ['DANH SÁCH TRỰC 24/7'],
      ['TT', 'Họ và tên', 'Chức vụ', 'Số điện thoại', 'Đơn vị', 'Ca trực'],
      [1, 'Nguyễn Văn An', 'Phó Chủ tịch', '0912345678', 'UBND xã Núi Cấm', '29/5/2026'],
    ],
    dataset: 'contacts',
    header: [2, 2],
    fields: 'stt dau_moi chuc_vu sdt don_vi ca_truc',
    data: [3],
  },
  {
    says: 'dossiers pending at the cutover',
    rows: [
      ['STT', 'Mã hồ sơ', 'Tên TTHC', 'Ngày tiếp nhận', 'Hạn trả', 'Trạng thái', 'Tình trạng thanh toán'],
      [1, '000.00.01.H01-260520-0001', 'Đăng ký khai sinh', '20/5/2026', '21/5/2026', 'Đang xử lý', 'Chưa thanh toán'],
    ],
    dataset: 'pendingDossiers',
    header: [1, 1],
    fields: 'stt ma_ho_so ten_tthc ngay_tiep_nhan han_tra trang_thai_ho_so trang_thai_thanh_toan',
    data: [2],
  },
  {
    says: 'daily report with two header rows and a total',
    rows: [
      ['STT', 'Đơn vị', 'Ngày báo cáo', 'Tiếp nhận', _, _, _, 'Đã giải quyết', 'Đang giải quyết', 'Quá hạn'],
      [_, _, _, 'Tổng số', 'Trực tuyến', 'Trực tiếp', 'Bưu chính', _, _, _],
      [1, 'UBND xã Núi Cấm', '29/5/2026', 30, 20, 8, 2, 25, 5, 0],
      [2, 'UBND xã Tri Tôn', '29/5/2026', 12, 10, 2, 0, 12, 0, 0],
      [_, 'Tổng cộng', _, 42, 30, 10, 2, 37, 5, 0],
    ],
    options: { merges: ['D1:G1', 'A1:A2', 'B1:B2', 'C1:C2', 'H1:H2', 'I1:I2', 'J1:J2'] },
    dataset: 'dailyReports',
    header: [1, 2],
    fields:
      'stt don_vi ngay_bao_cao sl_tiep_nhan sl_truc_tuyen sl_truc_tiep sl_buu_chinh sl_da_giai_quyet sl_dang_giai_quyet sl_qua_han',
    data: [3, 4],
  },
  {
    says: 'incidents, the header repeated on a second page',
    rows: [
      ['STT', 'Đơn vị', 'Nội dung lỗi', 'Nguyên nhân', 'Phương án xử lý', 'Thời gian hoàn thành', 'Kết quả'],
      [1, 'Sở Y tế', 'Không đăng nhập được', 'Sai phân quyền', 'Cấp lại quyền', '29/5/2026', 'Đã xong'],
      ['STT', 'Đơn vị', 'Nội dung lỗi', 'Nguyên nhân', 'Phương án xử lý', 'Thời gian hoàn thành', 'Kết quả'],
      [2, 'Sở Tư pháp', 'Lỗi thanh toán', 'Sai tài khoản', 'Sửa cấu hình', '29/5/2026', 'Đang làm'],
    ],
    dataset: 'incidents',
    header: [1, 1],
    fields: 'stt don_vi loi_su_co nguyen_nhan phuong_an_xu_ly thoi_gian_hoan_thanh ket_qua_xu_ly',
    data: [2, 4],
  },
  {
    says: 'units of a province',
    rows: [
      ['STT', 'Mã định danh', 'Tên đơn vị', 'Mã xã', 'Xã, phường, đặc khu', 'Tỉnh/thành phố'],
      [1, 'H01.50', 'UBND xã Núi Cấm', '30544', 'Xã Núi Cấm', 'An Giang'],
      [2, 'H01.51', 'UBND xã Tri Tôn', '30547', 'Xã Tri Tôn', 'An Giang'],
    ],
    dataset: 'units',
    header: [1, 1],
    fields: 'stt ma_don_vi don_vi ma_xa xa tinh',
    data: [2, 3],
  },
  {
    says: 'workflow transitions',
    rows: [
      ['Gắn vào TTHC:', '1.012386.H13-1'],
      ['TTHC', 'Tên quy trình', 'Từ bước', 'Đến bước'],
      ['1.012386.H13-1', 'QT4141', 'Tiếp nhận', 'Thẩm tra'],
    ],
    dataset: 'transitions',
    header: [2, 2],
    fields: 'ma_tthc ten_quy_trinh buoc_nguon buoc_tiep_theo',
    data: [3],
  },
];
