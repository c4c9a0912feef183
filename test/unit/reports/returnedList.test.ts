import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { correctionWorkbook } from '../../../electron/node/reports/correctionWorkbook.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { judgeAnswers, type JudgedLine } from '../../../shared/reports/returned/answerStanding.ts';
import { parseCellAddress } from '../../../shared/reports/returned/cellPlace.ts';
import { lineMark, readLineMark } from '../../../shared/reports/returned/lineMark.ts';
import type { PresentRound, SentOver } from '../../../shared/reports/returned/presentRound.ts';
import { readListLines, type ReturnedList } from '../../../shared/reports/returned/readListLines.ts';
import { cellAddress, columnLetters } from '../../../shared/table/cell.ts';
import type { Sheet } from '../../../shared/table/sheet.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf, firstListOf, RULE_TEXTS } from './reportedRound.ts';

const table = tableFrom(
  'procedures',
  ['Một', 'Hai ', 'Ba', 'Bốn'].map((ten_tthc, at) => ({ ma_tthc: `1.00000${at}`, ten_tthc })),
);
const check = checkOf([table]);
const bytes = await correctionWorkbook(firstListOf(check), 'vi', () => null);
const [CELL, VALUE, CORRECTION, KEEP, MARK] = [4, 7, 13, 14, 18];

/** The list after somebody has worked in it. */
async function returned(
  work: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  sent: Uint8Array = bytes,
): Promise<ReturnedList> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(sent.buffer as ArrayBuffer);
  work(book.getWorksheet('Danh sách cần sửa')!, book);
  const opened = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), 'tra-loi.xlsx');
  if (!opened.ok) throw new Error(opened.error.code);
  const list = readListLines(opened.value);
  if (!list.ok) throw new Error(list.error.code);
  return list.value;
}

/** The round as it is now: that of the check, unless it says something else. */
const presentRound = ({ files, round, result }: Check, changes: Partial<PresentRound> = {}): PresentRound => ({
  log: result.log satisfies FindingLog,
  isWaived: () => false,
  cellText: ({ row, column }) => {
    const own = table.columns.find(({ sheetColumn }) => sheetColumn === column);
    const at = table.rowNumbers.indexOf(row);
    return own === undefined || at < 0 ? null : own.at(at).text;
  },
  sentOver: (file): readonly SentOver[] =>
    files.filter((one) => one.file === file).map(({ sha256 }) => ({ round, sha256, from: 'thisFile' })),
  ...changes,
});

const answered = async (
  work: (sheet: ExcelJS.Worksheet) => void,
  round: PresentRound = presentRound(check),
): Promise<readonly JudgedLine[]> =>
  judgeAnswers([await returned(work)], round)[0]!.filter(({ standing }) => standing !== 'unanswered');
const standings = (lines: readonly JudgedLine[]): readonly string[] => lines.map(({ standing }) => standing);

