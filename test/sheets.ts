import type { Cell } from '../shared/table/cell.ts';
import { EMPTY_CELL } from '../shared/table/cell.ts';
import type { CellDictionary, CellRange, Sheet, Workbook } from '../shared/table/sheet.ts';

/** A cell as a test writes it: text, a number, or nothing. */
export type SheetCell = string | number | null;

export interface SheetOptions {
  readonly name?: string;
  /** Merged ranges, e.g. `['A1:E1']`. */
  readonly merges?: readonly string[];
  /** 1-based rows. */
  readonly hiddenRows?: readonly number[];
  readonly visibility?: Sheet['visibility'];
}

/** A sheet as a reader leaves it, from rows of cells that start in row 1; rows without a value are not stored. */
export function sheetFrom(rows: readonly (readonly SheetCell[])[], options: SheetOptions = {}): Sheet {
  const cells: Cell[] = [EMPTY_CELL];
  const codes = new Map<SheetCell, number>();
  const codeOf = (value: SheetCell | undefined): number => {
    if (value === undefined || value === null || value === '') return 0;
    const known = codes.get(value);
    if (known !== undefined) return known;
    const text = String(value);
    const code = cells.push({ kind: typeof value === 'number' ? 'number' : 'text', text, raw: text }) - 1;
    codes.set(value, code);
    return code;
  };
  const stored = rows.flatMap((row, at) => (row.some((value) => codeOf(value) !== 0) ? [{ row, number: at + 1 }] : []));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) =>
    Uint32Array.from(stored, ({ row }) => codeOf(row[column])),
  );
  const dictionary: CellDictionary = { size: cells.length, cell: (code) => cells[code]!, forget: () => {} };
  return {
    name: options.name ?? 'Sheet1',
    visibility: options.visibility ?? 'visible',
    rowNumbers: Uint32Array.from(stored, (entry) => entry.number),
    columns,
    dictionary,
    merges: (options.merges ?? []).map(rangeOf),
    hiddenRows: new Set(options.hiddenRows),
    hiddenColumns: new Set(),
  };
}

/** A workbook of given sheets. */
export const workbookFrom = (...sheets: readonly Sheet[]): Workbook => ({ format: 'xlsx', sheets });

function rangeOf(text: string): CellRange {
  const [, fromColumn, fromRow, toColumn, toRow] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text)!;
  return {
    firstColumn: columnIndex(fromColumn!),
    firstRow: Number(fromRow),
    lastColumn: columnIndex(toColumn!),
    lastRow: Number(toRow),
  };
}

const columnIndex = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
