import { isNoInformation, isPlaceholder } from '../domain/placeholder.ts';
import { cleanLines } from '../domain/vietnameseText.ts';
import type { FieldKey } from '../domain/fields.ts';
import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import { rowCount, type Table, type TableColumn } from '../table/table.ts';
import { WHOLE_ROW, WHOLE_SHEET } from './findingPiece.ts';
import type { TableView, Verdict } from './rule.ts';

type Parser = (cell: Cell, text: string) => unknown;

/** What a run remembers of values between tables. Agencies of one province list the same procedures, so most values of a
 *  table were parsed before: they get a number once, and parsers that come again find their result under it. Values that
 *  only one table has (codes of persons, of dossiers) get none, and nothing is kept for them. */
export class ValueMemory {
  /** By value: its number from 1 on, or, below 0, the only table that had it so far. */
  readonly #numbers = new Map<string, number>();
  #last = 0;
  readonly #tables = new WeakMap<Table, number>();
  #lastTable = 0;
  // Weak, as functions made for one pass over a table are dropped with it.
  readonly #results = new WeakMap<Parser, ResultPages>();
  readonly #met = new WeakSet<Parser>();

  /** Number of a table, the same whenever it is asked for. */
  numberOfTable(table: Table): number {
    let number = this.#tables.get(table);
    if (number === undefined) this.#tables.set(table, (number = this.#lastTable += 1));
    return number;
  }

  /** Number of a value that several tables have, or {@link ALONE}; values that look and are stored alike share it. */
  numberOf(cell: Cell, table: number): number {
    // The common case needs no joined key: plain text is its own.
    const key =
      cell.kind === 'text' && cell.formula !== true && cell.font === undefined
        ? cell.text
        : `\u0000${cell.kind}\u0000${cell.raw}\u0000${cell.format ?? cell.font ?? ''}\u0000${cell.formula === true}`;
    const known = this.#numbers.get(key);
    if (known !== undefined && known > 0) return known;
    if (known === undefined || known === -table) {
      if (known === undefined) this.#numbers.set(key, -table);
      return ALONE;
    }
    this.#numbers.set(key, (this.#last += 1));
    return this.#last;
  }

  /** Results of a parser across tables, from the second table on that asks for it: a function made for one table only is
   *  never met twice, and nothing is kept for it. */
  resultsOf(parse: Parser): ResultPages | null {
    const known = this.#results.get(parse);
    if (known !== undefined) return known;
    if (!this.#met.has(parse)) {
      this.#met.add(parse);
      return null;
    }
    const results = new ResultPages();
    this.#results.set(parse, results);
    return results;
  }
}

/** In the place of a number: no other table had the value when it was looked for. */
const ALONE = -1;

/** Values behind numbers. A parser meets only some of a run's values, mostly in stretches: pages keep the stretches dense,
 *  where one array full of holes would turn into a slow table. */
class ResultPages {
  readonly #pages: (unknown[] | undefined)[] = [];

  get(number: number): unknown {
    return this.#pages[number >>> PAGE_BITS]?.[number & PAGE_MASK];
  }

