// Locked: what a law or a letter makes the same everywhere, or what nothing else can be checked without. Left open: what
// provinces may decide (fee levels, Luật 97/2015/QH13 Điều 4), what the catalogue itself may have wrong (NAT, FEE-05), and
// what no text at hand settles.
/** The national rule set, root of all others: the product's rules as they are, with what lower levels may not relax. Raise
 *  the version with any change; rule sets pin it, and runs name it. */
export const NATIONAL_RULE_SET = `id: quoc-gia
version: 2026.3
title: Bộ quy tắc quốc gia
level: national
rules:
  FMT-01: { locked: true, reason: "Mã sai thì không so được với bất cứ danh mục nào (công văn 003 §1đ)" }
  FMT-03: { locked: true, reason: "Mã bị Excel đổi thành số thì mất số 0 và trỏ sang thủ tục khác (công văn 003 §1đ)" }
  FMT-06: { locked: true, reason: "Mã dịch vụ công phải chuẩn hóa theo mã TTHC (NĐ 224/2026/NĐ-CP Điều 15 khoản 1 điểm b)" }
  FMT-08: { locked: true, reason: "Cấu trúc mã định danh do QĐ 20/2020/QĐ-TTg Điều 4 quy định" }
  CMP-01: { locked: true, reason: "Tên là bộ phận bắt buộc của TTHC (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm a)" }
  CMP-04: { locked: true, reason: "Thành phần, số lượng hồ sơ là bộ phận bắt buộc (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm d)" }
  CMP-05: { locked: true, reason: "Thời hạn giải quyết là bộ phận bắt buộc (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm đ)" }
  CMP-07: { locked: true, reason: "Cơ quan giải quyết là bộ phận bắt buộc (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm g)" }
  FEE-15: { locked: true, reason: "Thu không có căn cứ bị xử phạt (NĐ 02/2026/NĐ-CP Điều 10 khoản 1)" }
  ACC-02: { locked: true, reason: "Cấu trúc tài khoản Kho bạc do TT 18/2020/TT-BTC Điều 9 quy định; sai là tiền không về" }
  ACC-04: { locked: true, reason: "Mã QHNS có 7 chữ số (TT 185/2015/TT-BTC Điều 5 khoản 3)" }
  ACC-05: { locked: true, reason: "Tài khoản Kho bạc phải mang mã QHNS của chính đơn vị (TT 18/2020/TT-BTC Điều 4)" }
  ACC-11: { locked: true, reason: "Tổ chức thu phí nhận tiền, không phải cá nhân (Luật 97/2015/QH13 Điều 7)" }
  USR-01: { locked: true, reason: "Số định danh có 12 chữ số (NĐ 137/2015/NĐ-CP Điều 13), VNeID đăng nhập bằng số này" }
  USR-03: { locked: true, reason: "CMND 9 số không đăng nhập được VNeID (công văn 001 §1e, 004 §1)" }
  USR-11: { locked: true, reason: "Mật khẩu không được nằm trong bảng gửi đi" }
  ADM-01: { locked: true, reason: "34 tỉnh, thành phố theo QĐ 19/2025/QĐ-TTg" }
  ADM-03: { locked: true, reason: "Mã đơn vị hành chính theo QĐ 19/2025/QĐ-TTg" }
`;

/** Name under which problems of the built-in file are shown. */
export const NATIONAL_RULE_SET_FILE = 'quoc-gia.yaml';
