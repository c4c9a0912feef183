// `node corporaRun.ts [folder]`: opens every file of a folder (the corpora unless told) in a killable worker and prints one
// line of JSON: what became of each, and the peak memory of the process. A process of its own, so that the peak is that of
// the reader alone.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ReadingPool } from '../../../electron/node/readingPool.ts';
import { peakMegabytes } from '../../peakMemory.ts';

/** What became of one file. */
export interface FileOutcome {
  readonly name: string;
  /** `opened` or the code of the refusal. */
  readonly outcome: string;
}

export interface CorporaOutcome {
  /** In the order of their names. */
  readonly files: readonly FileOutcome[];
  /** Highest resident memory of the process, worker and main thread together. */
  readonly peakMegabytes: number;
}

/** Heap of the worker and, once more, of the main thread. V8 itself holds them to it: it collects before it grows past,
 *  however late a busy machine lets it, and a file that truly needs more ends as `file.tooLarge.memory`. */
export const HEAP_MEGABYTES = 160;

/** What the process can come to with such heaps: V8 lets buffers outside a heap lag behind by half of it before it collects
 *  them (2 × 1.5 × 160), the largest file lies in memory twice while it is unpacked (2 × 68), and Node itself takes 120.
 *  Some 360 were measured, on an idle machine and on one with six endless loops beside. */
export const MOST_MEGABYTES = 800;

/** What becomes of files that reach a bound of the worker, instead of being opened or refused by the reader. */
export const OUT_OF_BOUNDS: ReadonlySet<string> = new Set([
  'file.tooLarge.memory',
  'file.tooSlow',
  'file.readerStopped',
]);

/** When the pool kills the worker: a file that gets there hangs, on a machine of any speed. */
const DEADLINE_MILLISECONDS = 120_000;

/** Time for a whole run, on a machine as busy as may be; it takes some ten seconds. */
export const RUN_MILLISECONDS = 600_000;

/** Spreadsheets from other projects' test suites; see the README beside them. */
export const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/data/corpora');

/** Names of the spreadsheets in a folder, in a stable order. */
export const corporaNames = (folder = CORPORA): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xls[xmb]?|ods|csv|numbers|xml|html)$/i.test(name))
    .sort();

/** Runs this file in a process of its own. @throws Error when that process ends otherwise than by itself */
export function openAll(folder = CORPORA): CorporaOutcome {
  const options = [`--max-old-space-size=${HEAP_MEGABYTES}`, import.meta.filename, folder];
  const child = spawnSync(process.execPath, options, {
    encoding: 'utf8',
    timeout: RUN_MILLISECONDS,
    maxBuffer: 1 << 26,
  });
  if (child.status !== 0) throw new Error(`the run over ${folder} ended with ${child.status}: ${child.stderr}`);
  return JSON.parse(child.stdout);
}

if (import.meta.main) {
  const folder = process.argv[2] ?? CORPORA;
  const files: FileOutcome[] = [];
  {
    // One worker and one file at a time: what two files take together is chance.
    await using pool = new ReadingPool({
      workers: 1,
      maxMilliseconds: DEADLINE_MILLISECONDS,
      maxHeapMegabytes: HEAP_MEGABYTES,
    });
    for (const name of corporaNames(folder)) {
      const { opened } = await pool.read({ path: path.join(folder, name), shown: name });
      files.push({ name, outcome: opened.ok ? 'opened' : opened.error.code });
    }
  }
  const peak = peakMegabytes();
  console.log(JSON.stringify({ files, peakMegabytes: peak } satisfies CorporaOutcome));
}
