/** A place of the matrix: the heads are row -1, the agencies follow from 0, the whole round is last; column 0 has the names. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a place; undefined for keys that lead nowhere.
 *  @param last  the last row and column
 *  @param perPage  rows that are seen at once */
export function placeAfter(
  { row, column }: MatrixPlace,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  last: MatrixPlace,
  perPage: number,
): MatrixPlace | undefined {
  const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  const at = (toRow: number, toColumn: number): MatrixPlace => ({
    row: within(toRow, -1, last.row),
    column: within(toColumn, 0, last.column),
  });
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'PageUp':
      return at(Math.max(0, row - perPage), column);
    case 'PageDown':
      return at(row + perPage, column);
    case 'Home':
      return at(ctrlKey ? 0 : row, 0);
    case 'End':
      return at(ctrlKey ? last.row : row, last.column);
    default:
      return undefined;
  }
}
