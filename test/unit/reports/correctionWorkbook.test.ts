import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookByExceljs } from '../../../electron/node/reports/bookByExceljs.ts';
import { bookStream } from '../../../electron/node/reports/bookStream.ts';
import { correctionWorkbook, MOST_FOR_EXCELJS } from '../../../electron/node/reports/correctionWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { catalogueFromTables } from '../../../shared/reference/importCatalogue.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import { correctionBook } from '../../../shared/reports/correction/correctionBook.ts';
import type { CorrectionList } from '../../../shared/reports/correctionList.ts';
import { RULES } from '../../../shared/rules/index.ts';
import { TableColumn, type Table } from '../../../shared/table/table.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf, firstListOf, refuseNames } from './reportedRound.ts';

const NAMES = ['Cấp thẻ căn cước', 'Đăng ký khai sinh', 'Đăng ký kết hôn', 'Đăng ký khai tử'];
const catalogue = catalogueFromTables(
  [
    {
      file: 'quoc-gia.csv',
      sheet: 'quoc-gia',
      headings: ['ma_tthc', 'ten_tthc', 'linh_vuc'],
      rows: NAMES.map((name, at) => [`1.00100${at}`, name, 'Hộ tịch']),
      rowNumbers: NAMES.map((_, at) => at + 2),
    },
  ],
  { title: 'quốc gia', date: '', complete: true },
);
if (!catalogue.ok) throw new Error(catalogue.error.code);
const procedures = indexProcedures(catalogue.value);

/** A table whose last column is one that intake did not understand. */
function withOwnColumn(table: Table, heading: string): Table {
  const last = table.columns.at(-1)!;
  const own = new TableColumn(null, heading, last.sheetColumn, last.codes, last.sources, last.dictionary);
  return { ...table, columns: [...table.columns.slice(0, -1), own] };
}

const table = withOwnColumn(
  tableFrom(
    'procedures',
    [...NAMES, 'Khai sinh'].map((name, at) => ({
      ma_tthc: at === 4 ? '1.99999' : `1.00100${at}`,
      ten_tthc: at === 1 ? 'Đăng ký khai sinhh' : name,
      linh_vuc: at === 2 ? 'Đất đai' : 'Hộ tịch',
      ghi_chu: `phòng ${at}`,
    })),
  ),
  'Người theo dõi',
);
const rules = RULES.filter(({ id }) => ['NAT-03', 'NAT-04', 'NAT-05', 'FMT-01', 'NAT-01'].includes(id));
const check = checkOf([table], [...rules, refuseNames], procedures);
let list: CorrectionList;
beforeAll(() => {
  list = firstListOf(check);
});

const book = () => correctionBook(list, 'vi', () => 'tep%20goc.xlsx');
const WRITERS: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['exceljs', () => bookByExceljs(book())],
  ['the streaming writer', async () => bookStream(book())!],
];

/** Names, texts and hidden columns of a workbook, sheet by sheet. */
async function contentOf(bytes: Uint8Array) {
  const opened = await openWorkbook(bytes, 'a.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.sheets.map(({ name, visibility, columns, rowNumbers, dictionary, merges, hiddenColumns }) => ({
    name,
    visibility,
    rows: Array.from(rowNumbers, (row, stored) => [
      row,
      ...columns.map((codes) => dictionary.cell(codes[stored]!).text),
    ]),
    merges,
    hiddenColumns,
  }));
}

describe('a correction workbook', () => {
  test('says the same whichever writer makes it', async () => {
    const [first, second] = await Promise.all(WRITERS.map(async ([, write]) => contentOf(await write())));
    expect(first!.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Danh sách cần sửa',
      'Đối chiếu danh mục quốc gia',
      'Quy tắc áp dụng',
      'Quy tắc không chạy',
      'Gợi ý',
    ]);
    expect(second).toEqual(first);
  });

  test.each(WRITERS)('of %s locks keys and findings, and leaves corrections and filters open', async (_, write) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await write()).buffer as ArrayBuffer);
    const sheet = workbook.getWorksheet('Danh sách cần sửa')!;
    const locked = Array.from({ length: 18 }, (_, at) => sheet.getCell(2, at + 1).protection?.locked !== false);
    expect(locked.map((isLocked, at) => (isLocked ? null : at + 1)).filter((at) => at !== null)).toEqual([13, 14]);
    const protection = (sheet as unknown as { sheetProtection: Record<string, unknown> }).sheetProtection;
    expect(protection).toMatchObject({ sheet: true });
    expect(protection['hashValue'] ?? '').toBe('');
    expect(sheet.autoFilter).toBeTruthy();
    expect(sheet.getColumn(18).hidden).toBe(true);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:1' });
  });

  test.each(WRITERS)(
    'of %s offers up to three values of the catalogue in a drop-down, and takes others',
    async (_, write) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await write()).buffer as ArrayBuffer);
      const sheet = workbook.getWorksheet('Danh sách cần sửa')!;
      const offered = new Map<string, readonly unknown[]>();
      sheet.eachRow((row, number) => {
        const validation = sheet.getCell(number, 13).dataValidation as ExcelJS.DataValidation | undefined;
        if (validation === undefined || number === 1) return;
        expect(validation.showErrorMessage ?? false).toBe(false);
        const [, name, from, to, line] = /^'(.+)'!\$([A-C])\$(\d+):\$([A-C])\$\3$/
          .exec(String(validation.formulae[0]))!
          .map(String);
        const source = workbook.getWorksheet(name)!;
        const values = ['A', 'B', 'C']
          .filter((letter) => letter >= from! && letter <= line!)
          .map((letter) => source.getCell(`${letter}${to}`).value);
        offered.set(`${row.getCell(17).text} ${row.getCell(7).text}`, values);
      });
      expect(offered.get('T-01 Đăng ký khai sinhh')).toEqual(['Tên mới, có dấu phẩy', 'Đăng ký khai sinh']);
      for (const values of offered.values()) expect(values.length).toBeLessThanOrEqual(3);
    },
  );

  test('draws the chart as bars over figures that stand in the same table', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bookByExceljs(book())).buffer as ArrayBuffer);
    const cover = workbook.getWorksheet('Tổng hợp')!;
    const formats = (cover as unknown as { conditionalFormattings: { ref: string; rules: { type: string }[] }[] })
      .conditionalFormattings;
    expect(formats.map(({ rules: [rule] }) => rule!.type)).toEqual(['dataBar']);
    const [, first, last] = /^B(\d+):B(\d+)$/.exec(formats[0]!.ref)!;
    let total = 0;
    for (let row = Number(first); row <= Number(last); row += 1) total += Number(cover.getCell(`B${row}`).value);
    expect(total).toBe(list.size);
  });
});

