import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReturnedLine } from '../../../shared/contract/returned.ts';
import { lineMark } from '../../../shared/reports/returned/lineMark.ts';
import { CARRIERS, codeOf, valueOf } from '../../contract/hosts.ts';
import { correctable, LIST, startAnsweredRound, type AnsweredRound } from './answeredLists.ts';

const UNTIL = '2026-12-31';
const NONE = { without: [], also: [] };

let at: AnsweredRound;
beforeAll(async () => {
  at = await startAnsweredRound();
}, 60_000);
afterAll(() => at[Symbol.asyncDispose]());

const apply = async (review: string, choice: object = {}) =>
  at.host.client.call('returned.apply', { round: at.round, review, lists: [0], ...NONE, until: UNTIL, ...choice });
const history = async () =>
  valueOf(await at.host.client.call('decisions.history', { round: at.round, language: 'vi' })).entries;

/** Fills in the right value of a row. */
const correct = (sheet: ExcelJS.Worksheet, row: number): void => {
  sheet.getCell(row, LIST.correction).value = sheet.getCell(row, LIST.expected).text;
};

/** The answered lines after work in the list, by their rows. */
async function judged(work: (sheet: ExcelJS.Worksheet, rows: readonly number[]) => void) {
  const file = await at.answered('tra-loi.xlsx', (sheet) => work(sheet, correctable(sheet)));
  const review = await at.read(file);
  const lines = (await at.lines(review)).filter(({ standing }) => standing !== 'unanswered');
  return { review, lines };
}
const standings = (lines: readonly ReturnedLine[]): readonly string[] => lines.map(({ standing }) => standing);

/** Nothing that a test decided stays for the next. */
afterEach(async () => {
  while (codeOf(await at.host.client.call('decisions.undo', { round: at.round, language: 'vi' })) === 'ok');
});

