import { sheetName } from '../../../shared/engine/sheetFindings.ts';
import type { SheetEdit } from '../../../shared/intake/sheetEdits.ts';
import { editsOf, type CellCorrection, type Decision } from './roundDecisions.ts';

/** The corrections of decisions that are not undone, by sheet (`sheetName`), in the order in which they were made. */
export function correctionsBySheet(decisions: readonly Decision[]): ReadonlyMap<string, readonly CellCorrection[]> {
  const bySheet = new Map<string, CellCorrection[]>();
  for (const decision of decisions) {
    if (decision.undone) continue;
    for (const edit of editsOf(decision)) {
      const name = sheetName(edit);
      const own = bySheet.get(name);
      if (own === undefined) bySheet.set(name, [edit]);
      else own.push(edit);
    }
  }
  return bySheet;
}

/** Whether a correction does what it was made for: it is in force, the file has come with its value already, or the cell
 *  holds something else or is not there. */
export type CorrectionStanding = 'inForce' | 'alreadySo' | 'cellChanged' | 'cellGone';

/** What corrections make of a sheet's cells, at most one edit per cell, and how each of them stands. A correction was made
 *  for a certain content: it is passed over where the cell holds another one, as after the agency has sent the file again
 *  with its rows moved.
 *  @param corrections  in the order in which they were made
 *  @param textAt  the cell as the agency sent it; null where the sheet has none */
export function followCorrections(
  corrections: readonly CellCorrection[],
  textAt: (row: number, column: number) => string | null,
): { readonly edits: readonly SheetEdit[]; readonly standings: readonly CorrectionStanding[] } {
  const cells = new Map<string, { edit: SheetEdit | null; readonly sent: string | null; readonly passed: number[] }>();
  const standings: CorrectionStanding[] = [];
  corrections.forEach(({ row, column, before, after }, at) => {
    const name = `${row} ${column}`;
    let cell = cells.get(name);
    if (cell === undefined) cells.set(name, (cell = { edit: null, sent: textAt(row, column), passed: [] }));
    const now = cell.edit?.text ?? cell.sent;
    const standing =
      now === before ? 'inForce' : now === after ? 'alreadySo' : now === null ? 'cellGone' : 'cellChanged';
    standings.push(standing);
    if (standing === 'inForce') cell.edit = { row, column, text: after };
    if (standing === 'cellChanged') cell.passed.push(at);
    // A later decision about the cell is what counts: those before it were steps on the way there.
    else for (const passed of cell.passed.splice(0)) standings[passed] = 'alreadySo';
  });
  return { edits: [...cells.values()].flatMap(({ edit }) => (edit === null ? [] : [edit])), standings };
}

/** What corrections make of a sheet's cells; see {@link followCorrections}. */
export const editsInForce = (...given: Parameters<typeof followCorrections>): readonly SheetEdit[] =>
  followCorrections(...given).edits;

/** Whether two lists of edits do the same in the same order. */
export const areSameEdits = (some: readonly SheetEdit[], others: readonly SheetEdit[]): boolean =>
  some.length === others.length &&
  some.every(({ row, column, text }, at) => {
    const other = others[at]!;
    return row === other.row && column === other.column && text === other.text;
  });
