import { DATASETS, datasetKind, type DatasetId } from '../domain/datasets.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import { fail, type Fault } from '../result.ts';
import { cellAddress, columnLetters } from '../table/cell.ts';
import type { ColumnMap } from './columnMapping.ts';
import type { DatasetFit } from './datasetDetection.ts';
import { RELIABLE, type ColumnMapping, type SheetVerdict } from './reading.ts';

/** Hits from which a sheet is accepted: of a kind about procedures, and of the other kinds (DOMAIN §6). */
const HITS_WITH_PROCEDURE = 3;
const HITS = 3.5;
const HITS_WITHOUT_SIGNATURE = 5;
/** Hits from which a person is asked instead of putting the sheet aside. */
const HITS_TO_ASK = 3;
const LEAST_SCORE = 0.55;
/** Two kinds whose scores are closer than this can't be told apart. */
const LEAST_MARGIN = 0.05;

const SURE = 0.8;
const CODES_SEEN = 0.95;

/** How many different fields of its kind a sheet's headings name; general, similar and telling-nothing ones count half. */
export function headingHits(columns: readonly ColumnMapping[], dataset: DatasetId): number {
  const hits = new Map<string, number>();
  for (const column of columns) {
    if (column.field === null || column.confidence < RELIABLE || column.evidence === 'content') continue;
    if (!datasetKind(dataset).fields.includes(column.field)) continue;
    const whole = column.confidence >= SURE && column.field !== 'stt' && column.field !== 'ghi_chu';
    const name = `${column.field} ${column.channel ?? ''}`;
    hits.set(name, Math.max(hits.get(name) ?? 0, whole ? 1 : 0.5));
  }
  return [...hits.values()].reduce((sum, hit) => sum + hit, 0);
}

/** Decides whether a sheet is recognised, from its fits to the kinds, best first; says why when a person must look. */
export function judge(fits: readonly DatasetFit[]): {
  readonly verdict: SheetVerdict;
  readonly questions: readonly Fault[];
} {
  const [first, second] = fits;
  if (first === undefined) return { verdict: 'notACatalogue', questions: [fail('intake.notACatalogue').error] };
  const hits = headingHits(first.map.columns, first.dataset);
  const about = first.map.columns.some(
    ({ field, confidence }) => (field === 'ma_tthc' || field === 'ten_tthc') && confidence >= 0.7,
  );
  if (sideBySide(first.map)) return { verdict: 'unsure', questions: [fail('intake.sideBySide').error] };
  const enough =
    first.score >= LEAST_SCORE &&
    (first.signature >= 2
      ? hits >= (about ? HITS_WITH_PROCEDURE : HITS)
      : first.dataset === 'procedures' && about && hits >= HITS_WITHOUT_SIGNATURE);
  const kind = DATASETS[first.dataset].vi;
  if (!enough) {
    // Procedure codes under their own heading are never put aside unseen, however little else is known.
    const codes = first.map.columns.some(({ field, confidence }) => field === 'ma_tthc' && confidence >= CODES_SEEN);
    return codes || hits >= HITS_TO_ASK || (about && hits >= 2)
      ? { verdict: 'unsure', questions: [fail('intake.fewHeadings', { kind }).error] }
      : { verdict: 'notACatalogue', questions: [fail('intake.notACatalogue').error] };
  }
  if (second !== undefined && second.signature >= 2 && first.score - second.score < LEAST_MARGIN) {
    return {
      verdict: 'unsure',
      questions: [fail('intake.kindUnclear', { first: kind, second: DATASETS[second.dataset].vi }).error],
    };
  }
  return { verdict: 'recognised', questions: [] };
}

/** Two tables beside each other: several headings return word for word, all to the right of their first occurrence. */
function sideBySide(map: ColumnMap): boolean {
  const headingOf = new Map(map.columns.map((column) => [column.sheetColumn, column.heading.toLowerCase()]));
  const repeated = map.rivals.filter(({ kept, other }) => headingOf.get(kept) === headingOf.get(other));
  if (repeated.length < 2) return false;
  const left = repeated.map(({ kept, other }) => Math.min(kept, other));
  const right = repeated.map(({ kept, other }) => Math.max(kept, other));
  return Math.max(...left) < Math.min(...right);
}

/** What a person should look at in the columns: doubtful fields, two columns of one field, a missing key, passwords. */
export function columnQuestions(map: ColumnMap, dataset: DatasetId, headerRow: number): Fault[] {
  const has = (field: FieldKey): boolean =>
    map.columns.some((column) => column.field === field && column.confidence >= RELIABLE);
  const doubtful = map.columns
    .filter((column) => column.field !== null && column.confidence < RELIABLE)
    .map((column) => {
      const cell = cellAddress(column.sheetColumn, headerRow);
      return fail('intake.checkColumn', { cell, heading: column.heading, field: FIELDS[column.field!].vi }).error;
    });
  const rivals = map.rivals.map(
    ({ field, kept, other }) =>
      fail('intake.sameField', { field: FIELDS[field].vi, kept: columnLetters(kept), other: columnLetters(other) })
        .error,
  );
  const key = datasetKind(dataset).key[0]!;
  // The first of a kind's key fields names its subject; units are named by any of theirs.
  const missing = dataset === 'units' || has(key) ? [] : [fail('intake.missingKey', { field: FIELDS[key].vi }).error];
  const passwords = map.columns
    .filter((column) => column.field === 'mat_khau')
    .map((column) => fail('intake.passwordColumn', { column: columnLetters(column.sheetColumn) }).error);
  return [...passwords, ...doubtful, ...rivals, ...missing];
}
