import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replied, type Reply } from '../../../shared/contract/envelope.ts';
import type { Output } from '../../../shared/contract/reports.ts';
import { earlierOfAgencies, type EarlierRound } from '../../../shared/reports/readiness/compareRounds.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import { sourcesOfRound } from '../batch/bundle.ts';
import { writeBatch } from '../batch/writeBatch.ts';
import { safeFileName } from '../fileNames.ts';
import type { FoundFile } from '../inputFiles.ts';
import { BrowserPrinter } from '../reports/pagePrinter.ts';
import { earlierRound } from './earlierRounds.ts';
import { Cancelled, type JobProgress, type JobResult } from './jobs.ts';
import { officeOf } from './officeData.ts';
import { onlyAgencies } from './onlyAgencies.ts';
import { packFolder } from './packFolder.ts';
import type { RoundSession } from './roundSession.ts';
import type { Surroundings } from './surroundings.ts';
import type { ReportRequest } from './unfinishedWork.ts';

/** What is to be written. `folder` null: into one of our own, as an archive to be fetched. */
type Wanted = Omit<ReportRequest, 'folder'> & { readonly folder: string | null };

/** Starts writing the reports of a round. Files of the round stand still while it is written.
 *  @param work  the record to go on by; null where what was written is gone when it is stopped */
export function startReport(
  around: Surroundings,
  round: string,
  wanted: Wanted,
  work: string | null,
): Reply<{ job: string }> {
  const { jobs, rounds, unfinished } = around;
  const giveUp = (): void => {
    if (work !== null) unfinished.release(work);
  };
  const carryOut = async (progress: JobProgress): Promise<Result<JobResult>> => {
    const opened = await rounds.open(round, progress);
    if (!opened.ok) {
      giveUp();
      return opened;
    }
    const write = (): Promise<Result<JobResult>> => writeReport(around, round, opened.value, wanted, progress);
    return work === null ? write() : unfinished.during(work, write);
  };
  return replied({ job: jobs.startInTurn('report', round, carryOut, giveUp) });
}

async function writeReport(
  around: Surroundings,
  round: string,
  session: RoundSession,
  { language, agencies, outputs: wanted, folder }: Wanted,
  progress: JobProgress,
): Promise<Result<JobResult>> {
  const { workspace, handles, outputs } = around;
  const check = onlyAgencies(session.check, agencies);
  const name = safeFileName(`${check.round} ${check.today}`);
  const own = folder === null ? path.join(outputs, randomUUID()) : null;
  const place = path.join(folder ?? own!, name);
  let isDone = false;
  try {
    await using printer = new BrowserPrinter();
    const written = await writeBatch({
      check,
      sources: session.files
        .filter(({ fault }) => fault === null)
        .map(({ name: shown, sha256 }): FoundFile => ({ shown, path: workspace.contents.pathOf(sha256) })),
      // A list's links jump to the agency's files beside it (docs/decisions/0004).
      outputs: wanted.includes('correctionWorkbook') ? [...wanted, 'originals'] : wanted,
      folder: place,
      language,
      signal: progress.signal,
      onProgress: ({ done, total }) => progress.report('writing', done, total),
      office: officeOf(workspace),
      before: earlierOf(workspace, round, wanted, agencies),
      printPage: (html) => printer.print(html),
      bundle: sourcesOfRound(session),
    });
    if (progress.signal.aborted) throw new Cancelled();
    if (!written.ok) return written;
    const result =
      own === null
        ? succeed({ name, handle: handles.register('folder', place).id, folder: true })
        : await fetchable(around, place, name, progress);
    isDone = result.ok;
    const missing = written.value.faults.map(({ code, params }) => ({ code, params: { ...params } }));
    return result.ok ? succeed([{ ...result.value, missing }]) : result;
  } finally {
    // Nobody can fetch what has no handle.
    if (own !== null && !isDone) await rm(own, { recursive: true, force: true });
  }
}

/** The round that reports tell progress against; null where no report is written. @param agencies  left out: all */
function earlierOf(
  workspace: Surroundings['workspace'],
  round: string,
  wanted: readonly Output[],
  agencies: readonly string[] | undefined,
): EarlierRound | null {
  const hasReport = wanted.includes('reports') || wanted.includes('agencyReport');
  const earlier = hasReport ? earlierRound(workspace, round) : null;
  return earlier === null || agencies === undefined ? earlier : earlierOfAgencies(earlier, agencies);
}

/** One archive of all that was written, because a browser fetches files one by one. */
async function fetchable({ handles }: Surroundings, place: string, name: string, progress: JobProgress) {
  const archive = await packFolder(place, progress);
  if (archive === null) return fail('report.tooLarge');
  const file = `${place}.zip`;
  await writeFile(file, archive);
  await rm(place, { recursive: true, force: true });
  return succeed({ name: `${name}.zip`, handle: handles.register('read', file).id, folder: false });
}