describe('a correction list that comes back', () => {
  test('tells its round and agency, and every line with its mark, whether or not it is answered', async () => {
    const { round, agency, lines } = await returned((sheet) => {
      sheet.getCell(2, CORRECTION).value = ' Một đã sửa ';
      sheet.getCell(3, KEEP).value = 'Danh mục quốc gia sai';
    });
    const sent = [...firstListOf(check).lines()];
    expect([round, agency]).toEqual([check.round, firstListOf(check).agency.agency.name]);
    expect(lines.map(({ mark, correction, keepReason }) => [mark, correction, keepReason])).toEqual([
      [sent[0]!.mark, 'Một đã sửa', ''],
      [sent[1]!.mark, '', 'Danh mục quốc gia sai'],
      [sent[2]!.mark, '', ''],
      [sent[3]!.mark, '', ''],
    ]);
  });

  test.each<[string, (sheet: ExcelJS.Worksheet) => void, string]>([
    ['an answer as it is meant', () => {}, 'applies'],
    ['a damaged mark', (sheet) => void (sheet.getCell(2, MARK).value = `${sheet.getCell(2, MARK).text}0`), 'tampered'],
    ['no mark', (sheet) => void (sheet.getCell(2, MARK).value = null), 'unchecked'],
    [
      'the mark of another line with an own check',
      (sheet) => {
        const [, check] = sheet.getCell(3, MARK).text.split('.');
        sheet.getCell(2, MARK).value = `${sheet.getCell(2, MARK).text.split('.')[0]}.${check}`;
      },
      'tampered',
    ],
    [
      'a finding that is not here',
      (sheet) => void (sheet.getCell(2, MARK).value = lineMark('0'.repeat(28), '', 'x')),
      'notOurs',
    ],
    ['a correction and a reason', (sheet) => void (sheet.getCell(2, KEEP).value = 'vì'), 'bothAnswers'],
    ['what stands there already', (sheet) => void (sheet.getCell(2, CORRECTION).value = 'Một'), 'sameValue'],
    [
      'an error value',
      (sheet) => void (sheet.getCell(2, CORRECTION).value = { error: '#N/A' } as ExcelJS.CellErrorValue),
      'unusable',
    ],
    ['a list that says another value', (sheet) => void (sheet.getCell(2, VALUE).value = 'Không'), 'changedSince'],
  ])('%s stands so, and the others stay as they are', async (_, damage, standing) => {
    const lines = await answered((sheet) => {
      sheet.getCell(2, CORRECTION).value = 'khác';
      sheet.getCell(4, CORRECTION).value = 'Ba đã sửa';
      damage(sheet);
    });
    expect(standings(lines)).toEqual([standing, 'applies']);
  });

  test('blanks around a value are a correction, not the same value', async () => {
    const lines = await answered((sheet) => void (sheet.getCell(3, CORRECTION).value = 'Hai'));
    expect(standings(lines)).toEqual(['applies']);
  });

  test('may be sorted, shortened, or hold a line twice with the same answer', async () => {
    const lines = await answered((sheet) => {
      sheet.getCell(4, CORRECTION).value = 'Ba đã sửa';
      for (const column of [CELL, VALUE, MARK]) sheet.getCell(2, column).value = sheet.getCell(4, column).value;
      sheet.getCell(2, CORRECTION).value = 'Ba đã sửa';
      sheet.spliceRows(3, 1);
    });
    expect(standings(lines)).toEqual(['applies', 'applies']);
  });

  test('two different answers to one finding clash', async () => {
    const lines = await answered((sheet) => {
      sheet.getCell(2, CORRECTION).value = 'A';
      for (const column of [CELL, VALUE, MARK]) sheet.getCell(3, column).value = sheet.getCell(2, column).value;
      sheet.getCell(3, CORRECTION).value = 'B';
    });
    expect(standings(lines)).toEqual(['clash', 'clash']);
  });

  test('of a file that was sent again, or of another round, says so by its mark', async () => {
    const correct = (sheet: ExcelJS.Worksheet) => void (sheet.getCell(2, CORRECTION).value = 'khác');
    const { sha256 } = check.files[0]!;
    const sent = async (others: readonly SentOver[]) =>
      (await answered(correct, presentRound(check, { sentOver: () => others }))).map((one) => [
        one.standing,
        one.sent?.from,
        one.sent?.round,
      ]);
    const before: SentOver = { round: check.round, sha256, from: 'earlierFile' };
    expect(await sent([{ ...before, sha256: 'other', from: 'thisFile' }, before])).toEqual([
      ['applies', 'earlierFile', check.round],
    ]);
    // The round was given another name since: the cover still says the old one.
    expect(await sent([{ ...before, round: 'Tên mới', from: 'thisFile' }])).toEqual([
      ['applies', 'otherRound', check.round],
    ]);
    expect(await sent([])).toEqual([['tampered', undefined, undefined]]);
  });

  test('an accepted finding is so already, and one that is gone says so', async () => {
    const keep = (sheet: ExcelJS.Worksheet) => void (sheet.getCell(2, KEEP).value = 'vì');
    expect(standings(await answered(keep, presentRound(check, { isWaived: () => true })))).toEqual(['alreadySo']);
    const logOf = (sheet: string): FindingLog =>
      checkOf([tableFrom('procedures', [{ ma_tthc: '1.000009', ten_tthc: 'Một' }], { sheet })]).result.log;
    expect(standings(await answered(keep, { ...presentRound(check), log: logOf('Khác') }))).toEqual(['gone']);
    // The code of its row was corrected, so the finding goes by another name.
    expect(standings(await answered(keep, { ...presentRound(check), log: logOf(table.sheet) }))).toEqual(['unchecked']);
  });

  describe('over rows of one key', () => {
    const round = (...names: readonly string[]) => {
      const rows = names.map((ten_tthc) => ({ ma_tthc: '1.000001', ten_tthc }));
      const own = tableFrom('procedures', rows, { sheet: 'Biểu 1 ' });
      const made = checkOf([own], [refuseWrong]);
      const present = presentRound(made, {
        cellText: ({ sheet, row }) => (sheet === own.sheet ? (names[own.rowNumbers.indexOf(row)] ?? null) : null),
      });
      return { made, present };
    };
    const refuseWrong = defineRule({
      ...RULE_TEXTS,
      id: 'T-02',
      datasets: ['procedures'],
      reads: ['ten_tthc'],
      check(view) {
        view.perValue('ten_tthc', ({ text }) => (text === 'Sai' ? { message: 'bad' } : null));
      },
    });
    const cellsOf = (lines: readonly JudgedLine[]) =>
      lines.map(({ line, standing, finding }) => [line.cell === '' ? '' : standing, finding?.target?.row ?? null]);
    const sentOnce = async (work: (sheet: ExcelJS.Worksheet) => void, now: readonly string[]) => {
      const list = firstListOf(round('Sai', 'Sai').made);
      const own = await correctionWorkbook(list, 'vi', () => null);
      return judgeAnswers([await returned(work, own)], round(...now).present)[0]!;
    };

    test('an answer stays with its cell when another one was corrected meanwhile', async () => {
      const answers = (sheet: ExcelJS.Worksheet): void => {
        sheet.getCell(2, CORRECTION).value = 'Một';
        sheet.getCell(3, CORRECTION).value = 'Hai';
      };
      expect(cellsOf(await sentOnce(answers, ['Sai', 'Sai']))).toEqual([
        ['applies', 2],
        ['applies', 3],
      ]);
      expect(cellsOf(await sentOnce(answers, ['Đúng', 'Sai']))).toEqual([
        ['gone', null],
        ['unchecked', 3],
      ]);
    });

    test('a mark that was carried to another line gives no answer to that other cell', async () => {
      const lines = await sentOnce(
        (sheet) => {
          sheet.getCell(2, CORRECTION).value = 'Một';
          sheet.getCell(2, MARK).value = sheet.getCell(3, MARK).value;
        },
        ['Sai', 'Sai'],
      );
      expect(cellsOf(lines)[0]).toEqual(['unchecked', 2]);
    });

    test.each([
      ['Một', 'unchecked'],
      ['Sai', 'sameValue'],
    ])('without marks %j is known by its place, blanks around a sheet’s name or not', async (answer, standing) => {
      const lines = await sentOnce(
        (sheet) => {
          sheet.getCell(2, CORRECTION).value = answer;
          sheet.getCell(2, MARK).value = null;
        },
        ['Sai', 'Sai'],
      );
      expect(cellsOf(lines)[0]).toEqual([standing, 2]);
    });
  });

  test('another workbook is refused by name', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('S').addRow(['Mã TTHC', 'Giá trị sửa']);
    const opened = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), 'khac.xlsx');
    expect(opened.ok && readListLines(opened.value)).toMatchObject({ error: { code: 'returned.notAList' } });
  });

  test('a mark is read as it was made, and nothing else is', () => {
    expect(readLineMark(` ${lineMark('ab'.repeat(14), 's', 'r')} `)?.identity).toBe('ab'.repeat(14));
    for (const text of ['', 'abc', 'ab'.repeat(14), `${'ab'.repeat(14)}.123`, `=${'ab'.repeat(14)}.12345678`]) {
      expect(readLineMark(text)).toBeUndefined();
    }
  });
});

