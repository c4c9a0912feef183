import path from 'node:path';
import { translate } from '../../../shared/i18n/index.ts';
import { MASKED } from '../../../shared/reports/masking.ts';
import { csvReport } from '../../../shared/reports/machine/csv.ts';
import { jsonLines, jsonReport } from '../../../shared/reports/machine/json.ts';
import { junitReport } from '../../../shared/reports/machine/junit.ts';
import { sarifReport } from '../../../shared/reports/machine/sarif.ts';
import type { Fault } from '../../../shared/result.ts';
import { writeAnnotatedCopies } from '../annotate/annotatedCopies.ts';
import { safeFileName } from '../fileNames.ts';
import { writeReports } from '../reports/reportFolder.ts';
import { hashFile, putFile, type BatchFile, type BatchOutput } from './batchFile.ts';
import { writeBundle } from './bundle.ts';
import { UNNAMED_OFFICE, type Piece } from './piece.ts';
import type { BatchRequest } from './writeBatch.ts';

const MACHINE = {
  json: { extension: 'json', report: jsonReport },
  jsonl: { extension: 'jsonl', report: jsonLines },
  csv: { extension: 'csv', report: csvReport },
  sarif: { extension: 'sarif', report: sarifReport },
  junit: { extension: 'junit.xml', report: junitReport },
} as const;

/** Pieces of the whole round: machine outputs, marked copies by the folder they came from, the bundle. */
export function roundPieces(request: BatchRequest): readonly Piece[] {
  const { check, folder, language, outputs } = request;
  const t = (key: string): string => translate(language, key);
  const pieces: Piece[] = [];
  // How long it took is different every time.
  const reproducible = { ...check, timings: {} };
  for (const output of ['json', 'jsonl', 'csv', 'sarif', 'junit'] as const) {
    if (!outputs.includes(output)) continue;
    const { extension, report } = MACHINE[output];
    const name = `${t('batch.machineFolder')}/${safeFileName(check.round)}.${extension}`;
    pieces.push({
      key: output,
      shown: path.posix.basename(name),
      write: async () => [await putFile(folder, { path: name, output, agency: '' }, report(reproducible, language))],
    });
  }
  if (outputs.includes('annotatedCopies')) {
    // Copies of one folder are named together, so that no two get one name.
    const byFolder = Map.groupBy(check.files, ({ file }) => path.posix.dirname(file));
    for (const [own, files] of byFolder) {
      pieces.push({
        key: `annotatedCopies ${own}`,
        shown: own === '.' ? t('batch.markedFolder') : own,
        write: () => markedCopies({ ...request, check: { ...check, files } }, t('batch.markedFolder')),
      });
    }
  }
  if (outputs.includes('reports')) {
    pieces.push({
      key: 'reports',
      shown: t('batch.reportFolder'),
      write: (onFault) => reportFiles(request, t('batch.reportFolder'), onFault),
    });
  }
  if (outputs.includes('bundle')) {
    pieces.push({
      key: 'bundle',
      shown: t('batch.bundleFolder'),
      write: async () => {
        const place = safeFileName(t('batch.bundleFolder'));
        const { files } = await writeBundle(
          check,
          request.sources,
          path.join(folder, place),
          request.bundle,
          request.signal,
        );
        return files.map((file) => ({ ...file, path: `${place}/${file.path}` }));
      },
    });
  }
  return pieces;
}

/** The round's own reports; without a way to print, all but their PDFs, and that is told. */
async function reportFiles(
  { check, folder, language, printPage, office = UNNAMED_OFFICE, before = null }: BatchRequest,
  name: string,
  onFault: (fault: Fault) => void,
): Promise<readonly BatchFile[]> {
  const request = { check, office, language, personal: MASKED, before };
  const { files, faults } = await writeReports(request, path.join(folder, name), printPage ?? null);
  for (const fault of faults) onFault(fault);
  return (await Promise.all(files.map((file) => factsOf(folder, file, 'reports', '')))).flat();
}

/** A file that others have written, as the index lists it. */
async function factsOf(
  folder: string,
  file: string,
  output: BatchOutput,
  agency: string,
): Promise<readonly BatchFile[]> {
  const facts = await hashFile(file);
  const name = path.relative(folder, file).split(path.sep).join('/');
  return facts === null ? [] : [{ path: name, output, agency, ...facts }];
}

async function markedCopies(
  { check, sources, folder, language, signal }: BatchRequest,
  name: string,
): Promise<readonly BatchFile[]> {
  const copies = await writeAnnotatedCopies(check, sources, path.join(folder, name), language, () =>
    signal?.throwIfAborted(),
  );
  const files: BatchFile[] = [];
  for (const { file, written } of copies) {
    if (written === null) continue;
    const input = check.files.find((one) => one.file === file);
    const names = new Set(input?.readings.flatMap(({ tables }) => tables.map(({ agency }) => agency.name)));
    files.push(...(await factsOf(folder, written, 'annotatedCopies', [...names].join('; '))));
  }
  return files;
}
