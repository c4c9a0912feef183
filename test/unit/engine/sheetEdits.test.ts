import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldKey } from '../../../shared/domain/fields.ts';
import { confirmReading, readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { editSheetCells } from '../../../shared/intake/sheetEdits.ts';
import { editCells } from '../../../shared/table/editedTable.ts';
import { columnOf, rowCount, type Table } from '../../../shared/table/table.ts';
import { sheetFrom, workbookFrom, type SheetCell } from '../../sheets.ts';
import { tableFrom } from '../../tables.ts';

const AGENCY = { id: 'a', name: 'Sở mẫu' };

const read = (rows: readonly (readonly SheetCell[])[]) =>
  readWorkbook(workbookFrom(sheetFrom(rows)), { file: 'tep.xlsx', agency: AGENCY })[0]!;

/** Everything a table says, cell by cell, and its distinct values in their order. */
const spelled = ({ columns, rowNumbers, ...head }: Table) => ({
  ...head,
  rowNumbers: [...rowNumbers],
  columns: columns.map((column) => ({
    field: column.field,
    heading: column.heading,
    cells: Array.from(rowNumbers, (_, row) => [column.sheetColumnAt(row), column.at(row)]),
    distinct: Array.from({ length: column.distinct }, (_, code) => column.value(code)),
  })),
});

const values = (table: Table, field: FieldKey): readonly string[] =>
  Array.from({ length: rowCount(table) }, (_, row) => columnOf(table, field)!.at(row).text);

interface Example {
  readonly name: string;
  /** Header lines first. */
  readonly rows: readonly (readonly SheetCell[])[];
  readonly headerRows: number;
  /** Columns that keep a row a row: they are only given texts that name something. */
  readonly keys: readonly number[];
  readonly tables: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  {
    name: 'a plain catalogue',
    rows: [
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Cơ quan thực hiện', 'Phí, lệ phí', 'Ghi chú riêng'],
      [1, '1.001193', 'Đăng ký khai sinh', 'UBND cấp xã', 'Miễn phí', null],
      [2, '1.004884', 'Đăng ký lại khai sinh', 'UBND cấp xã', '8.000 đồng', 'x'],
      [3, '2.000815', 'Chứng thực bản sao', 'UBND cấp xã', 2000, 'x'],
    ],
    headerRows: 1,
    keys: [1, 2],
    tables: ['procedures'],
  },
  {
    name: 'a wide catalogue with columns per channel',
    rows: [
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Cơ quan thực hiện', 'Thời hạn giải quyết', null, 'Phí, lệ phí', null, null],
      [null, null, null, null, 'Trực tuyến', 'Trực tiếp', 'Trực tuyến', 'Trực tiếp', 'Dịch vụ bưu chính'],
      [1, '1.001193', 'Đăng ký khai sinh', 'UBND cấp xã', '01 ngày', '01 ngày', 'Miễn phí', '5.000 đồng', '5.000 đồng'],
      [2, '1.004884', 'Đăng ký lại khai sinh', 'UBND cấp xã', null, '5 ngày', null, '8.000 đồng', null],
      [3, '2.000815', 'Chứng thực bản sao', 'UBND cấp xã', null, null, null, null, null],
      [4, '2.000816', 'Chứng thực chữ ký', 'UBND cấp xã', '1 ngày', null, null, 'Miễn phí', 2000],
    ],
    headerRows: 2,
    keys: [1, 2],
    tables: ['procedures', 'channels'],
  },
  {
    name: 'transitions with several target columns',
    rows: [
      ['TTHC', 'Tên quy trình', 'Từ Form', 'Đến Form', 'Đến Form 2', 'Đến Form 3'],
      ['1.001193', 'Khai sinh', 'Tiếp nhận', 'Xử lý', 'Trả lại', null],
      ['1.001193', 'Khai sinh', 'Xử lý', 'Ký', null, 'Trả lại'],
      ['1.001193', 'Khai sinh', 'Ký', null, null, null],
      ['1.001193', 'Khai sinh', 'Trả kết quả', 'Kết thúc', null, null],
    ],
    headerRows: 1,
    keys: [0, 1, 2],
    tables: ['transitions'],
  },
];

const TEXTS = ['', 'Miễn phí', '8.000 đồng', '5 ngày', '01 ngày', 'Ký', '2000', ' x', 'Đường bưu điện', '7.500 đồng'];
const NAMES = ['1.001193', '9.999999', 'Đăng ký khai tử', 'Xử lý'];

describe('editing the cells of a sheet gives the tables that reading the edited sheet gives', () => {
  test.each(EXAMPLES.map((example) => [example.name, example] as const))(
    '%s',
    (_, { rows, headerRows, keys, tables }) => {
      const reading = read(rows);
      expect(reading.tables.map(({ dataset }) => dataset)).toEqual(tables);
      const width = rows[0]!.length;
      const edit = fc
        .record({
          row: fc.integer({ min: headerRows + 1, max: rows.length }),
          column: fc.integer({ min: 1, max: width - 1 }),
          text: fc.nat(),
        })
        .map(({ row, column, text }) => {
          const texts = keys.includes(column) ? NAMES : TEXTS;
          return { row, column, text: texts[text % texts.length]! };
        });
      fc.assert(
        fc.property(
          fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
          (steps) => {
            const before = reading.tables.map(spelled);
            const edited = rows.map((row) => [...row]);
            let now = reading.tables;
            for (const edits of steps) {
              now = editSheetCells(now, reading.columns, edits);
              for (const { row, column, text } of edits) edited[row - 1]![column] = text;
            }
            expect(now.map(spelled)).toEqual(read(edited).tables.map(spelled));
            expect(reading.tables.map(spelled)).toEqual(before);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test('a first value for a channel adds its line, taking away the last one removes it', () => {
    const { rows } = EXAMPLES[1]!;
    const { tables, columns } = read(rows);
    const typed = editSheetCells(tables, columns, [{ row: 5, column: 6, text: 'Miễn phí' }]);
    expect(values(typed[1]!, 'ma_tthc').filter((code) => code === '2.000815')).toHaveLength(1);
    const cleared = editSheetCells(typed, columns, [{ row: 5, column: 6, text: '' }]);
    expect(spelled(cleared[1]!)).toEqual(spelled(tables[1]!));
  });

  test('tables and columns in which nothing has changed are the same objects', () => {
    const { tables, columns } = read(EXAMPLES[1]!.rows);
    expect(editSheetCells(tables, columns, [{ row: 3, column: 6, text: 'Miễn phí' }])).toBe(tables);
    const [main, channels] = editSheetCells(tables, columns, [{ row: 3, column: 3, text: 'Sở Tư pháp' }]);
    expect(channels).toBe(tables[1]);
    expect(main!.columns.map((column, at) => column === tables[0]!.columns[at])).toEqual(
      main!.columns.map((_, at) => at !== 3),
    );
    const [, fees] = editSheetCells(tables, columns, [{ row: 3, column: 7, text: 'Miễn phí' }]);
    const changed = fees!.columns.filter((column, at) => column !== tables[1]!.columns[at]);
    expect(changed.map(({ field }) => field)).toEqual(['phi_le_phi']);
  });

  test('of a channels sheet, lines come and go with the channels of a row that has any', () => {
    const rows = [
      ['Mã TTHC', 'Tên TTHC', 'Thời hạn Trực tuyến', 'Thời hạn Trực tiếp', 'Phí Trực tuyến', 'Phí Trực tiếp'],
      ['1.001193', 'Đăng ký khai sinh', '1 ngày', null, null, null],
      ['1.004884', 'Đăng ký lại khai sinh', '2 ngày', null, '8.000 đồng', null],
    ];
    const readAsChannels = (sheetRows: readonly (readonly SheetCell[])[]) => {
      const correction = { header: { firstRow: 1, lastRow: 1 }, dataset: 'channels' } as const;
      const reading = confirmReading(sheetFrom(sheetRows), correction, { file: 'tep.xlsx', agency: AGENCY });
      return reading.ok ? reading.value : expect.unreachable();
    };
    const { tables, columns } = readAsChannels(rows);
    expect(tables.map((table) => [table.dataset, rowCount(table)])).toEqual([['channels', 2]]);
    const edits = [
      { row: 2, column: 5, text: 'Miễn phí' },
      { row: 3, column: 2, text: '' },
      { row: 3, column: 1, text: 'Khai sinh' },
    ];
    const edited = rows.map((row, at) =>
      row.map((cell, column) => edits.find((edit) => edit.row === at + 1 && edit.column === column)?.text ?? cell),
    );
    expect(editSheetCells(tables, columns, edits).map(spelled)).toEqual(readAsChannels(edited).tables.map(spelled));
  });
});

describe('editing cells of a table', () => {
  const table = tableFrom('procedures', [
    { ma_tthc: '1.000001', ten_tthc: 'A' },
    { ma_tthc: 'num:1.000002', ten_tthc: 'A' },
    { ma_tthc: '1.000003', ten_tthc: '' },
  ]);

  test('a typed text is text whatever it looks like, and an emptied cell is blank', () => {
    const edited = editCells(table, [
      { row: 0, column: 0, text: '1.000002' },
      { row: 1, column: 1, text: '' },
      { row: 2, column: 1, text: '01/02/2026' },
    ]);
    expect([0, 1, 2].map((row) => columnOf(edited, 'ma_tthc')!.at(row).kind)).toEqual(['text', 'number', 'text']);
    expect([0, 1, 2].map((row) => columnOf(edited, 'ten_tthc')!.at(row))).toEqual([
      { kind: 'text', text: 'A', raw: 'A' },
      { kind: 'empty', text: '', raw: '' },
      { kind: 'text', text: '01/02/2026', raw: '01/02/2026' },
    ]);
    expect(values(table, 'ma_tthc')).toEqual(['1.000001', '1.000002', '1.000003']);
  });

  test('values that no row holds any more are gone, and a text that is there already is shared', () => {
    const edited = editCells(editCells(table, [{ row: 0, column: 1, text: 'B' }]), [{ row: 1, column: 1, text: 'B' }]);
    const { distinct, codes } = columnOf(edited, 'ten_tthc')!;
    expect([distinct, ...codes]).toEqual([2, 1, 1, 0]);
  });

  test('an edit that changes nothing gives the same table; one of a cell that is not there is refused', () => {
    expect(editCells(table, [{ row: 0, column: 1, text: 'A' }])).toBe(table);
    expect(editCells(table, [])).toBe(table);
    expect(() => editCells(table, [{ row: 3, column: 0, text: '' }])).toThrow(RangeError);
    expect(() => editCells(table, [{ row: 0, column: 2, text: '' }])).toThrow(RangeError);
  });
});
