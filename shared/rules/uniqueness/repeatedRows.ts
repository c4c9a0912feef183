import type { TableView } from '../../engine/rule.ts';
import type { Table } from '../../table/table.ts';
import type { AlikeRows } from '../alikeRows.ts';

/** A row of one of the tables that a rule sees together. */
export interface PlacedRow<View extends TableView = TableView> {
  readonly view: View;
  readonly row: number;
}

const MOST_SHOWN = 10;

/** Rows that share a key, at least two of them; rows with the key '' are left out. */
export function repeatedRows(rows: number, keyOf: (row: number) => string): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The rows of each group that has at least two, for rows that `counts` says to look at. */
export function repeatedIn({ groups, groupOf }: AlikeRows, counts: (row: number) => boolean): readonly number[][] {
  const sizes = new Uint32Array(groups);
  for (let row = 0; row < groupOf.length; row += 1) if (counts(row)) sizes[groupOf[row]!]! += 1;
  const repeated = new Map<number, number[]>();
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (sizes[group]! < 2 || !counts(row)) continue;
    const rows = repeated.get(group);
    if (rows === undefined) repeated.set(group, [row]);
    else rows.push(row);
  }
  return [...repeated.values()];
}

/** Groups the rows of several tables by a key; rows with the key '' are left out. Only groups of at least two rows. */
export function repeatedAcross<View extends TableView>(
  views: readonly View[],
  keysOf: (view: View) => (row: number) => string,
): readonly (readonly PlacedRow<View>[])[] {
  const groups = new Map<string, PlacedRow<View>[]>();
  for (const view of views) {
    const keyOf = keysOf(view);
    for (let row = 0; row < view.rows; row += 1) {
      const key = keyOf(row);
      if (key === '') continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ view, row }]);
      else group.push({ view, row });
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Row numbers as the sheet shows them, "5, 9, 12", at most ten of them. */
export function sheetRows(table: Table, rows: readonly number[]): string {
  const shown = rows.slice(0, MOST_SHOWN).map((row) => String(table.rowNumbers[row]!));
  return rows.length > MOST_SHOWN ? `${shown.join(', ')}…` : shown.join(', ');
}

/** Where rows stand, for evidence: "Sở A, trang Tài khoản, dòng 5, 9; …". */
export function placesOf(rows: readonly PlacedRow[]): string {
  const byTable = Map.groupBy(rows.slice(0, MOST_SHOWN), ({ view }) => view.table);
  const places = [...byTable].map(
    ([table, own]) =>
      `${table.agency.name}, trang ${table.sheet}, dòng ${own.map(({ row }) => table.rowNumbers[row]!).join(', ')}`,
  );
  return rows.length > MOST_SHOWN ? `${places.join('; ')}…` : places.join('; ');
}

/** How many distinct values other than '' a list holds. */
export const distinctCount = (values: readonly string[]): number =>
  new Set(values.filter((value) => value !== '')).size;
