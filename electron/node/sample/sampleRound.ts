import {
  accountSheet,
  componentSheet,
  contactSheet,
  dailyReportSheet,
  feeConfigSheet,
  incidentSheet,
  linkSheet,
  pendingSheet,
  transitionSheet,
  unitSheet,
  workflowSheet,
} from './operationSheets.ts';
import {
  annexLayout,
  channelLayout,
  fullLayout,
  portalLayout,
  technicalLayout,
  wideLayout,
  type SampleAgency,
} from './procedureSheets.ts';
import { inTcvn3 } from './tcvn3.ts';
import { layOut, type SampleRecord, type SampleSheet, type SampleValue, type SeededError } from './sampleSheet.ts';

/** One file of the sample round. */
export interface SampleFile {
  /** Path below the round's folder, with `/`. */
  readonly path: string;
  readonly sheets: readonly SampleSheet[];
}

/** The sample round: files as agencies would send them, and the key of the mistakes that were put into them. */
export interface SampleRound {
  readonly files: readonly SampleFile[];
  readonly seeded: readonly SeededError[];
}

const COMMUNE = 'Ủy ban nhân dân cấp xã';
const department = (name: string, code: string): SampleAgency => ({
  name,
  letterhead: name.toUpperCase(),
  code,
  national: name,
});
const commune = (name: string, code: string): SampleAgency => ({
  name,
  letterhead: `ỦY BAN NHÂN DÂN ${name.toUpperCase()}`,
  code,
  national: COMMUNE,
});

const TU_PHAP = department('Sở Tư pháp', 'H21.15');
const Y_TE = department('Sở Y tế', 'H21.17');
const NONG_NGHIEP = department('Sở Nông nghiệp và Môi trường', 'H21.10');
const AN_LAO = commune('xã An Lão', 'H21.101');
const QUY_NHON = commune('phường Quy Nhơn', 'H21.102');
const VINH_THANH = commune('xã Vĩnh Thạnh', 'H21.103');
const BONG_SON = commune('phường Bồng Sơn', 'H21.104');
const PHU_MY = commune('xã Phù Mỹ', 'H21.105');

/** Agencies of the sample province: three departments and five communes of Gia Lai, with made-up data. */
export const SAMPLE_AGENCIES: readonly SampleAgency[] = [
  TU_PHAP,
  Y_TE,
  NONG_NGHIEP,
  AN_LAO,
  QUY_NHON,
  VINH_THANH,
  BONG_SON,
  PHU_MY,
];

/** Builds the round. Nothing is random: the same program always writes the same sample. With `clean` the same files
 *  without a single mistake, for tests that put in their own. */
