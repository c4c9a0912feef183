// `npm run bench -- reports`: the full sets of 135 agencies into one folder tree, and the writing of one long correction
// list beside exceljs. Each figure comes from a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { BATCH_OUTPUTS, type BatchOutput } from '../../electron/node/batch/batchFile.ts';
import { writeBatch } from '../../electron/node/batch/writeBatch.ts';
import { checkFiles } from '../../electron/node/checkFiles.ts';
import { findFiles } from '../../electron/node/inputFiles.ts';
import { loadReference } from '../../electron/node/referenceFile.ts';
import { bookByExceljs } from '../../electron/node/reports/bookByExceljs.ts';
import { findChromium } from '../../electron/node/reports/findChromium.ts';
import { BrowserPrinter, type PagePrinter } from '../../electron/node/reports/pagePrinter.ts';
import { bookStream } from '../../electron/node/reports/bookStream.ts';
import type { Book, BookRow } from '../../shared/reports/book/book.ts';
import { rulesOnDay } from '../../shared/legal/rulesOnDay.ts';
import { RULES } from '../../shared/rules/index.ts';
import { countryRound } from './countryRound.ts';

const TODAY = '2026-09-01';
const AGENCIES = 135;
const ROWS = 300;
const COLUMNS = 18;

/** What one process measured: milliseconds of the work alone on the clock and in its own threads (a browser that prints is
 *  not in them), and the peak of the whole process. */
interface Measured {
  readonly milliseconds: number;
  readonly threadMilliseconds: number;
  readonly peakMegabytes: number;
  readonly note: string;
}

const [mode, size = '0'] = process.argv.slice(2);
if (mode === 'batch') await measure(batch);
else if (mode === 'stream') await measure(() => streamed(Number(size)));
else if (mode === 'exceljs') await measure(() => inMemory(Number(size)));
else if (mode === 'exceljsStream') await measure(() => exceljsStream(Number(size)));
else compare();

/** Time and note of one piece of work. */
type Work = Omit<Measured, 'peakMegabytes'>;

async function measure(work: () => Promise<Work>): Promise<void> {
  const done = await work();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...done, peakMegabytes } satisfies Measured));
}

/** Starts to measure; the answer is asked for at the end. */
function startWatch(): () => Pick<Measured, 'milliseconds' | 'threadMilliseconds'> {
  const clock = performance.now();
  const threads = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(threads);
    return {
      milliseconds: Math.round(performance.now() - clock),
      threadMilliseconds: Math.round((user + system) / 1000),
    };
  };
}

async function batch(): Promise<Work> {
  const round = countryRound(AGENCIES, ROWS);
  const found = await findFiles([round.folder]);
  const reference = await loadReference([round.catalogue]);
  const check = await checkFiles({
    found,
    round: 'bench',
    today: TODAY,
    rules: rulesOnDay(RULES, TODAY),
    reference: reference.ok ? reference.value : null,
    mappings: [],
  });
  const before = process.resourceUsage().maxRSS / 1024;
  const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-reports-bench-'));
  try {
    await using printer = new BrowserPrinter();
    const canPrint = findChromium() !== null;
    const outputs: readonly BatchOutput[] = BATCH_OUTPUTS.filter((output) => canPrint || output !== 'correctionPdf');
    const started = startWatch();
    const printPage: PagePrinter = (html) => printer.print(html);
    const written = await writeBatch({ check, sources: found.files, outputs, folder, language: 'vi', printPage });
    const times = started();
    if (!written.ok) throw new Error(written.error.code);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
    return {
      ...times,
      note:
        `${check.result.log.size} findings, ${files.length} files, ${Math.round(bytes / 1e6)} MB` +
        `; ${Math.round(before)} MB before writing` +
        (canPrint ? '' : '; no browser, so no PDF'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A list as long as asked, every line another one. */
function longBook(rows: number): Book {
  function* lines(): Generator<BookRow, void, undefined> {
    for (let row = 0; row < rows; row += 1) {
      yield {
        height: 42,
        cells: Array.from({ length: COLUMNS }, (_, column) => ({
          value: column === 0 ? row + 1 : `Nội dung cần sửa của dòng ${row}, cột ${column}`,
          look: column === 0 ? 'number' : 'text',
        })),
      };
    }
  }
  return {
    sheets: [
      { name: 'Danh sách cần sửa', columns: Array.from({ length: COLUMNS }, () => ({ width: 16 })), rows: lines },
    ],
  };
}

async function streamed(rows: number): Promise<Work> {
  const started = startWatch();
  const bytes = bookStream(longBook(rows))!;
  return { ...started(), note: `${Math.round(bytes.length / 1e6)} MB` };
}

async function inMemory(rows: number): Promise<Work> {
  const started = startWatch();
  const bytes = await bookByExceljs(longBook(rows));
  return { ...started(), note: `${Math.round(bytes.length / 1e6)} MB` };
}

/** What exceljs offers for long sheets: its own streaming writer, with inline strings, which it writes fastest. */
async function exceljsStream(rows: number): Promise<Work> {
  const started = startWatch();
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  for (const sheet of longBook(rows).sheets) {
    const drawn = book.addWorksheet(sheet.name);
    const style: Partial<ExcelJS.Style> = {
      font: { name: 'Times New Roman', size: 10 },
      alignment: { wrapText: true, vertical: 'top' },
      numFmt: '@',
    };
    for (const { cells } of sheet.rows()) {
      const row = drawn.addRow(cells.map((cell) => cell!.value));
      row.eachCell((cell) => {
        cell.style = style;
      });
      row.commit();
    }
    drawn.commit();
  }
  await book.commit();
  return { ...started(), note: `${Math.round(bytes / 1e6)} MB` };
}

function inOwnProcess(...args: readonly string[]): Measured {
  const child = spawnSync(process.execPath, [path.join(import.meta.dirname, 'reportsBench.ts'), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(child.stdout);
}

function compare(): void {
  const all = inOwnProcess('batch');
  console.log(
    `${AGENCIES} agencies × ${ROWS} rows: correction workbooks, reports (.docx), pages, PDFs, originals, marked copies, machine outputs, bundle`,
  );
  console.log(
    `  ${(all.milliseconds / 1000).toFixed(1)} s  (own threads ${(all.threadMilliseconds / 1000).toFixed(1)} s)  ${all.peakMegabytes} MB peak  ${all.note}`,
  );
  for (const rows of [2_000, 20_000, 100_000]) {
    console.log(`one list of ${rows} lines × ${COLUMNS} columns, styled`);
    const peer = inOwnProcess('exceljsStream', String(rows));
    const others: (readonly [string, Measured])[] = [
      ['streaming writer', inOwnProcess('stream', String(rows))],
      ...(rows > 20_000 ? [] : [['exceljs in memory', inOwnProcess('exceljs', String(rows))] as const]),
      ['exceljs streaming', peer],
    ];
    for (const [name, one] of others) {
      console.log(
        `  ${name.padEnd(18)} ${(one.milliseconds / 1000).toFixed(2).padStart(6)} s  ` +
          `${((1000 * one.milliseconds) / rows).toFixed(0).padStart(4)} µs per line  ` +
          `${(one.milliseconds / peer.milliseconds).toFixed(2)} × exceljs streaming (by thread time ${(one.threadMilliseconds / peer.threadMilliseconds).toFixed(2)} ×)  ${one.peakMegabytes} MB peak  ${one.note}`,
      );
    }
  }
}
