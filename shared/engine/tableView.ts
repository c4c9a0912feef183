import { isNoInformation, isPlaceholder } from '../domain/placeholder.ts';
import { cleanLines } from '../domain/vietnameseText.ts';
import type { FieldKey } from '../domain/fields.ts';
import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import { rowCount, type Table, type TableColumn } from '../table/table.ts';
import { WHOLE_ROW, WHOLE_SHEET } from './findingPiece.ts';
import type { TableView, Verdict } from './rule.ts';

type Parser = (cell: Cell, text: string) => unknown;

/** What a run remembers of values between tables. Agencies of one province list the same procedures, so most values of a
 *  table were parsed before: they get a number once, and parsers that come again find their result under it. */
export class ValueMemory {
  readonly #numbers = new Map<string, number>();
  // Weak, as functions made for one pass over a table are dropped with it.
  readonly #results = new WeakMap<Parser, unknown[]>();
  readonly #met = new WeakSet<Parser>();

  /** Number of a value; values that look and are stored alike share it. */
  numberOf(cell: Cell): number {
    // The common case needs no joined key: plain text is its own.
    const key =
      cell.kind === 'text' && cell.formula !== true
        ? cell.text
        : `\u0000${cell.kind}\u0000${cell.raw}\u0000${cell.format ?? ''}\u0000${cell.formula === true}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  /** Results of a parser across tables, from the second table on that asks for it: a function made for one table only is
   *  never met twice, and nothing is kept for it. */
  resultsOf(parse: Parser): unknown[] | null {
    const known = this.#results.get(parse);
    if (known !== undefined) return known;
    if (!this.#met.has(parse)) {
      this.#met.add(parse);
      return null;
    }
    const results: unknown[] = [];
    this.#results.set(parse, results);
    return results;
  }
}

/** What a run remembers of a column: cleaned texts and parsed values by code. */
interface ColumnMemory {
  readonly texts: (string | undefined)[];
  readonly numbers: Uint32Array;
  readonly derived: WeakMap<Parser, unknown[]>;
}

/** What a run remembers of a table between rules: columns by field, cleaned texts, parsed values. */
export class TableMemory {
  readonly table: Table;
  readonly rows: number;
  readonly #values: ValueMemory;
  readonly #byField = new Map<FieldKey, TableColumn>();
  readonly #indexes = new Map<TableColumn, number>();
  readonly #columns = new Map<TableColumn, ColumnMemory>();

  /** @param before  memory of the table before an edit; what it knows of columns that are still there is taken over */
  constructor(table: Table, values: ValueMemory, before?: TableMemory) {
    this.table = table;
    this.rows = rowCount(table);
    this.#values = values;
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

  /** Cleaned text of a distinct value, made once. */
  text(column: TableColumn, code: number): string {
    const { texts } = this.#memoryOf(column);
    return (texts[code] ??= cleanLines(column.value(code).text));
  }

  /** Result of a parser for a distinct value, made once. */
  derived<T>(column: TableColumn, parse: (cell: Cell, text: string) => T): (code: number) => T {
    const memory = this.#memoryOf(column);
    let values = memory.derived.get(parse);
    if (values === undefined) memory.derived.set(parse, (values = Array.from({ length: column.distinct })));
    const known = values as (T | undefined)[];
    const shared = this.#values.resultsOf(parse) as (T | undefined)[] | null;
    return (code) => {
      const value = known[code];
      if (value !== undefined) return value;
      const fresh =
        shared === null
          ? parse(column.value(code), this.text(column, code))
          : this.#shared(column, code, parse, shared);
      known[code] = fresh;
      return fresh;
    };
  }

  #shared<T>(column: TableColumn, code: number, parse: (cell: Cell, text: string) => T, shared: (T | undefined)[]): T {
    const { numbers } = this.#memoryOf(column);
    const number = (numbers[code] ||= this.#values.numberOf(column.value(code)));
    const known = shared[number];
    if (known !== undefined) return known;
    const fresh = parse(column.value(code), this.text(column, code));
    shared[number] = fresh;
    return fresh;
  }

  #memoryOf(column: TableColumn): ColumnMemory {
    let memory = this.#columns.get(column);
    if (memory === undefined) {
      memory = {
        texts: Array.from({ length: column.distinct }),
        numbers: new Uint32Array(column.distinct),
        derived: new WeakMap(),
      };
      this.#columns.set(column, memory);
    }
    return memory;
  }
}

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
    return column === undefined ? () => '' : (row) => memory.text(column, column.codes[row]!);
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
