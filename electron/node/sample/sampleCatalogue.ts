/** One line of a procedure's "Cách thức thực hiện". */
export interface SampleChannel {
  readonly kenh: 'Trực tiếp' | 'Trực tuyến' | 'Bưu chính';
  readonly thoiHan: string;
  readonly phi: string;
}

/** A made-up national procedure. Codes from 1.9 and 2.9 upwards are not in use; names are everyday ones. */
export interface SampleProcedure {
  readonly ma: string;
  readonly ten: string;
  readonly linhVuc: string;
  readonly cap: string;
  readonly coQuan: string;
  readonly congBo: string;
  readonly quyetDinh: string;
  readonly ngay: string;
  readonly doiTuong: string;
  readonly kenh: readonly SampleChannel[];
  readonly giayTo: readonly string[];
  readonly maKetQua: string;
  readonly ketQua: string;
  readonly canCu: string;
}

interface Sector {
  readonly linhVuc: string;
  readonly cap: 'Cấp tỉnh' | 'Cấp xã';
  readonly coQuan: string;
  readonly congBo: string;
  readonly boMa: string;
  readonly quyetDinh: string;
  readonly ngay: string;
  readonly canCu: string;
  /** code | name | deadline | fee | result */
  readonly rows: string;
}

// Where online differs from direct, the two values stand as "direct > online".
const SECTORS: readonly Sector[] = [
  {
    linhVuc: 'Công chứng',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Tư pháp',
    congBo: 'Bộ Tư pháp',
    boMa: 'G15',
    quyetDinh: '1262/QĐ-BTP',
    ngay: '12/05/2026',
    canCu: 'Luật số 46/2024/QH15; Nghị định số 104/2025/NĐ-CP',
    rows: `
1.900120|Đăng ký hành nghề và cấp Thẻ công chứng viên|05 ngày làm việc|100.000 đồng|Thẻ công chứng viên
1.900131|Cấp lại Thẻ công chứng viên|03 ngày làm việc|50.000 đồng|Thẻ công chứng viên
1.900142|Thành lập Văn phòng công chứng|20 ngày làm việc|1.000.000 đồng|Quyết định cho phép thành lập
1.900153|Đăng ký hoạt động Văn phòng công chứng|07 ngày làm việc > 05 ngày làm việc|500.000 đồng > 250.000 đồng|Giấy đăng ký hoạt động
1.900164|Thay đổi nội dung đăng ký hoạt động của Văn phòng công chứng|05 ngày làm việc|250.000 đồng|Giấy đăng ký hoạt động
1.900175|Chấm dứt hoạt động Văn phòng công chứng|10 ngày làm việc|Miễn phí|Quyết định thu hồi`,
  },
  {
    linhVuc: 'Lý lịch tư pháp',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Tư pháp',
    congBo: 'Bộ Tư pháp',
    boMa: 'G15',
    quyetDinh: '1305/QĐ-BTP',
    ngay: '20/05/2026',
    canCu: 'Luật số 28/2009/QH12; Thông tư số 244/2016/TT-BTC',
    rows: `
2.900417|Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam|10 ngày > 08 ngày|200.000 đồng|Phiếu lý lịch tư pháp
2.900428|Cấp Phiếu lý lịch tư pháp theo yêu cầu của cơ quan nhà nước|10 ngày|Miễn phí|Phiếu lý lịch tư pháp`,
  },
  {
    linhVuc: 'Khám bệnh, chữa bệnh',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Y tế',
    congBo: 'Bộ Y tế',
    boMa: 'G17',
    quyetDinh: '2280/QĐ-BYT',
    ngay: '02/04/2026',
    canCu: 'Luật số 15/2023/QH15; Nghị định số 96/2023/NĐ-CP',
    rows: `
1.901011|Cấp mới giấy phép hành nghề đối với chức danh bác sĩ|30 ngày|430.000 đồng|Giấy phép hành nghề
1.901022|Cấp lại giấy phép hành nghề bị mất hoặc hư hỏng|15 ngày|150.000 đồng|Giấy phép hành nghề
1.901033|Gia hạn giấy phép hành nghề|60 ngày|150.000 đồng|Giấy phép hành nghề
1.901044|Cấp giấy phép hoạt động đối với phòng khám đa khoa|60 ngày > 50 ngày|5.700.000 đồng|Giấy phép hoạt động
1.901055|Điều chỉnh giấy phép hoạt động của cơ sở khám bệnh, chữa bệnh|20 ngày|1.500.000 đồng|Giấy phép hoạt động`,
  },
  {
    linhVuc: 'Dược phẩm',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Y tế',
    congBo: 'Bộ Y tế',
    boMa: 'G17',
    quyetDinh: '2315/QĐ-BYT',
    ngay: '09/04/2026',
    canCu: 'Luật số 105/2016/QH13; Nghị định số 163/2025/NĐ-CP',
    rows: `
1.901214|Cấp Chứng chỉ hành nghề dược theo hình thức xét hồ sơ|05 ngày làm việc|500.000 đồng|Chứng chỉ hành nghề dược
1.901225|Cấp lại Chứng chỉ hành nghề dược|05 ngày làm việc|500.000 đồng|Chứng chỉ hành nghề dược
1.901236|Cấp Giấy chứng nhận đủ điều kiện kinh doanh dược đối với nhà thuốc|18 ngày làm việc|1.000.000 đồng|Giấy chứng nhận`,
  },
  {
    linhVuc: 'Trồng trọt và Bảo vệ thực vật',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Nông nghiệp và Môi trường',
    congBo: 'Bộ Nông nghiệp và Môi trường',
    boMa: 'G10',
    quyetDinh: '3180/QĐ-BNNMT',
    ngay: '16/06/2026',
    canCu: 'Luật số 31/2018/QH14; Nghị định số 130/2022/NĐ-CP',
    rows: `
1.902013|Cấp Giấy chứng nhận đủ điều kiện buôn bán phân bón|10 ngày làm việc|500.000 đồng|Giấy chứng nhận
1.902024|Cấp lại Giấy chứng nhận đủ điều kiện buôn bán phân bón|05 ngày làm việc|200.000 đồng|Giấy chứng nhận
1.902035|Xác nhận nội dung quảng cáo phân bón|05 ngày làm việc|Miễn phí|Giấy xác nhận`,
  },
  {
    linhVuc: 'Môi trường',
    cap: 'Cấp tỉnh',
    coQuan: 'Sở Nông nghiệp và Môi trường',
    congBo: 'Bộ Nông nghiệp và Môi trường',
    boMa: 'G10',
    quyetDinh: '3195/QĐ-BNNMT',
    ngay: '18/06/2026',
    canCu: 'Luật số 72/2020/QH14; Nghị định số 08/2022/NĐ-CP',
    rows: `
1.902216|Cấp giấy phép môi trường|30 ngày|Do HĐND cấp tỉnh quyết định|Giấy phép môi trường
1.902227|Cấp đổi giấy phép môi trường|10 ngày|Miễn phí|Giấy phép môi trường
1.902238|Thẩm định báo cáo đánh giá tác động môi trường|50 ngày|Do HĐND cấp tỉnh quyết định|Quyết định phê duyệt`,
  },
  {
    linhVuc: 'Hộ tịch',
    cap: 'Cấp xã',
    coQuan: 'Ủy ban nhân dân cấp xã',
    congBo: 'Bộ Tư pháp',
    boMa: 'G15',
    quyetDinh: '1400/QĐ-BTP',
    ngay: '01/06/2026',
    canCu: 'Luật số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP',
    rows: `
1.903110|Đăng ký khai sinh|01 ngày làm việc|Miễn phí|Giấy khai sinh
1.903121|Đăng ký kết hôn|03 ngày làm việc|30.000 đồng|Giấy chứng nhận kết hôn
1.903132|Đăng ký khai tử|01 ngày làm việc|Miễn phí|Trích lục khai tử
1.903143|Đăng ký nhận cha, mẹ, con|03 ngày làm việc|15.000 đồng|Trích lục đăng ký
1.903154|Đăng ký giám hộ|03 ngày làm việc|Miễn phí|Trích lục đăng ký giám hộ
1.903165|Cấp Giấy xác nhận tình trạng hôn nhân|03 ngày làm việc > 02 ngày làm việc|15.000 đồng|Giấy xác nhận
1.903176|Thay đổi, cải chính, bổ sung thông tin hộ tịch|03 ngày làm việc|15.000 đồng|Trích lục hộ tịch
1.903187|Cấp bản sao trích lục hộ tịch|01 ngày làm việc|8.000 đồng > 4.000 đồng|Bản sao trích lục hộ tịch`,
  },
  {
    linhVuc: 'Chứng thực',
    cap: 'Cấp xã',
    coQuan: 'Ủy ban nhân dân cấp xã',
    congBo: 'Bộ Tư pháp',
    boMa: 'G15',
    quyetDinh: '1411/QĐ-BTP',
    ngay: '03/06/2026',
    canCu: 'Nghị định số 23/2015/NĐ-CP; Thông tư số 226/2016/TT-BTC',
    rows: `
2.903215|Chứng thực bản sao từ bản chính giấy tờ, văn bản|01 ngày làm việc|2.000 đồng/trang|Bản sao được chứng thực
2.903226|Chứng thực chữ ký trong giấy tờ, văn bản|01 ngày làm việc|10.000 đồng|Giấy tờ được chứng thực
2.903237|Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản|02 ngày làm việc|50.000 đồng|Hợp đồng được chứng thực
2.903248|Chứng thực di chúc|02 ngày làm việc|50.000 đồng|Di chúc được chứng thực`,
  },
  {
    linhVuc: 'Bảo trợ xã hội',
    cap: 'Cấp xã',
    coQuan: 'Ủy ban nhân dân cấp xã',
    congBo: 'Bộ Y tế',
    boMa: 'G17',
    quyetDinh: '2402/QĐ-BYT',
    ngay: '25/04/2026',
    canCu: 'Nghị định số 20/2021/NĐ-CP',
    rows: `
1.904012|Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng|10 ngày làm việc|Miễn phí|Quyết định trợ cấp
1.904023|Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội|05 ngày làm việc|Miễn phí|Quyết định hỗ trợ
1.904034|Xác định, xác định lại mức độ khuyết tật|25 ngày làm việc|Miễn phí|Giấy xác nhận khuyết tật
1.904045|Đổi, cấp lại Giấy xác nhận khuyết tật|05 ngày làm việc|Miễn phí|Giấy xác nhận khuyết tật
1.904056|Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm|15 ngày làm việc|Miễn phí|Quyết định công nhận`,
  },
];

