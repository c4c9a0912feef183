import type { SampleRecord, SampleValue } from '../../electron/node/sample/sampleSheet.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import { parseProcedureCode } from '../../shared/domain/procedureCode.ts';
import { cellPlace, draftsOf, rowPlaces, subjectOf, type Draft } from './draft.ts';
import type { Mistake, Operator, Spot } from './mistake.ts';
import type { Random } from './random.ts';
import { reachOf } from './reach.ts';
import type { Round, RoundChecked, RoundFile } from './round.ts';

/** A mistake that was made, and where it may be found. */
export interface Made {
  readonly operator: Operator;
  readonly field: FieldKey;
  /** What was there and what stands there now, for reading. */
  readonly before: string;
  readonly after: string;
  /** Places that show the mistake. */
  readonly places: ReadonlySet<string>;
  /** Whether findings at a place are consequences of the mistake (see `Mistake.reaches`). */
  readonly reaches: (place: string) => boolean;
}

/** A round with mistakes in it. */
export interface Spoiled {
  readonly round: Round;
  readonly made: readonly Made[];
  /** Cells that were changed, with what should stand there. */
  readonly changed: ReadonlyMap<string, string>;
  /** Cells of rows that were put under a table. */
  readonly added: ReadonlySet<string>;
  /** Number of cells with content that nobody changed. */
  readonly untouched: number;
}

/** How often each operator was used; the rarest goes first, so that all are tried alike. */
export type Usage = Map<string, number>;

/** What all mistakes of one spoiled round share. */
interface Trial {
  readonly round: Round;
  readonly random: Random;
  readonly drafts: readonly Draft[];
  /** What rows were spoiled already are about. */
  readonly subjects: Set<string>;
  /** Cells of which something was said before anybody made a mistake. */
  readonly blemished: ReadonlySet<string>;
}

interface Done {
  readonly made: Made;
  readonly changed: ReadonlyMap<string, string>;
  readonly added: ReadonlySet<string>;
}

/** One row in this many is spoiled at most. */
const ROWS_PER_MISTAKE = 6;
const ROWS_TRIED = 12;
/** A spoiled column is many mistakes at once; in every sheet it would drown the others. */
const COLUMN_CHANCE = 0.1;

/** Puts mistakes into a copy of a round: a few per sheet, one per row, and never two that speak of the same procedure,
 *  person or unit, so that they do not meet. `clean` is what the check of the untouched round told. */
export function spoil(
  round: Round,
  clean: RoundChecked,
  operators: readonly Operator[],
  usage: Usage,
  random: Random,
): Spoiled {
  const drafts = draftsOf(round, clean);
  const trial: Trial = {
    round,
    random,
    drafts: drafts.flat().filter((draft) => draft !== null),
    subjects: new Set(),
    blemished: new Set(clean.seen.flatMap(({ severity, place }) => (severity === 'info' ? [] : [place]))),
  };
  const done = random.shuffled(trial.drafts).flatMap((draft) => spoilSheet(trial, draft, operators, usage));
  const files = round.files.map(({ path, sheets }, file) => ({
    path,
    sheets: sheets.map((sheet, at) => drafts[file]![at]?.copy ?? sheet),
  }));
  const changed = new Map(done.flatMap((one) => [...one.changed]));
  const added = new Set(done.flatMap((one) => [...one.added]));
  return {
    round: { ...round, files },
    made: done.map(({ made }) => made),
    changed,
    added,
    untouched: filledCells(files) - changed.size - added.size,
  };
}

function spoilSheet(trial: Trial, draft: Draft, operators: readonly Operator[], usage: Usage): Done[] {
  const { random } = trial;
  const usable = operators.filter(
    ({ datasets, fields }) =>
      (datasets === undefined || datasets.includes(draft.dataset)) && fields.some((field) => draft.keys.has(field)),
  );
  const wanted = Math.max(1, Math.floor(draft.original.records.length / ROWS_PER_MISTAKE));
  const done: Done[] = [];
  const spotless = new Set<Operator>();
  while (done.length < wanted) {
    const operator = rarest(
      usable.filter((one) => !spotless.has(one)),
      usage,
      random,
    );
    if (operator === undefined) break;
    const made =
      operator.makeColumn === undefined ? spoilRow(trial, draft, operator) : spoilColumn(trial, draft, operator);
    if (made.length === 0) spotless.add(operator);
    usage.set(operator.id, (usage.get(operator.id) ?? 0) + made.length);
    done.push(...made);
  }
  return done;
}

function rarest(operators: readonly Operator[], usage: Usage, random: Random): Operator | undefined {
  const used = ({ id }: Operator): number => usage.get(id) ?? 0;
  return random
    .shuffled(operators)
    .reduce<Operator | undefined>(
      (best, operator) => (best === undefined || used(operator) < used(best) ? operator : best),
      undefined,
    );
}

/** Columns of a sheet that an operator may strike, in random order. */
const columnsFor = (
  { random }: Trial,
  { fields, original }: Draft,
  operator: Operator,
): { key: string; field: FieldKey }[] =>
  random.shuffled(
    fields.flatMap((field, at) =>
      field !== null && operator.fields.includes(field) ? [{ key: original.columns[at]!.key, field }] : [],
    ),
  );

