import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { WHOLE_ROW, WHOLE_SHEET, type FindingPiece } from '../../../shared/engine/findingPiece.ts';
import { sheetName } from '../../../shared/engine/sheetFindings.ts';

/** Findings that a change made go and come. */
export interface Change {
  readonly gone: number;
  readonly come: number;
}

/** More columns than a sheet can have. */
const COLUMNS = 2 ** 15;

/** Counts what one log has and the other hasn't: a finding is the same as long as its rule finds something in the same cell.
 *  What was not judged again is not looked at.
 *  @param after  log of the same sheets, with other values in some cells */
export function differenceOf(before: FindingLog, after: FindingLog): Change {
  const was = piecesBeside(before, after);
  const is = piecesBeside(after, before);
  let gone = 0;
  let come = 0;
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(name) ?? [], is.get(name) ?? []];
    if (old.length === now.length && old.every((piece, at) => piece.isMoved(now[at]!))) continue;
    const [lost, won] = countsBeside(cellsOf(old), cellsOf(now));
    gone += lost;
    come += won;
  }
  return { gone, come };
}

/** Pieces on sheets that the other log does not have as they are here, by sheet and rule. */
function piecesBeside(log: FindingLog, other: FindingLog): ReadonlyMap<string, readonly FindingPiece[]> {
  const shared = new Set(other.sheets);
  const pieces = log.sheets.filter((sheet) => !shared.has(sheet)).flatMap((sheet) => sheet.pieces);
  return Map.groupBy(pieces, ({ table, rule }) => `${rule.id}\u0000${table.dataset}\u0000${sheetName(table)}`);
}

/** A number for the cell of every finding, ascending. */
function cellsOf(pieces: readonly FindingPiece[]): Float64Array {
  const cells = new Float64Array(pieces.reduce((sum, { size }) => sum + size, 0));
  let place = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.size; at += 1) cells[place++] = cellOf(piece, at);
  }
  return cells.sort();
}

function cellOf(piece: FindingPiece, at: number): number {
  const [row, column] = [piece.row(at), piece.column(at)];
  if (row === WHOLE_SHEET) return 0;
  const { columns, rowNumbers } = piece.table;
  return rowNumbers[row]! * COLUMNS + (column === WHOLE_ROW ? 0 : 1 + columns[column]!.sheetColumnAt(row));
}

/** How many of two ascending lists the other one hasn't; of what stands several times each counts. */
function countsBeside(one: Float64Array, other: Float64Array): readonly [number, number] {
  let [at, place, same] = [0, 0, 0];
  while (at < one.length && place < other.length) {
    const difference = one[at]! - other[place]!;
    if (difference === 0) same += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) place += 1;
  }
  return [one.length - same, other.length - same];
}
