// `node test/perf/readingBench.ts [rows columns] [--no-library]`: how long reading a large .xlsx takes and how much memory,
// beside the bare limit (zlib in 256-KiB pieces plus one pass that finds every cell and value) and SheetJS. Every
// measurement runs in a process of its own; the workbook is made once and kept in the system's temporary folder.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { openWorkbook } from '../../electron/node/spreadsheet/openWorkbook.ts';
import { DEFAULT_LIMITS } from '../../electron/node/spreadsheet/readLimits.ts';
import { readZipArchive } from '../../electron/node/spreadsheet/zipArchive.ts';
import { workbookFile } from './readingWorkbook.ts';

interface Measurement {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  readonly note: string;
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--measure') {
  const measured = await measure(rest[0]!, readFileSync(rest[1]!));
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...measured, peakMegabytes }));
} else {
  const numbers = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
  await compare(Number(numbers[0] ?? 100_000), Number(numbers[1] ?? 30), !process.argv.includes('--no-library'));
}

async function compare(rows: number, columns: number, withLibrary: boolean): Promise<void> {
  const file = await workbookFile(rows, columns);
  const entries = [...readZipArchive(readFileSync(file), DEFAULT_LIMITS).values()];
  const unpacked = entries.reduce((sum, entry) => sum + entry.declaredSize, 0);
  console.log(`${rows} rows × ${columns} columns, ${Math.round(unpacked / 1e6)} MB of XML: ${file}`);
  const limit = inOwnProcess('limit', file);
  const readers = [limit, inOwnProcess('ours', file), inOwnProcess('ours', file)];
  if (withLibrary) readers.push(inOwnProcess('sheetjs', file));
  for (const { name, milliseconds, peakMegabytes, note } of readers) {
    const ratio = (milliseconds / limit.milliseconds).toFixed(2);
    console.log(
      `${name.padEnd(8)} ${(milliseconds / 1000).toFixed(2).padStart(6)} s  ${ratio.padStart(6)} × limit ` +
        `${String(peakMegabytes).padStart(6)} MB peak  ${note}`,
    );
  }
}

function inOwnProcess(name: string, file: string): Measurement & { name: string } {
  const heap = name === 'sheetjs' ? ['--max-old-space-size=12000'] : [];
  const child = spawnSync(process.execPath, [...heap, import.meta.filename, '--measure', name, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) return { name, milliseconds: Number.NaN, peakMegabytes: Number.NaN, note: 'failed' };
  const measured: Measurement = JSON.parse(child.stdout);
  return { name, ...measured };
}

async function measure(name: string, bytes: Uint8Array): Promise<Omit<Measurement, 'peakMegabytes'>> {
  const started = performance.now();
  if (name === 'limit') return bareLimit(bytes);
  if (name === 'sheetjs') {
    const { read } = await import('@e965/xlsx');
    const book = read(bytes, { dense: true, cellNF: true, cellHTML: false });
    return { milliseconds: performance.now() - started, note: `${book.SheetNames.length} sheet(s)` };
  }
  const opened = await openWorkbook(bytes, 'bench.xlsx');
  const milliseconds = performance.now() - started;
  if (!opened.ok) throw new Error(opened.error.code);
  const [sheet] = opened.value.sheets;
  return { milliseconds, note: `${sheet!.rowNumbers.length} rows, ${sheet!.dictionary.size} distinct values` };
}

/** The least any reader must do: unpack, then look at every byte once and find the cells and their values. */
async function bareLimit(bytes: Uint8Array): Promise<Omit<Measurement, 'peakMegabytes'>> {
  const parts = [...readZipArchive(bytes, DEFAULT_LIMITS).values()];
  let started = performance.now();
  for (const part of parts) for await (const chunk of inflated(part.packed)) void chunk;
  const inflating = performance.now() - started;

  let scanning = 0;
  let cells = 0;
  for (const part of parts) {
    const scanner = { state: 0, cells: 0, values: 0 };
    for await (const chunk of inflated(part.packed)) {
      started = performance.now();
      findValues(chunk, scanner);
      scanning += performance.now() - started;
    }
    cells += scanner.cells;
  }
  const note = `inflate ${Math.round(inflating)} ms + scan ${Math.round(scanning)} ms, ${cells} cells`;
  return { milliseconds: inflating + scanning, note };
}

function inflated(packed: Uint8Array): AsyncIterable<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: 256 * 1024 });
  inflater.end(packed);
  return inflater;
}

/** One state per kind of byte: 0 text, 1 after `<`, 2 in a tag, 3 in a value, 4 after `<c`. */
function findValues(chunk: Uint8Array, scanner: { state: number; cells: number; values: number }): void {
  let { state, cells, values } = scanner;
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at]!;
    switch (state) {
      case 0:
      case 3:
        if (byte === 0x3c) {
          if (state === 3) values += at;
          state = 1;
        }
        break;
      case 1:
        state = byte === 0x63 ? 4 : byte === 0x76 ? 5 : 2;
        break;
      case 4:
        if (byte === 0x20) cells++;
        state = byte === 0x3e ? 0 : 2;
        break;
      case 5:
        if (byte === 0x3e) values -= at;
        state = byte === 0x3e ? 3 : 2;
        break;
      default:
        if (byte === 0x3e) state = 0;
    }
  }
  scanner.state = state;
  scanner.cells = cells;
  scanner.values = values;
}