function spoilRow(trial: Trial, draft: Draft, operator: Operator): Done[] {
  const { original } = draft;
  const columns = columnsFor(trial, draft, operator);
  const rows = trial.random.shuffled(original.records.map((_, at) => at)).slice(0, ROWS_TRIED);
  for (const row of rows) {
    const record = original.records[row]!;
    const subject = subjectOf(draft, row);
    if (trial.subjects.has(subject)) continue;
    for (const { key, field } of columns) {
      if (trial.blemished.has(cellPlace(draft, draft.copy.records[row]!, key))) continue;
      const mistake = operator.make(spotOf(trial, draft, record, key, field));
      if (mistake === null) continue;
      trial.subjects.add(subject);
      return [carryOut(trial, draft, mistake, { operator, key, field, row })];
    }
  }
  return [];
}

function spotOf({ round, random }: Trial, draft: Draft, record: SampleRecord, key: string, field: FieldKey): Spot {
  const { procedures } = round.references;
  const value = record[key] ?? '';
  const code = parseProcedureCode(String(record['ma_tthc'] ?? ''));
  return {
    random,
    dataset: draft.dataset,
    field,
    key,
    value,
    text: String(value),
    record,
    sheet: draft.original,
    keys: draft.keys,
    other: (wanted) => {
      const otherKey = draft.keys.get(wanted);
      return otherKey === undefined ? '' : String(record[otherKey] ?? '');
    },
    national: code.ok ? procedures?.byCode(code.value.base) : undefined,
    procedures,
  };
}

function carryOut(
  trial: Trial,
  draft: Draft,
  mistake: Mistake,
  { operator, key, field, row }: { operator: Operator; key: string; field: FieldKey; row: number },
): Done {
  const { copy, original, keys } = draft;
  const record = copy.records[row]!;
  const before = original.records[row]!;
  const values = changedValues(mistake, key, keys);
  for (const [column, value] of values) record[column] = value;
  const appended = mistake.appended === undefined ? [] : [{ ...mistake.appended }];
  copy.records.push(...appended);

  const rows = [
    record,
    ...appended,
    ...(mistake.shownInRows ?? []).map((other) => copy.records[original.records.indexOf(other)]!),
  ];
  const columns = [key, ...values.keys(), ...(mistake.shownAt ?? []).flatMap((other) => keys.get(other) ?? [])];
  const places = new Set(rows.flatMap((one) => columns.map((column) => cellPlace(draft, one, column))));
  const right = (column: string): string =>
    column === key && mistake.meant !== undefined ? mistake.meant : String(before[column] ?? '');
  let reached: ReadonlySet<string> | undefined;
  return {
    made: {
      operator,
      field,
      before: [...values.keys()].map((column) => JSON.stringify(before[column] ?? '')).join(' '),
      after: [...values].map(([column, value]) => `${column}=${JSON.stringify(value)}`).join(' '),
      places,
      // Worked out when asked: rows may still be added to the sheets.
      reaches: (place) =>
        places.has(place) || (reached ??= reachOf(trial.drafts, draft, mistake, row, values)).has(place),
    },
    changed: new Map([...values.keys()].map((column) => [cellPlace(draft, record, column), right(column)])),
    added: new Set(appended.flatMap((one) => rowPlaces(draft, one))),
  };
}

/** New values of the mistake's row, by column key. */
function changedValues(
  mistake: Mistake,
  key: string,
  keys: ReadonlyMap<FieldKey, string>,
): ReadonlyMap<string, SampleValue> {
  const values = new Map<string, SampleValue>();
  if (mistake.value !== undefined) values.set(key, mistake.value);
  for (const [field, value] of Object.entries(mistake.with ?? {})) {
    const column = keys.get(field as FieldKey);
    if (column !== undefined && value !== undefined) values.set(column, value);
  }
  return values;
}

/** A whole column spoiled at once, where no row of the sheet was spoiled before: a mistake in each cell that it changes. */
function spoilColumn(trial: Trial, draft: Draft, operator: Operator): Done[] {
  const { original, copy } = draft;
  const subjects = original.records.map((_, row) => subjectOf(draft, row));
  const [column] = columnsFor(trial, draft, operator);
  if (column === undefined || subjects.some((one) => trial.subjects.has(one)) || !trial.random.chance(COLUMN_CHANCE)) {
    return [];
  }
  const { key, field } = column;
  const before = original.records.map((record) => String(record[key] ?? ''));
  const after = operator.makeColumn!(before);
  for (const subject of subjects) trial.subjects.add(subject);
  return copy.records.flatMap((record, row): Done[] => {
    if (after[row] === before[row]) return [];
    record[key] = after[row]!;
    const place = cellPlace(draft, record, key);
    const places = new Set([place]);
    return [
      {
        made: {
          operator,
          field,
          before: before[row]!,
          after: after[row]!,
          places,
          reaches: (other) => other === place,
        },
        changed: new Map([[place, before[row]!]]),
        added: new Set(),
      },
    ];
  });
}

const filledCells = (files: readonly RoundFile[]): number =>
  files
    .flatMap(({ sheets }) => sheets)
    .flatMap(({ records, columns }) => records.map((record) => columns.filter(({ key }) => (record[key] ?? '') !== '')))
    .reduce((sum, filled) => sum + filled.length, 0);
