import type { SampleRecord, SampleSheet, SampleValue } from '../../electron/node/sample/sampleSheet.ts';
import type { DatasetId } from '../../shared/domain/datasets.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import type { NationalProcedure } from '../../shared/reference/catalogue.ts';
import type { ProcedureIndex } from '../../shared/engine/references.ts';
import type { Random } from './random.ts';

/** A right cell that a mistake may be made in, with all that a person who makes it would see. */
export interface Spot {
  readonly random: Random;
  readonly dataset: DatasetId;
  readonly field: FieldKey;
  /** Key of the cell's column in the record. */
  readonly key: string;
  readonly value: SampleValue;
  /** The value as text. */
  readonly text: string;
  readonly record: SampleRecord;
  readonly sheet: SampleSheet;
  /** Column keys of the sheet by field; of several columns for one field the first. */
  readonly keys: ReadonlyMap<FieldKey, string>;
  /** Value of another field in the same row; '' when the sheet has none. */
  other(field: FieldKey): string;
  /** The national record of the row's procedure. */
  readonly national: NationalProcedure | undefined;
  readonly procedures: ProcedureIndex | undefined;
}

/** What a mistake does to a sheet. Everything not named stays as it is. */
export interface Mistake {
  /** The new value of the spot's own cell; left out, only other cells change. */
  readonly value?: SampleValue;
  /** What the person wanted to write there, where that is not what stood there before. */
  readonly meant?: string;
  /** Further cells of the row that change with it. */
  readonly with?: Readonly<Partial<Record<FieldKey, SampleValue>>>;
  /** Row that is put under the table. */
  readonly appended?: SampleRecord;
  /** Fields of the same row where the mistake may rightly be shown instead: the other cell of a pair. */
  readonly shownAt?: readonly FieldKey[];
  /** Other rows of the sheet where it may be shown, in the spot's column or `shownAt`. */
  readonly shownInRows?: readonly SampleRecord[];
  /** How far the consequences reach that are true but show another cell: the row; the agency's rows about the same
   *  procedure or person, and any row that names what was there or stands there now; or besides the whole sheet, for counts
   *  and lists. Findings there are no false alarms, and no catch either. */
  readonly reaches?: 'row' | 'subject' | 'sheet';
}

/** A kind of mistake that people and programs really make. */
export interface Operator {
  /** Group and name, e.g. `codes.lostZero`. */
  readonly id: string;
  /** What happens, in one line. */
  readonly says: string;
  readonly fields: readonly FieldKey[];
  readonly datasets?: readonly DatasetId[];
  /** Rules of which each names this mistake. */
  readonly rules: readonly string[];
  /** Set where the rule book tells this mistake as information only (`info`), or has no rule for it (`noRule`); both are
   *  counted apart. */
  readonly level?: 'info' | 'noRule';
  /** Makes the mistake, or null where it cannot be made or would not be wrong by the data at hand. */
  make(spot: Spot): Mistake | null;
  /** For a mistake that strikes a whole column at once: what becomes of its texts. `make` is then not asked. */
  makeColumn?(texts: readonly string[]): readonly string[];
}

/** The operator with its place in the rule book. */
export const toldAs = (level: NonNullable<Operator['level']>, operator: Operator): Operator => ({ ...operator, level });

/** Operators that only turn a text into another; null or an equal text means "not here". */
export const textMistake = (
  head: Omit<Operator, 'make'> & Pick<Mistake, 'shownAt' | 'reaches'>,
  turn: (text: string, spot: Spot) => SampleValue | null,
): Operator => {
  const { shownAt, reaches, ...operator } = head;
  return {
    ...operator,
    make: (spot) => {
      if (spot.text === '') return null;
      const value = turn(spot.text, spot);
      if (value === null || value === spot.value) return null;
      return {
        value,
        ...(shownAt === undefined ? {} : { shownAt }),
        ...(reaches === undefined ? {} : { reaches }),
      };
    },
  };
};
