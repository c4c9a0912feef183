import { loaiPhi, proceduresOf, type SampleAgency } from './procedureSheets.ts';
import type { SampleColumn, SampleRecord, SampleSheet } from './sampleSheet.ts';

const column = (key: string, heading: string, width = 18): SampleColumn => ({ key, heading, width });

/** Made-up people; names stand for nobody. */
const PEOPLE = [
  ['Nguyễn Thị Hạnh', '12/03/1985', 'Nữ', '052185004411', '0905112233'],
  ['Trần Quốc Bảo', '05/11/1979', 'Nam', '052079001177', '0914556677'],
  ['Lê Minh Châu', '22/07/1990', 'Nữ', '064190002255', '0935778899'],
  ['Phạm Văn Dũng', '30/01/1982', 'Nam', '064082003366', '0983224466'],
] as const;

const SYSTEMS = ['Hệ thống điều phối', 'Hệ thống thông tin giải quyết TTHC cấp tỉnh'];
const ROLES = ['Tiếp nhận', 'Xử lý', 'Phê duyệt', 'Trả kết quả'];

/** "Thành phần hồ sơ": a line per paper. */
export const componentSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'TPHS',
  title: [`THÀNH PHẦN HỒ SƠ - ${agency.letterhead}`],
  columns: [
    column('ma_tthc', 'Mã TTHC', 14),
    column('ma_tphs', 'Mã TPHS', 24),
    column('thanh_phan_ho_so', 'Tên giấy tờ', 50),
    column('ban_chinh', 'Bản chính', 10),
    column('ban_sao', 'Bản sao', 10),
    column('mau_don', 'Mẫu đơn, tờ khai'),
    column('co_bm_dien_tu', 'BM điện tử', 10),
  ],
  records: proceduresOf(agency).flatMap((one, index) =>
    one.giayTo.map((paper, at) => ({
      ma_tthc: one.ma,
      ma_tphs: `000.00.00.G15-KQ${String(4000 + index * 10 + at)}`,
      thanh_phan_ho_so: paper,
      ban_chinh: 1,
      ban_sao: at,
      mau_don: at === 0 ? 'Mẫu số 01' : '',
      co_bm_dien_tu: at === 0 ? 'Có' : 'Không',
    })),
  ),
});

/** Fee configuration with beneficiary accounts at the State Treasury. */
export const feeConfigSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Thu phí',
  title: [`CẤU HÌNH THU PHÍ, TÀI KHOẢN THỤ HƯỞNG - ${agency.letterhead}`],
  columns: [
    column('don_vi', 'Đơn vị', 28),
    column('ma_tthc', 'Mã TTHC', 14),
    column('loai_phi', 'Loại phí'),
    column('ma_phi', 'Mã phí, lệ phí'),
    column('phi_le_phi', 'Mức thu'),
    column('can_cu_thu_phi', 'Văn bản quy định mức thu', 28),
    column('so_tai_khoan', 'Số tài khoản', 26),
    column('ten_tai_khoan', 'Tên tài khoản', 28),
    column('ngan_hang', 'Ngân hàng/KBNN', 28),
    column('ma_qhns', 'Mã ĐVQHNS', 12),
  ],
  records: proceduresOf(agency)
    .filter((one) => one.kenh[0]!.phi !== 'Miễn phí' && !one.kenh[0]!.phi.includes('HĐND'))
    .map((one, index) => ({
      don_vi: agency.name,
      ma_tthc: one.ma,
      loai_phi: loaiPhi(one.kenh[0]!.phi),
      ma_phi: `LP${String(index + 1).padStart(3, '0')}`,
      phi_le_phi: one.kenh[0]!.phi,
      can_cu_thu_phi: 'Thông tư số 59/2023/TT-BTC',
      so_tai_khoan: '3716.2.1046476.00000',
      ten_tai_khoan: agency.name,
      ngan_hang: 'Kho bạc Nhà nước khu vực XIV',
      ma_qhns: '1046476',
    })),
});

/** Workflow steps in the layout of a provincial system's export: three label lines, header in row 5. */
export const workflowSheet = (agency: SampleAgency): SampleSheet => {
  const one = proceduresOf(agency)[0]!;
  const name = `QT01 - ${one.ten}`;
  const step = (id: number, ten: string, action: string, hours: number, who: string): SampleRecord => ({
    ma_tthc: one.ma,
    ten_quy_trinh: name,
    bi_danh: 'QT01',
    buoc: id,
    ten_buoc: ten,
    ma_hanh_dong: action,
    thoi_gian_buoc: hours,
    nguoi_xu_ly: who,
  });
  return {
    name: 'QuyTrinh',
    title: [],
    facts: [
      ['Tên quy trình:', name],
      ['Bí danh:', 'QT01'],
      ['Gắn vào TTHC:', one.ma],
    ],
    columns: [
      column('ma_tthc', 'TTHC', 14),
      column('ten_quy_trinh', 'Tên quy trình', 40),
      column('bi_danh', 'Bí danh', 10),
      column('buoc', 'ID', 6),
      column('ten_buoc', 'Tên Form', 24),
      column('ma_hanh_dong', 'Mã Action', 20),
      column('thoi_gian_buoc', 'Thời gian', 12),
      column('nguoi_xu_ly', 'Nhóm người dùng', 20),
    ],
    records: [
      step(1, 'Tiếp nhận hồ sơ', 'Thêm mới', 0, 'Một cửa'),
      step(2, 'Thẩm định', 'Chuyển xử lý', 6, 'Chuyên viên'),
      step(3, 'Ký duyệt', 'Trình phê duyệt', 2, 'Lãnh đạo đơn vị'),
      step(4, 'Trả kết quả', 'Chuyển trả kết quả', 0, 'Một cửa'),
    ],
  };
};

