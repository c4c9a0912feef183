import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomically } from '../atomicFile.ts';
import { sampleCatalogueCsv } from './sampleCatalogue.ts';
import { sampleRound, type SampleRound } from './sampleRound.ts';
import { drawCsv, drawWorkbook } from './sampleSheet.ts';

/** Where the parts of a written sample lie. */
export interface WrittenSample {
  /** Folder with the agencies' files. */
  readonly agencies: string;
  /** The sample national catalogue. */
  readonly catalogue: string;
  /** The key of seeded mistakes, JSON. */
  readonly key: string;
  readonly round: SampleRound;
}

/** The day the sample speaks of; a run on it gives the same result on every day. */
export const SAMPLE_DAY = '2026-09-01';

/** Writes the sample round under a folder: agencies' files, national catalogue, key of errors. */
export async function writeSample(folder: string): Promise<WrittenSample> {
  const round = sampleRound();
  const agencies = path.join(folder, 'don-vi');
  for (const file of round.files) {
    const target = path.join(agencies, ...file.path.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    const csv = file.path.endsWith('.csv');
    await writeFileAtomically(target, [csv ? drawCsv(file.sheets[0]!) : await drawWorkbook(file.sheets)]);
  }
  const catalogue = path.join(folder, 'danh-muc-quoc-gia-mau.csv');
  await writeFileAtomically(catalogue, [sampleCatalogueCsv()]);
  const key = path.join(folder, 'dap-an.json');
  await writeFileAtomically(key, [`${JSON.stringify(round.seeded, null, 2)}\n`]);
  return { agencies, catalogue, key, round };
}
