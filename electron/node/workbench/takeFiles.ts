import path from 'node:path';
import { parseSavedMapping, type SavedMapping } from '../../../shared/intake/savedMapping.ts';
import type { Fault } from '../../../shared/result.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import { findFiles, type FoundFile } from '../inputFiles.ts';
import { ReadingPool } from '../readingPool.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Cancelled, type JobProgress } from './jobs.ts';
import { storedFile, type RoundFile } from './roundFiles.ts';
import type { RoundSession } from './roundSession.ts';
import type { Surroundings } from './surroundings.ts';
import { NO_RECORD, type WorkRecord } from './unfinishedWork.ts';

/** Reads files and folders into an open round, keeps them, and judges them. A bad file keeps its own fault, the others go on.
 *  Cancelled, it leaves the round with the files that were finished; with its record it goes on with the others. */
export async function takeFiles(
  { workspace, rounds, emit, limits }: Surroundings,
  round: string,
  session: RoundSession,
  places: readonly string[],
  progress: JobProgress,
  record: WorkRecord = NO_RECORD,
): Promise<void> {
  const { files: found, missing } = await findFiles(places);
  const mappings = savedMappings(workspace);
  const files = found.filter((file) => !record.isFinished(file.path));
  const before = found.length - files.length;
  record.setTotal(found.length);
  progress.report('reading', before, found.length);
  try {
    for (const { shown } of missing) {
      const name = path.basename(shown);
      const fault = { code: 'file.missing', params: { file: name } };
      // What was taken in before under the name is better than nothing.
      if (session.files.every((file) => file.name !== name))
        keep(workspace, round, session, { ...unread(name), fault });
    }
    await using pool = new ReadingPool(limits);
    const ahead = files.slice(0, pool.window).map((file) => pool.understand(file, mappings));
    for (const [at, file] of files.entries()) {
      const { bytes, sha256, opened } = await ahead.shift()!;
      if (progress.signal.aborted) throw new Cancelled();
      const next = files[at + pool.window];
      if (next !== undefined) ahead.push(pool.understand(next, mappings));
      const fault = opened.ok ? await keepContent(workspace, file, sha256) : opened.error;
      if (opened.ok && fault === null) {
        const { format, readings } = opened.value;
        const kept = readings.map((reading) => ({ ...reading, confirmed: reading.columns.some(isFromMemory) }));
        keep(workspace, round, session, { ...facts(file, bytes, sha256), format, fault, readings: kept });
      } else keep(workspace, round, session, { ...facts(file, bytes, sha256), fault });
      record.finish(file.path);
      progress.report('reading', before + at + 1, found.length);
      if (!(await progress.breathe())) throw new Cancelled();
    }
  } finally {
    progress.report('checking', 0, 1);
    session.settle();
    rounds.keepStanding(round, session);
    rounds.keepSoon(round, session);
    emit({ type: 'results', round, revision: session.revision });
    emit({ type: 'rounds' });
  }
}

/** Keeps a file that was read as it came. @returns why it could not be; null when it is kept */
async function keepContent(
  workspace: Workspace,
  { path: from, shown }: FoundFile,
  sha256: string,
): Promise<Fault | null> {
  try {
    return (await workspace.contents.copyIn(sha256, from)) ? null : { code: 'intake.changed', params: { file: shown } };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { code: 'file.unreadable', params: { file: shown, detail: code ?? message } };
  }
}

const isFromMemory = ({ evidence }: { readonly evidence: string | null }): boolean => evidence === 'saved';

const unread = (name: string): Omit<RoundFile, 'id'> => ({
  name,
  sha256: '',
  bytes: 0,
  format: null as Workbook['format'] | null,
  fault: null,
  agency: null,
  readings: [],
});

const facts = (file: FoundFile, bytes: number, sha256: string): Omit<RoundFile, 'id'> => ({
  ...unread(file.shown),
  bytes,
  sha256,
});

function keep(workspace: Workspace, round: string, session: RoundSession, file: Omit<RoundFile, 'id'>): void {
  const [id] = workspace.files.add(round, [storedFile(file)]);
  session.addFile({ ...file, id: id! });
}

/** Layouts that people confirmed before. */
export const savedMappings = (workspace: Workspace): readonly SavedMapping[] =>
  workspace.knowledge.mappings().flatMap((text) => {
    const mapping = parseSavedMapping(text);
    return mapping.ok ? [mapping.value] : [];
  });