/** Transitions of the same workflow. */
export const transitionSheet = (agency: SampleAgency): SampleSheet => {
  const one = proceduresOf(agency)[0]!;
  const name = `QT01 - ${one.ten}`;
  const move = (from: string, to: string, back = ''): SampleRecord => ({
    ma_tthc: one.ma,
    ten_quy_trinh: name,
    buoc_nguon: from,
    buoc_tiep_theo: to,
    buoc_2: back,
  });
  return {
    name: 'LuanChuyen',
    title: [],
    facts: [
      ['Tên quy trình:', name],
      ['Bí danh:', 'QT01'],
      ['Gắn vào TTHC:', one.ma],
    ],
    columns: [
      column('ma_tthc', 'TTHC', 14),
      column('ten_quy_trinh', 'Tên quy trình', 40),
      column('buoc_nguon', 'Từ Form', 24),
      column('buoc_tiep_theo', 'Đến Form', 24),
      column('buoc_2', 'Đến Form 2', 24),
    ],
    records: [
      move('Tiếp nhận hồ sơ', 'Thẩm định'),
      move('Thẩm định', 'Ký duyệt', 'Tiếp nhận hồ sơ'),
      move('Ký duyệt', 'Trả kết quả', 'Thẩm định'),
    ],
  };
};

/** Staff accounts and permissions on two systems. */
export const accountSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Tài khoản',
  title: [agency.letterhead, 'DANH SÁCH TÀI KHOẢN, PHÂN QUYỀN CÁN BỘ'],
  columns: [
    column('stt', 'STT', 6),
    column('ho_ten', 'Họ và tên', 24),
    column('ngay_sinh', 'Ngày sinh', 12),
    column('gioi_tinh', 'Giới tính', 10),
    column('cccd', 'Số CCCD', 16),
    column('sdt', 'Số điện thoại', 14),
    column('email', 'Email công vụ', 30),
    column('don_vi', 'Đơn vị', 28),
    column('he_thong', 'Hệ thống', 34),
    column('vai_tro', 'Vai trò'),
  ],
  records: SYSTEMS.flatMap((system, systemIndex) =>
    PEOPLE.map(([name, born, sex, id, phone], index) => ({
      stt: systemIndex * PEOPLE.length + index + 1,
      ho_ten: name,
      ngay_sinh: born,
      gioi_tinh: sex,
      cccd: id,
      sdt: phone,
      email: `canbo${index + 1}@gialai.gov.vn`,
      don_vi: agency.name,
      he_thong: system,
      vai_tro: ROLES[index]!,
    })),
  ),
});

/** Links to the submission page of each procedure. */
export const linkSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Đường dẫn',
  title: [`ĐƯỜNG DẪN TRUY CẬP VÀ ĐĂNG NHẬP MỘT LẦN - ${agency.letterhead}`],
  columns: [
    column('stt', 'STT', 6),
    column('ma_tthc', 'Mã TTHC', 14),
    column('ten_tthc', 'Tên TTHC', 50),
    column('link_nop', 'Đường dẫn nộp hồ sơ', 80),
    column('sso', 'SSO VNeID', 12),
  ],
  records: proceduresOf(agency).map((one, index) => ({
    stt: index + 1,
    ma_tthc: one.ma,
    ten_tthc: one.ten,
    link_nop: `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-4fc1-768b-9ba3-94be4bca${(0x5000 + index).toString(16)}`,
    sso: 'Có',
  })),
});

/** Contact points and the duty roster. */
export const contactSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Lịch trực',
  title: [agency.letterhead, 'DANH SÁCH ĐẦU MỐI, LỊCH TRỰC 24/7'],
  columns: [
    column('stt', 'STT', 6),
    column('ca_truc', 'Ca trực', 22),
    column('dau_moi', 'Họ tên đầu mối', 24),
    column('vai_tro', 'Vai trò', 16),
    column('chuc_vu', 'Chức vụ', 22),
    column('sdt', 'Số điện thoại', 14),
    column('don_vi', 'Đơn vị', 28),
  ],
  records: ['01/9/2026', '02/9/2026'].flatMap((day, dayIndex) =>
    (['Lãnh đạo', 'Chuyên viên', 'Kỹ thuật'] as const).map((role, index) => ({
      stt: dayIndex * 3 + index + 1,
      ca_truc: `Ngày ${day}`,
      dau_moi: PEOPLE[index]![0],
      vai_tro: role,
      chuc_vu: index === 0 ? 'Phó Chủ tịch' : 'Công chức',
      sdt: PEOPLE[index]![4],
      don_vi: agency.name,
    })),
  ),
});