/** The sample's national catalogue: 39 procedures of three departments and the communes. */
export const SAMPLE_CATALOGUE: readonly SampleProcedure[] = SECTORS.flatMap(proceduresOf);

function proceduresOf(sector: Sector, sectorIndex: number): readonly SampleProcedure[] {
  return sector.rows
    .trim()
    .split('\n')
    .map((row, index) => {
      const [ma, ten, thoiHan, phi, ketQua] = row.split('|') as [string, string, string, string, string];
      const [directTime, onlineTime = directTime] = thoiHan.split(' > ');
      const [directFee, onlineFee = directFee] = phi.split(' > ');
      return {
        ma,
        ten,
        linhVuc: sector.linhVuc,
        cap: sector.cap,
        coQuan: sector.coQuan,
        congBo: sector.congBo,
        quyetDinh: sector.quyetDinh,
        ngay: sector.ngay,
        doiTuong: index % 3 === 0 ? 'Công dân Việt Nam; Người nước ngoài' : 'Công dân Việt Nam',
        kenh: [
          { kenh: 'Trực tiếp', thoiHan: directTime!, phi: directFee! },
          { kenh: 'Trực tuyến', thoiHan: onlineTime!, phi: onlineFee! },
          { kenh: 'Bưu chính', thoiHan: directTime!, phi: directFee! },
        ],
        giayTo: ['Tờ khai theo mẫu quy định', `Giấy tờ chứng minh điều kiện (${sector.linhVuc.toLowerCase()})`],
        maKetQua: `KQ.${sector.boMa}.${String(9000 + sectorIndex * 100 + index).padStart(6, '0')}`,
        ketQua: ketQua,
        canCu: sector.canCu,
      } satisfies SampleProcedure;
    });
}

