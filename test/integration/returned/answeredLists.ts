import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ReturnedLine } from '../../../shared/contract/returned.ts';
import { startTestHost, valueOf, type Carrier, type TestHost } from '../../contract/hosts.ts';

/** Columns of a correction list, 1-based. */
export const LIST = {
  severity: 2,
  sheet: 3,
  cell: 4,
  value: 7,
  expected: 8,
  correction: 13,
  keep: 14,
  file: 16,
  rule: 17,
  mark: 18,
};

type Review = OutputOf<'returned.review'>;

/** The sample round with the correction list of an agency, ready to be answered. */
export interface AnsweredRound extends AsyncDisposable {
  readonly host: TestHost;
  readonly round: string;
  readonly folder: string;
  /** The agency's list after somebody has worked in it, saved under a name. */
  answered(name: string, work: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<string>;
  /** Hands lists over and waits until they are read. @returns the id of the review */
  read(...files: readonly string[]): Promise<string>;
  review(id: string): Promise<Review>;
  lines(id: string): Promise<readonly ReturnedLine[]>;
  findings(): Promise<number>;
}

/** Starts the services with the sample round and writes the list of its first agency. */
export async function startAnsweredRound(carrier: Carrier = 'in-process'): Promise<AnsweredRound> {
  const host = await startTestHost(carrier);
  const { client } = host;
  const made = valueOf(await client.call('rounds.createSample', {}));
  await host.ended(made.job);
  const { round } = made;
  const folder = mkdtempSync(path.join(tmpdir(), 'rasoat-returned-'));
  const { agencies } = valueOf(await client.call('results.summary', { round, language: 'vi' }));
  const written = valueOf(
    await client.call('reports.write', {
      round,
      language: 'vi',
      agencies: [agencies[0]!.id],
      outputs: ['correctionWorkbook'],
      folder: host.grant('folder', folder),
    }),
  );
  await host.ended(written.job);
  const original = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    /Danh sách cần sửa[^/]*\.xlsx$/.test(name),
  )!;
  return {
    host,
    round,
    folder,
    async answered(name, work) {
      const book = new ExcelJS.Workbook();
      const bytes = readFileSync(path.join(folder, original));
      await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      work(book.getWorksheet('Danh sách cần sửa')!, book);
      const file = path.join(folder, name);
      writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()));
      return file;
    },
    async read(...files) {
      const { job, review } = valueOf(
        await client.call('returned.read', {
          round,
          files: files.map((file) => host.grant('read', file)),
          ofRound: [],
        }),
      );
      const ended = await host.ended(job);
      if (ended.state !== 'done') throw new Error(JSON.stringify(ended.fault));
      return review;
    },
    review: async (review) => valueOf(await client.call('returned.review', { round, review })),
    async lines(review) {
      const lines: ReturnedLine[] = [];
      for (;;) {
        const { total, rows } = valueOf(
          await client.call('returned.lines', { round, review, language: 'vi', from: lines.length, limit: 200 }),
        );
        lines.push(...rows);
        if (lines.length >= total) return lines;
      }
    },
    async findings() {
      const page = { filter: {}, sort: { by: 'place', descending: false }, from: 0, limit: 1 } as const;
      return valueOf(await client.call('results.page', { round, language: 'vi', ...page })).total;
    },
    async [Symbol.asyncDispose]() {
      await host[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of a list whose findings name a cell and a right value that is not masked. */
export function correctable(sheet: ExcelJS.Worksheet): readonly number[] {
  const rows: number[] = [];
  sheet.eachRow((row, number) => {
    const [expected, value, cell] = [
      row.getCell(LIST.expected).text,
      row.getCell(LIST.value).text,
      row.getCell(LIST.cell).text,
    ];
    if (number > 1 && expected !== '' && expected !== value && !/[*•]/.test(expected) && /^[A-Z]+\d+$/.test(cell)) {
      rows.push(number);
    }
  });
  return rows;
}
