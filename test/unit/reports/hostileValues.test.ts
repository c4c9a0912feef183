import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookByExceljs } from '../../../electron/node/reports/bookByExceljs.ts';
import { bookStream } from '../../../electron/node/reports/bookStream.ts';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import type { Sheet } from '../../../shared/table/sheet.ts';
import { correctionBook } from '../../../shared/reports/correction/correctionBook.ts';
import { csvCell, csvReport } from '../../../shared/reports/machine/csv.ts';
import { jsonLines, jsonReport } from '../../../shared/reports/machine/json.ts';
import { junitReport } from '../../../shared/reports/machine/junit.ts';
import { sarifReport } from '../../../shared/reports/machine/sarif.ts';
import { correctionPage } from '../../../shared/reports/pages/correctionPage.ts';
import { defineRule } from '../../../shared/engine/rule.ts';
import { tableFrom } from '../../tables.ts';
import { checkOf, firstListOf, HOSTILE, refuseNames, RULE_TEXTS } from './reportedRound.ts';
import { sarifLog } from './sarifSchema.ts';

const check = checkOf([
  tableFrom(
    'procedures',
    HOSTILE.map((ten_tthc, at) => ({ ma_tthc: `1.0000${10 + at}`, ten_tthc })),
    { file: 'thư mục/=cmd|tệp #1?.xlsx', sheet: '=Sheet' },
  ),
]);
/** Texts of a sheet's cells. */
const textsOf = ({ columns, dictionary }: Sheet): ReadonlySet<string> =>
  new Set(columns.flatMap((codes) => Array.from(codes, (code) => dictionary.cell(code).text)));

const all = (pieces: Iterable<string>): string => [...pieces].join('');

describe('no value of a file becomes a formula, a command or markup', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['exceljs', () => bookByExceljs(correctionBook(firstListOf(check), 'vi', () => 'a.xlsx'))],
    [
      'the streaming writer',
      () => Promise.resolve(bookStream(correctionBook(firstListOf(check), 'vi', () => 'a.xlsx'))!),
    ],
  ])('in a workbook of %s: every cell is text with a text format, and says what the file said', async (_, write) => {
    const bytes = await write();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          if (typeof cell.value === 'string') expect(cell.numFmt).toMatch(/^(?:@|#,##0)$/);
        }),
      ),
    );
    const opened = await openWorkbook(bytes, 'a.xlsx');
    const said = opened.ok ? textsOf(opened.value.sheets[1]!) : new Set();
    for (const value of HOSTILE) expect(said).toContain(value.replace('\r', '\n'));
  });

  test('in CSV: an apostrophe stands before whatever could start a formula', () => {
    const cells = all(csvReport(check, 'vi')).match(/"(?:[^"]|"")*"|[^,\r\n]+/g)!;
    expect(cells.length).toBeGreaterThan(HOSTILE.length * 10);
    for (const cell of cells) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (start, rest) => {
        expect(csvCell(start + rest)).toMatch(/^"?'/);
      }),
    );
  });

  test('in JSON, JSONL and SARIF: values come back as they were', () => {
    const values = HOSTILE.toSorted();
    const report = JSON.parse(all(jsonReport(check, 'vi'))) as { findings: { value: string }[] };
    expect(report.findings.map(({ value }) => value).toSorted()).toEqual(values);
    const lines = all(jsonLines(check, 'vi')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { value: string }).value).toSorted()).toEqual(values);
    const sarif = JSON.parse(all(sarifReport(check, 'vi'))) as {
      runs: { results: { properties: { value: string } }[] }[];
    };
    expect(sarif.runs[0]!.results.map(({ properties }) => properties.value).toSorted()).toEqual(values);
  });

  test('in JUnit and on the page: markup of a file is shown, not obeyed', () => {
    for (const markup of [all(junitReport(check, 'vi')), correctionPage([firstListOf(check)], 'vi')]) {
      expect(markup).not.toContain('<b>"x"');
      expect(markup).toContain('&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;');
    }
  });
});

