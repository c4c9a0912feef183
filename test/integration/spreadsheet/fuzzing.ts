// `node --max-old-space-size=160 fuzzing.ts --runs N --seed S [--from N]`: opens N damaged and hostile variants of sound workbooks and checks what the
// reader promises of any bytes at all. A process of its own: a hang or a death names the seed and the case. Prints one line
// of JSON at the end; `case N` lines before it tell a watcher that it lives.
import { utils, write, type BookType } from '@e965/xlsx';
import { openWorkbook } from '../../../electron/node/spreadsheet/openWorkbook.ts';
import { readZipArchive } from '../../../electron/node/spreadsheet/zipArchive.ts';
import { DEFAULT_LIMITS } from '../../../electron/node/spreadsheet/readLimits.ts';
import { createUnpackBudget, unpackWhole } from '../../../electron/node/spreadsheet/unpacking.ts';
import { fileMessages } from '../../../shared/i18n/areas/files.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { buildXlsx, type WorkbookInput } from '../../workbooks.ts';
import { Chance, mutateBytes, mutatePackage, type Package } from './mutations.ts';
import { peakMegabytes } from '../../peakMemory.ts';

export interface FuzzOutcome {
  readonly runs: number;
  readonly opened: number;
  /** How often each refusal came. */
  readonly refused: Readonly<Record<string, number>>;
  /** What broke a promise: the case and how. */
  readonly broken: readonly string[];
  /** Of processor time, which does not grow when other programs want the processor too. */
  readonly slowestMilliseconds: number;
  readonly slowestCase: number;
  readonly peakMegabytes: number;
}

/** Heap that runs are given (`--max-old-space-size`): V8 holds the process to it, and a variant that needs more ends it. */
export const HEAP_MEGABYTES = 160;

/** Most processor time for one variant; they are small, so this is already a hang. */
const MOST_MILLISECONDS = 10_000;

const rows: WorkbookInput['sheets'][number]['rows'] = [
  ['Mã TTHC', 'Tên thủ tục', 'Ngày', 'Phí', 'Tỷ lệ'],
  ['1.000123', 'Cấp <giấy> & "phép"', { value: 46_204, format: 'dd/mm/yyyy' }, 50_000, { value: 0.07, format: '0%' }],
  [1.00012, { runs: ['Tờ ', 'khai'] }, { formula: 'A1&"x"', value: 'x' }, { value: '#N/A', type: 'e' }, true],
  [],
  [{ textXml: '<t>a_x000D_b</t>' }, { value: 'ô', type: 'inlineStr' }, { raw: '2026-07-01T08:30:00', type: 'd' }],
];
const SHEETS: WorkbookInput['sheets'] = [
  { name: 'Danh mục', rows, merges: ['A1:B1'], hiddenRows: [3], hiddenColumns: [1], dimension: 'A1:E5' },
  { name: 'Ẩn', rows: [['x', null, 'y']], state: 'veryHidden' },
];
const SPELLINGS: readonly Partial<WorkbookInput>[] = [
  {},
  { inlineStrings: true },
  { prefix: 'x' },
  { strict: true, date1904: true },
  { omitReferences: true },
];
const ARCHIVES: readonly BookType[] = ['xlsb', 'ods'];
const OTHERS: readonly BookType[] = ['biff8', 'biff5', 'xlsb', 'ods', 'fods', 'xlml', 'html', 'csv'];

if (import.meta.main) {
  const option = (name: string, otherwise: number): number => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const outcome = await fuzz(option('runs', 1000), option('seed', 1), option('from', 0));
  console.log(JSON.stringify(outcome));
}

async function fuzz(runs: number, seed: number, from: number): Promise<FuzzOutcome> {
  const archives = [
    ...SPELLINGS.map((spelling) => buildXlsx({ sheets: SHEETS, ...spelling })),
    ...ARCHIVES.map(written),
  ];
  const packages = await Promise.all(archives.map(partsOf));
  const others = OTHERS.map(written);
  const refused: Record<string, number> = {};
  const broken: string[] = [];
  let opened = 0;
  let slowestMilliseconds = 0;
  let slowestCase = from;
  for (let index = from; index < from + runs; index++) {
    if (index % 50 === 0) console.log(`case ${index}`);
    const chance = new Chance(Math.imul(seed, 0x9e37_79b1) ^ index);
    const isPackage = chance.below(4) > 0;
    const bytes = isPackage ? mutatePackage(chance.pick(packages), chance) : mutateBytes(chance.pick(others), chance);
    const started = process.cpuUsage();
    try {
      const result = await openWorkbook(bytes, 'tep.xlsx');
      if (result.ok) {
        opened++;
        const fault = faultOf(result.value);
        if (fault !== undefined) broken.push(`case ${index}: ${fault}`);
      } else {
        refused[result.error.code] = (refused[result.error.code] ?? 0) + 1;
        if (!Object.hasOwn(fileMessages.vi, result.error.code))
          broken.push(`case ${index}: ${result.error.code} has no text`);
      }
    } catch (error) {
      broken.push(`case ${index}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const { user, system } = process.cpuUsage(started);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > slowestMilliseconds) [slowestMilliseconds, slowestCase] = [milliseconds, index];
    if (milliseconds > MOST_MILLISECONDS) broken.push(`case ${index}: took ${milliseconds} ms`);
  }
  const peak = peakMegabytes();
  return { runs, opened, refused, broken, slowestMilliseconds, slowestCase, peakMegabytes: peak };
}

/** What is wrong with a workbook that was opened; every code must decode, every column be as long as its rows. */
function faultOf(workbook: Workbook): string | undefined {
  for (const { name, rowNumbers, columns, dictionary } of workbook.sheets) {
    for (let stored = 1; stored < rowNumbers.length; stored++) {
      if (rowNumbers[stored]! <= rowNumbers[stored - 1]!) return `rows of ${name} are not ascending`;
    }
    if (columns.length > 16_384) return `${columns.length} columns in ${name}`;
    for (const codes of new Set(columns)) {
      if (codes.length !== rowNumbers.length) return `a column of ${name} is not as long as its rows`;
      for (const code of codes) if (code >= dictionary.size) return `code ${code} of ${name} is in no dictionary`;
    }
    for (let code = 0; code < dictionary.size; code++) {
      const { kind, text } = dictionary.cell(code);
      if (typeof text !== 'string' || (code > 0 && kind === 'empty')) return `value ${code} of ${name} is no cell`;
    }
  }
  return undefined;
}

async function partsOf(bytes: Uint8Array): Promise<Package> {
  const budget = createUnpackBudget(DEFAULT_LIMITS);
  const parts: [string, Uint8Array][] = [];
  for (const entry of readZipArchive(bytes, DEFAULT_LIMITS).values()) {
    parts.push([entry.name, await unpackWhole(entry, budget)]);
  }
  return { parts };
}

/** The same kind of content in an old or rare format. */
function written(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['Mã TTHC', 'Ngày', 'Phí'],
    ['1.000123', { t: 'n', v: 46_204, z: 'dd/mm/yyyy' }, 50_000],
    [
      { t: 'n', v: 5, f: '2+3' },
      { t: 'b', v: true },
      { t: 'e', v: 0x2a },
    ],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'a');
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType });
  return bytes;
}
