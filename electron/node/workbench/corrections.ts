import { sheetName } from '../../../shared/engine/sheetFindings.ts';
import type { SheetEdit } from '../../../shared/intake/sheetEdits.ts';
import type { CellCorrection, Decision } from './roundDecisions.ts';

/** The corrections of decisions that are not undone, by sheet (`sheetName`), in the order in which they were made. */
export function correctionsBySheet(decisions: readonly Decision[]): ReadonlyMap<string, readonly CellCorrection[]> {
  const bySheet = new Map<string, CellCorrection[]>();
  for (const decision of decisions) {
    if (decision.undone || decision.kind === 'waive') continue;
    for (const edit of decision.edits) {
      const name = sheetName(edit);
      const own = bySheet.get(name);
      if (own === undefined) bySheet.set(name, [edit]);
      else own.push(edit);
    }
  }
  return bySheet;
}

/** What corrections make of a sheet's cells, at most one edit per cell. A correction was made for a certain content: it is
 *  passed over where the cell holds another one, as after the agency has sent the file again with its rows moved.
 *  @param textAt  the cell as the agency sent it; null where the sheet has none */
export function editsInForce(
  corrections: readonly CellCorrection[],
  textAt: (row: number, column: number) => string | null,
): readonly SheetEdit[] {
  const cells = new Map<string, SheetEdit>();
  for (const { row, column, before, after } of corrections) {
    const cell = `${row} ${column}`;
    const known = cells.get(cell);
    const now = known === undefined ? textAt(row, column) : known.text;
    if (now === before) cells.set(cell, { row, column, text: after });
  }
  return [...cells.values()];
}

/** Whether two lists of edits do the same in the same order. */
export const areSameEdits = (some: readonly SheetEdit[], others: readonly SheetEdit[]): boolean =>
  some.length === others.length &&
  some.every(({ row, column, text }, at) => {
    const other = others[at]!;
    return row === other.row && column === other.column && text === other.text;
  });
