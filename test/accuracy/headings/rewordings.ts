import { headingKey } from '../../../shared/domain/vietnameseText.ts';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { fieldsOfKey } from '../../../shared/intake/headings.ts';
import type { Random } from '../random.ts';

/** What else offices might write over a column. None of these is in the product's list; see {@link unseenHeading}. */
const REWORDED: Readonly<Partial<Record<FieldKey, string>>> = {
  ma_tthc: 'Mã hiệu TTHC|Mã TTHC rà soát|Mã thủ tục trên Cổng|Ký hiệu TTHC|Mã số thủ tục theo CSDLQG',
  ma_dvc: 'Mã dịch vụ công tương ứng|Mã DVC của thủ tục|Mã DVC trên hệ thống',
  ten_tthc: 'Tên đầy đủ của thủ tục|Tên TTHC theo quyết định|Tên thủ tục cần rà soát|Tên gọi của TTHC',
  so_quyet_dinh: 'Số hiệu quyết định|Theo quyết định số|Số QĐ của Bộ|Quyết định số',
  ngay_quyet_dinh: 'Ngày của quyết định|Ngày ký|QĐ ngày|Thời điểm công bố',
  co_quan_cong_bo: 'Bộ công bố|Bộ, cơ quan công bố TTHC|Nơi ban hành quyết định',
  linh_vuc: 'Thuộc lĩnh vực|Lĩnh vực quản lý|Lĩnh vực của thủ tục',
  ma_linh_vuc: 'Mã của lĩnh vực|Mã hiệu lĩnh vực',
  cap_thuc_hien: 'Cấp nào thực hiện|Cấp giải quyết thủ tục|Thực hiện ở cấp',
  doi_tuong: 'Đối tượng được thực hiện|Đối tượng phục vụ|Ai được thực hiện',
  trinh_tu: 'Trình tự giải quyết|Các bước tiến hành|Trình tự các bước thực hiện',
  hinh_thuc_nop: 'Hình thức nộp hồ sơ|Nộp qua kênh|Cách nộp|Kênh nộp hồ sơ',
  muc_do_dvc: 'Mức độ trực tuyến|Mức độ DVC trực tuyến|Mức độ cung cấp dịch vụ',
  thoi_han: 'Thời hạn giải quyết hồ sơ|Thời gian xử lý hồ sơ|Bao nhiêu ngày|Thời hạn theo công bố',
  phi_le_phi: 'Phí và lệ phí phải nộp|Mức phí phải nộp|Khoản thu|Mức thu phí (đồng)',
  loai_phi: 'Là phí hay lệ phí|Loại khoản phí',
  ma_phi: 'Mã của khoản thu|Mã hiệu phí',
  can_cu_thu_phi: 'Căn cứ để thu|Văn bản về mức thu|Quy định tại văn bản (phí)',
  thanh_phan_ho_so: 'Giấy tờ trong hồ sơ|Các giấy tờ phải nộp|Hồ sơ gồm những giấy tờ',
  ma_tphs: 'Mã hiệu giấy tờ|Mã của thành phần hồ sơ',
  ban_chinh: 'Số lượng bản chính nộp|Bản chính (bản)',
  ban_sao: 'Số lượng bản sao nộp|Bản sao (bản)',
  so_bo: 'Số bộ phải nộp|Nộp mấy bộ',
  co_quan_thuc_hien: 'Cơ quan thực hiện thủ tục|Cơ quan giải quyết TTHC|Nơi giải quyết',
  ket_qua: 'Kết quả nhận được|Kết quả của thủ tục|Giấy tờ kết quả',
  ma_ket_qua: 'Mã của kết quả|Mã hiệu kết quả',
  can_cu_phap_ly: 'Căn cứ pháp lý của TTHC|Văn bản làm căn cứ|Cơ sở pháp lý áp dụng',
  so_tai_khoan: 'Số tài khoản nhận tiền|Số TK nhận phí|Tài khoản số',
  ten_tai_khoan: 'Tên chủ TK thụ hưởng|Tên tài khoản nhận tiền',
  ngan_hang: 'Mở tại ngân hàng, kho bạc|Ngân hàng nơi mở|Tại kho bạc',
  ma_qhns: 'Mã QHNS của đơn vị|Mã số QHNS đơn vị',
  don_vi: 'Đơn vị, cơ quan thu|Tên cơ quan đơn vị|Thuộc đơn vị',
  ho_ten: 'Họ tên cán bộ, công chức|Tên công chức|Họ và tên người dùng',
  ngay_sinh: 'Ngày sinh (dd/mm/yyyy)|Sinh ngày tháng năm',
  gioi_tinh: 'Giới tính cán bộ|Nam hay nữ',
  cccd: 'Số thẻ căn cước|Số căn cước công dân|CCCD số',
  sdt: 'Số điện thoại cá nhân|Điện thoại cán bộ|SĐT liên lạc',
  email: 'Thư điện tử công vụ cá nhân|Địa chỉ mail',
  vai_tro: 'Vai trò trên hệ thống|Quyền được cấp|Vai trò được phân',
  he_thong: 'Tên hệ thống phần mềm|Cấp trên hệ thống nào',
  link_nop: 'Đường dẫn tới trang nộp|Link nộp trực tuyến|Địa chỉ trang nộp hồ sơ',
  sso: 'Đã khai SSO chưa|SSO qua VNeID',
  ca_truc: 'Ca trực trong ngày|Ngày, ca trực',
  dau_moi: 'Họ tên người trực|Cán bộ làm đầu mối',
  chuc_vu: 'Chức vụ hiện nay|Chức vụ của cán bộ',
  ma_ho_so: 'Mã số của hồ sơ|Mã hồ sơ trên hệ thống',
  ngay_tiep_nhan: 'Ngày nhận được hồ sơ|Tiếp nhận ngày',
  han_tra: 'Hạn phải trả kết quả|Ngày hẹn trả cho dân',
  trang_thai_ho_so: 'Trạng thái của hồ sơ|Hồ sơ đang ở trạng thái',
  trang_thai_thanh_toan: 'Trạng thái nộp tiền|Đã nộp tiền hay chưa',
  ngay_bao_cao: 'Ngày lập báo cáo|Báo cáo của ngày',
  gio_gui: 'Giờ gửi báo cáo|Gửi lúc',
  sl_tiep_nhan: 'Tổng số hồ sơ nhận|Tổng hồ sơ tiếp nhận trong ngày',
  sl_truc_tuyen: 'Nhận trực tuyến|Trong đó trực tuyến',
  sl_truc_tiep: 'Nhận trực tiếp|Trong đó trực tiếp',
  sl_buu_chinh: 'Nhận qua bưu chính|Trong đó bưu chính',
  sl_da_giai_quyet: 'Số đã giải quyết xong|Đã giải quyết trong ngày',
  sl_dang_giai_quyet: 'Số đang giải quyết|Còn đang giải quyết',
  sl_qua_han: 'Số bị quá hạn|Trong đó quá hạn',
  loi_su_co: 'Nội dung lỗi gặp phải|Lỗi, vướng mắc gặp phải',
  nguyen_nhan: 'Do nguyên nhân|Nguyên nhân gây lỗi',
  phuong_an_xu_ly: 'Phương án khắc phục|Cách xử lý',
  thoi_gian_hoan_thanh: 'Thời gian xử lý xong|Dự kiến xong',
  ket_qua_xu_ly: 'Kết quả sau xử lý|Đã xử lý được chưa',
};

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/thủ tục hành chính/giu, 'TTHC'],
  [/thủ tục/giu, 'TT'],
  [/quyết định/giu, 'QĐ'],
  [/cơ quan/giu, 'CQ'],
  [/đơn vị/giu, 'ĐV'],
  [/thực hiện/giu, 'TH'],
  [/giải quyết/giu, 'GQ'],
  [/hồ sơ/giu, 'HS'],
  [/tài khoản/giu, 'TK'],
  [/số lượng/giu, 'SL'],
  [/lĩnh vực/giu, 'LV'],
  [/thời gian/giu, 'TG'],
  [/kết quả/giu, 'KQ'],
];
const BEHIND = ['(ghi rõ)', '*', '(bắt buộc)', '(nếu có)', 'hiện nay', 'theo Cổng DVCQG', '(2026)', 'của đơn vị'];

