import type { CellDictionary, CellRange, Sheet } from '../../../shared/table/sheet.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { ReadLimits } from './readLimits.ts';

/** Counts cells over all sheets of one file. */
export interface CellBudget {
  readonly limits: ReadLimits;
  /** Cells with a value so far. */
  cells: number;
  /** Stored rows × used columns of the finished sheets. */
  gridCells: number;
}

export const createCellBudget = (limits: ReadLimits): CellBudget => ({ limits, cells: 0, gridCells: 0 });

/** What a reader learns about a sheet beside its cells. */
export interface SheetLook {
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

const NONE = new Uint32Array(0);

/** Collects the cells of one sheet row by row into columns of dictionary codes. A column takes memory only up to its
 *  last value, so a lone cell in XFD costs one column. */
export class SheetColumns {
  readonly #budget: CellBudget;
  readonly #columns: Uint32Array<ArrayBuffer>[] = [];
  #rowNumbers = new Uint32Array(256);
  #rowCount = 0;
  #capacity = 0;
  #row = 0;
  #isAscending = true;

  constructor(budget: CellBudget) {
    this.#budget = budget;
  }

  /** Stores a cell; blank ones (code 0) are passed over. A later value for the same cell replaces the earlier.
   *  @param row  1-based  @param column  0-based
   *  @throws FileRefusal `file.tooLarge.cells` */
  put(row: number, column: number, code: number): void {
    if (code === 0) return;
    if (row !== this.#row) this.#startRow(row);
    const index = this.#rowCount - 1;
    let cells = column < this.#columns.length ? this.#columns[column]! : NONE;
    if (index >= cells.length) cells = this.#growColumn(column, index);
    cells[index] = code;
    if (++this.#budget.cells > this.#budget.limits.maxCells) this.#refuse(this.#budget.limits.maxCells);
  }

  /** The finished sheet; the columns are not collected further.
   *  @throws FileRefusal `file.tooLarge.cells` when rows × columns would not fit */
  finish(look: SheetLook, dictionary: CellDictionary): Sheet {
    const rows = this.#rowCount;
    const used = this.#columns.filter((cells) => cells.length > 0).length;
    this.#budget.gridCells += used * rows;
    if (this.#budget.gridCells > this.#budget.limits.maxGridCells) this.#refuse(this.#budget.limits.maxGridCells);
    const blank = new Uint32Array(used < this.#columns.length ? rows : 0);
    const columns = this.#columns;
    for (let column = 0; column < columns.length; column++) {
      const cells = columns[column]!;
      columns[column] = cells.length === 0 ? blank : new Uint32Array(cells.buffer.transfer(rows * 4));
    }
    const rowNumbers = new Uint32Array(this.#rowNumbers.buffer.transfer(rows * 4));
    const sorted = this.#isAscending ? { rowNumbers, columns } : inRowOrder(rowNumbers, columns);
    return { ...look, ...sorted, dictionary };
  }

  #startRow(row: number): void {
    if (row < this.#row) this.#isAscending = false;
    this.#row = row;
    if (this.#rowCount === this.#rowNumbers.length) {
      this.#rowNumbers = new Uint32Array(this.#rowNumbers.buffer.transfer(this.#rowCount * 8));
    }
    this.#rowNumbers[this.#rowCount++] = row;
  }

  #growColumn(column: number, index: number): Uint32Array<ArrayBuffer> {
    while (this.#columns.length <= column) this.#columns.push(NONE);
    const cells = this.#columns[column]!;
    const length = Math.max(64, Math.ceil((index + 1) * 1.5));
    // Weighed before it is taken: one row over all 16,384 columns at the end of a long sheet would take gigabytes.
    this.#capacity += length - cells.length;
    const { maxGridCells } = this.#budget.limits;
    if (this.#budget.gridCells + this.#capacity > maxGridCells * 1.5) this.#refuse(maxGridCells);
    const larger = cells.length === 0 ? new Uint32Array(length) : new Uint32Array(cells.buffer.transfer(length * 4));
    this.#columns[column] = larger;
    return larger;
  }

  #refuse(limit: number): never {
    throw new FileRefusal('file.tooLarge.cells', { limit });
  }
}

/** Puts rows that a careless writer left out of order, or wrote twice, in ascending order; later values win. */
function inRowOrder(rowNumbers: Uint32Array, columns: readonly Uint32Array[]) {
  const order = Array.from(rowNumbers.keys()).sort((a, b) => rowNumbers[a]! - rowNumbers[b]! || a - b);
  const numbers: number[] = [];
  const targets = new Uint32Array(order.length);
  for (const from of order) {
    if (numbers.at(-1) !== rowNumbers[from]) numbers.push(rowNumbers[from]!);
    targets[from] = numbers.length - 1;
  }
  const arranged = columns.map((cells) => {
    const sorted = new Uint32Array(numbers.length);
    for (let from = 0; from < cells.length; from++) if (cells[from] !== 0) sorted[targets[from]!] = cells[from]!;
    return sorted;
  });
  return { rowNumbers: Uint32Array.from(numbers), columns: arranged };
}
