/** One demand of an official letter, in our own words, and how the product answers it. */
export interface LetterDemand {
  /** Number of the letter as rules cite it (`asks`), e.g. `003`. */
  readonly letter: string;
  /** Place in the letter, e.g. `§1đ`. */
  readonly paragraph: string;
  readonly demand: string;
  /** Rule ids, or prefixes of whole groups such as `FEE`. */
  readonly rules: readonly string[];
  /** Why no rule can answer it, or what remains beside the rules. */
  readonly notByData?: string;
}

/** The letters, by the number rules cite. */
export const LETTERS: Readonly<Record<string, string>> = {
  '000': 'Công văn số 7007/UBND-PVHCC ngày 29/5/2026 của UBND tỉnh Gia Lai',
  '001': 'Công văn tháng 6/2026 của UBND tỉnh Đắk Lắk',
  '002': 'Công văn năm 2026 của UBND thành phố Đồng Nai',
  '003': 'Công văn tháng 5/2026 của UBND tỉnh An Giang',
  '004': 'Công văn tháng 5/2026 của UBND tỉnh Bắc Ninh',
};

const ON_SITE = 'Là việc tổ chức, phối hợp hoặc hỗ trợ trực tiếp; không có dữ liệu bảng tính để kiểm tra.';
const SYSTEMS = 'Là việc vận hành, kết nối hệ thống; kiểm tra trên hệ thống, không phải trên bảng tính.';

