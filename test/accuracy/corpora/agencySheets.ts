import { procedureRecord, proceduresOf, type SampleAgency } from '../../../electron/node/sample/procedureSheets.ts';
import type { SampleRecord, SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import type { Random } from '../random.ts';
import { columns } from './columns.ts';
import type { Person } from './people.ts';

const FREE = 'Miễn phí';

/** Fees and beneficiary accounts at the State Treasury. */
export function feeSheet(agency: SampleAgency, budgetUnit: string, identifier: string): SampleSheet {
  const charged = proceduresOf(agency)
    .map((one, index) => procedureRecord(one, index, agency))
    .filter((record) => record['phi_le_phi'] !== FREE);
  return {
    name: 'Thu phí',
    title: [`CẤU HÌNH THU PHÍ, TÀI KHOẢN THỤ HƯỞNG - ${agency.letterhead}`],
    columns: columns(`
      don_vi = Đơn vị
      ma_don_vi = Mã định danh
      ma_tthc = Mã TTHC
      ten_tthc = Tên TTHC
      loai_phi = Loại phí
      ma_phi = Mã phí, lệ phí
      phi_le_phi = Mức thu
      can_cu_thu_phi = Văn bản quy định mức thu
      so_tai_khoan = Số tài khoản
      ten_tai_khoan = Tên tài khoản
      ngan_hang = Ngân hàng/KBNN
      ma_ngan_hang = Mã CITAD
      ma_kbnn = Mã KBNN
      ma_qhns = Mã ĐVQHNS
      chuong = Chương
      tieu_muc = Tiểu mục
      ma_cq_thu = Mã cơ quan thu`),
    records: charged.map((record, index) => ({
      don_vi: agency.name,
      ma_don_vi: agency.code,
      ma_tthc: record['ma_tthc']!,
      ten_tthc: record['ten_tthc']!,
      loai_phi: 'Lệ phí',
      ma_phi: `LP${String(index + 1).padStart(3, '0')}`,
      phi_le_phi: record['phi_le_phi']!,
      can_cu_thu_phi: 'Thông tư số 59/2023/TT-BTC',
      so_tai_khoan: `3716.2.${budgetUnit}.00000`,
      ten_tai_khoan: agency.name,
      ngan_hang: 'Kho bạc Nhà nước khu vực XIV',
      ma_ngan_hang: `01701${identifier.slice(1)}1`.slice(0, 8),
      ma_kbnn: '0011',
      ma_qhns: budgetUnit,
      chuong: '014',
      tieu_muc: '2766',
      ma_cq_thu: budgetUnit,
    })),
  };
}

const SYSTEMS = ['Hệ thống điều phối', 'Hệ thống thông tin giải quyết TTHC cấp tỉnh'];
const ROLES = ['Tiếp nhận', 'Xử lý', 'Phê duyệt', 'Trả kết quả'];

/** Accounts of the staff on two systems. */
export const staffSheet = (agency: SampleAgency, people: readonly Person[]): SampleSheet => ({
  name: 'Tài khoản',
  title: [agency.letterhead, 'DANH SÁCH TÀI KHOẢN, PHÂN QUYỀN CÁN BỘ'],
  columns: columns(`
    stt = STT
    ho_ten = Họ và tên
    ngay_sinh = Ngày sinh
    gioi_tinh = Giới tính
    cccd = Số CCCD
    sdt = Số điện thoại
    email = Email công vụ
    don_vi = Đơn vị
    ma_don_vi = Mã định danh
    he_thong = Hệ thống
    vai_tro = Vai trò
    ten_dang_nhap = Tên đăng nhập
    ket_qua_dang_nhap = Kết quả đăng nhập`),
  records: SYSTEMS.flatMap((system, systemIndex) =>
    people.map((person, index): SampleRecord => ({
      stt: systemIndex * people.length + index + 1,
      ho_ten: person.name,
      ngay_sinh: person.born,
      gioi_tinh: person.sex,
      cccd: person.citizenId,
      sdt: person.phone,
      email: `${person.userName}@gialai.gov.vn`,
      don_vi: agency.name,
      ma_don_vi: agency.code,
      he_thong: system,
      vai_tro: ROLES[index % ROLES.length]!,
      ten_dang_nhap: person.userName,
      ket_qua_dang_nhap: 'Thành công',
    })),
  ),
});

/** Contact points and the duty roster. */
export const contacts = (agency: SampleAgency, people: readonly Person[]): SampleSheet => ({
  name: 'Lịch trực',
  title: [agency.letterhead, 'DANH SÁCH ĐẦU MỐI, LỊCH TRỰC 24/7'],
  columns: columns(`
    stt = STT
    ca_truc = Ca trực
    dau_moi = Họ tên đầu mối
    vai_tro = Vai trò
    chuc_vu = Chức vụ
    sdt = Số điện thoại
    email = Email
    don_vi = Đơn vị`),
  records: ['01/9/2026', '02/9/2026'].flatMap((day, dayIndex) =>
    ['Lãnh đạo', 'Chuyên viên', 'Kỹ thuật'].map((role, index) => {
      const person = people[dayIndex * 3 + index]!;
      return {
        stt: dayIndex * 3 + index + 1,
        ca_truc: `Ngày ${day}`,
        dau_moi: person.name,
        vai_tro: role,
        chuc_vu: index === 0 ? 'Phó Chủ tịch' : 'Công chức',
        sdt: person.phone,
        email: `${person.userName}@gialai.gov.vn`,
        don_vi: agency.name,
      };
    }),
  ),
});

/** Half of the links lead to the national portal, half to the province's own system. */
export const links = (agency: SampleAgency, random: Random): SampleSheet => ({
  name: 'Đường dẫn',
  title: [`ĐƯỜNG DẪN TRUY CẬP VÀ ĐĂNG NHẬP MỘT LẦN - ${agency.letterhead}`],
  columns: columns(`
    stt = STT
    ma_tthc = Mã TTHC
    ten_tthc = Tên TTHC
    link_nop = Đường dẫn nộp hồ sơ
    sso = SSO VNeID`),
  records: proceduresOf(agency).map((one, index) => ({
    stt: index + 1,
    ma_tthc: one.ma,
    ten_tthc: one.ten,
    link_nop: random.chance(0.5)
      ? `https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-4fc1-768b-9ba3-94be4bca${(0x5000 + index).toString(16)}`
      : `https://dichvucong.gialai.gov.vn/nop-ho-so/${one.ma}`,
    sso: 'Có',
  })),
});
