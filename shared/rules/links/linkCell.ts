import type { DatasetId } from '../../domain/datasets.ts';
import { parseWebAddress, type WebAddress } from '../../domain/webAddress.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

/** Sheet kinds in which an agency writes links of procedures. */
export const SHEETS_WITH_LINKS = ['links', 'procedures', 'feeConfigs'] as const satisfies readonly DatasetId[];

/** The link of a cell; null when the cell says nothing or holds no readable link (URL-01). For `view.derive`. */
export const linkIn = (cell: Cell, text: string): WebAddress | null => {
  if (saysNothing(cell, text)) return null;
  const address = parseWebAddress(text);
  return address.ok ? address.value : null;
};

/** Judges every distinct readable link, in the sheet that it was written in, and reports the verdict for each row that
 *  holds it and `concerns`. */
export function perLink<Message extends string>(
  view: TableView<'link_nop', Message>,
  judge: (link: WebAddress) => Verdict<Message> | null,
  concerns: (row: number) => boolean = () => true,
): void {
  if (view.table.unfoldedFrom !== undefined) return;
  const linkOf = view.derive('link_nop', linkIn);
  const verdicts = new Map<WebAddress, Verdict<Message> | null>();
  for (let row = 0; row < view.rows; row += 1) {
    const link = linkOf(row);
    if (link === null || !concerns(row)) continue;
    let verdict = verdicts.get(link);
    if (verdict === undefined) verdicts.set(link, (verdict = judge(link)));
    if (verdict !== null) view.report(row, 'link_nop', verdict);
  }
}
