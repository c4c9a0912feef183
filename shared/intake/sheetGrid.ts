import { cleanText } from '../domain/vietnameseText.ts';
import type { Cell } from '../table/cell.ts';
import type { CellRange, Sheet } from '../table/sheet.ts';

/** Where the text of a cell comes from: its own cell, or the first cell of a merged range that covers it. */
export interface Origin {
  readonly row: number;
  readonly column: number;
  /** Columns and rows the text covers; 1 for a cell that is not merged. */
  readonly columns: number;
  readonly rows: number;
}

/** Stored rows at the top of a sheet in which a header is looked for. */
export const HEADER_SEARCH_ROWS = 40;

/** Columns that intake looks at. Forms have dozens; a sheet with thousands is an accident or an attack. */
export const WIDEST_SHEET = 1000;

/** Cells of merged ranges that are remembered for the top of a sheet: hostile files declare millions of ranges. */
const MERGED_CELL_LIMIT = 200_000;

/** Reads a sheet by stored row (0-based) and column, with cleaned texts, and with merged ranges near the top. */
export class SheetGrid {
  readonly sheet: Sheet;
  readonly rows: number;
  /** Columns that are read, at most {@link WIDEST_SHEET}. */
  readonly width: number;
  readonly #texts = new Map<number, string>();
  readonly #merged = new Map<number, Origin>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.rows = sheet.rowNumbers.length;
    this.width = Math.min(sheet.columns.length, WIDEST_SHEET);
    this.#rememberMerges();
  }

  /** Dictionary code of a cell; 0 = blank. */
  code(row: number, column: number): number {
    return this.sheet.columns[column]?.[row] ?? 0;
  }

  cell(row: number, column: number): Cell {
    return this.sheet.dictionary.cell(this.code(row, column));
  }

  /** Cleaned text of a cell, '' when blank. */
  text(row: number, column: number): string {
    return this.textOf(this.code(row, column));
  }

  /** Cleaned text of a dictionary code. */
  textOf(code: number): string {
    if (code === 0) return '';
    let text = this.#texts.get(code);
    if (text === undefined) this.#texts.set(code, (text = cleanText(this.sheet.dictionary.cell(code).text)));
    return text;
  }

  /** The cell that gives a cell its text; itself unless merged. Merges are known for the top rows only. */
  origin(row: number, column: number): Origin {
    return this.#merged.get(row * this.width + column) ?? { row, column, columns: 1, rows: 1 };
  }

  /** 1-based sheet row of a stored row. */
  rowNumber(row: number): number {
    return this.sheet.rowNumbers[row]!;
  }

  /** First stored row at or below a 1-based sheet row; the number of rows when there is none. */
  storedRowFrom(rowNumber: number): number {
    const numbers = this.sheet.rowNumbers;
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numbers[middle]! < rowNumber) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rememberMerges(): void {
    const top = Math.min(this.rows, HEADER_SEARCH_ROWS + 5);
    if (top === 0) return;
    const lastRow = this.rowNumber(top - 1);
    let budget = MERGED_CELL_LIMIT;
    for (const range of this.sheet.merges) {
      if (range.firstRow > lastRow || range.firstColumn >= this.width) continue;
      budget -= this.#rememberMerge(range, top);
      if (budget <= 0) return;
    }
  }

  #rememberMerge(range: CellRange, top: number): number {
    const firstRow = this.storedRowFrom(range.firstRow);
    if (firstRow >= top || this.rowNumber(firstRow) !== range.firstRow) return 1;
    const lastColumn = Math.min(range.lastColumn, this.width - 1);
    const afterRow = Math.min(this.storedRowFrom(range.lastRow + 1), top);
    const origin: Origin = {
      row: firstRow,
      column: range.firstColumn,
      columns: lastColumn - range.firstColumn + 1,
      rows: afterRow - firstRow,
    };
    for (let row = firstRow; row < afterRow; row++) {
      for (let column = range.firstColumn; column <= lastColumn; column++) {
        this.#merged.set(row * this.width + column, origin);
      }
    }
    return origin.rows * origin.columns + 1;
  }
}
