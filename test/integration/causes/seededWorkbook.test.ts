import { expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';
import { readWorkbook } from '../../../shared/intake/readWorkbook.ts';
import { columnOf, type Table } from '../../../shared/table/table.ts';
import { contentsOf, judge } from '../../unit/causes/judgedRound.ts';
import { OpenedRound } from '../../unit/causes/openedRound.ts';
import { buildXlsx, excelSerial, type CellInput } from '../../workbooks.ts';

const HEADINGS = [
  'STT',
  'Mã TTHC',
  'Tên TTHC',
  'Lĩnh vực',
  'Cấp thực hiện',
  'Số quyết định',
  'Ngày quyết định',
  'Phí, lệ phí',
];

const row = (number: number, code: CellInput, name: string, day: CellInput = '20/03/2026'): readonly CellInput[] => [
  number,
  code,
  name,
  'Hộ tịch',
  'Cấp xã',
  '1200/QĐ-BTP',
  day,
  'Miễn phí',
];

/** The same row with a cell inserted before the code: the last value falls into a column without a heading. */
const pushed = ([number, ...rest]: readonly CellInput[]): readonly CellInput[] => [number, null, ...rest];

const tablesOf = async (rows: readonly (readonly CellInput[])[]): Promise<readonly Table[]> =>
  (await readingsOf(rows)).flatMap(({ tables }) => tables);

async function readingsOf(rows: readonly (readonly CellInput[])[]): Promise<readonly SheetReading[]> {
  const bytes = buildXlsx({
    sheets: [{ name: 'Danh mục', rows: [['DANH MỤC THỦ TỤC HÀNH CHÍNH'], HEADINGS, ...rows] }],
  });
  const workbook = await openWorkbook(bytes, 'xa.xlsx');
  if (!workbook.ok) throw new Error(workbook.error.code);
  return readWorkbook(workbook.value, { file: 'xa.xlsx' });
}

const ROWS = [
  row(1, '1.000120', 'Đăng ký khai sinh'),
  row(2, '1.001193', 'Đăng ký kết hôn'),
  row(3, '1.002755', 'Cấp bản sao trích lục hộ tịch'),
  row(4, '1.001022', 'Đăng ký nhận cha, mẹ, con'),
  row(5, '1.004837', 'Đăng ký giám hộ'),
] as const;

test('rows pushed one column to the right by Excel are put back, the value beyond the last heading too', async () => {
  const readings = await readingsOf(ROWS.map((one, at) => (at === 1 || at === 2 || at === 3 ? pushed(one) : one)));
  const tables = readings.flatMap((reading) => reading.tables);
  const [cause] = judge(tables).causes;
  expect([cause!.kind, cause!.args.rows, cause!.fix!.unfixed]).toEqual(['shiftedColumns', 3, 0]);
  const opened = new OpenedRound(readings);
  const decision = opened.mend(cause!.id);
  const wanted = await tablesOf(ROWS);
  const texts = (all: readonly Table[]): readonly string[][] =>
    Array.from(all[0]!.rowNumbers, (_, at) =>
      all[0]!.columns.slice(0, HEADINGS.length).map((column) => column.at(at).text),
    );
  expect(texts(opened.inOrderOf(tables))).toEqual(texts(wanted));
  opened.takeBack(decision);
  expect(contentsOf(opened.inOrderOf(tables))).toEqual(contentsOf(tables));
});

test('codes and dates that Excel keeps as numbers are two causes, each with its own fix', async () => {
  const tables = await tablesOf([
    row(1, 1.00012, 'Đăng ký khai sinh', excelSerial(2026, 3, 20)),
    row(2, 1.001193, 'Đăng ký kết hôn', excelSerial(2026, 3, 20)),
    row(3, 1.002755, 'Cấp bản sao trích lục hộ tịch', excelSerial(2026, 3, 21)),
    row(4, '1.001022', 'Đăng ký nhận cha, mẹ, con', { value: excelSerial(2026, 3, 20), format: 'dd/mm/yyyy' }),
  ]);
  const { causes } = judge(tables);
  expect(causes.map(({ kind, cells, fix }) => [kind, cells, fix?.edits.map(({ after }) => after.text)])).toEqual([
    ['turnedToNumbers', 3, ['1.000120', '1.001193', '1.002755']],
    ['dateSerials', 3, ['20/03/2026', '20/03/2026', '21/03/2026']],
  ]);
});

test('a fix reaches the rows that were unfolded out of the same sheet', async () => {
  const wide = [
    ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn giải quyết', '', 'Phí, lệ phí', ''],
    ['', '', '', 'Trực tiếp', 'Trực tuyến', 'Trực tiếp', 'Trực tuyến'],
    [1, 1.00012, 'Đăng ký khai sinh', '05 ngày làm việc', '04 ngày làm việc', 'Miễn phí', 'Miễn phí'],
    [2, 1.001193, 'Đăng ký kết hôn', '03 ngày làm việc', '03 ngày làm việc', 'Miễn phí', 'Miễn phí'],
    [3, 1.002755, 'Cấp bản sao trích lục hộ tịch', '01 ngày làm việc', '01 ngày làm việc', 'Miễn phí', 'Miễn phí'],
  ] as const;
  const bytes = buildXlsx({
    sheets: [{ name: 'Danh mục', rows: wide, merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1'] }],
  });
  const workbook = await openWorkbook(bytes, 'xa.xlsx');
  if (!workbook.ok) throw new Error(workbook.error.code);
  const readings = readWorkbook(workbook.value, { file: 'xa.xlsx' });
  const tables = readings.flatMap((reading) => reading.tables);
  expect(tables.map(({ dataset }) => dataset)).toEqual(['procedures', 'channels']);
  const numbers = judge(tables).causes.find(({ kind }) => kind === 'turnedToNumbers');
  expect([numbers!.cells, numbers!.fix!.edits.length]).toEqual([3, 3]);
  const opened = new OpenedRound(readings);
  opened.mend(numbers!.id);
  const codes = opened
    .inOrderOf(tables)
    .map((table) => Array.from(table.rowNumbers, (_, at) => columnOf(table, 'ma_tthc')!.at(at).text));
  expect(codes).toEqual([
    ['1.000120', '1.001193', '1.002755'],
    ['1.000120', '1.000120', '1.001193', '1.001193', '1.002755', '1.002755'],
  ]);
});
