import { performance } from 'node:perf_hooks';
import type { ReferenceIndexes } from '../../shared/engine/references.ts';
import type { Rule } from '../../shared/engine/rule.ts';
import { RulesRun, type RunSetting } from '../../shared/engine/run.ts';
import { AgencyDirectory } from '../../shared/intake/agencyDirectory.ts';
import type { SavedMapping } from '../../shared/intake/savedMapping.ts';
import type { CatalogueSnapshot } from '../../shared/reference/catalogue.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import type { Check, InputFile } from '../../shared/reports/check.ts';
import type { FoundFile, FoundFiles } from './inputFiles.ts';
import { PRODUCT_VERSION } from './productVersion.ts';
import { ReadingPool, type FileAnswer, type PoolLimits } from './readingPool.ts';
import type { UnderstoodFile } from './readingTransfer.ts';

/** What a check is asked to do. */
export interface CheckRequest {
  readonly found: FoundFiles;
  readonly round: string;
  /** ISO date. */
  readonly today: string;
  readonly rules: readonly Rule[];
  /** What a rule set says: settings per table, its hash, its waivers. */
  readonly ruleSet?: Pick<RunSetting, 'settingOf' | 'ruleSet' | 'waivers'>;
  /** The national catalogue; a promise when it is still being loaded: the first files are read meanwhile. */
  readonly reference: CatalogueSnapshot | null | Promise<CatalogueSnapshot | null>;
  /** Lists the user brought beside the national catalogue. */
  readonly lists?: Partial<ReferenceIndexes>;
  readonly mappings: readonly SavedMapping[];
  /** Bounds for untrusted files; left out, the defaults. */
  readonly limits?: Partial<PoolLimits>;
}

/** How far a check has come; `done` of `total` in the unit of the phase (files, then rules). */
export interface CheckProgress {
  readonly phase: 'reading' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** Reads every file, judges every table, and keeps going whatever a single file holds. Files are read and made into tables
 *  in other threads while this one judges those that came before. */
export async function checkFiles(
  request: CheckRequest,
  onProgress: (progress: CheckProgress) => void = () => {},
): Promise<Check> {
  const started = performance.now();
  await using pool = new ReadingPool(request.limits);
  const answers = inOrder(request.found.files, (file) => pool.understand(file, request.mappings), pool.window);
  const reference = await request.reference;
  const procedures = reference === null ? null : indexProcedures(reference);
  const run = new RulesRun({
    rules: request.rules,
    ...request.ruleSet,
    references: {
      ...request.lists,
      ...(procedures === null ? {} : { procedures }),
    },
    today: request.today,
    clock: () => performance.now(),
  });
  const agencies = new AgencyDirectory();
  const files: InputFile[] = request.found.missing.map(({ shown, fault }) => unread(shown, fault));
  const total = request.found.files.length;
  let judging = 0;
  for await (const { file, answer } of answers) {
    onProgress({ phase: 'reading', done: files.length - request.found.missing.length, total });
    const input = inputFile(file, answer, agencies);
    const before = performance.now();
    for (const { tables } of input.readings) for (const table of tables) run.judge(table);
    judging += performance.now() - before;
    files.push(input);
  }
  onProgress({ phase: 'checking', done: 0, total: 1 });
  const before = performance.now();
  const result = run.finish();
  judging += performance.now() - before;
  onProgress({ phase: 'checking', done: 1, total: 1 });
  return {
    round: request.round,
    today: request.today,
    version: PRODUCT_VERSION,
    reference:
      reference === null
        ? null
        : {
            id: reference.id,
            title: reference.title,
            date: reference.date,
            records: reference.procedures.length,
            complete: reference.complete,
          },
    procedures,
    files,
    result,
    timings: { rulesMs: Math.round(judging), totalMs: Math.round(performance.now() - started) },
  };
}

/** Answers about the files in their order. The first are asked for at once, and never more than `window` are on their way
 *  or waiting. */
function inOrder<T>(
  files: readonly FoundFile[],
  ask: (file: FoundFile) => Promise<T>,
  window: number,
): AsyncGenerator<{ file: FoundFile; answer: T }, void, undefined> {
  const ahead = files.slice(0, window).map(ask);
  return (async function* () {
    for (const [index, file] of files.entries()) {
      const answer = await ahead.shift()!;
      const next = files[index + window];
      if (next !== undefined) ahead.push(ask(next));
      yield { file, answer };
    }
  })();
}

const unread = (file: string, fault: InputFile['fault']): InputFile => ({
  file,
  bytes: 0,
  sha256: '',
  format: null,
  fault,
  readings: [],
});

function inputFile(
  file: FoundFile,
  { bytes, sha256, opened }: FileAnswer<UnderstoodFile>,
  agencies: AgencyDirectory,
): InputFile {
  if (!opened.ok) return { ...unread(file.shown, opened.error), bytes, sha256 };
  const readings = opened.value.readings.map((reading) => ({
    ...reading,
    tables: reading.tables.map((table) => ({ ...table, agency: agencies.of(table.agency) })),
  }));
  return { file: file.shown, bytes, sha256, format: opened.value.format, fault: null, readings };
}
