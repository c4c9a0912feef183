// One measurement in a process of its own: `node readingReaders.ts <reader> <file>…` prints a line of JSON.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { openWorkbook } from '../../electron/node/spreadsheet/openWorkbook.ts';
import { ReadingPool } from '../../electron/node/readingPool.ts';
import { bareLimit } from './readingLimit.ts';
import { workbookFile } from './readingWorkbook.ts';
import { peakMegabytes } from '../peakMemory.ts';

/** What a reader took. */
export interface Reading {
  readonly milliseconds: number;
  /** Cells or rows it found, to see that it did its work. */
  readonly found: number;
  /** Most memory the process ever held. */
  readonly peakMegabytes: number;
}

type Reader = (files: readonly string[]) => Promise<Omit<Reading, 'peakMegabytes'>>;

const READERS: Readonly<Record<string, Reader>> = {
  async make([rows, columns]) {
    await workbookFile(Number(rows), Number(columns));
    return { milliseconds: 0, found: 0 };
  },
  async limit([file]) {
    const { milliseconds, cells } = await bareLimit(readFileSync(file!));
    return { milliseconds, found: cells };
  },
  async ours([file]) {
    const started = performance.now();
    const opened = await openWorkbook(readFileSync(file!), 'bench.xlsx');
    if (!opened.ok) throw new Error(opened.error.code);
    return { milliseconds: performance.now() - started, found: opened.value.sheets[0]!.rowNumbers.length };
  },
  async sheetjs([file]) {
    const started = performance.now();
    const { read } = await import('@e965/xlsx');
    const book = read(readFileSync(file!), { dense: true, cellNF: true, cellHTML: false });
    const sheet = book.Sheets[book.SheetNames[0]!];
    // Over V8's limit for a string it gives a workbook without the sheet, and no error.
    if (sheet === undefined) throw new Error('bỏ trống sheet mà không báo lỗi');
    const rows = sheet['!data']?.length ?? 0;
    return { milliseconds: performance.now() - started, found: rows };
  },
  async exceljs([file]) {
    const started = performance.now();
    const { default: ExcelJS } = await import('exceljs');
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(file!, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      entries: 'emit',
    });
    let found = 0;
    for await (const sheet of reader) {
      for await (const row of sheet) {
        if (row.getCell(1).value !== null) found += 1;
      }
    }
    return { milliseconds: performance.now() - started, found };
  },
  oneWorker: (files) => throughPool(files, 1),
  twoWorkers: (files) => throughPool(files, 2),
};

/** Several files, as a check reads them; workers start beforehand, as they do beside the rest of the set-up. */
async function throughPool(files: readonly string[], workers: number): Promise<Omit<Reading, 'peakMegabytes'>> {
  await using pool = new ReadingPool({ workers });
  const started = performance.now();
  const read = await Promise.all(
    files.map(async (path) => {
      const { opened } = await pool.read({ path, shown: path });
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value.sheets[0]!.rowNumbers.length;
    }),
  );
  return { milliseconds: performance.now() - started, found: read.reduce((sum, rows) => sum + rows, 0) };
}

if (import.meta.main) {
  const [name, ...files] = process.argv.slice(2);
  const reading = await READERS[name!]!(files);
  const peak = peakMegabytes();
  console.log(JSON.stringify({ ...reading, peakMegabytes: peak } satisfies Reading));
}
