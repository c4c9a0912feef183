import type { FieldKey } from '../domain/fields.ts';
import type { Table, TableColumn } from '../table/table.ts';
import type { Rule } from './rule.ts';

/** Fields of the columns in which two states of a table differ, null for columns without a field; `everything` when more
 *  than cells has changed. */
export type TableChange = ReadonlySet<FieldKey | null> | 'everything';

/** Tells in what a table differs from the state before. Columns count as unchanged when they are the same objects, as an
 *  edit leaves them (`editCells`); contents are not compared. */
export function changeBetween(before: Table, after: Table): TableChange {
  if (!sameFrame(before, after)) return 'everything';
  const changed = new Set<FieldKey | null>();
  for (const [at, column] of after.columns.entries()) {
    const old = before.columns[at]!;
    if (column === old) continue;
    if (!samePlace(old, column)) return 'everything';
    changed.add(column.field);
  }
  return changed;
}

/** Whether a rule may say something else once a table has changed. */
export function isConcerned(rule: Rule, change: TableChange): boolean {
  if (change === 'everything') return true;
  if (change.size === 0) return false;
  if (rule.readsAll === true) return true;
  const lists = [rule.reads, rule.mayRead, rule.anyOf, ...Object.values(rule.needs ?? {})];
  return lists.some((fields) => fields?.some((field) => change.has(field)));
}

const sameFrame = (a: Table, b: Table): boolean =>
  a.dataset === b.dataset &&
  a.agency.id === b.agency.id &&
  a.agency.name === b.agency.name &&
  a.file === b.file &&
  a.sheet === b.sheet &&
  a.headerRow === b.headerRow &&
  a.unfoldedFrom === b.unfoldedFrom &&
  a.titleFacts === b.titleFacts &&
  a.columns.length === b.columns.length &&
  sameNumbers(a.rowNumbers, b.rowNumbers);

const samePlace = (a: TableColumn, b: TableColumn): boolean =>
  a.field === b.field && a.heading === b.heading && sameSheetColumns(a.sheetColumn, b.sheetColumn);

const sameSheetColumns = (a: TableColumn['sheetColumn'], b: TableColumn['sheetColumn']): boolean =>
  typeof a === 'number' || typeof b === 'number' ? a === b : sameNumbers(a, b);

const sameNumbers = (a: Uint16Array | Uint32Array, b: Uint16Array | Uint32Array): boolean =>
  a === b || (a.length === b.length && a.every((value, at) => value === b[at]));