/** Dossiers that were under way at the cutover. */
export const pendingSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Hồ sơ tồn',
  title: [agency.letterhead, 'HỒ SƠ CHƯA HOÀN THÀNH TRƯỚC THỜI ĐIỂM CHUYỂN ĐỔI'],
  columns: [
    column('stt', 'STT', 6),
    column('ma_ho_so', 'Mã hồ sơ', 30),
    column('ma_tthc', 'Mã TTHC', 14),
    column('ngay_tiep_nhan', 'Ngày tiếp nhận', 14),
    column('han_tra', 'Ngày hẹn trả', 14),
    column('trang_thai_ho_so', 'Trạng thái hồ sơ', 20),
    column('trang_thai_thanh_toan', 'Trạng thái thanh toán', 20),
  ],
  records: ['25', '26', '27', '28', '29'].map((day, index) => ({
    stt: index + 1,
    ma_ho_so: `000.00.00.H21-2605${day}-${String(index + 1).padStart(4, '0')}`,
    ma_tthc: proceduresOf(agency)[index]!.ma,
    ngay_tiep_nhan: `${day}/05/2026`,
    han_tra: '15/09/2026',
    trang_thai_ho_so: 'Đang xử lý',
    trang_thai_thanh_toan: 'Đã thanh toán',
  })),
});

/** The daily figures. */
export const dailyReportSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Báo cáo ngày',
  title: [agency.letterhead, 'BÁO CÁO TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ HẰNG NGÀY'],
  columns: [
    column('ngay_bao_cao', 'Ngày báo cáo', 14),
    column('gio_gui', 'Giờ gửi', 10),
    column('don_vi', 'Đơn vị', 28),
    column('sl_tiep_nhan', 'Tổng số tiếp nhận', 12),
    column('sl_truc_tuyen', 'Trực tuyến', 12),
    column('sl_truc_tiep', 'Trực tiếp', 12),
    column('sl_buu_chinh', 'Bưu chính', 12),
    column('sl_da_giai_quyet', 'Đã giải quyết', 12),
    column('sl_dang_giai_quyet', 'Đang giải quyết', 12),
    column('sl_qua_han', 'Quá hạn', 12),
  ],
  records: ['27/08/2026', '28/08/2026', '29/08/2026'].map((day, index) => ({
    ngay_bao_cao: day,
    gio_gui: '15:30',
    don_vi: agency.name,
    sl_tiep_nhan: 20 + index,
    sl_truc_tuyen: 15 + index,
    sl_truc_tiep: 4,
    sl_buu_chinh: 1,
    sl_da_giai_quyet: 12 + index,
    sl_dang_giai_quyet: 8,
    sl_qua_han: 0,
  })),
});

/** Incidents of the first days. */
export const incidentSheet = (agency: SampleAgency): SampleSheet => ({
  name: 'Sự cố',
  title: [agency.letterhead, 'TỔNG HỢP LỖI, KHÓ KHĂN, VƯỚNG MẮC'],
  columns: [
    column('stt', 'STT', 6),
    column('ngay_bao_cao', 'Ngày báo cáo', 14),
    column('don_vi', 'Đơn vị', 28),
    column('loi_su_co', 'Nội dung lỗi', 40),
    column('nguyen_nhan', 'Nguyên nhân', 30),
    column('phuong_an_xu_ly', 'Phương án xử lý', 30),
    column('thoi_gian_hoan_thanh', 'Thời gian hoàn thành', 16),
    column('ket_qua_xu_ly', 'Kết quả xử lý', 20),
  ],
  records: [
    ['Không đăng nhập được Hệ thống điều phối', 'Tài khoản chưa được gán đơn vị', 'Gán lại đơn vị cho tài khoản'],
    ['Không khởi tạo được thanh toán trực tuyến', 'Chưa khai tài khoản thụ hưởng', 'Khai bổ sung tài khoản thụ hưởng'],
  ].map(([loi, nguyenNhan, phuongAn], index) => ({
    stt: index + 1,
    ngay_bao_cao: `2${7 + index}/08/2026`,
    don_vi: agency.name,
    loi_su_co: loi!,
    nguyen_nhan: nguyenNhan!,
    phuong_an_xu_ly: phuongAn!,
    thoi_gian_hoan_thanh: `2${8 + index}/08/2026`,
    ket_qua_xu_ly: 'Đã xử lý',
  })),
});

/** The province's list of units. */
export const unitSheet = (agencies: readonly SampleAgency[]): SampleSheet => ({
  name: 'Đơn vị',
  title: ['DANH MỤC ĐƠN VỊ TỈNH GIA LAI'],
  columns: [
    column('stt', 'STT', 6),
    column('ma_don_vi', 'Mã định danh', 16),
    column('don_vi', 'Tên đơn vị', 40),
    column('tinh', 'Tỉnh', 16),
  ],
  records: agencies.map(({ name, code }, index) => ({
    stt: index + 1,
    ma_don_vi: code,
    don_vi: name,
    tinh: 'Gia Lai',
  })),
});
