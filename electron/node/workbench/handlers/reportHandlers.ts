import { mkdir, writeFile } from 'node:fs/promises';
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
      const session = open.value;
      const job = jobs.start('report', round, async (progress) => {
        const check = onlyAgencies(session.check, agencies);
        const sources = session.files
          .filter(({ fault }) => fault === null)
          .map(({ name, sha256 }): FoundFile => ({ shown: name, path: workspace.contents.pathOf(sha256) }));
        const name = safeFileName(`${check.round} ${check.today}`);
        const place = path.join(target.value ?? path.join(outputs, randomUUID()), name);
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
        if (target.value !== null)
          return succeed([{ name, handle: handles.register('folder', place).id, folder: true }]);
        return fetchable(around, place, name, progress);
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
  progress.report('saving', 0, 1);
  const archive = await packFolder(place);
  if (archive === null) return fail('report.tooLarge');
  const file = `${place}.zip`;
  await writeFile(file, archive);
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
