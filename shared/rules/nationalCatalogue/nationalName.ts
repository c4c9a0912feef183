import { cleanText, compareKey } from '../../domain/vietnameseText.ts';
import type { TableView } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { oncePerRow } from '../oncePerRow.ts';
import { comparedRecordOf, type CatalogueContext } from './nationalRecord.ts';

/** A procedure's name as an agency wrote it, in the forms that names are compared in. One object per distinct value. */
export interface ProcedureName {
  readonly text: string;
  /** The cell says nothing. */
  readonly blank: boolean;
  readonly key: string;
}

const LEAD = new RegExp(`^(?:${compareKey('thủ tục')}(?: ${compareKey('hành chính')})?|tthc) (?=.)`, 'u');

/** Key under which two spellings of a procedure's name are equal; a leading "Thủ tục" does not count. */
export const nameKey = (name: string): string => compareKey(name).replace(LEAD, '');

/** The name that a cell holds. For `view.derive`. */
export const nameIn = (cell: Cell, text: string): ProcedureName => ({
  text,
  blank: saysNothing(cell, text),
  key: nameKey(text),
});

const nationalKey = onceFor((record: NationalProcedure): string => nameKey(record.ten_tthc));

/** A name that is not letter by letter the national one. */
export interface NameDifference {
  /** The same words in another spelling (rule ROW-08), or other words (rule NAT-03). */
  readonly relation: 'spelling' | 'different';
  readonly name: ProcedureName;
  readonly record: NationalProcedure;
}

/** Compares each row's name with that of its national record; null where they are the same or there is no record to
 *  compare with. One object per pair of name and record. */
export function nameDifferenceOf(view: TableView, context: CatalogueContext): (row: number) => NameDifference | null {
  return oncePerRow(view, context, nameDifferenceOf, ['ma_tthc', 'ten_tthc'], () => {
    const recordOf = comparedRecordOf(view, context);
    const nameOf = view.derive('ten_tthc', nameIn);
    const compare = oncePerPairOfRun(context, differenceBetween);
    return (row) => {
      const record = recordOf(row);
      return record === undefined ? null : compare(nameOf(row), record);
    };
  });
}

function differenceBetween(name: ProcedureName, record: NationalProcedure): NameDifference | null {
  if (cleanText(name.text) === cleanText(record.ten_tthc)) return null;
  return { relation: name.key === nationalKey(record) ? 'spelling' : 'different', name, record };
}
