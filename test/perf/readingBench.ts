// `npm run bench -- reading [--quick] [--no-library]`: how long reading a large .xlsx takes and how much memory, beside the
// bare limit and two libraries. Every measurement runs in a process of its own; the workbooks are made once and kept in the
// system's temporary folder.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Reading } from './readingReaders.ts';
import { workbookFile } from './readingWorkbook.ts';

const isQuick = process.argv.includes('--quick');
const withLibraries = !process.argv.includes('--no-library');
const SIZES = isQuick ? [10_000, 100_000] : [10_000, 100_000, 500_000, 1_000_000];
/** Growth is told against this size: at smaller ones the start of the process weighs in. */
const YARDSTICK = 100_000;
const LIBRARY_HEAP_MEGABYTES = 6144;
const PATIENCE_SECONDS = 180;
const MANY = { files: 4, rows: 100_000, columns: 30 };

for (const columns of [30, 10]) await compareSizes(columns);
await compareCores();

async function compareSizes(columns: number): Promise<void> {
  console.log(`\n${columns} columns`);
  console.log(row('rows', 'file', 'reader', 'time', '× bare limit', 'ns per cell', 'growth', 'peak memory'));
  const perCell = new Map<string, number>();
  // The yardstick first, so that every other size can be told against it.
  for (const rows of SIZES.toSorted((a, b) => Number(b === YARDSTICK) - Number(a === YARDSTICK) || a - b)) {
    const made = measure('make', [String(rows), String(columns)]);
    if (typeof made === 'string') throw new Error(made);
    const file = await workbookFile(rows, columns);
    const size = `${(statSync(file).size / 1e6).toFixed(1)} MB`;
    const ours = best(['limit', 'ours'], [file]);
    const limit = ours.get('limit')!;
    if (typeof limit === 'string') throw new Error(limit);
    const readers = ['limit', 'ours', ...(withLibraries ? ['sheetjs', 'exceljs'] : [])];
    for (const name of readers) {
      const reading = ours.get(name) ?? measure(name, [file]);
      if (typeof reading === 'string') {
        console.log(row(rows, size, name, `không qua được: ${reading}`));
        continue;
      }
      const { milliseconds, peakMegabytes } = reading;
      const nanoseconds = (milliseconds * 1e6) / (rows * columns);
      if (rows === YARDSTICK) perCell.set(name, nanoseconds);
      const yardstick = perCell.get(name);
      console.log(
        row(
          rows,
          size,
          name,
          `${(milliseconds / 1000).toFixed(2)} s`,
          (milliseconds / limit.milliseconds).toFixed(2),
          nanoseconds.toFixed(0),
          yardstick === undefined ? '—' : (nanoseconds / yardstick).toFixed(2),
          `${peakMegabytes} MB`,
        ),
      );
    }
  }
}

async function compareCores(): Promise<void> {
  const { files: count, rows, columns } = MANY;
  console.log(`\n${count} files of ${rows} × ${columns} through the reading pool`);
  const source = await workbookFile(rows, columns);
  const folder = mkdtempSync(path.join(tmpdir(), 'ra-soat-tthc-reading-'));
  const files = Array.from({ length: count }, (_, index) => path.join(folder, `${index}.xlsx`));
  for (const file of files) copyFileSync(source, file);
  const both = best(['oneWorker', 'twoWorkers'], files);
  const [one, two] = [both.get('oneWorker')!, both.get('twoWorkers')!];
  rmSync(folder, { recursive: true });
  for (const [label, reading] of [
    ['1 worker', one],
    ['2 workers', two],
  ] as const) {
    if (typeof reading === 'string') console.log(`${label}: không qua được: ${reading}`);
    else {
      const seconds = (reading.milliseconds / 1000).toFixed(2);
      const ratio = typeof one === 'string' ? '—' : (one.milliseconds / reading.milliseconds).toFixed(2);
      console.log(`${label.padEnd(10)} ${seconds.padStart(6)} s   ${ratio} × as fast   ${reading.peakMegabytes} MB`);
    }
  }
}

/** The best of three runs of each reader, by turns: what disturbs a run only ever makes it longer. */
function best(names: readonly string[], files: readonly string[]): ReadonlyMap<string, Reading | string> {
  const found = new Map<string, Reading | string>();
  for (let round = 0; round < 3; round += 1) {
    for (const name of names) {
      const reading = measure(name, files);
      const before = found.get(name);
      const isBetter =
        typeof reading === 'string' ||
        before === undefined ||
        (typeof before !== 'string' && reading.milliseconds < before.milliseconds);
      if (isBetter) found.set(name, reading);
    }
  }
  return found;
}

/** A reading, or why there is none. */
function measure(name: string, files: readonly string[]): Reading | string {
  const isLibrary = name === 'sheetjs' || name === 'exceljs';
  const script = path.join(import.meta.dirname, 'readingReaders.ts');
  const child = spawnSync(
    process.execPath,
    [...(isLibrary ? [`--max-old-space-size=${LIBRARY_HEAP_MEGABYTES}`] : []), script, name, ...files],
    {
      encoding: 'utf8',
      killSignal: 'SIGKILL',
      ...(isLibrary ? { timeout: PATIENCE_SECONDS * 1000 } : {}),
    },
  );
  if (child.status === 0) return JSON.parse(child.stdout);
  if (child.error !== undefined) return `quá ${PATIENCE_SECONDS} giây`;
  if (/heap out of memory/.test(child.stderr)) return `hết ${LIBRARY_HEAP_MEGABYTES / 1024} GB bộ nhớ heap`;
  return /^\w*Error: (.*)$/m.exec(child.stderr)?.[1] ?? `dừng (${child.signal ?? child.status})`;
}

function row(...values: readonly (string | number)[]): string {
  const widths = [9, 10, 8, 9, 13, 12, 7, 12];
  return values
    .map((value, index) => (index === 2 ? String(value).padEnd(8) : String(value).padStart(widths[index]!)))
    .join('  ');
}
