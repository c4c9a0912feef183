import type { Cell } from './cell.ts';

/** A rectangle of cells: 0-based columns, 1-based rows, all inclusive. */
export interface CellRange {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly lastColumn: number;
  readonly lastRow: number;
}

/** The distinct cell values of one workbook. Code 0 is the blank cell. */
export interface CellDictionary {
  /** Number of distinct values, the blank one included. */
  readonly size: number;
  /** The value behind a code; the same object each time until `forget`. */
  cell(code: number): Cell;
  /** Whether the value is a text, told without making its cell; left out by dictionaries that have their cells anyway. */
  isText?(code: number): boolean;
  /** Drops the cells made so far to free memory; they are made again when asked for. */
  forget(): void;
}

/** One worksheet as a reader leaves it: only rows that hold something, columns of dictionary codes. */
export interface Sheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** 1-based sheet row of each stored row, ascending. */
  readonly rowNumbers: Uint32Array;
  /** `columns[column][storedRow]` is a code of `dictionary`; 0 = blank. Index = 0-based sheet column. */
  readonly columns: readonly Uint32Array[];
  readonly dictionary: CellDictionary;
  readonly merges: readonly CellRange[];
  /** 1-based rows hidden by hand, by a filter or by grouping. */
  readonly hiddenRows: ReadonlySet<number>;
  /** 0-based columns that are hidden. */
  readonly hiddenColumns: ReadonlySet<number>;
}

/** One opened spreadsheet file. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'ods' | 'xlsb' | 'xml2003' | 'html' | 'csv';
  readonly sheets: readonly Sheet[];
}
