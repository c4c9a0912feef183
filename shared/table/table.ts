import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { EMPTY_CELL, type Cell } from './cell.ts';
import type { CellDictionary } from './sheet.ts';

/** The agency a table speaks for. `id` is what findings are grouped and identified by. */
export interface AgencyRef {
  readonly id: string;
  readonly name: string;
}

/** A column of a table, dictionary-encoded: `codes[row]` points into the column's own dense list of distinct values.
 *  Code 0 is always the blank cell, whether or not it occurs. */
export class TableColumn {
  readonly field: FieldKey | null;
  readonly heading: string;
  readonly sheetColumn: number | Uint16Array;
  readonly codes: Uint32Array;
  /** Per distinct value, its code in `dictionary`. */
  readonly sources: Uint32Array;
  readonly dictionary: CellDictionary;
  #cells: (Cell | undefined)[] | null = null;

  /** @param field  canonical field, or null for a column that is kept and echoed but not understood
   *  @param heading  the heading as the agency wrote it; parents first, joined by " / "
   *  @param sheetColumn  0-based sheet column; an array when it differs per row (unpivoted channels)
   *  @param codes  per table row, an index into `sources`
   *  @param sources  per distinct value, its code in the workbook's dictionary; `sources[0]` = 0 */
  constructor(
    field: FieldKey | null,
    heading: string,
    sheetColumn: number | Uint16Array,
    codes: Uint32Array,
    sources: Uint32Array,
    dictionary: CellDictionary,
  ) {
    this.field = field;
    this.heading = heading;
    this.sheetColumn = sheetColumn;
    this.codes = codes;
    this.dictionary = dictionary;
    this.sources = sources;
  }

  /** Drops the cells made so far to free memory, here and in the workbook's dictionary; they are made again when asked
   *  for. */
  forget(): void {
    this.#cells = null;
    this.dictionary.forget();
  }

  /** Number of distinct values, the blank one included. */
  get distinct(): number {
    return this.sources.length;
  }

  /** The distinct value behind a code of this column. */
  value(code: number): Cell {
    if (code === 0) return EMPTY_CELL;
    this.#cells ??= Array.from({ length: this.sources.length });
    return (this.#cells[code] ??= this.dictionary.cell(this.sources[code]!));
  }

  /** Whether the distinct value behind a code is a text, told without making its cell where that can be spared. */
  isText(code: number): boolean {
    return this.dictionary.isText?.(this.sources[code]!) ?? this.value(code).kind === 'text';
  }

  /** The cell of a table row. */
  at(row: number): Cell {
    return this.value(this.codes[row]!);
  }

  /** 0-based sheet column in which the cell of this table row stands. */
  sheetColumnAt(row: number): number {
    return typeof this.sheetColumn === 'number' ? this.sheetColumn : this.sheetColumn[row]!;
  }
}

/** A "label: value" line that stands above the header, e.g. "Gắn vào TTHC:" → `1.012386.H13-1`. */
export interface TitleFact {
  readonly label: string;
  readonly value: string;
  /** The field its label means, if it is the heading of one. */
  readonly field: FieldKey | null;
  /** A1 address of the cell that holds the value. */
  readonly cell: string;
}

/** A sheet that intake has understood: which dataset it is, where its rows stand, which column is which field. */
export interface Table {
  readonly dataset: DatasetId;
  readonly agency: AgencyRef;
  /** File name as shown to people, relative to what was dropped; never an absolute path. */
  readonly file: string;
  readonly sheet: string;
  /** 1-based row of the (last) header line. */
  readonly headerRow: number;
  /** 1-based sheet row of each table row. */
  readonly rowNumbers: Uint32Array;
  readonly columns: readonly TableColumn[];
  /** For a table unfolded out of another (channels out of a wide catalogue): the dataset it came from. */
  readonly unfoldedFrom?: DatasetId;
  /** Lines above the header that say something of all rows. */
  readonly titleFacts?: readonly TitleFact[];
}

/** Number of data rows. */
export const rowCount = (table: Table): number => table.rowNumbers.length;

/** The column mapped to a field, if the table has one. */
export const columnOf = (table: Table, field: FieldKey): TableColumn | undefined =>
  table.columns.find((column) => column.field === field);