export function sampleRound({ clean = false } = {}): SampleRound {
  const files: SampleFile[] = [];
  const pending: {
    path: string;
    sheet: SampleSheet;
    record: SampleRecord | null;
    key: string;
    rule: string;
    note: string;
  }[] = [];
  const file = (path: string, sheets: readonly SampleSheet[]): void => {
    files.push({ path, sheets });
  };
  /** What a mistake changes beside its own cell. */
  const alongside = (change: () => void): void => {
    if (!clean) change();
  };
  /** Puts a mistake into a record's cell and writes it into the key. */
  const spoil = (
    path: string,
    sheet: SampleSheet,
    record: number,
    key: string,
    value: SampleValue,
    rule: string,
    note: string,
  ): void => {
    alongside(() => {
      sheet.records[record]![key] = value;
    });
    blame(path, sheet, record, key, rule, note);
  };
  /** Notes a cell that must be found, where the mistake was put into another cell or another rule finds it, too. */
  const blame = (path: string, sheet: SampleSheet, record: number, key: string, rule: string, note: string): void => {
    if (!clean) pending.push({ path, sheet, record: sheet.records[record]!, key, rule, note });
  };

  departmentOfJustice();
  departmentOfHealth();
  departmentOfAgriculture();
  communes();
  return {
    files,
    seeded: pending.map(({ path, sheet, record, key, rule, note }) => ({
      file: path,
      sheet: sheet.name,
      cell: record === null ? '' : layOut(sheet).place(record, key),
      rule,
      note,
    })),
  };

  function departmentOfJustice(): void {
    const path = 'so-tu-phap/Danh mục TTHC Sở Tư pháp.xlsx';
    const list = fullLayout(TU_PHAP);
    const lines = channelLayout(TU_PHAP);
    const papers = componentSheet(TU_PHAP);
    spoil(path, list, 0, 'ma_tthc', 1.90012, 'FMT-03', 'Excel đổi mã thành số, mất số 0 cuối');
    alongside(() => {
      list.records[0]!['ma_dvc'] = '';
    });
    spoil(path, list, 1, 'ten_tthc', 'Cấp lại  Thẻ công chứng viên', 'TXT-04', 'Hai dấu cách liền nhau');
    spoil(path, list, 1, 'ma_dvc', '1.900199', 'FMT-06', 'Mã DVC khác mã TTHC');
    spoil(path, list, 2, 'so_quyet_dinh', '1262/QD-BTP', 'FMT-14', 'QD thay cho QĐ');
    spoil(path, list, 2, 'ma_ket_qua', 'KQ-G15.009002', 'FMT-11', 'Mã kết quả dùng dấu gạch');
    spoil(path, list, 3, 'ngay_quyet_dinh', '31/02/2026', 'FMT-15', 'Ngày không có thật');
    spoil(path, list, 3, 'co_quan_thuc_hien', '', 'CMP-07', 'Thiếu cơ quan thực hiện');
    spoil(path, list, 4, 'thoi_han', '12 ngày làm việc', 'DUE-02', 'Dài hơn quy định 05 ngày làm việc');
    spoil(path, list, 4, 'thanh_phan_ho_so', '', 'CMP-04', 'Thiếu thành phần hồ sơ');
    spoil(path, list, 5, 'phi_le_phi', '', 'CMP-08', 'Để trống thay vì ghi Không');
    spoil(path, list, 6, 'phi_le_phi', '250.000 đồng', 'FEE-05', 'Mức quốc gia là 200.000 đồng');
    spoil(path, list, 6, 'linh_vuc', 'Hành chính tư pháp', 'NAT-04', 'Lĩnh vực khác danh mục quốc gia');
    spoil(path, list, 7, 'ten_tthc', String(list.records[7]!['ten_tthc']).normalize('NFD'), 'TXT-01', 'Unicode tổ hợp');
    spoil(path, list, 7, 'cap_thuc_hien', 'Cấp huyện', 'ROW-02', 'Không còn cấp huyện');
    spoil(path, lines, 1, 'phi_le_phi', '120.000 đồng', 'FEE-05', 'Trực tuyến thu cao hơn mức quốc gia');
    blame(path, lines, 1, 'phi_le_phi', 'FEE-12', 'Trực tuyến cao hơn trực tiếp');
    spoil(path, lines, 3, 'thoi_han', '03 ngày', 'DUE-04', 'Ghi ngày thay cho ngày làm việc');
    alongside(() => {
      lines.records[6]!['mo_ta'] = 'Lệ phí: 900.000 đồng/hồ sơ';
    });
    blame(path, lines, 6, 'phi_le_phi', 'FEE-03', 'Mô tả nêu mức khác');
    alongside(() => {
      lines.records[18]!['mo_ta'] = 'Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ';
    });
    blame(path, lines, 18, 'thoi_han', 'DUE-09', 'Mô tả ghi ngày làm việc, ô ghi ngày');
    spoil(path, list, 5, 'ma_linh_vuc', 'TP-01', 'FMT-07', 'Mã lĩnh vực sai cấu trúc');
    spoil(
      path,
      list,
      2,
      'doi_tuong',
      'Công dân Việt Nam, Cán bộ, công chức, viên chức, Người nước ngoài',
      'ROW-09',
      'Nhiều giá trị cách nhau bằng dấu phẩy',
    );
    spoil(path, list, 6, 'trinh_tu', 'Nộp hồ sơ qua Công dịch vụ công quốc gia', 'TXT-09', 'Cổng thành Công');
    spoil(path, lines, 9, 'thoi_han', '07', 'DUE-07', 'Thiếu đơn vị thời gian');
    spoil(path, lines, 12, 'thoi_han', 'chậm nhất theo phiếu hẹn', 'DUE-01', 'Không đọc được thời hạn');
    spoil(path, papers, 2, 'ma_tphs', 'G15-4010', 'FMT-10', 'Mã thành phần hồ sơ sai cấu trúc');
    spoil(path, papers, 5, 'ban_chinh', -1, 'ROW-05', 'Số bản chính âm');
    file(path, [list, lines, papers]);
    spoil(path, lines, 20, 'ma_tthc', '5.900417', 'FMT-05', 'TTHC nội bộ trong bảng tiếp nhận từ người dân');
    blame(path, lines, 20, 'ma_tthc', 'NAT-01', 'Mã không có trong danh mục quốc gia');
    alongside(() => {
      for (const record of lines.records.slice(20)) if (record['ma_dvc'] === '2.900417.01') record['ma_dvc'] = '';
    });
    alongside(() => {
      lines.records[4]!['truong_hop'] = 'Cấp lại do mất thẻ';
    });
    blame(path, lines, 3, 'ma_dvc', 'UNQ-05', 'Một mã trường hợp cho hai trường hợp');
    blame(path, lines, 4, 'ma_dvc', 'UNQ-05', 'Một mã trường hợp cho hai trường hợp');
    const units = 'so-tu-phap/Danh mục đơn vị.xlsx';
    const unitList = unitSheet(SAMPLE_AGENCIES);
    spoil(units, unitList, 3, 'ma_don_vi', 'h21-101', 'FMT-08', 'Mã định danh sai cấu trúc');
    spoil(units, unitList, 5, 'ma_don_vi', '000.12.05.H21', 'FMT-09', 'Mã định danh theo cấu trúc cũ');
    file(units, [unitList]);
  }

  function departmentOfHealth(): void {
    const path = 'so-y-te/Phụ lục rà soát TTHC.xlsx';
    const list = wideLayout(Y_TE);
    const fees = feeConfigSheet(Y_TE);
    spoil(path, list, 0, 'thoi_han_truc_tuyen', '45 ngày', 'DUE-02', 'Trực tuyến dài hơn quy định 30 ngày');
    blame(path, list, 0, 'thoi_han_truc_tuyen', 'DUE-06', 'Trực tuyến dài hơn trực tiếp');
    spoil(path, list, 1, 'ma_tthc', '1,901022', 'FMT-01', 'Dấu phẩy thay dấu chấm');
    spoil(path, list, 2, 'phi_truc_tiep', '150', 'FEE-02', 'Mất ba số 0');
    spoil(path, list, 3, 'phi_truc_tuyen', 'năm triệu bảy', 'FEE-01', 'Mức thu viết bằng chữ');
    spoil(path, list, 4, 'ma_tthc', '1.901066', 'NAT-01', 'Mã không có trong danh mục quốc gia');
    spoil(path, list, 5, 'ten_tthc', 'Cấp Giấy phép kinh doanh thuốc', 'NAT-03', 'Tên khác danh mục quốc gia');
    spoil(
      path,
      list,
      6,
      'thoi_han_truc_tiep',
      '15 ngày làm việc, trong đó: Sở 10 ngày làm việc, Bộ 3 ngày làm việc',
      'DUE-05',
      'Tổng các phần là 13',
    );
    spoil(path, list, 7, 'can_cu_phap_ly', '', 'CMP-10', 'Thiếu căn cứ pháp lý');
    spoil(path, fees, 1, 'ma_phi', '', 'FEE-10', 'Có thu mà thiếu mã phí');
    spoil(path, fees, 2, 'can_cu_thu_phi', '', 'FEE-15', 'Thu phí không nêu căn cứ');
    spoil(path, fees, 3, 'loai_phi', 'Phí, lệ phí', 'FEE-09', 'Không tách phí và lệ phí');
    spoil(
      path,
      fees,
      4,
      'phi_le_phi',
      '500.000 đồng (áp dụng đến hết ngày 31/12/2025)',
      'FEE-07',
      'Mức ưu đãi đã hết hạn',
    );
    spoil(path, fees, 6, 'phi_le_phi', 'Không', 'FEE-11', 'Ghi không thu nhưng vẫn có mã phí, tài khoản');
    spoil(path, fees, 7, 'phi_le_phi', '50.000 đồng/trang', 'FEE-13', 'Mức thu theo trang, không tự thu được');
    // The mistyped and the unknown code leave the fee sheet and the catalogue without their partner.
    blame(path, fees, 4, 'ma_tthc', 'REF-01', 'Mã trong bảng thu phí không có trong danh mục của đơn vị');
    blame(path, list, 4, 'phi_truc_tiep', 'REF-03', 'Có thu phí nhưng chưa có cấu hình');
    alongside(() => {
      fees.records.push({ ...fees.records[0]!, so_tai_khoan: '3716.2.1046477.00000', ma_qhns: '1046477' });
    });
    blame(path, fees, 0, 'so_tai_khoan', 'UNQ-04', 'Một khoản phí có hai tài khoản');
    blame(path, fees, fees.records.length - 1, 'so_tai_khoan', 'UNQ-04', 'Một khoản phí có hai tài khoản');
    file(path, [list, fees]);
  }

  function departmentOfAgriculture(): void {
    const path = 'so-nong-nghiep-va-moi-truong/Danh mục kèm Tờ trình.xlsx';
    const list = annexLayout(NONG_NGHIEP);
    spoil(path, list, 0, 'thoi_han', '15 ngày làm việc', 'DUE-02', 'Quy định 10 ngày làm việc');
    spoil(path, list, 1, 'ma_tthc', '1.902024.000.00.00.H21', 'FMT-02', 'Mã địa phương cũ');
    spoil(path, list, 2, 'ten_tthc', 'Xác nhận nội dung quảng cáo phân bón\u200E', 'TXT-03', 'Ký tự ẩn cuối tên');
    spoil(path, list, 4, 'thoi_han', '07 ngày', 'DUE-03', 'Đã cắt giảm 30 %');
    spoil(
      path,
      list,
      5,
      'can_cu_phap_ly',
      'Luật số 72/2020/QH14; Thông tư số 64/2025/TT-BTС',
      'TXT-05',
      'Chữ С Kirin trong số hiệu',
    );
    spoil(
      path,
      list,
      3,
      'phi_le_phi',
      '5.000.000 đồng',
      'FEE-06',
      'Mức thu thuộc HĐND tỉnh nhưng không nêu nghị quyết',
    );
    spoil(
      path,
      list,
      5,
      'phi_le_phi',
      'Miễn phí (mức thu do HĐND tỉnh quyết định)',
      'FEE-17',
      'Mức do HĐND tỉnh quyết định',
    );
    file(path, [list]);
    const linkPath = 'so-nong-nghiep-va-moi-truong/Đường dẫn DVC.xlsx';
    const links = linkSheet(NONG_NGHIEP);
    spoil(
      linkPath,
      links,
      2,
      'link_nop',
      'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/12345',
      'FMT-16',
      'Không phải dạng liên kết của Cổng mới',
    );
    spoil(
      linkPath,
      links,
      3,
      'link_nop',
      'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=1.902216',
      'URL-02',
      'Đường dẫn của Cổng cũ đã dừng',
    );
    spoil(linkPath, links, 4, 'link_nop', 'https://dichvucong.gov.vn/', 'URL-03', 'Chỉ tới trang chủ');
    spoil(linkPath, links, 5, 'link_nop', 'http://10.0.0.5/nop-ho-so', 'URL-06', 'Đường dẫn môi trường thử nghiệm');
    file(linkPath, [links]);
  }

  function communes(): void {
    const anLao = 'xa-an-lao/danh-sach-tthc.xlsx';
    const portal = portalLayout(AN_LAO);
    spoil(anLao, portal, 0, 'ten_tthc', 'Đăng ký khai sinh ', 'TXT-04', 'Dấu cách cuối ô');
    spoil(anLao, portal, 2, 'ma_tthc', '1.903121', 'UNQ-01', 'Trùng mã với dòng trên');
    blame(anLao, portal, 1, 'ma_tthc', 'UNQ-01', 'Trùng mã với dòng dưới');
    spoil(anLao, portal, 5, 'co_quan_thuc_hien', 'Sở Tư pháp', 'NAT-08', 'Sai cơ quan thực hiện');
    spoil(anLao, portal, 9, 'linh_vuc', 'đang cập nhật', 'CMP-12', 'Giá trị giữ chỗ');
    file(anLao, [portal]);

    const quyNhon = 'phuong-quy-nhon/export_tthc.csv';
    const technical = technicalLayout(QUY_NHON);
    spoil(quyNhon, technical, 1, 'phi_le_phi', '50.000 đồng', 'FEE-05', 'Mức quốc gia là 30.000 đồng');
    spoil(quyNhon, technical, 4, 'thoi_han', '0 ngày làm việc', 'DUE-08', 'Thời hạn bằng 0');
    spoil(quyNhon, technical, 7, 'cap_thuc_hien', 'Cấp tỉnh', 'NAT-05', 'Cấp thực hiện khác danh mục quốc gia');
    blame(quyNhon, technical, 7, 'cap_thuc_hien', 'ROW-01', 'Cấp tỉnh nhưng cơ quan là UBND phường');
    spoil(quyNhon, technical, 9, 'ma_tthc', '4.903226', 'FMT-04', 'Tiền tố mã chưa gặp');
    blame(quyNhon, technical, 9, 'ma_tthc', 'NAT-01', 'Mã không có trong danh mục quốc gia');
    spoil(
      quyNhon,
      technical,
      10,
      'ten_tthc',
      'Chá»©ng thá»±c há»£p Ä‘á»“ng, giao dá»‹ch',
      'TXT-08',
      'Lỗi mã hóa UTF-8',
    );
    spoil(quyNhon, technical, 12, 'linh_vuc', 'Bảo trợ xã hội (Ðiều 5)', 'TXT-06', 'Chữ Ð thay cho Đ');
    file(quyNhon, [technical]);

    const vinhThanh = 'xa-vinh-thanh/Rà soát TTHC cấp xã.xlsx';
    const full = fullLayout(VINH_THANH);
    const lines = channelLayout(VINH_THANH);
    spoil(vinhThanh, full, 0, 'thoi_han', '', 'CMP-05', 'Thiếu thời hạn');
    spoil(vinhThanh, full, 1, 'ten_tthc', 'ĐĂNG KÝ KẾT HÔN', 'ROW-08', 'Chỉ khác cách viết');
    spoil(vinhThanh, full, 2, 'hinh_thuc_nop', 'Trực tiếp', 'ROW-03', 'Toàn trình nhưng không có kênh trực tuyến');
    spoil(vinhThanh, full, 3, 'ngay_quyet_dinh', '01/06/2030', 'ROW-06', 'Ngày quyết định ở tương lai');
    spoil(vinhThanh, full, 4, 'ket_qua', '', 'CMP-09', 'Thiếu kết quả thực hiện');
    spoil(vinhThanh, full, 5, 'doi_tuong', '', 'CMP-06', 'Thiếu đối tượng');
    spoil(vinhThanh, full, 6, 'trinh_tu', 'Không có thông tin', 'CMP-02', 'Không có trình tự');
    spoil(vinhThanh, full, 7, 'hinh_thuc_nop', '', 'CMP-03', 'Thiếu cách thức thực hiện');
    spoil(vinhThanh, full, 8, 'so_quyet_dinh', '', 'CMP-11', 'Thiếu số quyết định');
    spoil(vinhThanh, full, 9, 'ma_tthc', '', 'CMP-01', 'Thiếu mã TTHC');
    spoil(vinhThanh, full, 10, 'muc_do_dvc', 'Một phần', 'ROW-04', 'Một phần mà không nêu lý do');
    spoil(
      vinhThanh,
      full,
      11,
      'thanh_phan_ho_so',
      'Tờ khai theo mẫu quy định\nSổ hộ khẩu',
      'NAT-07',
      'Đòi thêm sổ hộ khẩu',
    );
    spoil(vinhThanh, full, 12, 'so_quyet_dinh', '1100/QĐ-BYT', 'NAT-06', 'Quyết định đã được thay');
    alongside(() => {
      full.records[12]!['ngay_quyet_dinh'] = '10/01/2024';
    });
    alongside(() => {
      lines.records[1]!['mo_ta'] = '30.000 đồng/trường hợp';
    });
    blame(vinhThanh, lines, 1, 'phi_le_phi', 'FEE-16', 'Ghi Miễn phí nhưng mô tả nêu mức thu');
    spoil(vinhThanh, lines, 4, 'phi_le_phi', '30 VNĐ (30 USD/trường hợp)', 'FEE-04', 'Sai đơn vị tiền');
    spoil(
      vinhThanh,
      lines,
      24,
      'mo_ta',
      'Nộp trực tuyến giảm 50% theo Thông tư số 63/2023/TT-BTC',
      'FEE-08',
      'Ưu đãi đã hết hiệu lực',
    );
    spoil(vinhThanh, lines, 27, 'hinh_thuc_nop', 'Kiosk tự phục vụ', 'CMP-14', 'Không rõ là kênh nào');
    spoil(vinhThanh, lines, 30, 'phi_le_phi', '50.000,000 đồng', 'FEE-14', 'Dấu phân cách lẫn lộn');
    spoil(
      vinhThanh,
      full,
      13,
      'ten_tthc',
      'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội (cấp tỉnh)',
      'NAT-03',
      'Tên thêm "(cấp tỉnh)"',
    );
    blame(vinhThanh, full, 13, 'cap_thuc_hien', 'ROW-07', 'Tên ghi cấp tỉnh, cột ghi cấp xã');
    file(vinhThanh, [full, lines]);

    const bongSon = 'phuong-bong-son/Quy trình và tài khoản.xlsx';
    const accounts = accountSheet(BONG_SON);
    spoil(bongSon, accounts, 2, 'cccd', '052079001177', 'UNQ-03', 'Trùng CCCD với người trên trong cùng hệ thống');
    spoil(bongSon, accounts, 4, 'vai_tro', '', 'CMP-13', 'Tài khoản chưa có vai trò');
    file(bongSon, [workflowSheet(BONG_SON), transitionSheet(BONG_SON), accounts, contactSheet(BONG_SON)]);
    const ownList = 'phuong-bong-son/Danh mục TTHC.xlsx';
    const own = portalLayout(BONG_SON);
    alongside(() => {
      for (const record of own.records) record['linh_vuc'] = inTcvn3(String(record['linh_vuc']));
    });
    own.records.forEach((_, index) => blame(ownList, own, index, 'linh_vuc', 'TXT-02', 'Cả cột gõ bằng phông TCVN3'));
    spoil(ownList, own, 4, 'ten_tthc', 'Đăng ký kết hôn', 'UNQ-02', 'Hai mã cùng tên');
    blame(ownList, own, 1, 'ten_tthc', 'UNQ-02', 'Hai mã cùng tên');
    spoil(
      ownList,
      own,
      6,
      'co_quan_thuc_hien',
      'Uỷ ban nhân dân phường Bồng Sơn, Tổ Hòa giải',
      'TXT-07',
      'Lẫn hai kiểu bỏ dấu',
    );
    file(ownList, [own]);

    const phuMy = 'xa-phu-my/Hồ sơ tồn và báo cáo.xlsx';
    const dossiers = pendingSheet(PHU_MY);
    spoil(phuMy, dossiers, 1, 'ma_ho_so', 'HS-26-0002', 'FMT-12', 'Mã hồ sơ sai cấu trúc');
    alongside(() => {
      dossiers.records[2]!['ngay_tiep_nhan'] = '20/05/2026';
    });
    blame(phuMy, dossiers, 2, 'ma_ho_so', 'FMT-13', 'Ngày tiếp nhận khác ngày trong mã');
    spoil(phuMy, dossiers, 4, 'ma_ho_so', '000.00.00.H21-260528-0004', 'UNQ-06', 'Trùng mã hồ sơ với dòng trên');
    alongside(() => {
      dossiers.records[4]!['ngay_tiep_nhan'] = '28/05/2026';
    });
    blame(phuMy, dossiers, 3, 'ma_ho_so', 'UNQ-06', 'Trùng mã hồ sơ với dòng dưới');
    file(phuMy, [dossiers, dailyReportSheet(PHU_MY), incidentSheet(PHU_MY)]);
    file('xa-phu-my/Danh mục TTHC.xlsx', [wideLayout(PHU_MY)]);
  }
}
