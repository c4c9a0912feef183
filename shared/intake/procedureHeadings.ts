import type { FieldKey } from '../domain/fields.ts';

/** Headings that agencies write over the columns of procedures, channels, dossier components and fees.
 *
 *  Spellings are separated by `|` or a line break, the best known first, and compared without diacritics, case and
 *  punctuation. A trailing `?` marks a heading too general to tell much by itself ("Tên", "Mã số"). A heading that
 *  stands under several fields is ambiguous: sheet kind, parent heading and content decide (DOMAIN §6.2). */
export const PROCEDURE_HEADINGS: Partial<Record<FieldKey, string>> = {
  stt: 'STT | Số TT | TT | Số thứ tự | No? | ROW_STT | Số thứ tự TTHC | Thứ tự',
  ma_tthc: `
    Mã TTHC | Mã số? | Mã số TTHC | Mã thủ tục | Mã thủ tục hành chính | Mã số thủ tục hành chính | Mã số hồ sơ TTHC
    Mã TT? | Mã hồ sơ TTHC | Mã số HS TTHC | Mã QG? | Mã TTHC quốc gia | Mã thủ tục (CSDLQG) | Mã CSDL quốc gia
    TTHC? | TTHC_MA | PROCEDURE_CODE | code? | codeNotation | Số hồ sơ TTHC | Số hồ sơ thủ tục hành chính
    Mã số TTHC trên CSDLQG | Mã TTHC trên Cổng DVCQG | Mã TTHC/DVC | Mã số thủ tục | Mã TTHC (1)`,
  ma_dvc: `
    Mã DVC | Mã dịch vụ công | Mã DVCTT | Mã dịch vụ công trực tuyến | Mã DVC quốc gia | Mã DVCQG | Mã dịch vụ
    Mã trường hợp | Mã trường hợp giải quyết | Mã TH? | MaDVCThuTucDVCQuocGia | service_code | caseCode`,
  ten_tthc: `
    Tên TTHC | Tên? | Tên thủ tục | Tên thủ tục hành chính | Tên gọi TTHC | Thủ tục hành chính | Nội dung thủ tục
    Danh mục TTHC | Tên dịch vụ công | Tên DVC | Tên DVCTT | Tên thủ tục/ dịch vụ công | TTHC_TEN | PROCEDURE_NAME
    name? | Tên TTHC/DVC | Tên thủ tục hành chính, dịch vụ công | Thủ tục? | Tên thủ tục/nhóm thủ tục`,
  truong_hop: `
    Trường hợp | Tên trường hợp | Trường hợp giải quyết | Trường hợp thực hiện | Trường hợp áp dụng
    Trường hợp hồ sơ | caseName`,
  so_quyet_dinh: `
    Số quyết định | Số QĐ | Số QĐ công bố | QĐ công bố | Quyết định công bố | Số quyết định công bố
    Số, ngày QĐ công bố | Số/ký hiệu QĐ | Quyết định? | Văn bản công bố | QĐ công bố của Bộ
    QĐ công bố của UBND tỉnh | QDCB | QDCBID | IDQUYETDINHCONGBO | decisionNo | proposalNumber`,
  ngay_quyet_dinh: `
    Ngày quyết định | Ngày QĐ | Ngày ban hành QĐ | Ngày công bố | Ngày ký QĐ | Ngày ban hành | Ngày, tháng, năm QĐ
    Ngày QĐ công bố | Ngày quyết định công bố | decisionDate | publicationDate`,
  co_quan_cong_bo: `
    Cơ quan công bố | Cơ quan ban hành | Cơ quan công khai | Cơ quan ban hành QĐ | Cơ quan quyết định | CQ công bố
    CQ ban hành | Bộ, ngành công bố | Đơn vị công bố | PUBLISHED_AGENCY | departmentPromulgate | Publishing agency`,
  cap_thuc_hien: `
    Cấp thực hiện | Cấp TH | Cấp giải quyết | Cấp? | Cấp hành chính | Cấp chính quyền | Cấp thực hiện TTHC
    Cấp tiếp nhận | Thẩm quyền? | Cấp thẩm quyền | executionLevel | Level?`,
  loai_tthc: `
    Loại TTHC | Loại thủ tục | Loại thủ tục hành chính | Phân loại TTHC | Loại? | Phân loại? | Nhóm TTHC
    formalityType | type? | Procedure type | Kiểu TTHC`,
  linh_vuc: `
    Lĩnh vực | Lĩnh vực TTHC | Ngành, lĩnh vực | Lĩnh vực thực hiện | Tên lĩnh vực | Nhóm lĩnh vực | LV?
    FIELD_NAME | categories? | Field? | Sector?`,
  ma_linh_vuc: `
    Mã lĩnh vực | Mã LV | Mã ngành, lĩnh vực | Mã ngành | field_code | category.code | Mã lĩnh vực QG
    Mã số lĩnh vực | Mã lĩnh vực TTHC | Ký hiệu lĩnh vực | LV code`,
  doi_tuong: `
    Đối tượng | Đối tượng thực hiện | Đối tượng thực hiện TTHC | ĐT thực hiện | Đối tượng áp dụng | Người thực hiện
    Đối tượng nộp hồ sơ | Loại đối tượng | subjectTypes | formalityTargetType | Applicant type`,
  trinh_tu: `
    Trình tự thực hiện | Trình tự | Các bước thực hiện | Quy trình thực hiện | TTTH | executionSteps
    Mô tả chi tiết | Trường hợp xử lý | Steps? | Nội dung thực hiện | Trình tự, cách thức`,
  hinh_thuc_nop: `
    Hình thức nộp | Cách thức thực hiện | Cách thức | Cách thức nộp hồ sơ | Kênh nộp | Kênh thực hiện
    Kênh tiếp nhận | Phương thức? | Phương thức nộp | Hình thức tiếp nhận | Nơi tiếp nhận | KENH | submissionMethod
    Channel?`,
  thoi_han: `
    Thời hạn giải quyết | Thời hạn GQ | Thời gian giải quyết | Thời gian GQ | Thời gian? | Thời hạn? | TG giải quyết
    TGGQ | Thời gian xử lý | Số ngày giải quyết | Thời gian quy định | Thời hạn theo quy định
    Thời gian thực hiện | Thời gian GQ theo QĐ | Tổng thời gian | processingTime | processingDay | Thời hạn xử lý
    Thời hạn giải quyết TTHC | Thời hạn giải quyết (ngày)`,
  thoi_han_cat_giam: `
    Thời gian cắt giảm | Thời gian sau cắt giảm | TG rút ngắn | Thời hạn sau rút ngắn | Thời gian thực tế
    Thời gian giải quyết thực tế | Cắt giảm? | Số ngày cắt giảm | Tỷ lệ cắt giảm | TG cắt giảm | Thời hạn của tỉnh
    Thời gian theo QTNB | Sau cắt giảm | Thời hạn sau cắt giảm | Thời gian giải quyết sau cắt giảm`,
  dv_tinh_thoi_han: `
    Đơn vị tính | ĐVT | Đơn vị thời gian | Loại ngày | Ngày/giờ | processingTimeUnit | Đơn vị? | Unit? | Kiểu ngày
    Ngày làm việc/ngày | Đvt thời gian`,
  phi_le_phi: `
    Phí, lệ phí | Phí, lệ phí (nếu có) | Phí và lệ phí | PLP | Mức thu | Mức phí, lệ phí | Mức thu phí, lệ phí
    Số tiền | Mức phí | Mức lệ phí | Phí (đồng) | Lệ phí (đồng) | Lệ phí | Phí | Gia? | fees? | Fee?`,
  mo_ta: `
    Mô tả? | Mô tả cách thức | Mô tả phí | Mô tả thủ tục | Mô tả TTHC | Nội dung mô tả | Diễn giải? | Giải thích?
    description`,
  ma_phi: `
    Mã phí | Mã lệ phí | Mã phí, lệ phí | Mã PLP | Mã khoản thu | Mã loại phí | Mã loại phí, lệ phí
    Mã danh mục phí | fee_code | LoaiPhiLePhi?`,
  loai_phi: `
    Loại phí | Loại phí, lệ phí | Phí hay lệ phí | Loại khoản thu | Phân loại phí | feeType | Loại PLP
    Là phí/lệ phí | Nhóm phí`,
  can_cu_thu_phi: `
    Căn cứ thu phí | Văn bản quy định mức thu | Căn cứ pháp lý thu phí | VB quy định phí | Thông tư thu phí
    Nghị quyết HĐND về phí | Cơ sở pháp lý mức thu | Văn bản thu phí, lệ phí | Căn cứ mức thu | NQ HĐND | VB phí
    Căn cứ PLP`,
  thoi_han_hieu_luc_phi: `
    Hiệu lực mức thu | Áp dụng từ ngày | Áp dụng đến ngày | Thời hạn áp dụng | Ngày hiệu lực | Ngày hết hiệu lực
    Hiệu lực từ | Hiệu lực đến | Thời gian áp dụng mức phí | Từ ngày? | Đến ngày? | Fee validity`,
  thanh_phan_ho_so: `
    Thành phần hồ sơ | TPHS | Tên giấy tờ | Thành phần, số lượng hồ sơ | Thành phần HS | Hồ sơ? | Giấy tờ phải nộp
    Danh mục giấy tờ | Tên thành phần hồ sơ | Loại giấy tờ | profileComponents | Document? | Tên thành phần
    Tên thành phần giấy tờ`,
  ma_tphs: `
    Mã TPHS | Mã thành phần hồ sơ | Mã giấy tờ | Mã thành phần | Mã loại giấy tờ | Mã GT? | Mã định danh giấy tờ
    Mã thành phần HS | profileComponent.code`,
  ban_chinh: `
    Bản chính | Số bản chính | SL bản chính | Số lượng bản chính | BC? | Bản gốc | originalQty
    Bản chính (số lượng) | SLBC | Original?`,
  ban_sao: `
    Bản sao | Số bản sao | SL bản sao | Số lượng bản sao | BS? | Bản photo | copyQty | Bản sao (số lượng) | SLBS
    Copy?`,
  so_bo: `
    Số bộ hồ sơ | Số lượng hồ sơ | Số bộ | SL hồ sơ | Số lượng? | SL? | Số lượng bộ hồ sơ | Số lượng HS | Quantity?
    Bộ hồ sơ? | Số lượng (bộ)`,
  mau_don: `
    Mẫu đơn, tờ khai | Mẫu đơn | Tờ khai | Biểu mẫu | Mẫu đơn, mẫu tờ khai | Tên mẫu đơn | Mẫu số | Tên biểu mẫu
    Biểu mẫu điện tử | e-Form | attachments | Form?`,
  ma_bieu_mau: `
    Mã biểu mẫu | Mã mẫu | Mã mẫu đơn | Mã eForm | Mã biểu mẫu điện tử | Ký hiệu mẫu | Số hiệu mẫu | Mã BM | Mã BMĐT
    form_code | eform_id`,
  co_bm_dien_tu: `
    BM điện tử | Có biểu mẫu điện tử | Biểu mẫu điện tử (Có/Không) | BMĐT | hasElectronicForm | Có eForm
    eForm (Có/Không) | Tờ khai điện tử | Mẫu điện tử | Biểu mẫu tương tác | E-form | Biểu mẫu điện tử`,
  co_quan_thuc_hien: `
    Cơ quan thực hiện | CQ thực hiện | Cơ quan giải quyết | Cơ quan trực tiếp thực hiện | Đơn vị thực hiện
    Cơ quan tiếp nhận, giải quyết | Đơn vị giải quyết | Cơ quan xử lý | CQGQ | IMPLEMENTATION_AGENCY
    departmentsExecuting | Implementing agency`,
  co_quan_tham_quyen: `
    Cơ quan có thẩm quyền | Cơ quan có thẩm quyền quyết định | CQ thẩm quyền | Cấp có thẩm quyền
    Thẩm quyền giải quyết | Cơ quan quyết định | CQ có TQ | departmentsAuthority | Người có thẩm quyền
    Thẩm quyền quyết định | Competent authority`,
  co_quan_uy_quyen: `
    Cơ quan được ủy quyền | CQ được ủy quyền | Cơ quan hoặc người được ủy quyền | Cơ quan được phân cấp, ủy quyền
    Cơ quan được UQ | Đơn vị được ủy quyền | departmentsAuthorized | Ủy quyền? | Phân cấp/ủy quyền
    Authorized agency`,
  co_quan_phoi_hop: `
    Cơ quan phối hợp | CQ phối hợp | Đơn vị phối hợp | Cơ quan liên quan | Cơ quan phối hợp giải quyết | CQPH
    departmentsCoordinating | Phối hợp? | Cơ quan, đơn vị phối hợp | Đơn vị liên thông | Coordinating agency`,
  dia_chi_tiep_nhan: `
    Địa chỉ tiếp nhận HS | Địa chỉ tiếp nhận | Địa chỉ tiếp nhận hồ sơ | Địa điểm thực hiện | Địa điểm tiếp nhận
    Nơi nộp hồ sơ | Địa chỉ nộp hồ sơ | Nơi tiếp nhận và trả kết quả | Địa chỉ TN | receptionAddress`,
  ma_don_vi: `
    Mã đơn vị | Mã định danh | Mã định danh cơ quan | Mã định danh điện tử | Mã ĐDĐT | Mã cơ quan | Mã CQ
    Mã định danh đơn vị | Mã ĐV | department code | Agency code`,
  don_vi: `
    Đơn vị? | Cơ quan? | Cơ quan, đơn vị | Tên đơn vị | Đơn vị công tác | Cơ quan công tác | Sở, ngành | Xã, phường
    UBND xã/phường | Phòng ban? | Department? | Tên cơ quan | Tên cơ quan, đơn vị | Đơn vị, địa phương
    Địa phương, đơn vị | Sở, ban, ngành | Đơn vị báo cáo | Đơn vị quản lý | Tên xã, phường | Trung tâm?
    Tên trung tâm | Đơn vị hành chính | Tên đơn vị hành chính | Nơi công tác | Đơn vị thực hiện`,
  ket_qua: `
    Kết quả? | Kết quả thực hiện | Kết quả giải quyết | Kết quả thực hiện TTHC | KQTH | Tên kết quả
    Kết quả giải quyết TTHC | KQ giải quyết | Kết quả xử lý | results? | Result? | Sản phẩm | Kết quả/Sản phẩm`,
  ma_ket_qua: `
    Mã kết quả | Mã KQ | Mã giấy tờ kết quả | Mã KQTH | Mã kết quả giải quyết | resultCode | Mã KQGQ
    Mã kết quả TTHC | Mã giấy tờ KQ`,
  can_cu_phap_ly: `
    Căn cứ pháp lý | CCPL | Căn cứ? | Cơ sở pháp lý | Văn bản QPPL | Văn bản quy phạm pháp luật | Số ký hiệu?
    Văn bản quy định | VBQPPL | legalBasis`,
  yeu_cau_dieu_kien: `
    Yêu cầu, điều kiện | Yêu cầu, điều kiện thực hiện | Yêu cầu, điều kiện thực hiện TTHC | YCĐK
    Điều kiện thực hiện | Điều kiện? | Yêu cầu? | requirements | Yêu cầu/điều kiện (nếu có) | Conditions`,
  tu_khoa: 'Từ khóa | Từ khóa tìm kiếm | Keyword | Keywords | TK tìm kiếm | Thẻ? | Tags? | Từ khoá TTHC | Nhãn?',
  tthc_lien_quan: `
    TTHC liên quan | Thủ tục hành chính liên quan | TTHC liên thông | Thủ tục liên quan | Nhóm TTHC liên thông
    TTHC LT | relatedFormalities | Liên thông? | Thủ tục liên thông | Related procedures`,
};