describe('a correction list', () => {
  test('sets the agency beside the national catalogue where they differ or a finding is', () => {
    const lines = list
      .national()
      .map(({ code, field, agency, national, verdict }) => [code, field, agency, national, verdict]);
    expect(lines).toContainEqual(['1.001001', 'Tên TTHC', 'Đăng ký khai sinhh', 'Đăng ký khai sinh', 'differs']);
    expect(lines).toContainEqual(['1.001002', 'Lĩnh vực', 'Đất đai', 'Hộ tịch', 'differs']);
    expect(lines).toContainEqual(['1.001000', 'Tên TTHC', 'Cấp thẻ căn cước', 'Cấp thẻ căn cước', 'same']);
    expect(firstListOf(checkOf([table], rules)).national()).toEqual([]);
  });

  test('echoes the columns that the agency keeps for itself, but none of passwords', () => {
    expect([...list.lines()][0]!.ownColumns).toMatch(/^Người theo dõi: phòng \d$/);
    const secret = checkOf([withOwnColumn(table, 'Mật khẩu đăng nhập')]);
    expect([...firstListOf(secret).lines()].map(({ ownColumns }) => ownColumns).join('')).toBe('');
  });

  test('names the rules that judged the agency, with their legal basis, those with findings first', () => {
    const applied = list.rules();
    expect(applied.find(({ ruleId }) => ruleId === 'T-01')).toMatchObject({
      findings: 5,
      legal: 'Điều 8 63/2010/NĐ-CP',
    });
    const struck = applied.map(({ findings }) => findings > 0);
    expect(struck).toEqual(struck.toSorted((a, b) => Number(b) - Number(a)));
  });

  test('groups what goes away together, with the numbers of its lines', () => {
    const shared = checkOf(
      [
        tableFrom(
          'procedures',
          Array.from({ length: 40 }, (_, at) => ({ ma_tthc: `1.0020${at + 10}`, ten_tthc: `Thủ  tục ${at}` })),
        ),
      ],
      RULES.filter(({ id }) => id.startsWith('TXT-')),
    );
    const [cause] = firstListOf(shared).causes();
    expect(cause).toMatchObject({ findings: 40, cells: 40 });
    expect(cause!.lines).toBe('1–40');
    expect(cause!.fix).toContain('"Thủ  tục 0" → "Thủ tục 0"');
  });

  test('of any length is written: the streaming writer takes over, and lines stay in order', async () => {
    const rows = MOST_FOR_EXCELJS + 1;
    const long = checkOf([
      tableFrom(
        'procedures',
        Array.from({ length: rows }, (_, at) => ({ ma_tthc: '1.001000', ten_tthc: `Tên ${at}` })),
      ),
    ]);
    const sheets = await contentOf(await correctionWorkbook(firstListOf(long), 'vi', () => null));
    const lines = sheets.find(({ name }) => name === 'Danh sách cần sửa')!.rows;
    expect(lines).toHaveLength(rows + 1);
    expect(lines.at(-1)!.slice(0, 2)).toEqual([rows + 1, String(rows)]);
    expect(lines.at(-1)![7]).toBe(`Tên ${rows - 1}`);
  });

  test('in English is English', () => {
    const english = correctionBook(firstListOf(check, 'en'), 'en', () => null);
    expect(english.sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Corrections',
      'Beside the national catalogue',
      'Rules applied',
      'Rules not run',
      'Choices',
    ]);
  });
});
