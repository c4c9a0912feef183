import type { ColumnView } from '../../../../shared/contract/intake.ts';
import type { Channel } from '../../../../shared/domain/channel.ts';
import { datasetKind, type DatasetId } from '../../../../shared/domain/datasets.ts';
import type { FieldKey } from '../../../../shared/domain/fields.ts';
import { RELIABLE } from '../../../../shared/intake/reading.ts';
import type { Fault } from '../../../../shared/result.ts';

/** First and last row of a header, sheet numbers. */
export interface HeaderRows {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Headers of agencies' sheets are at most this high. */
export const HIGHEST_HEADER = 4;

/** The header after a click on a row; extending keeps the first row that was clicked and takes at most four rows. */
export function headerWith(before: HeaderRows | null, row: number, isExtending: boolean): HeaderRows {
  if (before === null || !isExtending) return { firstRow: row, lastRow: row };
  const anchor = before.firstRow;
  if (row < anchor) return { firstRow: Math.max(row, anchor - HIGHEST_HEADER + 1), lastRow: anchor };
  return { firstRow: anchor, lastRow: Math.min(row, anchor + HIGHEST_HEADER - 1) };
}

/** What a person says that a column means. */
export interface ColumnChoice {
  readonly field: FieldKey | null;
  readonly channel: Channel | null;
}

/** A column with what intake thinks of it or a person said. */
export interface ChosenColumn extends ColumnView {
  readonly isChosen: boolean;
  /** Intake gave it a field that should be looked at. */
  readonly isUnsure: boolean;
}

/** Columns with the choices of a person over them. */
export const chosenColumns = (
  columns: readonly ColumnView[],
  choices: ReadonlyMap<number, ColumnChoice>,
): readonly ChosenColumn[] =>
  columns.map((column) => {
    const choice = choices.get(column.sheetColumn);
    if (choice === undefined) {
      return { ...column, isChosen: false, isUnsure: column.field !== null && column.confidence < RELIABLE };
    }
    const { channel: _, ...rest } = column;
    return {
      ...rest,
      field: choice.field,
      ...(choice.channel === null ? {} : { channel: choice.channel }),
      isChosen: true,
      isUnsure: false,
    };
  });

/** Columns as a decision about a sheet names them. */
export const decidedColumns = (columns: readonly Pick<ColumnView, 'sheetColumn' | 'field' | 'channel'>[]) =>
  columns.map(({ sheetColumn, field, channel }) => ({
    sheetColumn,
    field,
    ...(channel === undefined ? {} : { channel }),
  }));

/** Choices that still make sense for another kind of sheet. */
export function choicesFor(
  choices: ReadonlyMap<number, ColumnChoice>,
  dataset: DatasetId,
): ReadonlyMap<number, ColumnChoice> {
  const { fields } = datasetKind(dataset);
  return new Map([...choices].filter(([, { field }]) => field === null || fields.includes(field)));
}

/** Fields that more than one column has, with the letters of these columns; the same field for another channel is another. */
export function sameFields(columns: readonly ChosenColumn[]): readonly { field: FieldKey; letters: string[] }[] {
  const byField = new Map<string, { field: FieldKey; letters: string[] }>();
  for (const { field, channel, letters } of columns) {
    if (field === null) continue;
    const name = `${field} ${channel ?? ''}`;
    const same = byField.get(name) ?? { field, letters: [] };
    same.letters.push(letters);
    byField.set(name, same);
  }
  return [...byField.values()].filter(({ letters }) => letters.length > 1);
}

/** The field that names the subject of this kind's rows, when no column has it; units are named by any of theirs. */
export function missingKey(columns: readonly ChosenColumn[], dataset: DatasetId): FieldKey | null {
  const key = datasetKind(dataset).key[0]!;
  return dataset === 'units' || columns.some(({ field }) => field === key) ? null : key;
}

/** Questions of intake about single columns; the review answers them anew with each choice. */
const ABOUT_COLUMNS = new Set(['intake.checkColumn', 'intake.sameField', 'intake.missingKey']);

export const isAboutColumns = ({ code }: Pick<Fault, 'code'>): boolean => ABOUT_COLUMNS.has(code);

/** Fields to choose from: those that intake thinks of first, then all of the kind. */
export function fieldChoices(
  column: Pick<ColumnView, 'alternatives' | 'field'>,
  dataset: DatasetId,
): { readonly suggested: readonly FieldKey[]; readonly others: readonly FieldKey[] } {
  const { fields } = datasetKind(dataset);
  const suggested = [...new Set(column.alternatives)].filter((field) => field !== column.field);
  return { suggested, others: fields.filter((field) => !suggested.includes(field)) };
}
