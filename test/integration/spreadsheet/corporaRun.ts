// `node corporaRun.ts [folder]`: opens every file of a folder (of the corpora: every spreadsheet) in killable workers and prints what became of each, one line
// of JSON per file, then the peak memory of the process. A process of its own, so that the peak is that of the reader alone.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ReadingPool } from '../../../electron/node/readingPool.ts';

/** What became of one file. */
export interface FileOutcome {
  readonly name: string;
  /** `opened` or the code of the refusal. */
  readonly outcome: string;
  readonly milliseconds: number;
}

export interface CorporaOutcome {
  /** In the order in which they were finished. */
  readonly files: readonly FileOutcome[];
  /** Highest resident memory of the process, both workers and the main thread together. */
  readonly peakMegabytes: number;
}

/** Spreadsheets from other projects' test suites; see the README beside them. */
export const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/data/corpora');

/** Names of the spreadsheets in a folder, in a stable order. */
export const corporaNames = (folder = CORPORA): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xls[xmb]?|ods|csv|numbers|xml|html)$/i.test(name))
    .sort();

/** Runs this file in a process of its own. @throws Error when that process ends otherwise than by itself */
export function openAll(folder = CORPORA): CorporaOutcome {
  const child = spawnSync(process.execPath, [import.meta.filename, folder], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 26,
  });
  if (child.status !== 0) throw new Error(`the run over ${folder} ended with ${child.status}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

if (import.meta.main) {
  await using pool = new ReadingPool({ workers: 2, maxMilliseconds: 20_000, maxHeapMegabytes: 512 });
  const folder = process.argv[2] ?? CORPORA;
  const names = corporaNames(folder);
  const files: FileOutcome[] = [];
  // Two lanes, each asking for one file at a time, so that a file's time holds no waiting in the queue.
  const lane = async (): Promise<void> => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const started = performance.now();
      const { opened } = await pool.read({ path: path.join(folder, name), shown: name });
      const milliseconds = Math.round(performance.now() - started);
      files.push({ name, outcome: opened.ok ? 'opened' : opened.error.code, milliseconds });
    }
  };
  await Promise.all([lane(), lane()]);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ files, peakMegabytes } satisfies CorporaOutcome));
}
