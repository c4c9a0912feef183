import { proceduresOf, type SampleAgency } from '../../../electron/node/sample/procedureSheets.ts';
import type { SampleSheet } from '../../../electron/node/sample/sampleSheet.ts';
import { columns } from './columns.ts';
import type { Person } from './people.ts';

const STEPS = ['Tiếp nhận hồ sơ', 'Thẩm định', 'Ký duyệt', 'Trả kết quả'];

/** Procedures whose deadline counts working days: their workflow's hours can be added up. */
const timed = (agency: SampleAgency) =>
  proceduresOf(agency).flatMap((one) => {
    const days = /^(\d+) ngày làm việc$/.exec(one.kenh[0]!.thoiHan)?.[1];
    return days === undefined ? [] : [{ one, hours: Number(days) * 8 }];
  });

/** The steps of each procedure's workflow. */
export const workflows = (agency: SampleAgency, people: readonly Person[]): SampleSheet => ({
  name: 'QuyTrinh',
  title: [agency.letterhead, 'QUY TRÌNH NỘI BỘ, QUY TRÌNH ĐIỆN TỬ'],
  columns: columns(`
    ma_tthc = TTHC
    ten_quy_trinh = Tên quy trình
    buoc = Bước
    ten_buoc = Tên bước
    ma_hanh_dong = Mã Action
    thoi_gian_buoc = Thời gian (giờ)
    nguoi_xu_ly = Người thực hiện`),
  records: timed(agency).flatMap(({ one, hours }, at) =>
    STEPS.map((name, index) => ({
      ma_tthc: one.ma,
      ten_quy_trinh: `QT${String(at + 1).padStart(2, '0')} - ${one.ten}`,
      buoc: index + 1,
      ten_buoc: name,
      ma_hanh_dong: ['Thêm mới', 'Chuyển xử lý', 'Trình phê duyệt', 'Chuyển trả kết quả'][index]!,
      thoi_gian_buoc: [0, hours - 2, 2, 0][index]!,
      nguoi_xu_ly: people[index]!.name,
    })),
  ),
});

/** The transitions of the same workflows. */
export const transitions = (agency: SampleAgency): SampleSheet => ({
  name: 'LuanChuyen',
  title: [agency.letterhead, 'LUÂN CHUYỂN GIỮA CÁC BƯỚC'],
  columns: columns(`
    ma_tthc = TTHC
    ten_quy_trinh = Tên quy trình
    buoc_nguon = Từ bước
    buoc_tiep_theo = Đến bước`),
  records: timed(agency).flatMap(({ one }, at) =>
    STEPS.slice(1).map((name, index) => ({
      ma_tthc: one.ma,
      ten_quy_trinh: `QT${String(at + 1).padStart(2, '0')} - ${one.ten}`,
      buoc_nguon: STEPS[index]!,
      buoc_tiep_theo: name,
    })),
  ),
});

/** Dossiers under way at the cutover. */
export const dossiers = (agency: SampleAgency): SampleSheet => ({
  name: 'Hồ sơ tồn',
  title: [agency.letterhead, 'HỒ SƠ CHƯA HOÀN THÀNH TRƯỚC THỜI ĐIỂM CHUYỂN ĐỔI'],
  columns: columns(`
    stt = STT
    ma_ho_so = Mã hồ sơ
    ma_tthc = Mã TTHC
    ngay_tiep_nhan = Ngày tiếp nhận
    han_tra = Ngày hẹn trả
    trang_thai_ho_so = Trạng thái hồ sơ
    trang_thai_thanh_toan = Trạng thái thanh toán`),
  records: proceduresOf(agency).flatMap((one, at) =>
    [0, 1].map((again) => {
      const number = at * 2 + again;
      const day = String(11 + (number % 18)).padStart(2, '0');
      return {
        stt: number + 1,
        ma_ho_so: `${agency.code}-2605${day}-${String(number + 1).padStart(4, '0')}`,
        ma_tthc: one.ma,
        ngay_tiep_nhan: `${day}/05/2026`,
        han_tra: '15/09/2026',
        trang_thai_ho_so: 'Đang xử lý',
        trang_thai_thanh_toan: 'Đã thanh toán',
      };
    }),
  ),
});

/** A week of daily reports. */
export const reports = (agency: SampleAgency): SampleSheet => ({
  name: 'Báo cáo ngày',
  title: [agency.letterhead, 'BÁO CÁO TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ HẰNG NGÀY'],
  columns: columns(`
    ngay_bao_cao = Ngày báo cáo
    gio_gui = Giờ gửi
    don_vi = Đơn vị
    sl_tiep_nhan = Tổng số tiếp nhận
    sl_truc_tuyen = Trực tuyến
    sl_truc_tiep = Trực tiếp
    sl_buu_chinh = Bưu chính
    sl_da_giai_quyet = Đã giải quyết
    sl_dang_giai_quyet = Đang giải quyết
    sl_qua_han = Quá hạn`),
  records: Array.from({ length: 7 }, (_, index) => ({
    ngay_bao_cao: `${24 + index}/08/2026`,
    gio_gui: `15:${String(10 + index * 5)}`,
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
export const incidents = (agency: SampleAgency): SampleSheet => ({
  name: 'Sự cố',
  title: [agency.letterhead, 'TỔNG HỢP LỖI, KHÓ KHĂN, VƯỚNG MẮC'],
  columns: columns(`
    stt = STT
    ngay_bao_cao = Ngày báo cáo
    don_vi = Đơn vị
    loi_su_co = Nội dung lỗi
    nguyen_nhan = Nguyên nhân
    phuong_an_xu_ly = Phương án xử lý
    thoi_gian_hoan_thanh = Thời gian hoàn thành
    ket_qua_xu_ly = Kết quả xử lý`),
  records: [
    ['Không đăng nhập được Hệ thống điều phối', 'Tài khoản chưa được gán đơn vị', 'Gán lại đơn vị cho tài khoản'],
    ['Không khởi tạo được thanh toán trực tuyến', 'Chưa khai tài khoản thụ hưởng', 'Khai bổ sung tài khoản thụ hưởng'],
    ['Không mở được biểu mẫu điện tử', 'Biểu mẫu chưa được công khai', 'Đề nghị Bộ công khai biểu mẫu'],
  ].map(([loi, nguyenNhan, phuongAn], index) => ({
    stt: index + 1,
    ngay_bao_cao: `2${6 + index}/08/2026`,
    don_vi: agency.name,
    loi_su_co: loi!,
    nguyen_nhan: nguyenNhan!,
    phuong_an_xu_ly: phuongAn!,
    thoi_gian_hoan_thanh: `2${7 + index}/08/2026`,
    ket_qua_xu_ly: 'Đã xử lý',
  })),
});
