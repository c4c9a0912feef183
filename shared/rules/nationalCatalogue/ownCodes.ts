import type { FieldKey } from '../../domain/fields.ts';
import type { TableView } from '../../engine/rule.ts';
import { columnOf } from '../../table/table.ts';
import { nationalCodeOf } from './nationalRecord.ts';

/** National codes that sheets hold, local suffix dropped. */
export function codesIn(views: readonly TableView[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const view of views) {
    const column = columnOf(view.table, 'ma_tthc');
    if (column === undefined) continue;
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const met = new Uint8Array(column.distinct);
    for (let row = 0; row < view.rows; row += 1) {
      if (met[column.codes[row]!] === 1) continue;
      met[column.codes[row]!] = 1;
      codes.add(codeOf(row));
    }
  }
  codes.delete('');
  return codes;
}

/** Visits every row of one agency's sheets whose code has to be judged: all rows of its catalogues, and of its other
 *  sheets those whose code its catalogues do not hold. So a wrong code is reported where the agency keeps it, and not
 *  again in each sheet that repeats it. Codes are national ones, local suffix dropped. */
export function forOwnCodes<Field extends FieldKey, Message extends string>(
  views: readonly TableView<Field | 'ma_tthc', Message>[],
  visit: (view: TableView<Field | 'ma_tthc', Message>, row: number, code: string) => void,
): void {
  const catalogues = views.filter(({ table }) => table.dataset === 'procedures');
  const known = codesIn(catalogues);
  for (const view of catalogues) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    for (let row = 0; row < view.rows; row += 1) {
      if (codeOf(row) !== '') visit(view, row, codeOf(row));
    }
  }
  for (const view of views) {
    if (view.table.dataset === 'procedures') continue;
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    for (let row = 0; row < view.rows; row += 1) {
      if (codeOf(row) !== '' && !known.has(codeOf(row))) visit(view, row, codeOf(row));
    }
  }
}