/** How a heading was changed; the report counts by it. */
export type Rewording = 'reworded' | 'typo' | 'shortened' | 'longer';

/** A heading for a field that the product's list does not hold, made out of a known one or another wording; null when none
 *  came out in a few tries. */
export function unseenHeading(
  field: FieldKey,
  known: string,
  random: Random,
): { readonly text: string; readonly way: Rewording } | null {
  const others = REWORDED[field]?.split('|') ?? [];
  for (let tries = 0; tries < 8; tries += 1) {
    const way = random.pick(['reworded', 'reworded', 'typo', 'shortened', 'longer'] as const);
    const text =
      way === 'reworded' && others.length > 0
        ? random.pick(others)
        : way === 'typo'
          ? slip(known, random)
          : way === 'shortened'
            ? SHORTER.reduce((all, [long, short]) => all.replace(long, short), known)
            : `${known} ${random.pick(BEHIND)}`;
    if (text !== known && fieldsOfKey(headingKey(text)).length === 0) return { text, way };
  }
  return null;
}

/** A letter changed, dropped or doubled. */
function slip(text: string, random: Random): string {
  const at = random.below(text.length);
  if (!/\p{L}/u.test(text[at]!)) return text;
  const kind = random.below(3);
  const between = kind === 0 ? '' : kind === 1 ? text[at]! + text[at]! : random.pick([...'bcghlmnstx']);
  return text.slice(0, at) + between + text.slice(at + 1);
}
