import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { CORPORA, corporaNames } from './corporaRun.ts';
import { FORMATS_PAGE, tableRow } from './formatsPage.ts';
import { compareBooks, findPython, readIndependently, type Difference } from './independentReader.ts';

// `npx vitest run --mode every-file …` compares every file; a plain run leaves out what takes the others more than a minute.
const isFullRun = process.env['MODE'] === 'every-file';
const SLOW_FOR_OPENPYXL = /\/(?:DrawingSizeInPx|column-style-autofilter)\.xlsx$/;

const isAbsent = !existsSync(CORPORA);
const python = findPython();
const needs = '(needs the shared data folder, python3-openpyxl and python3-xlrd: node scripts/ensure-oracles.mjs)';

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const blackened = (text: string): string => text.replace(/\s+/g, '');

/** Why the two readers may differ on a cell; each is a decision of ours or of theirs, not a slip. */
const EXPLANATIONS: readonly (readonly [why: string, isIt: (difference: Difference) => boolean])[] = [
  [
    'white space at the ends of a text without xml:space="preserve", which Excel drops and openpyxl keeps',
    ({ ours, theirs }) => theirs?.[0] === 't' && blackened(theirs[1]) === blackened(ours?.text ?? ''),
  ],
  [
    'an escape such as _x000D_, which openpyxl leaves as it stands',
    ({ ours, theirs }) => theirs?.[0] === 't' && unescaped(theirs[1]) === ours?.text,
  ],
  [
    'a blank cell with a hyperlink, whose target openpyxl takes for the value',
    ({ ours, theirs }) => theirs?.[0] === 't' && ours === undefined && /^(?:mailto|https?):/.test(theirs[1]),
  ],
];

interface Comparison {
  /** Files that the other reader opens. */
  readonly opened: number;
  /** Those of them that we refuse. */
  readonly refused: readonly string[];
  readonly cells: number;
  /** Cells that differ, by explanation. */
  readonly explained: ReadonlyMap<string, number>;
  readonly unexplained: readonly string[];
}

/** The row of docs/formats.md that tells these figures. */
function figures(
  files: string,
  reader: string,
  { opened, refused, cells, explained, unexplained }: Comparison,
): string {
  const different = [...explained.values()].reduce((sum, count) => sum + count, unexplained.length);
  return tableRow(files, reader, opened, opened - refused.length, cells, cells - different, different);
}

/** Compares cells of files; `readable` gives for each the path of the copy that the other reader opens. */
async function compareAll(readable: ReadonlyMap<string, string>): Promise<Comparison> {
  const books = await readIndependently(python!, [...readable.values()], Math.min(2, availableParallelism()));
  const refused: string[] = [];
  const unexplained: string[] = [];
  const explained = new Map<string, number>();
  let opened = 0;
  let cells = 0;
  for (const [file, copy] of readable) {
    const theirs = books.get(copy);
    if (theirs?.sheets === undefined) continue;
    opened++;
    const name = path.relative(CORPORA, file);
    const ours = await openWorkbook(readFileSync(file), name);
    if (!ours.ok) {
      refused.push(`${name}: ${ours.error.code}`);
      continue;
    }
    const compared = compareBooks(ours.value, theirs);
    cells += compared.cells;
    for (const difference of compared.differences) {
      const why = EXPLANATIONS.find(([, isIt]) => isIt(difference))?.[0];
      if (why !== undefined) explained.set(why, (explained.get(why) ?? 0) + 1);
      else unexplained.push(`${name} ${JSON.stringify(difference)}`);
    }
  }
  return { opened, refused, cells, explained, unexplained };
}

const filesOf = (extension: RegExp): Map<string, string> =>
  new Map(
    (isAbsent ? [] : corporaNames())
      .filter((name) => extension.test(name) && (isFullRun || !SLOW_FOR_OPENPYXL.test(name)))
      .map((name) => [path.join(CORPORA, name), path.join(CORPORA, name)]),
  );

test.skipIf(isAbsent || python === undefined)(
  `.xlsx files hold the cells that openpyxl finds in them ${needs}`,
  async () => {
    const comparison = await compareAll(filesOf(/\.xls[xm]$/i));
    const { opened, refused, cells, explained, unexplained } = comparison;
    expect(unexplained).toEqual([]);
    expect(refused).toEqual([
      'excel-streaming-reader/src/test/resources/test-missing-sheet.xlsx: file.damaged.missingPart',
    ]);
    expect(opened).toBeGreaterThan(560);
    expect(refused.length / opened).toBeLessThan(0.01);
    // White space is Excel's to drop; what else differs must be less than one cell in a thousand.
    const others = [...explained].filter(([why]) => why !== EXPLANATIONS[0]![0]);
    expect(others.reduce((sum, [, count]) => sum + count, 0) / cells).toBeLessThan(0.001);
    if (isFullRun) expect(FORMATS_PAGE).toContain(figures('.xlsx, .xlsm', 'openpyxl', comparison));
  },
  600_000,
);

test.skipIf(isAbsent || python === undefined)(
  `.xls files hold the cells that xlrd finds in them, to the last one ${needs}`,
  async () => {
    const comparison = await compareAll(filesOf(/\.xls$/i));
    const { refused, explained, unexplained } = comparison;
    expect({ refused, unexplained, explained }).toEqual({ refused: [], unexplained: [], explained: new Map() });
    expect(FORMATS_PAGE).toContain(figures('.xls', 'xlrd', comparison));
  },
);

describe.skipIf(!isFullRun || isAbsent || python === undefined)('in the full run', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-oracle-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What LibreOffice makes of a file, as .xlsx; undefined when it gives up or takes too long. */
  function convert(file: string, extension: string): string | undefined {
    const out = path.join(folder, extension);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = ['--headless', profile, '--convert-to', 'xlsx', '--outdir', out, file];
    const target = path.join(out, `${path.basename(file, `.${extension}`)}.xlsx`);
    return spawnSync('soffice', options, { timeout: 60_000 }).status === 0 && existsSync(target) ? target : undefined;
  }

  // LibreOffice turns the truth values of formulas into numbers, calculates anew, and keeps a blank at the end of a text
  // that OpenDocument collapses (5 cells).
  test.each(['ods', 'xlsb'])(
    `.%s files hold the cells that LibreOffice finds in them`,
    async (extension) => {
      const readable = new Map<string, string>();
      for (const file of filesOf(new RegExp(`\\.${extension}$`)).keys()) {
        const copy = convert(file, extension);
        if (copy !== undefined) readable.set(file, copy);
      }
      const comparison = await compareAll(readable);
      const { refused, unexplained } = comparison;
      expect(refused).toEqual([]);
      expect(unexplained.filter((line) => !/"formula":true/.test(line))).toEqual([]);
      expect(FORMATS_PAGE).toContain(figures(`.${extension}`, 'LibreOffice', comparison));
    },
    600_000,
  );
});
