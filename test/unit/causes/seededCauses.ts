import type { CauseKind } from '../../../shared/causes/cause.ts';
import type { Table } from '../../../shared/table/table.ts';
import { inTcvn3 } from '../../../electron/node/sample/tcvn3.ts';
import { tableFrom, type RowLiteral } from '../../tables.ts';

/** A round with one mistake in it that strikes many cells. */
export interface SeededCause {
  readonly says: string;
  readonly kind: CauseKind;
  readonly tables: readonly Table[];
  /** Cells that were spoiled. */
  readonly cells: number;
  /** What the cause's findings say. */
  readonly messages: readonly string[];
  /** Cells that the batch fix changes; 0 when a person has to. */
  readonly edits: number;
  /** Words of the line that tells it. */
  readonly line: string;
}

const agency = (number: number) => ({ id: `xa-${number}`, name: `Xã ${number}` });

const byName = (names: readonly string[]): readonly RowLiteral[] =>
  ['1.000120', '1.001193', '1.002755', '1.000894', '1.001022'].map((ma_tthc, row) => ({
    ma_tthc,
    ten_tthc: names[row] ?? '',
  }));

const NAMES = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Cấp bản sao trích lục hộ tịch',
  'Chứng thực bản sao từ bản chính',
  'Đăng ký nhận cha, mẹ, con',
];

const sheetOf = (rows: readonly RowLiteral[]): readonly Table[] => [tableFrom('procedures', rows)];

const column = (field: 'so_quyet_dinh' | 'ket_qua', values: readonly string[]): readonly Table[] =>
  sheetOf(values.map((value, row) => ({ ma_tthc: `1.00${4000 + row}`, [field]: value })));

/** Rows of a catalogue with every cell in its place. */
const FULL_ROWS = [
  ['1.000120', NAMES[0]!, 'Hộ tịch', 'Cấp xã', 'Trực tiếp', '05 ngày làm việc', 'Miễn phí'],
  ['1.001193', NAMES[1]!, 'Hộ tịch', 'Cấp xã', 'Trực tiếp', '03 ngày làm việc', 'Miễn phí'],
  ['1.000894', NAMES[3]!, 'Chứng thực', 'Cấp xã', 'Trực tiếp', '02 ngày', '20.000 đồng'],
  ['1.001022', NAMES[4]!, 'Hộ tịch', 'Cấp xã', 'Trực tiếp', '03 ngày làm việc', 'Miễn phí'],
] as const;

const catalogueRow = (values: readonly string[]): RowLiteral => ({
  ma_tthc: values[0] ?? '',
  ten_tthc: values[1] ?? '',
  linh_vuc: values[2] ?? '',
  cap_thuc_hien: values[3] ?? '',
  hinh_thuc_nop: values[4] ?? '',
  thoi_han: values[5] ?? '',
  phi_le_phi: values[6] ?? '',
  ghi_chu: values[7] ?? '',
});

