import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctedWorkbook, type CorrectedWorkbook } from '../../../electron/node/returned/correctedWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import type { AnswerEdit } from '../../../shared/reports/returned/answerStanding.ts';
import { parseCellAddress } from '../../../shared/reports/returned/cellPlace.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { buildXlsx, type WorkbookInput } from '../../workbooks.ts';

const ROWS = [
  ['Mã', 'Tên', 'Phí'],
  ['1.000123', 'Cấp thẻ', 50_000],
  ['1.000124', null, { value: 3, formula: 'C2*2' }],
  [],
  ['1.000125', 'Đăng ký', 7],
] as const;
const SHEET = { name: 'Danh mục', rows: ROWS };
/** Without references, what stands where is told by counting. */
const WITHOUT_HOLES = ROWS.map((row) => (row.length === 0 ? ['–'] : row.map((cell) => cell ?? '–')));

const edit = (address: string, after: string, sheet = SHEET.name): AnswerEdit => ({
  file: 'a.xlsx',
  sheet,
  ...parseCellAddress(address)!,
  before: '',
  after,
});

const open = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<Workbook> => {
  const opened = await openWorkbook(bytes, name);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

async function corrected(
  book: Partial<WorkbookInput> | Uint8Array,
  ...edits: readonly AnswerEdit[]
): Promise<CorrectedWorkbook> {
  const bytes = book instanceof Uint8Array ? book : buildXlsx({ sheets: [SHEET], ...book });
  const made = await correctedWorkbook(bytes, await open(bytes), 'a.xlsx', edits);
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

async function cellsOf({ bytes }: CorrectedWorkbook): Promise<Readonly<Record<string, string>>> {
  const [sheet] = (await open(bytes)).sheets;
  const cells: Record<string, string> = {};
  sheet!.columns.forEach((codes, column) =>
    codes.forEach((code, stored) => {
      if (code !== 0) {
        cells[`${String.fromCharCode(65 + column)}${sheet!.rowNumbers[stored]}`] = sheet!.dictionary.cell(code).text;
      }
    }),
  );
  return cells;
}
const AS_IT_WAS = await cellsOf(await corrected({}));

describe('a workbook with corrected cells', () => {
  test.each<[string, Partial<WorkbookInput>]>([
    ['as most programs write it', {}],
    ['with a namespace prefix', { prefix: 'x' }],
    ['without references', { omitReferences: true, sheets: [{ ...SHEET, rows: WITHOUT_HOLES }] }],
    ['with texts in the cells', { inlineStrings: true }],
    ['with strict namespaces', { strict: true }],
    ['without compression', { stored: true }],
  ])('%s holds the new values and everything else', async (_, input) => {
    const before = await cellsOf(await corrected(input));
    const made = await corrected(input, edit('B2', 'Cấp thẻ căn cước'), edit('C2', '45.000 đ'), edit('D5', 'mới'));
    expect(made).toMatchObject({ isNew: false, kept: [] });
    expect(await cellsOf(made)).toEqual({ ...before, B2: 'Cấp thẻ căn cước', C2: '45.000 đ', D5: 'mới' });
  });

  test('a blank cell is filled in its place', async () => {
    expect(await cellsOf(await corrected({}, edit('B3', 'Tên mới')))).toEqual({ ...AS_IT_WAS, B3: 'Tên mới' });
  });

  test.each([
    ['a formula', edit('C3', '9')],
    ['a row that is not there', edit('A9', 'x')],
    ['a sheet that is not there', edit('A1', 'x', 'Khác')],
  ])('%s is left as it is and told', async (_, wanted) => {
    const made = await corrected({}, wanted, edit('B2', 'đúng'));
    expect([made.kept, made.written]).toEqual([[wanted], [edit('B2', 'đúng')]]);
    expect(await cellsOf(made)).toEqual({ ...AS_IT_WAS, B2: 'đúng' });
  });

  test('a cell that a merged range hides is left as it is and told', async () => {
    const sheets = [{ ...SHEET, merges: ['B2:C3', 'A1:C1'] }];
    const hidden = [edit('C2', 'x'), edit('B3', 'x'), edit('B1', 'x')];
    const made = await corrected({ sheets }, ...hidden, edit('B2', 'đúng'), edit('A3', 'đúng'));
    expect([made.kept, made.written]).toEqual([hidden, [edit('B2', 'đúng'), edit('A3', 'đúng')]]);
    expect(await cellsOf(made)).toEqual({ ...AS_IT_WAS, B2: 'đúng', A3: 'đúng' });
  });

  test.each(['=1+2', "=cmd|' /C calc'!A0", '<c r="A1">&amp;</c>', ' ]]> ', '_x0041_', 'a\nb\tc', '₫ ẵ 👩‍🚒', '0123'])(
    '%j stays the text that it is',
    async (text) => {
      const made = await corrected({}, edit('A2', text));
      expect(await cellsOf(made)).toEqual({ ...AS_IT_WAS, A2: text });
    },
  );

  test('a number keeps its look, a style its cell', async () => {
    const sheets = [{ name: SHEET.name, rows: [['a', { value: 45_000, format: '#,##0' }]] }];
    const made = await corrected({ sheets }, edit('B1', '46.000'));
    expect(await cellsOf(made)).toEqual({ A1: 'a', B1: '46.000' });
  });

  test('any other format becomes a new workbook with the same cells', async () => {
    const bytes = new TextEncoder().encode('\uFEFFMã,Tên\n1.000123,Cấp thẻ\n');
    const workbook = await open(bytes, 'a.csv');
    const sheet = workbook.sheets[0]!.name;
    const made = await correctedWorkbook(bytes, workbook, 'a.csv', [edit('B2', 'Cấp thẻ căn cước', sheet)]);
    expect(made).toMatchObject({ ok: true, value: { isNew: true, kept: [] } });
    expect(made.ok && (await cellsOf(made.value))).toEqual({
      A1: 'Mã',
      B1: 'Tên',
      A2: '1.000123',
      B2: 'Cấp thẻ căn cước',
    });
  });

  test('whatever is written into whichever cells is read again, and nothing else changes', async () => {
    const cell = fc.record({
      column: fc.integer({ min: 0, max: 12 }),
      row: fc.constantFrom(1, 2, 3, 5),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(cell, { maxLength: 12, selector: ({ column, row }) => `${column} ${row}` }),
        async (cells) => {
          const edits = cells.map(({ column, row, text }) => ({
            ...edit('A1', text.replaceAll('\r', '')),
            row,
            column,
          }));
          const made = await corrected({}, ...edits);
          expect(made.kept.map(({ row, column }) => [row, column])).toEqual(
            edits.filter(({ row, column }) => row === 3 && column === 2).map(({ row, column }) => [row, column]),
          );
          const wanted: Record<string, string> = { ...AS_IT_WAS };
          for (const { row, column, after } of made.written) {
            wanted[`${String.fromCharCode(65 + column)}${row}`] = after;
          }
          expect(await cellsOf(made)).toEqual(wanted);
        },
      ),
      { numRuns: 40 },
    );
  });
});
