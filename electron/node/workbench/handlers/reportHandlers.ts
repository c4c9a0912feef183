import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { Output, reportMethods } from '../../../../shared/contract/reports.ts';
import { hasDailyReport } from '../../../../shared/reports/daily/dailyReport.ts';
import { dueNearness, dueWarning } from '../../../../shared/reports/daily/routes.ts';
import { earlierOfAgencies, type EarlierRound } from '../../../../shared/reports/readiness/compareRounds.ts';
import { fail, succeed } from '../../../../shared/result.ts';
import { sourcesOfRound } from '../../batch/bundle.ts';
import { writeBatch } from '../../batch/writeBatch.ts';
import { safeFileName } from '../../fileNames.ts';
import type { FoundFile } from '../../inputFiles.ts';
import { BrowserPrinter } from '../../reports/pagePrinter.ts';
import { earlierRound } from '../earlierRounds.ts';
import { Cancelled, type JobProgress } from '../jobs.ts';
import { keepOffice, officeOf } from '../officeData.ts';
import { onlyAgencies } from '../onlyAgencies.ts';
import { packFolder } from '../packFolder.ts';
import { previewPage } from '../previewPage.ts';
import { dayOf, type Surroundings } from '../surroundings.ts';

/** What leaves the program: workbooks, copies, papers, machine outputs. */
export function reportHandlers(around: Surroundings): Handlers<keyof typeof reportMethods> {
  const { workspace, jobs, rounds, handles, outputs, now } = around;
  return {
    'reports.write': ({ round, language, agencies, outputs: wanted, folder }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const target = folder === undefined ? succeed(null) : handles.resolve('folder', folder);
      if (!target.ok) return refused(target.error.code, target.error.params);
      // Files of the round stand still while it is written.
      const job = jobs.startInTurn('report', round, async (progress) => {
        const current = rounds.get(round);
        const session = current.ok ? current.value : open.value;
        const check = onlyAgencies(session.check, agencies);
        const name = safeFileName(`${check.round} ${check.today}`);
        const own = target.value === null ? path.join(outputs, randomUUID()) : null;
        const place = path.join(own ?? target.value!, name);
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
      });
      return replied({ job });
    },

    'reports.preview': ({ round, language, kind, agency, agencies }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const { check } = open.value;
      const page = previewPage(check, kind, agency ?? null, agencies ?? null, officeOf(workspace), language, () =>
        earlierRound(workspace, round),
      );
      return page.ok ? replied(page.value) : refused(page.error.code, page.error.params);
    },

    'reports.office': () => replied({ office: officeOf(workspace) }),

    'reports.changeOffice': ({ office }) => {
      keepOffice(workspace, office);
      return replied({});
    },

    'reports.due': ({ round, language }) => {
      const open = rounds.get(round);
      if (!open.ok || !hasDailyReport(open.value.check)) return replied({ warning: null, isPast: false });
      const moment = now();
      const [hours, minutes] = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, '0'));
      const day = dayOf(moment);
      const [office, clock] = [officeOf(workspace), `${day}T${hours}:${minutes}`];
      return replied({
        warning: dueWarning(office, day, clock, language),
        isPast: dueNearness(office, day, clock) === 'past',
      });
    },
  };
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