const CSV_COLUMNS: readonly (readonly [name: string, value: (one: SampleProcedure) => string])[] = [
  ['ma_tthc', (one) => one.ma],
  ['ten_tthc', (one) => one.ten],
  ['so_quyet_dinh', (one) => one.quyetDinh],
  ['ngay_quyet_dinh', (one) => one.ngay],
  ['co_quan_cong_bo', (one) => one.congBo],
  ['cap_thuc_hien', (one) => one.cap],
  ['loai_tthc', () => 'TTHC được giao luật quy định chi tiết'],
  ['linh_vuc', (one) => one.linhVuc],
  ['doi_tuong', (one) => one.doiTuong],
  ['co_quan_thuc_hien', (one) => one.coQuan],
  ['kenh_nop', () => 'DIRECT,ONLINE,POSTAL'],
  ['thoi_han_truc_tiep', (one) => one.kenh[0]!.thoiHan],
  ['thoi_han_online', (one) => one.kenh[1]!.thoiHan],
  ['thoi_han_buu_chinh', (one) => one.kenh[2]!.thoiHan],
  ['phi_truc_tiep', (one) => one.kenh[0]!.phi],
  ['phi_online', (one) => one.kenh[1]!.phi],
  ['phi_buu_chinh', (one) => one.kenh[2]!.phi],
  ['ma_ket_qua', (one) => one.maKetQua],
  ['thanh_phan_ho_so', (one) => one.giayTo.join('\n')],
  ['trang_thai', () => 'Đang công khai'],
];

/** The sample catalogue as the full CSV that the program imports. */
export function sampleCatalogueCsv(): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = SAMPLE_CATALOGUE.map((one) => CSV_COLUMNS.map(([, value]) => quote(value(one))).join(','));
  return `\uFEFF${CSV_COLUMNS.map(([name]) => name).join(',')}\r\n${lines.join('\r\n')}\r\n`;
}