  set(number: number, value: unknown): void {
    const page = number >>> PAGE_BITS;
    while (this.#pages.length <= page) this.#pages.push(undefined);
    (this.#pages[page] ??= holes(PAGE_MASK + 1))[number & PAGE_MASK] = value;
  }
}

const PAGE_BITS = 9;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** What a run remembers of a column: cleaned texts and parsed values by code. */
interface ColumnMemory {
  readonly texts: (string | undefined)[];
  readonly numbers: Int32Array;
  readonly derived: WeakMap<Parser, unknown[]>;
}

/** What a run remembers of a table between rules: columns by field, cleaned texts, parsed values. */
export class TableMemory {
  readonly table: Table;
  readonly rows: number;
  readonly #values: ValueMemory;
  readonly #number: number;
  readonly #byField = new Map<FieldKey, TableColumn>();
  readonly #indexes = new Map<TableColumn, number>();
  readonly #columns = new Map<TableColumn, ColumnMemory>();

  /** @param before  memory of the table before an edit; what it knows of columns that are still there is taken over */
  constructor(table: Table, values: ValueMemory, before?: TableMemory) {
    this.table = table;
    this.rows = rowCount(table);
    this.#values = values;
    this.#number = values.numberOfTable(table);
    table.columns.forEach((column, index) => {
      this.#indexes.set(column, index);
      if (column.field !== null && !this.#byField.has(column.field)) this.#byField.set(column.field, column);
      const known = before === undefined ? undefined : before.#columns.get(column);
      if (known !== undefined) this.#columns.set(column, known);
    });
  }

  column(field: FieldKey): TableColumn | undefined {
    return this.#byField.get(field);
  }

  indexOf(column: TableColumn): number {
    return this.#indexes.get(column) ?? WHOLE_ROW;
  }

  /** Cleaned text of each distinct value, made once. */
  text(column: TableColumn): (code: number) => string {
    const { texts } = this.#memoryOf(column);
    return (code) => (texts[code] ??= cleanLines(column.value(code).text));
  }

  /** Result of a parser for a distinct value, made once. */
  derived<T>(column: TableColumn, parse: (cell: Cell, text: string) => T): (code: number) => T {
    const { derived, numbers } = this.#memoryOf(column);
    let values = derived.get(parse);
    if (values === undefined) derived.set(parse, (values = holes(column.distinct)));
    const known = values as (T | undefined)[];
    const shared = this.#values.resultsOf(parse);
    const text = this.text(column);
    return (code) => {
      const value = known[code];
      if (value !== undefined) return value;
      if (shared === null) return (known[code] = parse(column.value(code), text(code)));
      const number = (numbers[code] ||= this.#values.numberOf(column.value(code), this.#number));
      const found = number === ALONE ? undefined : (shared.get(number) as T | undefined);
      if (found !== undefined) return (known[code] = found);
      const fresh = parse(column.value(code), text(code));
      if (number !== ALONE) shared.set(number, fresh);
      return (known[code] = fresh);
    };
  }

  #memoryOf(column: TableColumn): ColumnMemory {
    let memory = this.#columns.get(column);
    if (memory === undefined) {
      memory = {
        texts: holes(column.distinct),
        numbers: new Int32Array(column.distinct),
        derived: new WeakMap(),
      };
      this.#columns.set(column, memory);
    }
    return memory;
  }
}

/** An array to be filled in any order. `Array.from` would put a value into every place first, for every parser and column. */
const holes = <T>(length: number): (T | undefined)[] => {
  const array: (T | undefined)[] = [];
  array.length = length;
  return array;
};

const isBlankText = (_cell: Cell, text: string): boolean => text === '' || isPlaceholder(text) || isNoInformation(text);

/** The view of one table that a rule gets; `report` receives a row, a column index and the rule's verdict. */
export function viewTable(
  memory: TableMemory,
  report: (row: number, column: number, verdict: Verdict) => void,
): TableView {
  const { table, rows } = memory;

  const derive = <T>(field: FieldKey, parse: (cell: Cell, text: string) => T): ((row: number) => T) => {
    const column = memory.column(field);
    if (column === undefined) {
      const blank = parse(EMPTY_CELL, '');
      return () => blank;
    }
    const derived = memory.derived(column, parse);
    return (row) => derived(column.codes[row]!);
  };

  const perColumnValue = (column: TableColumn, judge: (cell: Cell, text: string) => Verdict | null): void => {
    const verdict = memory.derived(column, judge);
    const index = memory.indexOf(column);
    // Most columns are right throughout: their distinct values tell, and no row need be looked at.
    let silent = true;
    for (let code = 1; code < column.distinct; code += 1) silent = verdict(code) === null && silent;
    if (silent) return;
    for (let row = 0; row < rows; row += 1) {
      const code = column.codes[row]!;
      if (code === 0) continue;
      const found = verdict(code);
      if (found !== null) report(row, index, found);
    }
  };

  // Rules ask per row; what a field is is found out once per view.
  const texts = new Map<FieldKey, (row: number) => string>();
  const blanks = new Map<FieldKey, (row: number) => boolean>();
  const textsOf = (field: FieldKey): ((row: number) => string) => {
    const column = memory.column(field);
    if (column === undefined) return () => '';
    const text = memory.text(column);
    return (row) => text(column.codes[row]!);
  };

  return {
    table,
    rows,
    ownColumns: table.unfoldedFrom === undefined ? table.columns : [],
    has: (field) => memory.column(field) !== undefined,
    cell: (field, row) => memory.column(field)?.at(row) ?? EMPTY_CELL,
    text: (field, row) => {
      let known = texts.get(field);
      if (known === undefined) texts.set(field, (known = textsOf(field)));
      return known(row);
    },
    blank: (field, row) => {
      let known = blanks.get(field);
      if (known === undefined) blanks.set(field, (known = derive(field, isBlankText)));
      return known(row);
    },
    derive,
    perValue: (field, judge) => {
      const column = memory.column(field);
      if (column !== undefined) perColumnValue(column, judge);
    },
    perColumnValue,
    report: (row, field, verdict) => {
      const column = field === null ? undefined : memory.column(field);
      report(row ?? WHOLE_SHEET, column === undefined ? WHOLE_ROW : memory.indexOf(column), verdict);
    },
  };
}
