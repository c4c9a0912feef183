import { mkdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { Output, reportMethods } from '../../../../shared/contract/reports.ts';
import type { Language } from '../../../../shared/i18n/index.ts';
import type { Check } from '../../../../shared/reports/check.ts';
import { csvReport } from '../../../../shared/reports/machine/csv.ts';
import { jsonReport } from '../../../../shared/reports/machine/json.ts';
import { sarifReport } from '../../../../shared/reports/machine/sarif.ts';
import { fail, succeed } from '../../../../shared/result.ts';
import { writeAnnotatedCopies } from '../../annotate/annotatedCopies.ts';
import { writeFileAtomically } from '../../atomicFile.ts';
import { writeCorrectionFolders } from '../../correctionFolder.ts';
import { safeFileName } from '../../fileNames.ts';
import type { FoundFile } from '../../inputFiles.ts';
import type { JobProgress } from '../jobs.ts';
import { packFolder } from '../packFolder.ts';
import { Cancelled } from '../jobs.ts';
import { onlyAgencies } from '../onlyAgencies.ts';
import { previewPage } from '../previewPage.ts';
import type { Surroundings } from '../surroundings.ts';

/** What leaves the program: workbooks, copies, machine outputs, pages. */
export function reportHandlers(around: Surroundings): Handlers<keyof typeof reportMethods> {
  const { workspace, jobs, rounds, handles, outputs } = around;
  return {
    'reports.write': ({ round, language, agencies, outputs: wanted, folder }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const target = folder === undefined ? succeed(null) : handles.resolve('folder', folder);
      if (!target.ok) return refused(target.error.code, target.error.params);
      // Files of the round stand still while it is written.
      const job = jobs.startInTurn('report', round, async (progress) => {
        const now = rounds.get(round);
        const session = now.ok ? now.value : open.value;
        const check = onlyAgencies(session.check, agencies);
        const sources = session.files
          .filter(({ fault }) => fault === null)
          .map(({ name, sha256 }): FoundFile => ({ shown: name, path: workspace.contents.pathOf(sha256) }));
        const name = safeFileName(`${check.round} ${check.today}`);
        const own = target.value === null ? path.join(outputs, randomUUID()) : null;
        const place = path.join(own ?? target.value!, name);
        let isDone = false;
        try {
          await mkdir(place, { recursive: true });
          for (const [at, output] of wanted.entries()) {
            await write(output, check, sources, place, language, (done, total) => {
              progress.report(
                'writing',
                at * 1000 + Math.floor((1000 * done) / Math.max(1, total)),
                wanted.length * 1000,
              );
              if (progress.signal.aborted) throw new Cancelled();
            });
            if (!(await progress.breathe())) throw new Cancelled();
          }
          const written =
            own === null
              ? succeed([{ name, handle: handles.register('folder', place).id, folder: true }])
              : await fetchable(around, place, name, progress);
          isDone = written.ok;
          return written;
        } finally {
          // Nobody can fetch what has no handle.
          if (own !== null && !isDone) await rm(own, { recursive: true, force: true });
        }
      });
      return replied({ job });
    },

    'reports.preview': ({ round, language, kind, agency }) => {
      const open = rounds.get(round);
      if (!open.ok) return refused(open.error.code, {}, true);
      const page = previewPage(open.value, kind, agency ?? null, language);
      return page === null ? refused('report.noAgency') : replied(page);
    },
  };
}

/** One archive of all that was written, because a browser fetches files one by one. */
async function fetchable({ handles }: Surroundings, place: string, name: string, progress: JobProgress) {
  const archive = await packFolder(place, progress);
  if (archive === null) return fail('report.tooLarge');
  const file = `${place}.zip`;
  await writeFile(file, archive);
  await rm(place, { recursive: true, force: true });
  return succeed([{ name: `${name}.zip`, handle: handles.register('read', file).id, folder: false }]);
}

async function write(
  output: Output,
  check: Check,
  sources: readonly FoundFile[],
  place: string,
  language: Language,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const whole = (extension: string, pieces: Iterable<string>): Promise<void> =>
    writeFileAtomically(path.join(place, `${safeFileName(check.round)}.${extension}`), pieces);
  switch (output) {
    case 'correctionWorkbook':
      await writeCorrectionFolders(check, sources, place, language, onProgress);
      return;
    case 'annotatedCopies':
      await writeAnnotatedCopies(
        check,
        sources,
        path.join(place, language === 'vi' ? 'Tệp đã đánh dấu' : 'Marked files'),
        language,
        onProgress,
      );
      return;
    case 'json':
      return whole('json', jsonReport(check, language));
    case 'csv':
      return whole('csv', csvReport(check, language));
    case 'sarif':
      return whole('sarif', sarifReport(check, language));
  }
}