describe('answers of an agency', () => {
  test('are shown before anything changes, applied as one entry, and taken back by one undo', async () => {
    const before = await at.findings();
    const { review, lines } = await judged((sheet, [first, second, third]) => {
      correct(sheet, first!);
      correct(sheet, second!);
      sheet.getCell(third!, LIST.keep).value = 'Theo nghị quyết của tỉnh';
    });
    expect(standings(lines)).toEqual(['applies', 'applies', 'applies']);
    expect(await at.findings()).toBe(before);
    const { outlook, files } = await at.review(review);
    expect(files[0]).toMatchObject({ fault: null, isThisRound: true, groups: { ready: 3, look: 0, refused: 0 } });

    const applied = valueOf(await apply(review));
    expect(applied).toMatchObject({ applied: 2, kept: 1, skipped: 0, gone: outlook.gone, come: outlook.come });
    expect(await at.findings()).toBe(before - applied.gone + applied.come);
    const waived = valueOf(
      await at.host.client.call('results.page', {
        round: at.round,
        language: 'vi',
        filter: { state: ['waived'] },
        sort: { by: 'place', descending: false },
        from: 0,
        limit: 5,
      }),
    );
    expect(waived.total).toBe(1);
    const detail = valueOf(
      await at.host.client.call('results.finding', {
        round: at.round,
        language: 'vi',
        identity: waived.rows[0]!.identity,
      }),
    );
    expect(detail.waiver).toEqual({
      reason: 'Theo nghị quyết của tỉnh',
      by: detail.line.agency,
      decision: '',
      until: UNTIL,
    });
    const entries = await history();
    expect(entries.map(({ kind, cells, findings, label }) => [kind, cells, findings, label])).toEqual([
      ['returned', 2, 1, 'Nhận danh sách đã sửa: tra-loi.xlsx'],
    ]);
    // The list that was taken now says what is so.
    expect(standings((await at.lines(review)).filter(({ answer }) => answer !== 'none'))).toEqual([
      'alreadySo',
      'alreadySo',
      'alreadySo',
    ]);
    valueOf(await at.host.client.call('returned.undo', { round: at.round, entries: applied.entries }));
    expect(await at.findings()).toBe(before);
    expect((await at.review(review)).files[0]!.groups.ready).toBe(3);
  });

  test('are left out line by line, and a file as a whole', async () => {
    const { review, lines } = await judged((sheet, [first, second]) => {
      correct(sheet, first!);
      correct(sheet, second!);
    });
    expect(codeOf(await apply(review, { lists: [] }))).toBe('returned.nothingChosen');
    // A folder may have held any number of lists.
    const many = Array.from({ length: 600 }, (_, list) => list);
    expect(codeOf(await apply(review, { lists: many, without: lines.map(({ line }) => line) }))).toBe(
      'returned.nothingChosen',
    );
    expect(valueOf(await apply(review, { without: [lines[0]!.line] }))).toMatchObject({ applied: 1 });
  });

  test('a cell that holds something else by now is shown with both values and taken only when a person says so', async () => {
    const { review, lines } = await judged((sheet, [first]) => correct(sheet, first!));
    const [line] = lines;
    const { file, sheet, cell } = line!;
    const row = Number(/\d+$/.exec(cell)![0]);
    const column = cell.charCodeAt(0) - 65;
    const place = { file, sheet, row, column };
    valueOf(await at.host.client.call('decisions.edit', { round: at.round, place, text: 'Hé tÞch kh¸c' }));
    const now = (await at.lines(review)).find(({ answer }) => answer !== 'none');
    expect(now).toMatchObject({
      standing: 'changedSince',
      group: 'look',
      takeable: true,
      before: line!.before,
      now: 'Hé tÞch kh¸c',
    });
    expect(codeOf(await apply(review))).toBe('returned.nothingChosen');
    expect(valueOf(await apply(review, { also: [now!.line] }))).toMatchObject({ applied: 1, skipped: 0 });
    const cells = { round: at.round, file, sheet, fromRow: row, rows: 1, fromColumn: column, columns: 1 };
    const window = valueOf(await at.host.client.call('results.cells', cells));
    expect(window.rows.at(-1)!.cells).toEqual([line!.correction]);
  });

  test('an answer that a rule would find wrong again says so and is not taken by itself', async () => {
    const { review, lines } = await judged((sheet, [first]) => {
      sheet.getCell(first!, LIST.correction).value = 'Chøng thùc';
    });
    expect(lines[0]).toMatchObject({ standing: 'stillWrong', group: 'look' });
    expect(lines[0]!.objection).not.toBe('');
    expect(codeOf(await apply(review))).toBe('returned.nothingChosen');
  });

  test.each<[string, (sheet: ExcelJS.Worksheet, row: number, other: number) => void, string]>([
    [
      'a damaged mark',
      (sheet, row) => void (sheet.getCell(row, LIST.mark).value = `${sheet.getCell(row, LIST.mark).text}0`),
      'tampered',
    ],
    [
      'a check of another line',
      (sheet, row, other) => {
        const [own] = sheet.getCell(row, LIST.mark).text.split('.');
        const [, check] = sheet.getCell(other, LIST.mark).text.split('.');
        sheet.getCell(row, LIST.mark).value = `${own}.${check}`;
      },
      'tampered',
    ],
    [
      'a mark of a round that is not here',
      (sheet, row) => void (sheet.getCell(row, LIST.mark).value = lineMark('0'.repeat(28), 'x', 'y')),
      'notOurs',
    ],
    ['no mark', (sheet, row) => void (sheet.getCell(row, LIST.mark).value = null), 'unchecked'],
    [
      'an error value',
      (sheet, row) => void (sheet.getCell(row, LIST.correction).value = { error: '#REF!' } as ExcelJS.CellErrorValue),
      'unusable',
    ],
    ['a correction and a reason', (sheet, row) => void (sheet.getCell(row, LIST.keep).value = 'vì'), 'bothAnswers'],
    [
      'what stood there',
      (sheet, row) => void (sheet.getCell(row, LIST.correction).value = sheet.getCell(row, LIST.value).text),
      'sameValue',
    ],
  ])('%s is told and never applied by itself', async (_, damage, standing) => {
    const { review, lines } = await judged((sheet, [first, second]) => {
      correct(sheet, first!);
      damage(sheet, first!, second!);
    });
    expect(standings(lines)).toEqual([standing]);
    expect(codeOf(await apply(review))).toBe('returned.nothingChosen');
    const { takeable, line } = lines[0]!;
    expect(takeable).toBe(standing === 'unchecked');
    expect(codeOf(await apply(review, { also: [line] }))).toBe(takeable ? 'ok' : 'returned.nothingChosen');
  });

  test('a value that the list masks is known again; its mask is no correction', async () => {
    const masked = (sheet: ExcelJS.Worksheet): readonly number[] =>
      Array.from({ length: sheet.rowCount }, (_, index) => index + 1).filter((row) =>
        sheet.getCell(row, LIST.value).text.includes('***'),
      );
    const { lines } = await judged((sheet) => {
      const [first, second] = masked(sheet);
      sheet.getCell(first!, LIST.keep).value = 'Đã đối chiếu giấy tờ';
      sheet.getCell(second!, LIST.correction).value = sheet.getCell(second!, LIST.value).text;
    });
    expect(standings(lines)).toEqual(['applies', 'sameValue']);
  });

  test('a list whose hidden column was taken out is known by its places, unchecked', async () => {
    const { lines } = await judged((sheet, [first]) => {
      correct(sheet, first!);
      sheet.spliceColumns(LIST.mark, 1);
    });
    expect(lines[0]).toMatchObject({ standing: 'unchecked', takeable: true, sent: null });
  });

  test('what a formula came to waits for a look; its text never becomes a formula', async () => {
    const { review, lines } = await judged((sheet, [first, second]) => {
      sheet.getCell(first!, LIST.correction).value = { formula: '"Hộ"&" tịch"', result: 'Hộ tịch' };
      sheet.getCell(second!, LIST.correction).value = "=cmd|' /C calc'!A0";
    });
    expect(lines[0]).toMatchObject({ standing: 'applies', group: 'look', isFormula: true, correction: 'Hộ tịch' });
    expect(lines[1]).toMatchObject({ correction: "=cmd|' /C calc'!A0" });
    valueOf(await apply(review, { also: lines.map(({ line }) => line) }));
    const { file, sheet } = lines[1]!;
    const cells = { round: at.round, file, sheet, fromRow: 3, rows: 9, fromColumn: 0, columns: 20 };
    const window = valueOf(await at.host.client.call('results.cells', cells));
    expect(window.rows.flatMap((row) => row.cells)).toContain("=cmd|' /C calc'!A0");
  });

  test('a text as long as a cell holds is taken whole', async () => {
    const long = 'ạ'.repeat(32_767);
    const { lines } = await judged((sheet, [first]) => {
      sheet.getCell(first!, LIST.correction).value = long;
    });
    expect(lines[0]!.correction).toBe(long);
  });

  test('two answers to one cell clash: one may be chosen, not both', async () => {
    const one = await at.answered('mot.xlsx', (sheet) => {
      const [first] = correctable(sheet);
      correct(sheet, first!);
    });
    const two = await at.answered('hai.xlsx', (sheet) => {
      const [first] = correctable(sheet);
      sheet.getCell(first!, LIST.correction).value = 'Chứng thực';
    });
    const review = await at.read(one, two);
    const lines = (await at.lines(review)).filter(({ answer }) => answer !== 'none');
    expect(standings(lines)).toEqual(['clash', 'clash']);
    const ids = lines.map(({ line }) => line);
    expect(codeOf(await apply(review, { lists: [0, 1], also: ids }))).toBe('returned.clashChosen');
    expect(valueOf(await apply(review, { lists: [0, 1], also: [ids[1]!] }))).toMatchObject({ applied: 1 });
  });

  test('a file given twice counts once, and a file that is no list keeps its fault', async () => {
    const file = await at.answered('tra-loi.xlsx', (sheet) => correct(sheet, correctable(sheet)[0]!));
    const copy = path.join(at.folder, 'z-ban-sao.xlsx');
    writeFileSync(copy, readFileSync(file));
    const other = path.join(at.folder, 'khac.csv');
    writeFileSync(other, 'a,b\n1,2\n');
    const { files } = await at.review(await at.read(file, copy, other, path.join(at.folder, 'khong-co.xlsx')));
    expect(Object.fromEntries(files.map((one) => [one.file, one.fault?.code ?? null]))).toEqual({
      'khac.csv': 'returned.notAList',
      'khong-co.xlsx': 'file.missing',
      'tra-loi.xlsx': null,
      'z-ban-sao.xlsx': 'returned.sameFile',
    });
  });

  test('undo takes back what is left of several lists when the history has taken back the last', async () => {
    const before = await at.findings();
    const answered = (name: string, place: number) =>
      at.answered(name, (sheet) => correct(sheet, correctable(sheet)[place]!));
    const review = await at.read(await answered('mot.xlsx', 0), await answered('hai.xlsx', 1));
    const { entries } = valueOf(await apply(review, { lists: [0, 1] }));
    expect(entries.length).toBe(2);
    valueOf(await at.host.client.call('decisions.undo', { round: at.round, language: 'vi' }));
    expect(codeOf(await at.host.client.call('returned.undo', { round: at.round, entries }))).toBe('ok');
    expect((await history()).map(({ undone }) => undone)).toEqual([true, true]);
    expect(await at.findings()).toBe(before);
  });

  test('undo refuses when something else was decided since', async () => {
    const { review, lines } = await judged((sheet, [first]) => correct(sheet, first!));
    const { entries } = valueOf(await apply(review));
    const { file, sheet } = lines[0]!;
    const place = { file, sheet, row: 4, column: 4 };
    valueOf(await at.host.client.call('decisions.edit', { round: at.round, place, text: 'Hộ tịch' }));
    const undone = await at.host.client.call('returned.undo', { round: at.round, entries });
    expect(codeOf(undone)).toBe('returned.decidedSince');
  });

  test('a reason holds until a day that is not over', async () => {
    const { review } = await judged((sheet, [first]) => {
      sheet.getCell(first!, LIST.keep).value = 'Đúng rồi';
    });
    expect(codeOf(await apply(review, { until: '2020-01-01' }))).toBe('decisions.waiverOver');
  });
});

