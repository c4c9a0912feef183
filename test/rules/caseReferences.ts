import { readChecklist } from '../../shared/reference/cutoverChecklist.ts';
import { indexForms } from '../../shared/reference/formList.ts';
import { indexPortalDossiers } from '../../shared/reference/portalDossiers.ts';
import { indexPortalProcedures } from '../../shared/reference/portalProcedures.ts';
import { indexPreviousRound } from '../../shared/reference/previousRound.ts';
import { indexRoles } from '../../shared/reference/roleList.ts';
import { indexStaff } from '../../shared/reference/staffList.ts';
import { tableFrom } from '../tables.ts';

/** The small lists, beside the national catalogue, that case tables are judged against. Their entries are invented. */
export const caseReferences = () => ({
  forms: indexForms([
    { ma_bieu_mau: 'CT01', mau_don: 'CT01.docx' },
    { ma_bieu_mau: 'HT-02', mau_don: '' },
  ]),
  roles: indexRoles([
    { he_thong: 'Hệ thống điều phối', vai_tro: 'Cán bộ tiếp nhận' },
    { he_thong: 'Hệ thống điều phối', vai_tro: 'Cán bộ xử lý' },
    { he_thong: 'Hệ thống quản trị thanh toán tập trung', vai_tro: 'Kế toán đối soát' },
    { vai_tro: 'Quản trị đơn vị' },
  ]),
  staff: indexStaff([
    { ho_ten: 'Nguyễn Văn An', cccd: '001088000001' },
    { ho_ten: 'Trần Thị Bình', cccd: '' },
  ]),
  oldPortalProcedures: indexPortalProcedures([
    { ma_tthc: '1.000120', trang_thai: 'Công khai' },
    { ma_tthc: '1.001193', trang_thai: 'Công khai' },
    { ma_tthc: '1.000998', trang_thai: 'Công khai' },
    { ma_tthc: '2.000281', trang_thai: 'Công khai' },
    { ma_tthc: '1.000999', trang_thai: 'Đã hủy công khai' },
  ]),
  newPortalProcedures: indexPortalProcedures([
    { ma_tthc: '1.000120', trang_thai: 'Công khai' },
    { ma_tthc: '1.000998', trang_thai: 'Chưa công khai' },
    { ma_tthc: '2.000281', trang_thai: 'Dừng cung cấp' },
  ]),
  newPortalDossiers: indexPortalDossiers([
    { ma_ho_so: '000.00.00.H21-260528-0001', trang_thai_ho_so: 'Đang xử lý', trang_thai_thanh_toan: 'Chờ thanh toán' },
    {
      ma_ho_so: '000.00.00.H21-260528-0002',
      trang_thai_ho_so: 'Đã trả kết quả',
      trang_thai_thanh_toan: 'Đã thanh toán',
    },
    { ma_ho_so: '000.00.00.H21-260528-0003', trang_thai_ho_so: '', trang_thai_thanh_toan: '' },
  ]),
  previousRound: indexPreviousRound('đợt 1', [
    tableFrom(
      'procedures',
      [
        { ma_tthc: '1.000120', ten_tthc: 'Đăng ký khai sinh', thoi_han: '01 ngày làm việc', phi_le_phi: 'Miễn phí' },
        { ma_tthc: '1.001193', ten_tthc: 'Đăng ký kết hôn', thoi_han: '03 ngày làm việc', phi_le_phi: '30.000 đồng' },
      ],
      { agency: { id: 'Đơn vị mẫu', name: 'Đơn vị mẫu' } },
    ),
    tableFrom(
      'feeConfigs',
      [
        { ma_tthc: '1.001193', ma_phi: 'LP01', so_tai_khoan: '3511.0.1234567.91049' },
        { ma_tthc: '1.002755', ma_phi: 'LP02', so_tai_khoan: '3511.0.1234567.91049' },
        { ma_tthc: '1.002755', ma_phi: 'LP02', so_tai_khoan: '3511.0.7654321.91049' },
      ],
      { agency: { id: 'Đơn vị mẫu', name: 'Đơn vị mẫu' } },
    ),
  ]),
  cutoverChecklist: readChecklist([
    { phuong_an_xu_ly: 'Sao lưu cơ sở dữ liệu trước 22 giờ', nguoi_xu_ly: 'VNPT' },
    { phuong_an_xu_ly: 'Phục hồi (rollback) hệ thống', nguoi_xu_ly: '' },
  ]),
});
