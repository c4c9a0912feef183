import type { CellRange } from '../../../../shared/table/sheet.ts';

/** Reads a range reference such as `A1:E3` or `$A$1:$E$3`; undefined for a single cell and for what is no range. */
export function parseRange(reference: string): CellRange | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!found) return undefined;
  const columns = [columnIndex(found[1]!), columnIndex(found[3]!)] as const;
  const rows = [Number(found[2]), Number(found[4])] as const;
  return {
    firstColumn: Math.min(...columns),
    firstRow: Math.min(...rows),
    lastColumn: Math.max(...columns),
    lastRow: Math.max(...rows),
  };
}

/** 0-based column of its letters, e.g. `AB` → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
