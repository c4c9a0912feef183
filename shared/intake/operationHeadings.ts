import type { FieldKey } from '../domain/fields.ts';

/** Headings over the columns of accounts, fee collection, workflows, staff, dossiers, reports and units.
 *  Same notation as `PROCEDURE_HEADINGS`. */
export const OPERATION_HEADINGS: Partial<Record<FieldKey, string>> = {
  muc_do_dvc: `
    Mức độ DVC | Mức độ? | Mức độ DVCTT | Mức độ dịch vụ công | Hình thức DVC | DVC toàn trình/một phần
    Toàn trình? | Một phần? | DVCTT toàn trình | DVCTT một phần | Mức độ cung cấp | isFullProcess | Service level`,
  link_nop: `
    Link | Link truy cập | Đường dẫn | Đường link | URL | Link nộp hồ sơ | Địa chỉ truy cập | Đường dẫn nộp hồ sơ
    Link DVC | Liên kết? | urlRedirect | URL_Chi_Tiet | Đường dẫn truy cập`,
  sso: `
    SSO | Cấu hình SSO | Đăng nhập một lần | SSO VNeID | Đăng nhập VNeID | Đã cấu hình SSO | Đường dẫn SSO | URL SSO
    Link SSO | Đăng nhập qua VNeID | sso_url | SSO status`,
  trang_thai: `
    Trạng thái? | Tình trạng? | Trạng thái công khai | Tình trạng công khai | TT công khai | Hiệu lực?
    Tình trạng hiệu lực | Trạng thái TTHC | state? | Status? | Tình trạng áp dụng | Trạng thái hoạt động
    Tình trạng hoạt động`,
  so_tai_khoan: `
    Số tài khoản | STK | Số TK | Tài khoản thụ hưởng | Số tài khoản thụ hưởng | TK thụ hưởng | Tài khoản
    Số hiệu tài khoản | Số TK thụ hưởng | Số TK KBNN | TK kho bạc | so_tkkb | Account number`,
  ten_tai_khoan: `
    Tên tài khoản | Tên TK | Chủ tài khoản | Tên chủ tài khoản | Tên đơn vị thụ hưởng | Đơn vị thụ hưởng
    Người thụ hưởng | Tên TK thụ hưởng | Tên tài khoản thụ hưởng | Account name`,
  ngan_hang: `
    Ngân hàng | Tên ngân hàng | Ngân hàng thụ hưởng | NH thụ hưởng | Tại ngân hàng | Nơi mở tài khoản | Nơi mở TK
    Mở tại | Ngân hàng/KBNN? | Kho bạc nơi mở TK | Tên KBNN | Chi nhánh? | Bank | Mở tại KBNN | Mở tại ngân hàng
    Kho bạc`,
  ma_ngan_hang: `
    Mã ngân hàng | Mã NH | Mã ngân hàng thụ hưởng | Mã NH thụ hưởng | BIN? | Mã BIN | Mã CITAD | Mã NAPAS
    Mã chi nhánh | SWIFT | Bank code`,
  ma_kbnn: `
    Mã KBNN | Mã kho bạc | Mã KB | Số hiệu KBNN | Mã KBNN nơi mở TK | Mã Kho bạc Nhà nước | KBNN? | KhoBac
    Treasury_Code | Mã kho bạc thu`,
  ma_qhns: `
    Mã QHNS | Mã ĐVQHNS | Mã đơn vị QHNS | Mã đơn vị quan hệ ngân sách | Mã số ĐVQHNS | Mã ĐVSDNS | Mã đơn vị SDNS
    Mã QHNSNN | MA_QUAN_HE_NGAN_SACH | Mã số đơn vị có QHVNS | budgetCode`,
  chuong: `
    Chương | Mã chương | Chương NS | Chương ngân sách | Mã chương NSNN | C? | Chapter? | Mã số chương
    Chương (3 số) | Chương MLNS`,
  tieu_muc: `
    Tiểu mục | Mã tiểu mục | NDKT | Mã NDKT | Mã nội dung kinh tế | TM? | Mục/Tiểu mục | Mã nội dung KT
    Tiểu mục thu | Sub-item`,
  ma_cq_thu: `
    Mã cơ quan thu | Mã CQ thu | Cơ quan thu | Mã CQT | Tên cơ quan thu | Cơ quan quản lý thu | CQ quản lý thu
    Mã cơ quan quản lý thu | Collecting agency`,
  ma_nganh_kbnn_dia_ban: `
    Mã địa bàn | Mã ĐBHC | Mã địa bàn hành chính | Địa bàn? | Mã ĐB | Mã ĐBHC thu | Địa bàn thu | Mã tỉnh/huyện thu
    Mã địa bàn KBNN | Area code`,
  ma_so_thue: `
    Mã số thuế | MST | Mã số thuế đơn vị | Mã số doanh nghiệp | MSDN | Tax code | MST đơn vị thụ hưởng
    Mã số thuế ĐV | Mã thuế | TIN?`,
  ten_quy_trinh: `
    Tên quy trình | Quy trình | Quy trình nội bộ | QTNB | Tên QTNB | Tên quy trình điện tử | QTĐT | Bí danh?
    Mã quy trình | Tên QT | Workflow | Tên quy trình nội bộ`,
  buoc: `
    Bước | Bước thực hiện | TT bước | Thứ tự | Trình tự các bước | Bước xử lý | STT bước | ID? | Bước số
    Thứ tự bước | Step? | B?`,
  ten_buoc: `
    Tên bước | Nội dung công việc | Công việc? | Nội dung? | Tên Form | Tên công việc | Trình tự thực hiện
    Nội dung thực hiện | Các bước công việc | Mô tả công việc | Tên bước xử lý | Step name`,
  ma_hanh_dong: `
    Mã Action | Hành động | Thao tác? | Action? | Mã hành động | Tên hành động | Chuyển xử lý | Mã thao tác
    Hành động xử lý | Nút thao tác | action_code`,
  nguoi_xu_ly: `
    Người thực hiện | Trách nhiệm? | Trách nhiệm thực hiện | Đơn vị/người thực hiện | Nhóm người dùng
    Bộ phận thực hiện | Đơn vị thực hiện | Cá nhân/bộ phận | Vai trò xử lý | Chức danh | Cán bộ xử lý | Actor
    Cán bộ thụ lý | Người xử lý | Người phụ trách | Người chịu trách nhiệm | Đơn vị xử lý | Cơ quan xử lý`,
  dv_xu_ly_buoc: `
    Phòng ban? | Phòng, ban chuyên môn | Phòng chuyên môn | Đơn vị xử lý | Bộ phận? | Phòng xử lý | Đơn vị phụ trách
    Bộ phận xử lý | department? | Step unit`,
  thoi_gian_buoc: `
    Thời gian thực hiện bước | Thời gian bước | Thời gian (giờ) | Thời gian (ngày) | TG thực hiện | TG bước | Số giờ
    Số ngày | Thời gian xử lý bước | Thời hạn bước | Thời gian quy định của bước | Step time | Thời gian?
    Thời gian xử lý | Thời gian thực hiện | Thời hạn? | Thời gian giải quyết | Thời hạn giải quyết
    Thời gian quy định | Thời hạn xử lý | Thời gian (giờ làm việc) | Thời gian (ngày làm việc)`,
  buoc_nguon: `
    Từ Form | Từ bước | Bước trước | Bước nguồn | Bước hiện tại | Chuyển từ | Từ? | fromStep | Form nguồn | Bước gửi
    Bước bắt đầu`,
  buoc_tiep_theo: `
    Đến Form | Đến Form 2 | Đến Form 3 | Bước tiếp theo | Chuyển đến | Bước kế tiếp | Đến bước | Luân chuyển đến
    Bước sau | nextStep | Chuyển bước | To step`,
  ho_ten: `
    Họ và tên | Họ tên | Tên cán bộ | Họ và tên cán bộ | Cán bộ | Tên người dùng | Họ đệm và tên | Họ tên CBCCVC
    CBCC | Full name | Họ tên cán bộ`,
  cccd: `
    CCCD | Số CCCD | Số CCCD/CMND | Căn cước công dân | Số căn cước | Số định danh cá nhân | SĐDCN
    Mã định danh cá nhân | Số ĐDCN | CMND/CCCD | SoDinhDanh | Citizen ID`,
  ngay_sinh: `
    Ngày sinh | Ngày, tháng, năm sinh | Năm sinh | NTNS | Sinh ngày | DOB | NS? | dateOfBirth | Birth date`,
  gioi_tinh: 'Giới tính | Nam/Nữ | GT? | Phái? | Giới? | gender | Sex | Giới tính (Nam/Nữ)',
  sdt: `
    Số điện thoại | SĐT | Điện thoại | ĐT? | Điện thoại di động | Số ĐT | Di động | Số ĐTDĐ | Điện thoại liên hệ
    Số máy | Phone | Mobile`,
  email: `
    Email | Thư điện tử | Địa chỉ email | Email công vụ | Thư công vụ | Mail | Hộp thư | Email liên hệ
    Địa chỉ thư điện tử | Mail công vụ`,
  chuc_vu: `
    Chức vụ | Chức danh | Chức vụ/chức danh | Vị trí việc làm | Vị trí công tác | VTVL | CV? | Chức vụ công tác
    Ngạch | Chức danh nghề nghiệp | Position`,
  vai_tro: `
    Vai trò | Quyền? | Phân quyền | Nhóm quyền | Vai trò/quyền | Quyền hạn? | Vai trò hệ thống | Quyền xử lý
    Nhiệm vụ trên hệ thống | Chức năng? | Role | Permission | Nhiệm vụ? | Phân công? | Vị trí trực | Vai trò trực
    Quyền được cấp | Quyền truy cập | Vai trò được cấp`,
  he_thong: `
    Hệ thống | Tên hệ thống | Phân hệ? | Hệ thống/phân hệ | Phần mềm? | HTTT | Hệ thống cấp tài khoản | Nền tảng?
    Ứng dụng? | Tên phân hệ | System | HT điều phối | Hệ thống gặp lỗi | Hệ thống bị lỗi`,
  ten_dang_nhap: `
    Tên đăng nhập | Tài khoản đăng nhập | Tài khoản | User? | Username | Account? | TK đăng nhập | admin?
    Tên TK đăng nhập | Mã người dùng | tenDN | Login`,
  mat_khau: `
    Mật khẩu | Mật khẩu mặc định | Mật khẩu ban đầu | Mật khẩu đăng nhập | Mật khẩu tạm | Mật khẩu email
    Mật khẩu tài khoản | MK? | MK đăng nhập | Pass | Password | PW? | Mã PIN | Passcode | user_password`,
  ket_qua_dang_nhap: `
    Kết quả đăng nhập | Tình trạng đăng nhập | Đăng nhập thành công | Đăng nhập được/không
    Kết quả kiểm thử đăng nhập | Trạng thái tài khoản | Tình trạng tài khoản | TT đăng nhập | Kết quả kiểm thử
    Đã đăng nhập | login_status | Login result | Trạng thái đăng nhập`,
  dau_moi: `
    Đầu mối | Cán bộ đầu mối | Họ tên đầu mối | Đầu mối liên hệ | Người phụ trách | Cán bộ phụ trách | Lãnh đạo trực
    Chuyên viên trực | Người trực | Cán bộ trực 24/7 | Đầu mối kỹ thuật | Contact point | Họ và tên | Họ tên
    Họ và tên cán bộ | Tên cán bộ | Họ và tên đầu mối | Họ và tên người trực | Cán bộ | Họ và tên cán bộ trực
    Cán bộ trực | Họ tên cán bộ`,
  ca_truc: `
    Ca trực | Ca? | Ca/ngày trực | Ngày trực | Ngày, ca trực | Thời gian trực | Lịch trực | Buổi trực | Giờ trực
    Ngày? | Thứ? | shift`,
  ma_ho_so: `
    Mã hồ sơ | Số hồ sơ | Mã số hồ sơ | Mã HS | Số HS | Số biên nhận | Mã biên nhận | Mã hồ sơ DVC | IDHoSo
    Dossier code`,
  ngay_tiep_nhan: `
    Ngày tiếp nhận | Ngày nhận | Ngày nhận hồ sơ | Thời điểm tiếp nhận | Ngày TN | Ngày nộp | Ngày tiếp nhận HS
    Thời gian tiếp nhận | receivedDate`,
  han_tra: `
    Hạn trả | Ngày hẹn trả | Ngày hẹn trả kết quả | Hạn xử lý | Hạn giải quyết | Ngày trả KQ | Ngày hẹn
    Hạn trả kết quả | Thời hạn trả | NgayKetThucTheoQuyDinh | Due date`,
  trang_thai_ho_so: `
    Trạng thái hồ sơ | Tình trạng hồ sơ | Tình trạng xử lý | Trạng thái xử lý | Kết quả xử lý hồ sơ | TT hồ sơ
    Tình trạng giải quyết | trangThai? | Trạng thái HS | Bước xử lý hiện tại | Dossier status`,
  trang_thai_thanh_toan: `
    Trạng thái thanh toán | Tình trạng thanh toán | Đã thanh toán | Đã nộp phí | Tình trạng thu phí
    Nghĩa vụ tài chính | TT thanh toán | Thanh toán? | Chờ thu phí | paymentStatus`,
  ngay_bao_cao: `
    Ngày báo cáo | Ngày BC | Kỳ báo cáo | Thời điểm báo cáo | Số liệu tính đến | Ngày số liệu | Ngày? | Báo cáo ngày
    Thời gian báo cáo | Ngày tổng hợp | report_date | Ngày phát sinh | Thời điểm phát sinh | Ngày ghi nhận
    Ngày xảy ra | Thời gian phát sinh`,
  gio_gui: `
    Giờ gửi | Giờ báo cáo | Giờ gửi báo cáo | Thời gian gửi | Thời điểm gửi | Thời gian gửi báo cáo | Gửi lúc
    sentAt`,
  sl_tiep_nhan: `
    Số hồ sơ tiếp nhận | Tổng số hồ sơ tiếp nhận | Tổng tiếp nhận | Tiếp nhận trong ngày | Tiếp nhận trong kỳ
    Số HS tiếp nhận | Tổng số? | SL tiếp nhận | HS tiếp nhận | Tổng HS | received? | Total received`,
  sl_truc_tuyen: `
    Trực tuyến? | Số hồ sơ trực tuyến | HS trực tuyến | Tiếp nhận trực tuyến | Nộp trực tuyến
    Hồ sơ nộp qua Cổng DVCQG | SL trực tuyến | Số HS TT | Online? | Qua Cổng DVC | Trực tuyến (hồ sơ)`,
  sl_truc_tiep: `
    Trực tiếp? | Số hồ sơ trực tiếp | HS trực tiếp | Tiếp nhận trực tiếp | Nộp trực tiếp | Trực tiếp, BCCI
    SL trực tiếp | Trực tiếp/bưu chính | direct? | Tại Bộ phận một cửa | Tại TTPVHCC`,
  sl_buu_chinh: `
    Bưu chính? | BCCI? | Bưu chính công ích | Dịch vụ bưu chính | Qua bưu chính | Qua BCCI | Số hồ sơ bưu chính
    Số hồ sơ qua bưu chính | Tiếp nhận bưu chính | Tiếp nhận qua bưu chính | Nộp qua bưu chính | HS bưu chính
    SL bưu chính | postal`,
  sl_da_giai_quyet: `
    Đã giải quyết | Số hồ sơ đã giải quyết | Hồ sơ đã giải quyết | Đã trả kết quả | Tổng số đã giải quyết
    Số HS đã GQ | Đã GQ | Hoàn thành? | Đã xử lý? | Trước hạn? | Đúng hạn? | Resolved?`,
  sl_dang_giai_quyet: `
    Đang giải quyết | Đang xử lý | Số hồ sơ đang giải quyết | HS đang xử lý | Hồ sơ tồn | Tồn kỳ trước chuyển sang
    Đang GQ | Từ kỳ trước? | Trong hạn? | Tồn? | Chưa giải quyết | Pending?`,
  sl_qua_han: `
    Quá hạn | Số hồ sơ quá hạn | HS quá hạn | Trễ hạn | Chậm hạn | Giải quyết quá hạn | Đang giải quyết quá hạn
    SL quá hạn | Hồ sơ trễ hạn | QH? | overdue? | Hồ sơ quá hạn`,
  loi_su_co: `
    Lỗi | Nội dung lỗi | Mô tả lỗi | Lỗi kỹ thuật | Sự cố | Khó khăn, vướng mắc | Nội dung vướng mắc
    Tồn tại, vướng mắc | Vấn đề phát sinh | Nội dung sự cố | KKVM | Issue? | Nội dung phản ánh
    Nội dung lỗi, sự cố | Lỗi, sự cố`,
  nguyen_nhan: `
    Nguyên nhân | Nguyên nhân lỗi | Lý do? | Nguyên nhân vướng mắc | Nguyên nhân sự cố | NN?
    Nguyên nhân khách quan | Nguyên nhân chủ quan | Lý do lỗi | cause?`,
  phuong_an_xu_ly: `
    Phương án xử lý | Giải pháp? | Biện pháp xử lý | Hướng xử lý | Phương án? | Cách khắc phục | Đề xuất, kiến nghị?
    Kiến nghị? | Giải pháp khắc phục | PA xử lý | Biện pháp khắc phục | Resolution`,
  thoi_gian_hoan_thanh: `
    Thời gian hoàn thành | Thời hạn hoàn thành | Ngày hoàn thành | Hạn hoàn thành | Thời gian khắc phục
    Thời điểm hoàn thành | Dự kiến hoàn thành | TG hoàn thành | Deadline? | Thời hạn khắc phục | Ngày khắc phục
    Completion time`,
  ket_qua_xu_ly: `
    Kết quả xử lý | Kết quả khắc phục | Tình trạng khắc phục | KQ xử lý | Đã xử lý/Chưa xử lý
    Kết quả thực hiện khắc phục | Tình trạng xử lý vướng mắc | Kết quả? | Trạng thái xử lý lỗi | outcome?`,
  tinh: 'Tỉnh | Tỉnh/thành phố | Tỉnh/TP | Tên tỉnh | Địa phương? | Tỉnh (mới) | Tỉnh/Thành | province',
  ma_tinh: `
    Mã tỉnh | Mã TP | Mã tỉnh/thành phố | Mã Tỉnh/TP | Mã ĐVHC cấp tỉnh | Mã tỉnh (GSO) | Mã T/TP | province_code
    Mã tỉnh mới | Mã số tỉnh`,
  xa: `
    Xã/phường | Xã, phường, đặc khu | Phường Xã | Tên xã | Đơn vị cấp xã | UBND cấp xã | TTPVHCC cấp xã | ward
    Commune | Tên đơn vị hành chính cấp xã | Tên xã, phường`,
  ma_xa: `
    Mã xã | Mã PX | Mã phường/xã | Mã xã/phường | Mã ĐVHC | Mã ĐVHC cấp xã | Mã đơn vị hành chính | Mã xã mới
    ward_code | Mã số ĐVHC | Commune code`,
  ghi_chu: `
    Ghi chú | Ghi chú khác | Mô tả? | Lưu ý? | GC? | Note? | Notes? | Chú thích | Diễn giải? | Ý kiến? | Remark?
    Khác?`,
};