test.each(CARRIERS)(
  'a list is read, applied and taken back over %s',
  async (carrier) => {
    await using own = await startAnsweredRound(carrier);
    const before = await own.findings();
    const file = await own.answered('tra-loi.xlsx', (sheet) => correct(sheet, correctable(sheet)[0]!));
    const review = await own.read(file);
    const { client } = own.host;
    const choice = { round: own.round, review, lists: [0], ...NONE, until: UNTIL };
    const { entries, applied } = valueOf(await client.call('returned.apply', choice));
    expect([applied, entries.length]).toEqual([1, 1]);
    expect(await own.findings()).toBeLessThan(before);
    valueOf(await client.call('returned.undo', { round: own.round, entries }));
    // Once more, as when it was undone in the history meanwhile.
    expect(valueOf(await client.call('returned.undo', { round: own.round, entries }))).toMatchObject({
      gone: 0,
      come: 0,
    });
    expect(await own.findings()).toBe(before);
    valueOf(await client.call('returned.close', { round: own.round, review }));
    expect(codeOf(await client.call('returned.review', { round: own.round, review }))).toBe('returned.notRead');
  },
  60_000,
);

const script = path.resolve(import.meta.dirname, '../../../scripts/ensure-libreoffice.mjs');
const office = spawnSync(process.execPath, [script], { encoding: 'utf8' });
const skipped = office.status === 0 ? '' : ` (skipped: ${office.stderr.trim()})`;

