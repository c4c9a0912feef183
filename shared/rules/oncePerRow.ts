import type { RuleContext, TableView } from '../engine/rule.ts';
import type { Table } from '../table/table.ts';

interface Latest<T> {
  of: { readonly table: Table; readonly at: (row: number) => T } | null;
}

/** Works out for each row of a table, once for all rules, what several of them ask for. Only the latest table's answers
 *  are kept, because a run goes table by table.
 *
 *  @param owner  the module-level function that the answers belong to
 *  @param make  gives the answer by row; called once per table */
export function oncePerRow<T extends object | null>(
  view: Pick<TableView, 'table'>,
  context: Pick<RuleContext, 'memo'>,
  owner: object,
  make: () => (row: number) => T,
): (row: number) => T {
  const latest = context.memo<Latest<T>>(owner, () => ({ of: null }));
  if (latest.of?.table !== view.table) {
    latest.of = { table: view.table, at: remembering(make()) };
  }
  return latest.of.at;
}

function remembering<T>(answer: (row: number) => T): (row: number) => T {
  const known: (T | undefined)[] = [];
  return (row) => {
    const value = known[row];
    return value === undefined ? (known[row] = answer(row)) : value;
  };
}
