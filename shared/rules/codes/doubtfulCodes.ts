import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import { isNational, parseProcedureCode, procedureCodeSeries } from '../../domain/procedureCode.ts';
import type { TableView, Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isNumberCell, isStated } from './statedCodes.ts';

/** A procedure code that rules FMT-01 to FMT-04 have to look at: its cell, and the text in Latin letters. One object per
 *  distinct value. */
export interface DoubtfulCode {
  readonly cell: Cell;
  readonly text: string;
}

/** Nothing is to be said of a blank, nor of a text cell with a national code whose first digit is in use: nearly all
 *  cells are told apart here, once for the four rules. */
function readDoubtfulCode(cell: Cell, text: string): DoubtfulCode | null {
  if (!isStated(text)) return null;
  const latin = foldLookAlikes(text);
  const code = parseProcedureCode(latin);
  const usual = code.ok && isNational(code.value) && procedureCodeSeries(code.value) !== 'unseen';
  return usual && !isNumberCell(cell) ? null : { cell, text: latin };
}

/** Judges every doubtful procedure code that an agency wrote into a sheet itself, not into one unfolded out of another,
 *  whose codes were judged there. */
export function perDoubtfulCode<Message extends string>(
  view: TableView<'ma_tthc', Message>,
  judge: (code: DoubtfulCode) => Verdict<Message> | null,
): void {
  if (view.table.unfoldedFrom !== undefined) return;
  const codeOf = view.derive('ma_tthc', readDoubtfulCode);
  for (let row = 0; row < view.rows; row += 1) {
    const code = codeOf(row);
    const verdict = code === null ? null : judge(code);
    if (verdict !== null) view.report(row, 'ma_tthc', verdict);
  }
}
