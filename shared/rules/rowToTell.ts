import type { FieldKey } from '../domain/fields.ts';
import type { TableView } from '../engine/rule.ts';

/** The one row at which a finding about several rows of a table stands: the first in the order of the given field's texts,
 *  then of the other columns, so that sorting the sheet does not move the finding. */
export function rowToTell<Field extends FieldKey>(
  view: TableView<Field>,
  rows: readonly number[],
  field: NoInfer<Field>,
): number {
  const keyOf = (row: number): string =>
    [view.text(field, row), ...view.table.columns.map((column) => column.at(row).text)].join('\u0001');
  let best = rows[0]!;
  let bestKey = '';
  // The long key is only needed between rows that agree in the field.
  for (const row of rows.slice(1)) {
    const [own, other] = [view.text(field, row), view.text(field, best)];
    if (own > other) continue;
    if (own === other) {
      if (bestKey === '') bestKey = keyOf(best);
      const key = keyOf(row);
      if (key >= bestKey) continue;
      bestKey = key;
    } else {
      bestKey = '';
    }
    best = row;
  }
  return best;
}