test('an address is read as it is written, and nothing else is', () => {
  for (const [column, row] of [
    [0, 1],
    [26, 12],
    [16_383, 1_048_576],
  ] as const) {
    expect(parseCellAddress(cellAddress(column, row))).toEqual({ row, column });
  }
  for (const text of ['', 'A', '12', 'A0', 'a1', '$A$1', `${columnLetters(16_383)}X1`, 'A12345678']) {
    expect(parseCellAddress(text)).toBeNull();
  }
});

test('a list that never ends is refused by its length', () => {
  const many = 200_002;
  const texts = ['', 'Giá trị sửa', 'Giữ nguyên vì…', 'Mã nhận diện', 'x'];
  const codes = (head: number): Uint32Array => new Uint32Array(many).fill(4).with(0, head);
  const sheet: Sheet = {
    name: 'S',
    visibility: 'visible',
    rowNumbers: Uint32Array.from({ length: many }, (_, at) => at + 1),
    columns: [codes(1), codes(2), codes(3)],
    dictionary: {
      size: texts.length,
      cell: (code) => ({ kind: 'text', text: texts[code]!, raw: texts[code]! }),
      forget: () => {},
    },
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  expect(readListLines({ format: 'xlsx', sheets: [sheet] })).toMatchObject({ error: { code: 'returned.tooLong' } });
});