/** Every demand of the five letters, in their order. */
export const LETTER_DEMANDS: readonly LetterDemand[] = [
  {
    letter: '000',
    paragraph: '§1 gạch 1',
    demand: 'Phân công lãnh đạo, chuyên viên trực 24/7.',
    rules: ['RPT-06', 'REF-08'],
  },
  {
    letter: '000',
    paragraph: '§1 gạch 2',
    demand:
      'Rà soát tài khoản, phân quyền trên Hệ thống điều phối và hệ thống tập trung; không để đăng nhập thất bại, thiếu quyền, phân quyền sai chức năng.',
    rules: ['USR', 'CMP-13', 'REF-05', 'REF-06', 'REF-07', 'UNQ-03'],
  },
  {
    letter: '000',
    paragraph: '§1 gạch 3',
    demand: 'Có phương án dự phòng để tiếp nhận, giải quyết không gián đoạn.',
    rules: ['CUT-06'],
    notByData:
      'Chất lượng của phương án do người có thẩm quyền đánh giá; quy tắc chỉ kiểm tra có mục, có người phụ trách.',
  },
  {
    letter: '000',
    paragraph: '§1 gạch 4',
    demand: 'Cập nhật đầy đủ tài khoản thụ hưởng, mã phí, mức phí, thời gian giải quyết và cấu hình khác.',
    rules: ['ACC', 'FEE', 'DUE', 'CMP-05', 'CMP-08', 'REF-01', 'REF-03', 'UNQ-04'],
  },
  {
    letter: '000',
    paragraph: '§1 gạch 4 (hồ sơ chờ thu phí)',
    demand: 'Hoàn thành thanh toán hồ sơ chờ thu phí trước 20 giờ 00 ngày 29/5/2026.',
    rules: ['CUT-01', 'CUT-04'],
  },
  {
    letter: '000',
    paragraph: '§1 gạch 5',
    demand:
      'Rà soát danh mục TTHC, DVC trên Cổng mới; theo dõi tiếp nhận, đồng bộ trạng thái, thanh toán, trả kết quả.',
    rules: ['FMT', 'NAT', 'CUT-02', 'CUT-03', 'CUT-05'],
  },
  {
    letter: '000',
    paragraph: '§2',
    demand: 'Công an hỗ trợ người dân đăng ký, đăng nhập, dùng VNeID; tổng hợp vướng mắc.',
    rules: ['RPT-04'],
    notByData: ON_SITE,
  },
  { letter: '000', paragraph: '§3 gạch 1', demand: 'Nhân sự kỹ thuật trực 24/7.', rules: ['RPT-06'] },
  {
    letter: '000',
    paragraph: '§3 gạch 2',
    demand: 'Cập nhật API, bảo đảm đồng bộ hồ sơ, trạng thái, thanh toán.',
    rules: ['CUT-02', 'CUT-03'],
    notByData: SYSTEMS,
  },
  { letter: '000', paragraph: '§3 gạch 3', demand: 'Phương án sao lưu, phục hồi hệ thống.', rules: ['CUT-06'] },
  { letter: '000', paragraph: '§4', demand: 'Doanh nghiệp cử đầu mối phối hợp.', rules: ['REF-08'] },
  {
    letter: '000',
    paragraph: '§5 gạch 1',
    demand: 'Đánh giá nguy cơ an toàn thông tin, nghẽn kết nối, lỗi tích hợp.',
    rules: [],
    notByData: SYSTEMS,
  },
  {
    letter: '000',
    paragraph: '§5 gạch 2',
    demand: 'Báo cáo hằng ngày gửi Trung tâm Dữ liệu quốc gia.',
    rules: ['RPT-01', 'RPT-02', 'RPT-03', 'RPT-05'],
  },

  { letter: '001', paragraph: '§1a', demand: 'Bố trí nhân sự đầu mối.', rules: ['REF-08', 'USR-04', 'USR-05'] },
  {
    letter: '001',
    paragraph: '§1b',
    demand: 'Theo dõi tiếp nhận hồ sơ và các phân hệ; phản ánh khó khăn, vướng mắc.',
    rules: ['RPT-03', 'RPT-04', 'RPT-05'],
  },
  {
    letter: '001',
    paragraph: '§1c',
    demand: 'Phối hợp bộ, ngành triển khai hệ thống tập trung.',
    rules: [],
    notByData: ON_SITE,
  },
  {
    letter: '001',
    paragraph: '§1d',
    demand: 'Phân quyền, kiểm soát chặt chẽ tài khoản quản trị cấp đơn vị và tài khoản xử lý.',
    rules: ['USR-03', 'USR-07', 'USR-09', 'USR-10', 'UNQ-03'],
  },
  {
    letter: '001',
    paragraph: '§1e',
    demand: 'Hướng dẫn người dân dùng VNeID mức độ 2, tra cứu hồ sơ.',
    rules: ['USR-03'],
    notByData: ON_SITE,
  },
  {
    letter: '001',
    paragraph: '§2a',
    demand: 'Rà soát hạ tầng, tài khoản, luồng nghiệp vụ, dữ liệu đồng bộ, kết nối.',
    rules: ['USR', 'WFL', 'CUT-02', 'CUT-03'],
    notByData: 'Phần hạ tầng, kết nối kiểm tra trên hệ thống.',
  },
  {
    letter: '001',
    paragraph: '§2b',
    demand: 'Kiểm tra đồng bộ hồ sơ, trạng thái, kết quả, nghĩa vụ tài chính; xử lý lỗi điều hướng, thanh toán.',
    rules: ['CUT-01', 'CUT-02', 'CUT-03', 'URL', 'REF-03'],
  },
  {
    letter: '001',
    paragraph: '§2c',
    demand: 'Tổng hợp trường hợp thiếu tài khoản, thiếu quyền, sai phạm vi, không đăng nhập được.',
    rules: ['USR-06', 'USR-07', 'USR-08', 'USR-09', 'USR-13', 'CMP-13', 'REF-07'],
  },
  {
    letter: '001',
    paragraph: '§2d',
    demand: 'Rà soát, đồng bộ hồ sơ phát sinh trước chuyển đổi chưa hoàn thành.',
    rules: ['CUT-02', 'CUT-04', 'FMT-12', 'FMT-13', 'UNQ-06'],
  },
  {
    letter: '001',
    paragraph: '§2e',
    demand: 'Nhân lực kỹ thuật trực 24/7, tập huấn.',
    rules: ['RPT-06'],
    notByData: 'Tập huấn là việc trực tiếp.',
  },
  {
    letter: '001',
    paragraph: '§3a',
    demand: 'Công an tỉnh hỗ trợ xử lý sự cố xác thực, tài khoản.',
    rules: ['RPT-04'],
    notByData: ON_SITE,
  },
  {
    letter: '001',
    paragraph: '§3b',
    demand: 'Báo cáo trước 17 giờ 00 hằng ngày.',
    rules: ['RPT-01', 'RPT-02', 'RPT-03'],
  },
  { letter: '001', paragraph: '§4', demand: 'Theo dõi, đôn đốc, tổng hợp khó khăn, vướng mắc.', rules: ['RPT-04'] },
  {
    letter: '001',
    paragraph: '§5a',
    demand: 'Doanh nghiệp thường trực xử lý lỗi kết nối, đăng nhập, thanh toán, đồng bộ.',
    rules: ['RPT-04', 'RPT-06'],
    notByData: SYSTEMS,
  },
  {
    letter: '001',
    paragraph: '§5b',
    demand: 'Rà soát hồ sơ cũ chuyển từ Cổng cũ sang hệ thống mới.',
    rules: ['CUT-02', 'CUT-03'],
  },
  {
    letter: '001',
    paragraph: '§6a',
    demand: 'UBND cấp xã rà soát việc tiếp nhận, giải quyết trên hệ thống dùng chung.',
    rules: ['NAT', 'FMT', 'CMP', 'RPT-03'],
  },
  {
    letter: '001',
    paragraph: '§6b',
    demand: 'Kiểm tra tài khoản, phân quyền cán bộ Trung tâm Phục vụ hành chính công cấp xã.',
    rules: ['USR', 'REF-07'],
  },
  {
    letter: '001',
    paragraph: '§6c–d',
    demand: 'Phối hợp kiểm thử; hướng dẫn người dân.',
    rules: ['USR-13'],
    notByData: ON_SITE,
  },

  { letter: '002', paragraph: '§1 gạch 1', demand: 'Bố trí nhân sự đầu mối.', rules: ['REF-08'] },
  {
    letter: '002',
    paragraph: '§1 gạch 2',
    demand: 'Theo dõi tiếp nhận hồ sơ và các phân hệ.',
    rules: ['RPT-03', 'RPT-04', 'RPT-05'],
  },
  {
    letter: '002',
    paragraph: '§1 gạch 3',
    demand: 'Phối hợp bộ, ngành triển khai hệ thống tập trung.',
    rules: [],
    notByData: ON_SITE,
  },
  {
    letter: '002',
    paragraph: '§1 gạch 4',
    demand: 'Phân quyền, kiểm soát tài khoản quản trị cấp đơn vị, tài khoản xử lý.',
    rules: ['USR-07', 'USR-09', 'USR-10'],
  },
  { letter: '002', paragraph: '§2 gạch 1–2', demand: 'Sẵn sàng điều kiện chuyển đổi.', rules: ['CUT-06', 'CUT-07'] },
  {
    letter: '002',
    paragraph: '§2 gạch 3',
    demand: 'Cấu hình tài khoản thụ hưởng thống nhất, chính xác; khai báo tài khoản, phân quyền.',
    rules: ['ACC', 'UNQ-04', 'REF-03', 'USR-08'],
  },
  {
    letter: '002',
    paragraph: '§2 gạch 4',
    demand: 'Rà soát đường dẫn đã khai báo, SSO qua VNeID, tới đúng giao diện nộp hồ sơ của từng TTHC.',
    rules: ['URL', 'FMT-16'],
  },
  { letter: '002', paragraph: '§2 gạch 5', demand: 'Tổ thường trực 24/7.', rules: ['RPT-06'] },
  {
    letter: '002',
    paragraph: '§2 gạch 6',
    demand: 'Hệ thống thông tin giải quyết TTHC ổn định, đồng bộ; tổng hợp vướng mắc.',
    rules: ['CUT-02', 'CUT-03', 'RPT-04'],
    notByData: SYSTEMS,
  },
  {
    letter: '002',
    paragraph: '§3 gạch 1',
    demand: 'Báo cáo, tập hợp vướng mắc của 95 xã, phường trước 17 giờ 00 hằng ngày.',
    rules: ['RPT-01', 'RPT-02', 'RPT-04', 'ADM-08'],
  },
  {
    letter: '002',
    paragraph: '§3 gạch 2 – §4',
    demand: 'Phối hợp xử lý vướng mắc, theo dõi tiến độ.',
    rules: ['RPT-04'],
    notByData: ON_SITE,
  },

  { letter: '003', paragraph: '§1a', demand: 'Tổ thường trực 24/7 ứng phó sự cố.', rules: ['RPT-06', 'REF-08'] },
  {
    letter: '003',
    paragraph: '§1b',
    demand: 'Rà soát tài khoản, phân quyền; không thiếu tài khoản, sai đơn vị, thiếu quyền, phân quyền sai.',
    rules: ['USR', 'CMP-13', 'REF-05', 'REF-06', 'REF-07', 'WFL-06', 'WFL-10'],
  },
  {
    letter: '003',
    paragraph: '§1c',
    demand: 'Phương án tiếp nhận, giải quyết khi hệ thống gặp sự cố.',
    rules: ['CUT-06'],
  },
  {
    letter: '003',
    paragraph: '§1d',
    demand: 'Rà soát toàn bộ danh mục TTHC, DVC đã công khai trên Cổng mới và hệ thống của tỉnh.',
    rules: ['NAT', 'UNQ-01', 'UNQ-02', 'CUT-05', 'ROW-08'],
  },
  {
    letter: '003',
    paragraph: '§1đ',
    demand: 'Đối chiếu mã TTHC, mã DVC, thành phần hồ sơ, biểu mẫu, phí, cơ quan thực hiện, thời hạn, quy trình.',
    rules: ['FMT', 'CMP', 'ROW', 'NAT', 'FEE', 'DUE', 'DOC', 'WFL', 'TXT', 'REF-02', 'REF-04', 'REF-09'],
  },
  {
    letter: '003',
    paragraph: '§1e',
    demand: 'Thiết bị, nhân lực hỗ trợ người dân; tuyên truyền.',
    rules: [],
    notByData: ON_SITE,
  },
  {
    letter: '003',
    paragraph: '§1g',
    demand: 'Tiếp tục rà soát danh mục; theo dõi đồng bộ, thanh toán, trả kết quả.',
    rules: ['NAT', 'CUT-02', 'CUT-03'],
  },
  {
    letter: '003',
    paragraph: '§2',
    demand: 'Công an tỉnh phối hợp, tổng hợp vướng mắc về định danh, tài khoản; báo cáo hằng ngày.',
    rules: ['RPT-01', 'RPT-02', 'RPT-04'],
  },
  {
    letter: '003',
    paragraph: '§3',
    demand: 'Bảo đảm hạ tầng kết nối; phân công trực 24/7.',
    rules: ['RPT-06'],
    notByData: 'Phần hạ tầng kiểm tra trên hệ thống.',
  },
  {
    letter: '003',
    paragraph: '§4a–c',
    demand: 'Viễn thông trực 24/7, cử đầu mối, cập nhật API.',
    rules: ['RPT-06', 'REF-08'],
    notByData: SYSTEMS,
  },
  { letter: '003', paragraph: '§4d', demand: 'Phương án sao lưu, phục hồi.', rules: ['CUT-06'] },
  {
    letter: '003',
    paragraph: '§4đ',
    demand: 'Thông tin lỗi kỹ thuật: nguyên nhân, phương án, thời gian hoàn thành, kết quả.',
    rules: ['RPT-04'],
  },
  {
    letter: '003',
    paragraph: '§5',
    demand: 'MobiFone trực, cử đầu mối, công khai danh sách hỗ trợ tại 102 Trung tâm cấp xã; thông tin lỗi.',
    rules: ['RPT-06', 'REF-08', 'RPT-04', 'ADM-08'],
  },
  {
    letter: '003',
    paragraph: '§6',
    demand: 'Văn phòng theo dõi tiếp nhận, ghi nhận lỗi, phân công trực, tổng hợp.',
    rules: ['RPT-03', 'RPT-04', 'RPT-06'],
  },
  {
    letter: '003',
    paragraph: '§7a',
    demand: 'Báo cáo nhanh theo biểu mẫu hoặc biểu mẫu tương tự.',
    rules: ['RPT-03', 'RPT-04'],
    notByData: 'Mẫu của Công văn 2570 chưa công khai; chương trình nhận biểu mẫu bất kỳ có đủ cột.',
  },
  {
    letter: '003',
    paragraph: '§7b',
    demand: 'Gửi báo cáo trước 16 giờ 00 về Công an tỉnh, trước 17 giờ 00 về Trung tâm Dữ liệu quốc gia.',
    rules: ['RPT-01', 'RPT-02'],
  },
  {
    letter: '003',
    paragraph: '§7c',
    demand: 'Phản ánh ngay nội dung khẩn cấp.',
    rules: ['RPT-04'],
    notByData: 'Thời điểm phản ánh khẩn cấp không có trong bảng.',
  },
  { letter: '003', paragraph: '§8a', demand: 'Không để gián đoạn tiếp nhận, giải quyết.', rules: ['CUT-04', 'RPT-05'] },
  {
    letter: '003',
    paragraph: '§8b',
    demand:
      'Kịp thời rà soát thay đổi về danh mục, trạng thái, phí, thành phần hồ sơ, biểu mẫu, luồng do bộ, ngành cập nhật.',
    rules: ['NAT-02', 'NAT-06', 'NAT-10', 'NAT-11', 'NAT-12', 'CUT-08'],
  },
  {
    letter: '003',
    paragraph: '§8c',
    demand: 'Ghi nhận vướng mắc về VNeID tổ chức, ký số, ủy quyền.',
    rules: ['RPT-04'],
  },
  {
    letter: '003',
    paragraph: '§8d',
    demand: 'Phối hợp phục hồi hệ thống khi được yêu cầu, không thất lạc hồ sơ.',
    rules: ['CUT-06', 'CUT-02'],
  },

  { letter: '004', paragraph: '§1 gạch 1', demand: 'Cử và gửi thông tin cán bộ đầu mối.', rules: ['REF-08', 'USR-04'] },
  { letter: '004', paragraph: '§1 gạch 2–3', demand: 'Cán bộ chuyên trách trực 24/7.', rules: ['RPT-06'] },
  {
    letter: '004',
    paragraph: '§1 gạch 4',
    demand:
      'Rà soát tài khoản, phân quyền trên Hệ thống điều phối, hệ thống tập trung, quản trị thanh toán; đăng nhập qua VNeID.',
    rules: ['USR', 'CMP-13', 'REF-05', 'REF-06', 'REF-07', 'UNQ-03'],
  },
  {
    letter: '004',
    paragraph: '§1 gạch 5',
    demand: 'Cập nhật tài khoản thụ hưởng, mã phí, mức phí, thời gian giải quyết.',
    rules: ['ACC', 'FEE', 'DUE', 'CMP-05', 'CMP-08', 'REF-01', 'REF-03'],
  },
  {
    letter: '004',
    paragraph: '§1 gạch 6',
    demand: 'Rà soát danh mục TTHC, DVC; theo dõi đồng bộ, thanh toán, trả kết quả.',
    rules: ['FMT', 'NAT', 'CUT-02', 'CUT-03', 'CUT-05'],
  },
  { letter: '004', paragraph: '§1 gạch 7', demand: 'Tổng hợp khó khăn, vướng mắc.', rules: ['RPT-04'] },
  {
    letter: '004',
    paragraph: '§1 gạch 8',
    demand: 'Báo cáo hằng ngày trước 16 giờ: sở, ngành gửi Công an tỉnh; xã, phường gửi Công an xã.',
    rules: ['RPT-01', 'RPT-02'],
  },
  {
    letter: '004',
    paragraph: '§2',
    demand: 'Công an hỗ trợ người dân; tổng hợp báo cáo hằng ngày.',
    rules: ['RPT-01', 'RPT-02'],
    notByData: 'Phần hỗ trợ người dân là việc trực tiếp.',
  },
  {
    letter: '004',
    paragraph: '§3–5',
    demand: 'Hạ tầng, kết nối, trực kỹ thuật 24/7, hướng dẫn cán bộ.',
    rules: ['RPT-06', 'RPT-04'],
    notByData: SYSTEMS,
  },
  {
    letter: '004',
    paragraph: '§6',
    demand:
      'Trung tâm Phục vụ hành chính công tổng hợp đầu mối, theo dõi vận hành, tổng hợp vướng mắc, làm việc với đoàn khảo sát.',
    rules: ['REF-08', 'RPT-04', 'RPT-06', 'CUT-07'],
  },
];