export const SEEDED_CAUSES: readonly SeededCause[] = [
  {
    says: 'cells inserted before the code push three rows one column to the right',
    kind: 'shiftedColumns',
    tables: sheetOf(FULL_ROWS.map((row, at) => catalogueRow(at < 3 ? ['', ...row] : row))),
    cells: 9,
    messages: ['CMP-01.noCode', 'DUE-01.unreadable', 'FEE-01.unreadable'],
    edits: 24,
    line: '3 dòng bị lệch sang phải một cột',
  },
  {
    says: 'cells deleted from three rows pull the others one column to the left',
    kind: 'shiftedColumns',
    tables: sheetOf(
      FULL_ROWS.map((row, at) => ({ stt: String(at + 1), ...catalogueRow(at < 3 ? row.slice(1) : row) })).map(
        (row) => ({
          ...row,
          ghi_chu: '',
        }),
      ),
    ),
    cells: 9,
    messages: ['CMP-08.blank', 'DUE-01.unreadable', 'FMT-01.malformed'],
    edits: 21,
    line: '3 dòng bị lệch sang trái một cột',
  },
  {
    says: 'service codes sorted without the other columns',
    kind: 'misplacedRows',
    tables: sheetOf(
      ['1.001022', '1.000120', '1.001193', '1.000894'].map((ma_dvc, row) => ({
        ma_tthc: ['1.000120', '1.001193', '1.000894', '1.001022'][row]!,
        ma_dvc,
      })),
    ),
    cells: 4,
    messages: ['FMT-06.differs'],
    edits: 4,
    line: 'giá trị cột ma_dvc nằm sai dòng',
  },
  {
    says: 'names pasted one row too low',
    kind: 'misplacedRows',
    tables: sheetOf(byName(['', NAMES[0]!, NAMES[1]!, NAMES[2]!, NAMES[3]!])),
    cells: 5,
    messages: ['CMP-01.noName', 'NAT-03.otherProcedure'],
    edits: 5,
    line: 'cột ten_tthc bị lệch xuống 1 dòng',
  },
  {
    says: 'names sorted without the other columns',
    kind: 'misplacedRows',
    tables: sheetOf(byName([NAMES[2]!, NAMES[4]!, NAMES[0]!, NAMES[3]!, NAMES[1]!])),
    cells: 4,
    messages: ['NAT-03.otherProcedure'],
    edits: 4,
    line: 'giá trị cột ten_tthc nằm sai dòng',
  },
  {
    says: 'a column typed in TCVN3',
    kind: 'legacyFont',
    tables: column(
      'ket_qua',
      [
        'Giấy khai sinh của trẻ em',
        'Quyết định công nhận giáo viên',
        'Giấy chứng nhận đăng ký kinh doanh',
        'Giấy xác nhận tình trạng hôn nhân',
        'Văn bản chấp thuận của Ủy ban',
      ].map(inTcvn3),
    ),
    cells: 5,
    messages: ['TXT-02.legacy'],
    edits: 5,
    line: 'cột ket_qua gõ bằng phông cũ',
  },
  {
    says: 'UTF-8 opened as Windows-1252',
    kind: 'misreadEncoding',
    tables: column('ket_qua', ['Giáº¥y khai sinh', 'Giáº¥y chá»©ng nháº­n', 'VÄƒn báº£n cháº¥p thuáº­n']),
    cells: 3,
    messages: ['TXT-08.misread'],
    edits: 3,
    line: 'cột ket_qua bị lỗi mã hóa UTF-8',
  },
  {
    says: 'codes that lost their last zeros',
    kind: 'turnedToNumbers',
    tables: sheetOf([
      { ma_tthc: 'num:1.00012' },
      { ma_tthc: 'num:1.0051' },
      { ma_tthc: 'num:2.000281' },
      { ma_tthc: '1.001193' },
    ]),
    cells: 3,
    messages: ['FMT-03.damaged', 'FMT-03.stillWhole'],
    edits: 3,
    line: 'cột ma_tthc bị Excel đổi thành số: 3 ô, 1 nguyên nhân',
  },
  {
    says: 'accounts in scientific notation',
    kind: 'turnedToNumbers',
    tables: [
      tableFrom(
        'feeConfigs',
        ['num:3.511012345679105E+16', 'num:3.511012345679106E+16', 'num:3.511012345679107E+16', '0011004123456'].map(
          (so_tai_khoan, row) => ({ ma_tthc: `1.00${4000 + row}`, so_tai_khoan, phi_le_phi: '30.000 đồng' }),
        ),
      ),
    ],
    cells: 3,
    messages: ['ACC-01.digitsLost'],
    edits: 0,
    line: 'cột so_tai_khoan bị Excel đổi thành số: 3 ô, 1 nguyên nhân',
  },
  {
    says: 'telephone numbers without their leading zero',
    kind: 'turnedToNumbers',
    tables: [
      tableFrom(
        'accounts',
        ['num:912345678', 'num:912345679', 'num:987654321'].map((sdt, row) => ({
          ho_ten: `Nguyễn Văn ${'ABC'[row]}n`,
          sdt,
          he_thong: 'Hệ thống điều phối',
        })),
      ),
    ],
    cells: 3,
    messages: ['USR-04.lostZero'],
    edits: 3,
    line: 'cột sdt bị Excel đổi thành số',
  },
  {
    says: 'dates that became numbers',
    kind: 'dateSerials',
    tables: sheetOf(
      ['num:46100', 'num:46101', 'num:46103', 'date:29/05/2026'].map((ngay_quyet_dinh, row) => ({
        ma_tthc: `1.00${4000 + row}`,
        so_quyet_dinh: '1200/QĐ-BTP',
        ngay_quyet_dinh,
      })),
    ),
    cells: 3,
    messages: ['FMT-15.serial'],
    edits: 3,
    line: 'cột ngay_quyet_dinh hiện con số thay cho ngày tháng',
  },
  {
    says: 'dates with the month first',
    kind: 'monthFirst',
    tables: sheetOf(
      ['05/29/2026', '06/30/2026', '04/17/2026'].map((ngay_quyet_dinh, row) => ({
        ma_tthc: `1.00${4000 + row}`,
        so_quyet_dinh: '1200/QĐ-BTP',
        ngay_quyet_dinh,
      })),
    ),
    cells: 3,
    messages: ['FMT-15.monthFirst'],
    edits: 3,
    line: 'cột ngay_quyet_dinh ghi tháng trước ngày',
  },
  {
    says: 'decomposed Unicode',
    kind: 'decomposed',
    tables: column(
      'ket_qua',
      ['Giấy khai sinh', 'Giấy chứng nhận', 'Văn bản chấp thuận'].map((text) => text.normalize('NFD')),
    ),
    cells: 3,
    messages: ['TXT-01.decomposed'],
    edits: 3,
    line: 'cột ket_qua lưu chữ Unicode tổ hợp',
  },
  {
    says: 'zero-width blanks',
    kind: 'hiddenCharacters',
    tables: column('ket_qua', ['Giấy\\u200B khai sinh', 'Giấy\\u200B chứng nhận', 'Văn\\u200B bản chấp thuận']),
    cells: 3,
    messages: ['TXT-03.invisible'],
    edits: 3,
    line: 'cột ket_qua có ký tự ẩn',
  },
  {
    says: 'trailing blanks',
    kind: 'strayBlanks',
    tables: column('ket_qua', ['Giấy khai sinh ', 'Giấy chứng nhận ', 'Văn bản  chấp thuận', 'Bản sao']),
    cells: 3,
    messages: ['TXT-04.double', 'TXT-04.edge'],
    edits: 3,
    line: 'cột ket_qua thừa khoảng trắng',
  },
  {
    says: 'a Cyrillic letter in decision numbers',
    kind: 'lookAlikes',
    tables: column('so_quyet_dinh', ['1200/QĐ-B\\u0422P', '1201/QĐ-B\\u0422P', '1202/QĐ-B\\u0422P', '1203/QĐ-BTP']),
    cells: 3,
    messages: ['TXT-05.lookAlike'],
    edits: 3,
    line: 'Т (U+0422)',
  },
  {
    says: 'a foreign Đ',
    kind: 'wrongD',
    tables: column('ket_qua', ['\\u00D0ơn đăng ký', 'Quyết \\u00F0ịnh', '\\u00D0ề nghị cấp đổi']),
    cells: 3,
    messages: ['TXT-06.wrongD'],
    edits: 3,
    line: 'cột ket_qua dùng chữ Đ không phải của tiếng Việt',
  },
  {
    says: 'codes with the province’s suffix',
    kind: 'localCodes',
    tables: sheetOf(['1.001193.H13', '1.000894.H13', '1.001022.H13', '1.000120'].map((ma_tthc) => ({ ma_tthc }))),
    cells: 3,
    messages: ['FMT-02.local'],
    edits: 3,
    line: 'cột ma_tthc ghi mã kèm phần mã địa phương',
  },
  {
    says: 'provinces of before the merger',
    kind: 'formerNames',
    tables: [
      tableFrom(
        'accounts',
        ['Bình Định', 'Bình Định', 'Kiên Giang', 'Gia Lai'].map((tinh, row) => ({
          ho_ten: `Nguyễn Văn ${'ABCD'[row]}n`,
          tinh,
        })),
      ),
    ],
    cells: 3,
    messages: ['ADM-01.former'],
    edits: 3,
    line: 'cột tinh ghi tên, mã cũ trước sắp xếp',
  },
  {
    says: 'links to the closed portal',
    kind: 'linkHost',
    tables: [
      tableFrom(
        'links',
        ['1.000120', '1.001193', '1.000894'].map((ma_tthc) => ({
          ma_tthc,
          link_nop: `https://dichvucong.binhdinh.gov.vn/nop-ho-so/${ma_tthc}`,
        })),
      ),
    ],
    cells: 3,
    messages: ['URL-07.formerProvince'],
    edits: 0,
    line: 'cột link_nop còn đường dẫn tới dichvucong.binhdinh.gov.vn',
  },
  {
    says: 'calendar days for working days',
    kind: 'wrongTimeUnit',
    tables: sheetOf([
      { ma_tthc: '1.001022', thoi_han: '03 ngày' },
      { ma_tthc: '1.001193', thoi_han: '3 ngày' },
      { ma_tthc: '1.003133', thoi_han: '20 ngày' },
      { ma_tthc: '2.000815', thoi_han: 'Trong ngày' },
    ]),
    cells: 3,
    messages: ['DUE-04.differs'],
    edits: 3,
    line: 'cột thoi_han ghi sai đơn vị thời gian: ngày thay cho ngày làm việc',
  },
  {
    says: 'working hours for working days',
    kind: 'wrongTimeUnit',
    tables: sheetOf([
      { ma_tthc: '1.001022', thoi_han: '03 giờ làm việc' },
      { ma_tthc: '1.001193', thoi_han: '3 giờ làm việc' },
      { ma_tthc: '1.003133', thoi_han: '20 giờ làm việc' },
    ]),
    cells: 3,
    messages: ['DUE-03.shortened'],
    edits: 0,
    line: 'cột thoi_han ghi sai đơn vị thời gian: giờ làm việc thay cho ngày làm việc',
  },
  {
    says: 'deadlines without a unit',
    kind: 'noTimeUnit',
    tables: sheetOf(['3', '5', '10'].map((thoi_han, row) => ({ ma_tthc: `1.00${4000 + row}`, thoi_han }))),
    cells: 3,
    messages: ['DUE-07.missing'],
    edits: 0,
    line: 'cột thoi_han không ghi đơn vị thời gian',
  },
  {
    says: 'fees in thousands of đồng',
    kind: 'lostThousands',
    tables: sheetOf(
      ['num:30', '135', '50 đồng', 'Miễn phí'].map((phi_le_phi, row) => ({ ma_tthc: `1.00${4000 + row}`, phi_le_phi })),
    ),
    cells: 3,
    messages: ['FEE-02.tooSmall'],
    edits: 3,
    line: 'cột phi_le_phi ghi theo nghìn đồng',
  },
  {
    says: 'one national fee that four agencies have in its old height',
    kind: 'nationalRecord',
    tables: [1, 2, 3, 4].map((number) =>
      tableFrom(
        'procedures',
        [
          { ma_tthc: '2.000815', phi_le_phi: '25.000 đồng' },
          { ma_tthc: '1.001022', phi_le_phi: 'Miễn phí' },
        ],
        { agency: agency(number), file: `xa-${number}.xlsx` },
      ),
    ),
    cells: 4,
    messages: ['FEE-05.differs'],
    edits: 4,
    line: 'thủ tục 2.000815: nhiều đơn vị cùng khác danh mục quốc gia ở Phí, lệ phí (quốc gia: 10.000 đ): 4 ô, 1 nguyên nhân (4 đơn vị, 4 sheet)',
  },
  {
    says: 'a column left blank',
    kind: 'blankColumn',
    tables: sheetOf(
      ['1.000120', '1.001193', '1.000894', '1.001022'].map((ma_tthc) => ({ ma_tthc, can_cu_phap_ly: '' })),
    ),
    cells: 4,
    messages: ['CMP-10.missing'],
    edits: 0,
    line: 'cột can_cu_phap_ly bỏ trống',
  },
  {
    says: 'three sheets without a code column',
    kind: 'missingColumn',
    tables: [1, 2, 3].map((number) =>
      tableFrom('procedures', [{ ten_tthc: NAMES[number]!, linh_vuc: 'Hộ tịch' }], {
        agency: agency(number),
        file: `xa-${number}.xlsx`,
      }),
    ),
    cells: 0,
    messages: ['CMP-01.noCodeColumn'],
    edits: 0,
    line: '3 bảng thiếu cùng một cột (CMP-01)',
  },
  {
    says: 'one wrong decision number in many rows',
    kind: 'repeatedValue',
    tables: column('so_quyet_dinh', ['1262/QD-BTP', '1262/QD-BTP', '1262/QD-BTP', '1200/QĐ-BTP']),
    cells: 3,
    messages: ['FMT-14.malformed'],
    edits: 3,
    line: 'giá trị "1262/QD-BTP" lặp lại ở Số quyết định (FMT-14)',
  },
];
