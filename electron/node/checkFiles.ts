import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import type { Rule } from '../../shared/engine/rule.ts';
import { runRules, type RuleSetting } from '../../shared/engine/run.ts';
import { fullestNames } from '../../shared/intake/agencyName.ts';
import { readWorkbook } from '../../shared/intake/readWorkbook.ts';
import type { SavedMapping } from '../../shared/intake/savedMapping.ts';
import type { CatalogueSnapshot } from '../../shared/reference/catalogue.ts';
import { indexProcedures } from '../../shared/reference/procedureIndex.ts';
import type { Check, InputFile } from '../../shared/reports/check.ts';
import type { FoundFiles, FoundFile } from './inputFiles.ts';
import { openWorkbook } from './spreadsheet/openWorkbook.ts';
import { PRODUCT_VERSION } from './productVersion.ts';

/** What a check is asked to do. */
export interface CheckRequest {
  readonly found: FoundFiles;
  readonly round: string;
  /** ISO date. */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly settings?: ReadonlyMap<string, RuleSetting>;
  readonly reference: CatalogueSnapshot | null;
  readonly mappings: readonly SavedMapping[];
}

/** How far a check has come; `done` of `total` in the unit of the phase (files, then rules). */
export interface CheckProgress {
  readonly phase: 'reading' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** Reads every file, judges every table, and keeps going whatever a single file holds. */
export async function checkFiles(
  request: CheckRequest,
  onProgress: (progress: CheckProgress) => void = () => {},
): Promise<Check> {
  const started = performance.now();
  const inputs: InputFile[] = request.found.missing.map(({ shown, fault }) => ({ ...unread(shown), fault }));
  let done = 0;
  for (const file of request.found.files) {
    onProgress({ phase: 'reading', done, total: request.found.files.length });
    inputs.push(await readInput(file, request.mappings));
    done += 1;
  }
  const files = withFullestNames(inputs);
  const read = performance.now();
  onProgress({ phase: 'checking', done: 0, total: 1 });
  const result = runRules({
    tables: files.flatMap(({ readings }) => readings.flatMap(({ tables }) => tables)),
    rules: request.rules,
    ...(request.settings === undefined ? {} : { settings: request.settings }),
    references: request.reference === null ? {} : { procedures: indexProcedures(request.reference) },
    today: request.today,
    clock: () => performance.now(),
  });
  const finished = performance.now();
  onProgress({ phase: 'checking', done: 1, total: 1 });
  return {
    round: request.round,
    today: request.today,
    version: PRODUCT_VERSION,
    reference:
      request.reference === null
        ? null
        : {
            id: request.reference.id,
            title: request.reference.title,
            date: request.reference.date,
            records: request.reference.procedures.length,
            complete: request.reference.complete,
          },
    files,
    result,
    timings: {
      readMs: Math.round(read - started),
      rulesMs: Math.round(finished - read),
      totalMs: Math.round(finished - started),
    },
  };
}

/** Gives every table of an agency the same name: what a letterhead says counts for the file beside it, too. */
function withFullestNames(files: readonly InputFile[]): readonly InputFile[] {
  const names = fullestNames(
    files.flatMap(({ readings }) => readings.flatMap(({ tables }) => tables.map(({ agency }) => agency))),
  );
  return files.map((file) => ({
    ...file,
    readings: file.readings.map((reading) => ({
      ...reading,
      tables: reading.tables.map((table) => ({
        ...table,
        agency: { id: table.agency.id, name: names.get(table.agency.id) ?? table.agency.name },
      })),
    })),
  }));
}

const unread = (file: string): Omit<InputFile, 'fault'> => ({ file, bytes: 0, sha256: '', format: null, readings: [] });

async function readInput(file: FoundFile, mappings: readonly SavedMapping[]): Promise<InputFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return { ...unread(file.shown), fault: { code: 'file.unreadable', params: { file: file.shown, detail } } };
  }
  const facts = {
    file: file.shown,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const opened = await openWorkbook(bytes, file.shown);
  if (!opened.ok) return { ...facts, format: null, fault: opened.error, readings: [] };
  const readings = readWorkbook(opened.value, { file: file.shown, mappings });
  return { ...facts, format: opened.value.format, fault: null, readings };
}
