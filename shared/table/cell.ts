/** What kind of value stands in a cell. Dates are numbers that wear a date format. */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One distinct cell value. Cells that look alike share one object, so parsers run once per distinct value.
 *
 *  Excel writes a date as a number and a code without its last zero as a number; only the cell's own record tells which.
 *  So the untouched `raw` stays beside the `text` a person sees. */
export interface Cell {
  readonly kind: CellKind;
  /** What a person sees in the sheet, untouched: not trimmed, not normalised. Dates as dd/mm/yyyy (with hh:mm when there
   *  is a time of day), numbers in plain decimal with at most 15 significant digits, percentages with %. */
  readonly text: string;
  /** What the file holds: the digits of a number ("1.00012", "3.51E+12"), otherwise the same as `text`. */
  readonly raw: string;
  /** The number format code of a number or date cell; absent for General. */
  readonly format?: string;
  /** Name of the font of a text, only where it is one of before Unicode (`.VnTime`, `VNI-Times`): there the characters
   *  are not what a person sees. */
  readonly font?: string;
  /** True when the value is the cached result of a formula. */
  readonly formula?: boolean;
}

/** The blank cell; code 0 of every dictionary. */
export const EMPTY_CELL: Cell = { kind: 'empty', text: '', raw: '' };

/** A1-style address from a 0-based column and a 1-based row, e.g. (0, 3) → `A3`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Column letters from a 0-based index, e.g. 27 → `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
