import { confirmReading } from '../../../shared/intake/readWorkbook.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { FoundFile } from '../inputFiles.ts';
import { ReadingPool } from '../readingPool.ts';
import type { Decision } from '../workbench/roundDecisions.ts';
import type { KeptReading, RoundFile } from '../workbench/roundFiles.ts';
import { RoundSession, type RoundSetting } from '../workbench/roundSession.ts';
import type { SaidOfFile } from './bundleReadings.ts';
import type { VerifyOptions } from './verifyBundle.ts';

/** What people added to the files of a round. */
export interface HumanPart {
  /** By names of files. */
  readonly said: ReadonlyMap<string, SaidOfFile>;
  readonly decisions: readonly Decision[];
}

/** Judges files the way an open round does: read anew, understood as people said, with their decisions on top.
 *  Errors: `bundle.sheetGone` when a sheet that a person had read is not found. @throws the reason of the signal */
export async function runRound(
  setting: RoundSetting,
  files: readonly FoundFile[],
  { said, decisions }: HumanPart,
  { onProgress = () => {}, signal, limits }: VerifyOptions,
): Promise<Result<Check>> {
  const session = new RoundSession(setting, decisions);
  await using pool = new ReadingPool(limits);
  const ahead = files.slice(0, pool.window).map((file) => readAgain(pool, file, said.get(file.shown)));
  for (let at = 0; at < files.length; at += 1) {
    signal?.throwIfAborted();
    onProgress({ phase: 'reading', done: at, total: files.length });
    const read = await ahead.shift()!;
    if (!read.ok) return read;
    const next = files[at + pool.window];
    if (next !== undefined) ahead.push(readAgain(pool, next, said.get(next.shown)));
    session.addFile(read.value);
  }
  onProgress({ phase: 'checking', done: 0, total: 1 });
  session.settle();
  onProgress({ phase: 'checking', done: 1, total: 1 });
  return succeed(session.check);
}

async function readAgain(pool: ReadingPool, file: FoundFile, said: SaidOfFile | undefined): Promise<Result<RoundFile>> {
  const { bytes, sha256, opened } = await pool.understand(file, []);
  const facts = { id: file.shown, name: file.shown, bytes, sha256, agency: said?.agency ?? null };
  if (!opened.ok) return succeed({ ...facts, format: null, fault: opened.error, readings: [] });
  const { format } = opened.value;
  const readings = opened.value.readings.map((reading): KeptReading => ({ ...reading, confirmed: false }));
  if (said === undefined || said.sheets.size === 0) return succeed({ ...facts, format, fault: null, readings });
  const workbook = (await pool.read(file)).opened;
  for (const [name, correction] of said.sheets) {
    const at = readings.findIndex(({ sheet }) => sheet === name);
    const sheet = workbook.ok ? workbook.value.sheets.find((one) => one.name === name) : undefined;
    const confirmed = sheet === undefined ? null : confirmReading(sheet, correction, { file: file.shown });
    if (confirmed?.ok !== true || at < 0) return fail('bundle.sheetGone', { file: file.shown, sheet: name });
    readings[at] = { ...confirmed.value, confirmed: true };
  }
  return succeed({ ...facts, format, fault: null, readings });
}
