import path from 'node:path';
import { readListLines, type ReturnedList } from '../../../shared/reports/returned/readListLines.ts';
import type { Fault } from '../../../shared/result.ts';
import { findFiles, type FoundFile } from '../inputFiles.ts';
import { ReadingPool, type PoolLimits } from '../readingPool.ts';
import { Cancelled, type JobProgress } from './jobs.ts';

/** A file that came back, and what stands in it or why it can't be taken. */
export interface TakenList {
  readonly file: string;
  readonly fault: Fault | null;
  readonly list: ReturnedList | null;
}

/** Reads correction lists that came back, in threads that can be killed: they come by mail. A file that is none keeps its own
 *  fault (`returned.notAList`, `returned.sameFile` for a file given twice, those of reading), the others go on.
 *  @param places  files or folders
 *  @param files  further files, under the names people know them by */
export async function readReturned(
  places: readonly string[],
  files: readonly FoundFile[],
  limits: Partial<PoolLimits> | undefined,
  progress?: Pick<JobProgress, 'signal' | 'report' | 'breathe'>,
): Promise<readonly TakenList[]> {
  const found = await findFiles(places);
  const wanted = [...found.files, ...files];
  const taken: TakenList[] = found.missing.map(({ shown, fault }) => ({
    file: path.basename(shown),
    fault: { ...fault, params: { ...fault.params, file: path.basename(shown) } },
    list: null,
  }));
  const seen = new Map<string, string>();
  progress?.report('reading', 0, wanted.length);
  await using pool = new ReadingPool(limits);
  const ahead = wanted.slice(0, pool.window).map((file) => pool.read(file));
  for (const [at, { shown }] of wanted.entries()) {
    const { sha256, opened } = await ahead.shift()!;
    const next = wanted[at + pool.window];
    if (next !== undefined) ahead.push(pool.read(next));
    const before = seen.get(sha256);
    if (!opened.ok) taken.push({ file: shown, fault: opened.error, list: null });
    else if (before !== undefined) {
      taken.push({ file: shown, fault: { code: 'returned.sameFile', params: { file: before } }, list: null });
    } else {
      seen.set(sha256, shown);
      const list = readListLines(opened.value);
      taken.push(
        list.ok ? { file: shown, fault: null, list: list.value } : { file: shown, fault: list.error, list: null },
      );
    }
    progress?.report('reading', at + 1, wanted.length);
    if (progress !== undefined && !(await progress.breathe())) throw new Cancelled();
  }
  return taken;
}