test.skipIf(office.status !== 0)(`a list saved again by LibreOffice applies${skipped}`, async () => {
  const file = await at.answered('tra-loi.xlsx', (sheet) => correct(sheet, correctable(sheet)[0]!));
  const out = path.join(at.folder, 'luu-lai');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(at.folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, file];
  spawnSync('soffice', args, { timeout: 110_000 });
  const review = await at.read(path.join(out, 'tra-loi.xlsx'));
  expect((await at.review(review)).files[0]).toMatchObject({ fault: null, groups: { ready: 1, refused: 0 } });
});

describe('a list of an earlier time', () => {
  /** Has the agency send its file again with something changed in it. */
  const sentAgainWith = async (change: (book: ExcelJS.Workbook) => void): Promise<void> => {
    const { client, workspace } = at.host;
    const { files } = valueOf(await client.call('intake.list', { round: at.round }));
    const list = await at.answered('x.xlsx', () => {});
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(list);
    const name = book.getWorksheet('Danh sách cần sửa')!.getCell(2, LIST.file).text;
    const { file } = files.find((one) => one.name === name)!;
    const { sha256 } = workspace.files.get(at.round, file)!;
    const own = new ExcelJS.Workbook();
    await own.xlsx.load(readFileSync(workspace.contents.pathOf(sha256)) as unknown as ArrayBuffer);
    change(own);
    const folder = path.join(at.folder, 'gui-lai');
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    await own.xlsx.writeFile(path.join(folder, name));
    const { job } = valueOf(
      await client.call('intake.add', { round: at.round, files: [at.host.grant('folder', folder)] }),
    );
    await at.host.ended(job);
  };

  test('says of each line that its file was sent again, and still fits where nothing changed', async () => {
    const file = await at.answered('tra-loi.xlsx', (sheet) => {
      const [first, second] = correctable(sheet);
      correct(sheet, first!);
      correct(sheet, second!);
    });
    await sentAgainWith((book) => {
      book.worksheets[0]!.getCell('E3').value = 'Hộ tịch';
    });
    const lines = (await at.lines(await at.read(file))).filter(({ answer }) => answer !== 'none');
    expect(lines.map(({ standing, sent }) => [standing, sent])).toEqual([
      ['alreadySo', 'earlierFile'],
      ['applies', 'earlierFile'],
    ]);
  });

  test('of another name of the round is told with that name and chosen by nobody but a person', async () => {
    const file = await at.answered('tra-loi.xlsx', (sheet) => correct(sheet, correctable(sheet)[1]!));
    const rename = async (name: string) =>
      valueOf(await at.host.client.call('rounds.change', { round: at.round, name }));
    await rename('Đợt đã đổi tên');
    const review = await at.read(file);
    const line = (await at.lines(review)).find(({ answer }) => answer !== 'none');
    expect(line).toMatchObject({ sent: 'otherRound', sentRound: 'Dữ liệu mẫu', group: 'look', takeable: true });
    expect((await at.review(review)).files[0]).toMatchObject({ saidRound: 'Dữ liệu mẫu', isThisRound: false });
    await rename('Dữ liệu mẫu');
  });
});

