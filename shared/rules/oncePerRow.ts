import type { FieldKey } from '../domain/fields.ts';
import type { RuleContext, TableView } from '../engine/rule.ts';
import type { Table } from '../table/table.ts';
import { alikeRows } from './alikeRows.ts';

interface Latest<T> {
  of: { readonly table: Table; readonly at: (row: number) => T } | null;
}

/** Works out for each row of a table, once for all rules and for all rows that are alike, what several rules ask for. Only
 *  the latest table's answers are kept, because a run goes table by table.
 *
 *  @param owner  the module-level function that the answers belong to
 *  @param fields  all that an answer depends on
 *  @param make  gives the answer by row; called once per table */
export function oncePerRow<T extends object | null>(
  view: Pick<TableView, 'table' | 'rows'>,
  context: Pick<RuleContext, 'memo'>,
  owner: object,
  fields: readonly FieldKey[],
  make: () => (row: number) => T,
): (row: number) => T {
  const latest = context.memo<Latest<T>>(owner, () => ({ of: null }));
  if (latest.of?.table !== view.table) {
    const { groupOf } = alikeRows(view, context, fields);
    latest.of = { table: view.table, at: remembering(groupOf, make()) };
  }
  return latest.of.at;
}

function remembering<T>(groupOf: Uint32Array, answer: (row: number) => T): (row: number) => T {
  const known: (T | undefined)[] = [];
  return (row) => {
    const value = known[groupOf[row]!];
    return value === undefined ? (known[groupOf[row]!] = answer(row)) : value;
  };
}
