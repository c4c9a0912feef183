import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_KEYS, FIELDS, isFieldKey } from '../../../shared/domain/fields.ts';
import { DATASET_IDS } from '../../../shared/domain/datasets.ts';
import type { ColumnMapping } from '../../../shared/intake/reading.ts';
import { fieldsOfHeading } from '../../../shared/intake/headings.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { sheetFrom, workbookFrom, type SheetCell, type SheetOptions } from '../../sheets.ts';
import { OPERATION_LAYOUTS, PROCEDURE_LAYOUTS } from './layouts.ts';

const read = (rows: readonly (readonly SheetCell[])[], options?: SheetOptions) =>
  readWorkbook(workbookFrom(sheetFrom(rows, options)), { file: 'don-vi/tep.xlsx' })[0]!;

const fieldOf = ({ field, channel }: ColumnMapping): string =>
  (field ?? '-') + (channel === undefined ? '' : `@${channel}`);

describe('a sheet is recognised with its kind, header, columns and data rows', () => {
  test.each([...PROCEDURE_LAYOUTS, ...OPERATION_LAYOUTS])('$says', (layout) => {
    const reading = read(layout.rows, layout.options);
    expect({
      verdict: reading.verdict,
      dataset: reading.dataset,
      header: reading.header === null ? null : [reading.header.firstRow, reading.header.lastRow],
      fields: reading.columns.map(fieldOf).join(' '),
      data: reading.tables[0] === undefined ? [] : [...new Set(reading.tables[0].rowNumbers)],
    }).toEqual({
      verdict: 'recognised',
      dataset: layout.dataset,
      header: [...layout.header],
      fields: layout.fields,
      data: [...layout.data],
    });
  });

  test('the layouts cover every sheet kind', () => {
    const kinds = new Set([...PROCEDURE_LAYOUTS, ...OPERATION_LAYOUTS].map((layout) => layout.dataset));
    expect([...kinds].toSorted()).toEqual([...DATASET_IDS].toSorted());
  });
});

