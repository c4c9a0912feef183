import { spawn, spawnSync } from 'node:child_process';
import { cellAddress, type Cell } from '../../../shared/table/cell.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';

/** A cell as `independentReader.py` prints it. */
export type ForeignCell =
  | readonly ['t' | 'n' | 'e', string]
  | readonly ['b', boolean]
  | readonly ['d', readonly [year: number, month: number, day: number, hour: number, minute: number, second: number]];

/** What the independent reader finds in a file, or that it does not open it. */
export interface ForeignBook {
  readonly file: string;
  readonly error?: string;
  readonly sheets?: Readonly<Record<string, Readonly<Record<string, ForeignCell>>>>;
}

// Debian's packages belong to Debian's Python; another one may stand before it in the path.
const PYTHONS = ['/usr/bin/python3', 'python3'];

/** The Python that has both independent readers; undefined when `scripts/ensure-oracles.mjs` has to install them first. */
export const findPython = (): string | undefined =>
  PYTHONS.find((command) => spawnSync(command, ['-c', 'import openpyxl, xlrd']).status === 0);

/** Reads files with openpyxl or xlrd, in as many processes as told.
 *  @returns what was found per path */
export async function readIndependently(
  python: string,
  files: readonly string[],
  processes: number,
): Promise<ReadonlyMap<string, ForeignBook>> {
  const books = new Map<string, ForeignBook>();
  const share = (index: number): readonly string[] => files.filter((_, at) => at % processes === index);
  const outputs = await Promise.all(Array.from({ length: processes }, (_, index) => runReader(python, share(index))));
  for (const line of outputs.join('').split('\n')) {
    if (line === '') continue;
    const book: ForeignBook = JSON.parse(line);
    books.set(book.file, book);
  }
  return books;
}

function runReader(python: string, files: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = `${import.meta.dirname}/independentReader.py`;
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'], env: { PYTHONIOENCODING: 'utf-8' } });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    child.stdin.end(files.join('\n'));
  });
}

/** A cell on which two readers do not agree; a side without the cell is undefined. */
export interface Difference {
  readonly sheet: string;
  readonly address: string;
  readonly ours: Cell | undefined;
  readonly theirs: ForeignCell | undefined;
}

/** Compares every cell of every sheet that the other reader lists. */
export function compareBooks(ours: Workbook, theirs: ForeignBook): { cells: number; differences: Difference[] } {
  const differences: Difference[] = [];
  let cells = 0;
  for (const [name, foreign] of Object.entries(theirs.sheets ?? {})) {
    const sheet = ours.sheets.find((candidate) => candidate.name === name);
    const left = new Map(Object.entries(foreign));
    for (const { address, cell } of sheet === undefined ? [] : cellsWithPlace(sheet)) {
      const other = left.get(address);
      left.delete(address);
      cells++;
      if (other === undefined || !isSame(cell, other)) {
        differences.push({ sheet: name, address, ours: cell, theirs: other });
      }
    }
    for (const [address, other] of left) {
      cells++;
      differences.push({ sheet: name, address, ours: undefined, theirs: other });
    }
  }
  return { cells, differences };
}

function* cellsWithPlace(sheet: Sheet): Generator<{ address: string; cell: Cell }> {
  for (let stored = 0; stored < sheet.rowNumbers.length; stored++) {
    const row = sheet.rowNumbers[stored]!;
    for (let column = 0; column < sheet.columns.length; column++) {
      const code = sheet.columns[column]![stored]!;
      if (code === 0) continue;
      yield { address: cellAddress(column, row), cell: sheet.dictionary.cell(code) };
    }
  }
}

/** Whether both readers mean the same value: texts by character, numbers by value, moments by the second. */
function isSame(cell: Cell, [kind, value]: ForeignCell): boolean {
  switch (kind) {
    case 't':
      return cell.kind === 'text' && cell.text === value;
    case 'n':
      return (cell.kind === 'number' || cell.kind === 'date') && Number(cell.raw) === Number(value);
    case 'b':
      return cell.kind === 'boolean' && cell.raw === (value ? 'TRUE' : 'FALSE');
    case 'e':
      return cell.kind === 'error' && cell.raw === value;
    case 'd':
      return (cell.kind === 'number' || cell.kind === 'date') && isSameMoment(cell.raw, value);
  }
}

const DAYS_FROM_1900 = 25_569;
const DAYS_FROM_1904 = 24_107;

/** Whether a serial number or an ISO date is the given moment, in either calendar of Excel. */
function isSameMoment(
  raw: string,
  [year, month, day, hour, minute, second]: readonly number[] & { length: 6 },
): boolean {
  const seconds = hour! * 3600 + minute! * 60 + second!;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1;
  const serial = Number(raw);
  if (Number.isNaN(serial)) {
    if (year === 0)
      return raw.startsWith([hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':'));
    const zoned = /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(raw) ? `${raw}Z` : raw;
    return near(Date.parse(zoned) / 1000, Date.UTC(year!, month! - 1, day) / 1000 + seconds);
  }
  if (year === 0) return near(serial * 86_400, seconds) || near((serial % 1) * 86_400, seconds);
  const days = Date.UTC(year!, month! - 1, day) / 86_400_000;
  return [DAYS_FROM_1900, DAYS_FROM_1900 - 1, DAYS_FROM_1904].some((epoch) =>
    near((serial - epoch) * 86_400, days * 86_400 + seconds),
  );
}
