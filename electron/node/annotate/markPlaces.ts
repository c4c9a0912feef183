import { graver, inReadingOrder, type CellMark } from '../../../shared/reports/annotation.ts';
import type { CellRange, Sheet } from '../../../shared/table/sheet.ts';

/** The marks where a person sees them: one inside a merged range moves to its first cell, which alone is drawn.
 *  @returns marks by row, then column, one per cell */
export function visibleMarks(marks: readonly CellMark[], sheet: Sheet): readonly CellMark[] {
  const wide = sheet.merges.filter(({ firstRow, lastRow, firstColumn, lastColumn }) =>
    firstRow !== lastRow ? true : firstColumn !== lastColumn,
  );
  if (wide.length === 0) return marks;
  const byRow = [...wide].sort((a, b) => a.firstRow - b.firstRow);
  const placed = new Map<number, CellMark>();
  let open: CellRange[] = [];
  let next = 0;
  for (const mark of marks) {
    // Marks come by row, so ranges open and close along with them.
    for (; next < byRow.length && byRow[next]!.firstRow <= mark.row; next++) open.push(byRow[next]!);
    open = open.filter(({ lastRow }) => lastRow >= mark.row);
    const range = open.find(({ firstColumn, lastColumn }) => firstColumn <= mark.column && mark.column <= lastColumn);
    const place = range === undefined ? mark : { column: range.firstColumn, row: range.firstRow };
    const key = place.row * 16_384 + place.column;
    const there = placed.get(key);
    placed.set(key, {
      ...place,
      severity: there === undefined ? mark.severity : graver(there.severity, mark.severity),
      lines: there === undefined ? mark.lines : [...there.lines, ...mark.lines],
    });
  }
  return [...placed.values()].sort(inReadingOrder);
}