describe('a sheet that is no catalogue is never taken for one', () => {
  const strangers: readonly [string, readonly (readonly SheetCell[])[]][] = [
    [
      'payroll',
      [
        ['STT', 'Họ và tên', 'Ngày sinh', 'Hệ số lương', 'Phụ cấp', 'Thực lĩnh', 'Ghi chú'],
        [1, 'An', '1/1/1980', 2.34, 0.2, 4000000, ''],
      ],
    ],
    [
      'school marks',
      [
        ['TT', 'Họ tên', 'Lớp', 'Toán', 'Văn', 'Xếp loại'],
        [1, 'Bình', '6A', 8, 7, 'Khá'],
      ],
    ],
    [
      'statistics',
      [
        ['Chỉ tiêu', 'Mã số', 'Tổng số', 'Nữ'],
        ['A', 'B', 1, 2],
        ['Tổng số', 1000, 3, 1],
        ['Đại học', 1100, 2, 1],
      ],
    ],
    [
      'purchases',
      [
        ['STT', 'Tên hàng', 'Đơn vị tính', 'Số lượng', 'Đơn giá', 'Thành tiền'],
        [1, 'Giấy A4', 'Ram', 10, 70000, 700000],
      ],
    ],
    [
      'incoming mail',
      [
        ['STT', 'Số ký hiệu', 'Ngày ban hành', 'Trích yếu', 'Nơi nhận'],
        [1, '12/UBND', '1/2/2026', 'V/v họp', 'Sở Y tế'],
      ],
    ],
    [
      'meeting plan',
      [
        ['Thời gian', 'Nội dung', 'Người thực hiện', 'Địa điểm'],
        ['8h00', 'Khai mạc', 'Chủ tịch', 'Hội trường'],
      ],
    ],
    ['prose', [['Kính gửi: Ủy ban nhân dân các xã'], ['Đề nghị các đơn vị rà soát danh mục thủ tục hành chính.']]],
    [
      'numbers',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ];
  test.each(strangers)('%s', (_name, rows) => {
    const reading = read(rows);
    expect(['notACatalogue', 'unsure']).toContain(reading.verdict);
    expect(reading.tables).toEqual([]);
    expect(reading.questions.length).toBeGreaterThan(0);
  });

  test('a blank sheet is reported as empty', () => {
    expect(read([[], ['']]).verdict).toBe('empty');
  });
});

describe('what intake is not sure of is asked, not guessed', () => {
  test('two tables side by side', () => {
    const reading = read([
      ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', null, 'Mã TTHC', 'Tên TTHC', 'Lĩnh vực'],
      ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', null, '1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch'],
    ]);
    expect([reading.verdict, reading.questions.map((question) => question.code)]).toEqual([
      'unsure',
      ['intake.sideBySide'],
    ]);
  });

  test('procedure codes without any header', () => {
    const reading = read([
      ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'],
      ['1.004884', 'Đăng ký lại khai sinh', 'Hộ tịch'],
      ['2.000815', 'Chứng thực bản sao', 'Chứng thực'],
    ]);
    expect([reading.verdict, reading.questions.map((question) => question.code)]).toEqual([
      'unsure',
      ['intake.noHeader'],
    ]);
  });

  test('two people per line: the first is used, the second is told of', () => {
    const reading = read([
      ['STT', 'Đơn vị', 'Lãnh đạo trực', null, 'Chuyên viên trực', null, 'Ngày trực'],
      [null, null, 'Họ tên', 'SĐT', 'Họ tên', 'SĐT'],
      [1, 'UBND xã Núi Cấm', 'An', '0912345678', 'Bình', '0912345679', '29/5/2026'],
    ]);
    expect(reading.columns.map(fieldOf).join(' ')).toBe('stt don_vi dau_moi sdt - - ca_truc');
    expect(reading.questions.map((question) => question.code)).toEqual(['intake.sameField', 'intake.sameField']);
  });

  test('a sheet far wider than any form: what lies beyond is named, not silently dropped', () => {
    const row = (cells: readonly string[]): SheetCell[] => [...cells, ...Array.from({ length: 1100 }, () => 'x')];
    const reading = read([
      row(['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện']),
      row(['1.001193', 'A', 'B', 'C']),
    ]);
    expect(reading.questions).toContainEqual({ code: 'intake.tooWide', params: { columns: 1000 } });
  });

  test('a procedure list of which only two columns are known', () => {
    const reading = read([
      ['STT', 'Mã TTHC', 'Số liệu A', 'Số liệu B'],
      [1, '1.001193', 3, 4],
    ]);
    expect([reading.verdict, reading.dataset, reading.tables.length]).toEqual(['unsure', 'procedures', 0]);
  });

  test('a column told only by its content is proposed, shown as doubtful and not used', () => {
    const reading = read([
      ['STT', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện', 'Cột X'],
      [1, 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã', '1.001193'],
      [2, 'Đăng ký lại khai sinh', 'Hộ tịch', 'UBND cấp xã', '1.004884'],
    ]);
    expect(reading.columns[4]).toMatchObject({ field: 'ma_tthc', confidence: 0.5, evidence: 'content' });
    expect(reading.tables[0]!.columns[4]!.field).toBeNull();
    expect(reading.questions.map((question) => question.code)).toContain('intake.checkColumn');
  });

  test('two columns with the same heading: the first is used and the user is told', () => {
    const reading = read([
      ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện', 'Lĩnh vực'],
      ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch', 'UBND cấp xã', 'Tư pháp'],
    ]);
    expect(reading.columns.map((column) => column.field)).toEqual([
      'ma_tthc',
      'ten_tthc',
      'linh_vuc',
      'co_quan_thuc_hien',
      null,
    ]);
    expect(reading.questions).toEqual([
      { code: 'intake.sameField', params: { field: 'Lĩnh vực', kept: 'C', other: 'E' } },
    ]);
  });

  test('a catalogue without a code column says which column is missing', () => {
    const reading = read(PROCEDURE_LAYOUTS[2]!.rows, PROCEDURE_LAYOUTS[2]!.options);
    expect(reading.questions).toContainEqual({ code: 'intake.missingKey', params: { field: 'Mã TTHC' } });
  });

  test('a password column is named so that it can be removed', () => {
    const reading = read(OPERATION_LAYOUTS[1]!.rows);
    expect(reading.questions).toContainEqual({ code: 'intake.passwordColumn', params: { column: 'K' } });
  });

  test('hidden rows and hidden sheets are read and reported', () => {
    const reading = read(PROCEDURE_LAYOUTS[0]!.rows, { visibility: 'hidden', hiddenRows: [4] });
    expect(reading.rows).toBe(2);
    expect(reading.questions.map((question) => question.code)).toEqual(['intake.hiddenSheet', 'intake.hiddenRows']);
  });

  test('a header without data rows is recognised and the lack of rows reported', () => {
    const reading = read([['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cơ quan thực hiện']]);
    expect([reading.verdict, reading.rows, reading.questions]).toEqual([
      'recognised',
      0,
      [{ code: 'intake.noRows', params: { row: 1 } }],
    ]);
  });
});

describe('ambiguous headings are decided by kind, parent and content', () => {
  const cases: readonly [string, readonly (readonly SheetCell[])[], string][] = [
    [
      '"Đơn vị" with units of time',
      [
        ['Mã TTHC', 'Hình thức nộp', 'Thời hạn', 'Đơn vị', 'Phí'],
        ['1.001193', 'Trực tuyến', 5, 'Ngày làm việc', 'Không'],
        ['1.001194', 'Trực tiếp', 5, 'Ngày', 'Không'],
      ],
      'ma_tthc hinh_thuc_nop thoi_han dv_tinh_thoi_han phi_le_phi',
    ],
    [
      '"Đơn vị" with agencies',
      [
        ['Mã TTHC', 'Hình thức nộp', 'Thời hạn', 'Đơn vị', 'Phí'],
        ['1.001193', 'Trực tuyến', '5 ngày', 'Sở Y tế', 'Không'],
      ],
      'ma_tthc hinh_thuc_nop thoi_han don_vi phi_le_phi',
    ],
    [
      '"Tài khoản" beside a bank',
      [
        ['Mã phí', 'Mã TTHC', 'Tài khoản', 'Ngân hàng', 'Mã QHNS'],
        ['P1', '1.001193', '3511.0.1053612', 'KBNN', '1053612'],
      ],
      'ma_phi ma_tthc so_tai_khoan ngan_hang ma_qhns',
    ],
    [
      '"Tài khoản" beside a name',
      [
        ['Họ và tên', 'CCCD', 'Tài khoản', 'Vai trò', 'Hệ thống'],
        ['An', '089085001234', 'an.nv', 'Tiếp nhận', 'Một cửa'],
      ],
      'ho_ten cccd ten_dang_nhap vai_tro he_thong',
    ],
    [
      '"Trình tự thực hiện" in a catalogue',
      [
        ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Trình tự thực hiện'],
        ['1.001193', 'A', 'B', 'C'],
      ],
      'ma_tthc ten_tthc linh_vuc trinh_tu',
    ],
    [
      '"Kết quả xử lý" of incidents',
      [
        ['Đơn vị', 'Sự cố', 'Nguyên nhân', 'Giải pháp', 'Kết quả xử lý'],
        ['Sở Y tế', 'A', 'B', 'C', 'D'],
      ],
      'don_vi loi_su_co nguyen_nhan phuong_an_xu_ly ket_qua_xu_ly',
    ],
  ];
  test.each(cases)('%s', (_name, rows, fields) => {
    expect(read(rows).columns.map(fieldOf).join(' ')).toBe(fields);
  });
});

const heading = fc.constantFrom(
  'Mã TTHC',
  'Tên TTHC',
  'Lĩnh vực',
  'Phí, lệ phí',
  'Trực tuyến',
  'STT',
  'Họ và tên',
  '(1)',
  'I',
  'Tổng cộng',
);
const anyCell = fc.oneof(heading, fc.constant(null), fc.string({ maxLength: 12 }), fc.integer());
const edge = fc.integer({ min: 1, max: 12 });

test('any sheet whatever is read without failing, and every table row is a row of the sheet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 12 }),
      fc.array(fc.tuple(edge, edge, edge, edge), { maxLength: 4 }),
      (rows, boxes) => {
        const merges = boxes.map(
          ([a, b, c, d]) =>
            `${cellAddress(Math.min(a, b) - 1, Math.min(c, d))}:${cellAddress(Math.max(a, b) - 1, Math.max(c, d))}`,
        );
        const reading = read(rows, { merges });
        const stored = new Set(sheetFrom(rows).rowNumbers);
        for (const table of reading.tables) {
          expect(table.rowNumbers.every((row) => stored.has(row) && row > reading.header!.lastRow)).toBe(true);
          expect(table.columns.every((column) => column.codes.length === table.rowNumbers.length)).toBe(true);
        }
      },
    ),
  );
});

describe('headings', () => {
  test('every field is found by its own key and by its name in the vocabulary', () => {
    const missing = FIELD_KEYS.flatMap((field) =>
      [field, FIELDS[field].vi].filter(
        (name) => !fieldsOfHeading([name]).some((candidate) => candidate.field === field),
      ),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['MÃ TTHC:', 'ma_tthc'],
    ['ma so ho so tthc', 'ma_tthc'],
    ['Phí, lệ phí\n(nếu có)', 'phi_le_phi'],
    ['Mật khẩu mặc định', 'mat_khau'],
    ['Pass', 'mat_khau'],
    ['Nơi mở tài khoản', 'ngan_hang'],
    ['Số CCCD/CMND', 'cccd'],
  ])('%s → %s', (heading, field) => {
    expect(isFieldKey(field) && fieldsOfHeading([heading])[0]?.field).toBe(field);
  });
});
