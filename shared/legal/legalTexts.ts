/** A legal text: when it holds, and what stands in its place. Days are ISO dates. */
export interface LegalText {
  /** Number and symbol without the kind's abbreviation: `63/2010/NĐ-CP`. */
  readonly number: string;
  /** Kind and subject in short, not always the official title: "Nghị định về kiểm soát thủ tục hành chính". */
  readonly title: string;
  /** First day in force; absent where it is not known. */
  readonly from?: string;
  /** Last day in force; absent while it holds, or where the day is not known. */
  readonly until?: string;
  /** Number of the text that took its place. */
  readonly replacedBy?: string;
  /** It was replaced (`replacedBy`) on a day that no text at hand tells; its articles still describe the structure. */
  readonly predecessor?: true;
  /** Numbers of texts that amend it. */
  readonly amendedBy?: readonly string[];
}

/** Day of the product's baseline: NĐ 224/2026/NĐ-CP comes into force, NĐ 42/2022/NĐ-CP ends (DOMAIN §1.1). */
export const BASELINE_DAY = '2026-07-01';

// Only what DOMAIN and the extracts in its folder "legal" tell: a day that stands in neither is left out. Rule sets add,
// correct and end texts in their section `legalTexts`.
/** The legal texts that rules cite, and those that took their place, as of {@link BASELINE_DAY}. */
export const LEGAL_TEXTS: readonly LegalText[] = [
  {
    number: '97/2015/QH13',
    title: 'Luật Phí và lệ phí',
    from: '2017-01-01',
  },
  {
    number: '91/2015/QH13',
    title: 'Bộ luật Dân sự',
  },
  {
    number: '63/2010/NĐ-CP',
    title: 'Nghị định về kiểm soát thủ tục hành chính',
    from: '2010-10-14',
    amendedBy: ['48/2013/NĐ-CP', '92/2017/NĐ-CP'],
  },
  {
    number: '48/2013/NĐ-CP',
    title: 'Nghị định sửa đổi, bổ sung các nghị định liên quan đến kiểm soát thủ tục hành chính',
    from: '2013-07-01',
  },
  {
    number: '92/2017/NĐ-CP',
    title: 'Nghị định sửa đổi, bổ sung các nghị định liên quan đến kiểm soát thủ tục hành chính',
    from: '2017-09-25',
  },
  {
    number: '224/2026/NĐ-CP',
    title: 'Nghị định thi hành Luật Chuyển đổi số (dịch vụ công trực tuyến, Cổng Dịch vụ công quốc gia)',
    from: '2026-07-01',
  },
  {
    number: '42/2022/NĐ-CP',
    title: 'Nghị định về cung cấp thông tin và dịch vụ công trực tuyến trên môi trường mạng',
    until: '2026-06-30',
    replacedBy: '224/2026/NĐ-CP',
  },
  {
    number: '45/2026/NĐ-CP',
    title: 'Nghị định quản lý đầu tư ứng dụng công nghệ thông tin sử dụng nguồn vốn ngân sách nhà nước',
    until: '2026-06-30',
    replacedBy: '224/2026/NĐ-CP',
  },
  {
    number: '64/2007/NĐ-CP',
    title: 'Nghị định về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước',
    until: '2026-06-30',
    replacedBy: '224/2026/NĐ-CP',
  },
  {
    number: '61/2018/NĐ-CP',
    title: 'Nghị định về cơ chế một cửa, một cửa liên thông',
    from: '2018-06-21',
    replacedBy: '118/2025/NĐ-CP',
    predecessor: true,
  },
  {
    number: '118/2025/NĐ-CP',
    title: 'Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông',
    amendedBy: ['367/2025/NĐ-CP'],
  },
  {
    number: '367/2025/NĐ-CP',
    title: 'Nghị định sửa đổi, bổ sung Nghị định số 118/2025/NĐ-CP',
  },
  {
    number: '01/2018/TT-VPCP',
    title: 'Thông tư hướng dẫn cơ chế một cửa, một cửa liên thông',
    from: '2019-01-06',
    replacedBy: '03/2025/TT-VPCP',
    predecessor: true,
  },
  {
    number: '03/2025/TT-VPCP',
    title: 'Thông tư về cơ chế một cửa, một cửa liên thông (mã hồ sơ, mã lĩnh vực)',
  },
  {
    number: '20/2020/QĐ-TTg',
    title: 'Quyết định về mã định danh điện tử của các cơ quan, tổ chức',
    from: '2020-09-15',
  },
  {
    number: '19/2025/QĐ-TTg',
    title: 'Quyết định ban hành bảng danh mục và mã số các đơn vị hành chính Việt Nam',
  },
  {
    number: '02/2026/NĐ-CP',
    title: 'Nghị định xử phạt vi phạm hành chính trong lĩnh vực phí, lệ phí',
  },
  {
    number: '137/2015/NĐ-CP',
    title: 'Nghị định hướng dẫn Luật Căn cước công dân (số định danh cá nhân)',
  },
  {
    number: '07/2016/TT-BCA',
    title: 'Thông tư về cấu trúc số định danh cá nhân',
  },
  {
    number: '185/2015/TT-BTC',
    title: 'Thông tư về mã số đơn vị có quan hệ với ngân sách',
    from: '2016-01-01',
  },
  {
    number: '18/2020/TT-BTC',
    title: 'Thông tư về đăng ký và sử dụng tài khoản tại Kho bạc Nhà nước',
    from: '2020-05-15',
  },
  {
    number: '43/2024/TT-BTC',
    title: 'Thông tư giảm mức thu một số khoản phí, lệ phí',
    until: '2024-12-31',
  },
  {
    number: '63/2023/TT-BTC',
    title: 'Thông tư giảm phí, lệ phí khi nộp hồ sơ trực tuyến',
    until: '2025-12-31',
  },
  {
    number: '64/2025/TT-BTC',
    title: 'Thông tư giảm mức thu một số khoản phí, lệ phí',
    from: '2025-07-01',
    until: '2026-12-31',
  },
];