describe('lists that are printed together', () => {
  const names = ['Sở "A"}</style><b>', 'Xã B\n\\c', 'Sở Y tế'];
  const tables = names.map((name, at) =>
    tableFrom('procedures', [{ ma_tthc: '1.000010', ten_tthc: 'x' }], {
      agency: { id: `a${at}`, name },
      file: `${at}.xlsx`,
    }),
  );
  const page = correctionPage(
    names.map((_, at) => firstListOf(checkOf([tables[at]!]))),
    'vi',
  );

  test('keep each agency’s name text, at the foot of its sheets too', () => {
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain('<b>');
    expect(page).toContain('content: "Sở \\22 A\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e  \\2013 ');
    expect(page).toContain('content: "Xã B\\a \\5c c \\2013 ');
  });

  test('count the pages of each list by a counter of its own, and name none twice', () => {
    const counters = [...page.matchAll(/counter-increment: (\w+)/g)].map(([, name]) => name);
    expect(counters).toEqual(['list0', 'list1', 'list2']);
    for (const name of counters) expect(page).toContain(`<article class="paper ${name}" data-sheet="list"`);
  });
});

describe('SARIF', () => {
  test('follows the schema of SARIF 2.1.0, with unreadable files and odd names', () => {
    const unread = {
      ...check.files[0]!,
      file: 'hỏng: 100%.xls',
      sha256: '',
      fault: { code: 'file.empty', params: {} },
    };
    const log = sarifLog.parse(JSON.parse(all(sarifReport({ ...check, files: [...check.files, unread] }, 'vi'))));
    const [run] = log.runs;
    expect(run!.artifacts.map(({ location }) => decodeURIComponent(location.uri))).toEqual([
      check.files[0]!.file,
      'hỏng: 100%.xls',
    ]);
    expect(run!.invocations[0]!.toolExecutionNotifications).toHaveLength(1);
    expect(run!.results.every(({ locations }) => locations[0]!.physicalLocation.artifactLocation.index === 0)).toBe(
      true,
    );
  });
});

describe('JUnit', () => {
  test('counts rules that failed, broke or did not run, and files that could not be read', () => {
    const breaks = defineRule({
      ...RULE_TEXTS,
      id: 'T-02',
      datasets: ['procedures'],
      reads: ['ten_tthc'],
      check: () => {
        throw new Error('x');
      },
    });
    const broken = checkOf([tableFrom('procedures', [{ ma_tthc: '1.000001', ten_tthc: 'A' }])], [refuseNames, breaks]);
    const unread = { ...broken.files[0]!, file: 'b.xls', fault: { code: 'file.empty', params: { file: 'b.xls' } } };
    const xml = all(junitReport({ ...broken, files: [...broken.files, unread] }, 'vi'));
    expect(xml).toContain('tests="3" failures="1" errors="2" skipped="0"');
    expect(xml.match(/<error /g)).toHaveLength(2);
  });
});

test('a password leaves in no form, a citizen id and a telephone number only masked on paper', () => {
  const refuseAccounts = defineRule({
    ...RULE_TEXTS,
    id: 'T-03',
    datasets: ['accounts'],
    reads: ['mat_khau', 'cccd'],
    check(view) {
      view.perValue('mat_khau', () => ({ message: 'bad' }));
      view.perValue('cccd', () => ({ message: 'bad' }));
    },
  });
  const secret = checkOf(
    [tableFrom('accounts', [{ ho_ten: 'An', cccd: '064099001234', mat_khau: 'Abc@12345' }])],
    [refuseAccounts],
  );
  for (const report of [jsonReport, jsonLines, csvReport, sarifReport, junitReport]) {
    const text = all(report(secret, 'vi'));
    expect(text).not.toContain('Abc@12345');
    expect(text).toContain('064099001234');
  }
  const lines = [...firstListOf(secret).lines()].map(({ finding }) => `${finding.value} ${finding.message}`).join('\n');
  expect(lines).not.toContain('Abc@12345');
  expect(lines).not.toContain('064099001234');
});