describe('a list that is dropped among the files of agencies', () => {
  test('is named as what it is, judged by no rule, and taken back from there', async () => {
    const { client } = at.host;
    const before = await at.findings();
    const file = await at.answered('thả vào.xlsx', (sheet) => correct(sheet, correctable(sheet)[1]!));
    const { job } = valueOf(await client.call('intake.add', { round: at.round, files: [at.host.grant('read', file)] }));
    await at.host.ended(job);
    const { files } = valueOf(await client.call('intake.list', { round: at.round }));
    const own = files.find(({ name }) => name === 'thả vào.xlsx')!;
    const questions = own.sheets.flatMap((sheet) => sheet.questions.map(({ code }) => code));
    expect(questions).toContain('intake.returnedList');
    expect(own.sheets.every(({ verdict, rows }) => verdict === 'notACatalogue' && rows === 0)).toBe(true);
    expect(await at.findings()).toBe(before);
    const read = valueOf(await client.call('returned.read', { round: at.round, files: [], ofRound: [own.file] }));
    await at.host.ended(read.job);
    expect((await at.review(read.review)).files[0]).toMatchObject({ file: 'thả vào.xlsx', groups: { ready: 1 } });
    valueOf(await client.call('intake.remove', { round: at.round, file: own.file }));
  });
});
