import { EMPTY_CELL, type Cell } from '../table/cell.ts';
import { rowCount, type Table, type TableColumn } from '../table/table.ts';
import { LEAST_FINDINGS } from './cause.ts';
import type { Explanation, Repair } from './explanation.ts';
import { looksOf, looksOfField } from './fieldSigns.ts';
import { DEFECTS } from './namedDefects.ts';
import { NO_COLUMN, type Strikes } from './strikes.ts';

/** A row counts as shifted when so many of its values do not fit their own column but fit the neighbour's. */
const LEAST_EVIDENCE = 2;

/** Cells of a row that hold their neighbours' values, by position in the order of the walk. */
interface Segment {
  /** The first position whose own value moved on. */
  readonly from: number;
  readonly to: number;
  /** Whether it is clear which cells moved, so that they can be moved back. */
  readonly isClear: boolean;
}

/** Blocks of cells that stand one column too far to the right, or to the left: a cell inserted, deleted or pasted beside
 *  its place. Each row is judged by itself, so sorting the rows changes nothing. */
export function shiftedColumns(strikes: Strikes): readonly Explanation[] {
  const findingsOf = findingsByTable(strikes);
  const known = new KnownLooks();
  return strikes.tables.flatMap((table, tableId) => {
    const findings = findingsOf[tableId]!;
    // Unfolded tables repeat cells of another sheet's layout: neighbours there are no neighbours in the sheet.
    const isOwnLayout = table.columns.every(({ sheetColumn }) => typeof sheetColumn === 'number');
    if (findings.length < LEAST_FINDINGS || table.unfoldedFrom !== undefined || !isOwnLayout) return [];
    return ([1, -1] as const).flatMap((step) => shiftedInTable(strikes, table, tableId, findings, step, known));
  });
}

function shiftedInTable(
  strikes: Strikes,
  table: Table,
  tableId: number,
  findings: readonly number[],
  step: 1 | -1,
  known: KnownLooks,
): readonly Explanation[] {
  const walk = new Walk(table, step, known);
  const segments = new Map<number, Segment>();
  for (const row of rowsStruckOften(strikes, table, findings)) {
    const segment = walk.segment(row);
    if (segment !== null) segments.set(row, segment);
  }
  if (segments.size === 0) return [];
  const explained = findings.filter((finding) => {
    const segment = segments.get(strikes.rowOf[finding]!);
    if (segment === undefined) return false;
    const position = walk.positionOf(strikes.column(finding)!.column);
    return position >= segment.from && position <= segment.to;
  });
  if (explained.length < LEAST_FINDINGS) return [];
  const repairs = [...segments].flatMap(([row, segment]) =>
    segment.isClear ? walk.movedBack(tableId, row, segment) : [],
  );
  return [
    {
      kind: 'shiftedColumns',
      about: [String(step)],
      placed: true,
      findings: explained,
      args: { step },
      repairs,
      ownFixes: 'none',
    },
  ];
}

/** Free findings about cells, text defects left out: those travel with a value wherever it stands. */
function findingsByTable(strikes: Strikes): readonly (readonly number[])[] {
  const travelling = new Set<number>(DEFECTS.flatMap((kind, index) => (TRAVELLING.has(kind) ? [index] : [])));
  const findings: number[][] = strikes.tables.map(() => []);
  for (let finding = 0; finding < strikes.size; finding += 1) {
    if (strikes.columnOf[finding] === NO_COLUMN || !strikes.isFree(finding)) continue;
    if (!travelling.has(strikes.defectOf[finding]!)) findings[strikes.tableOf[finding]!]!.push(finding);
  }
  return findings;
}

const TRAVELLING: ReadonlySet<string> = new Set([
  'legacyFont',
  'misreadEncoding',
  'decomposed',
  'hiddenCharacters',
  'strayBlanks',
  'lookAlikes',
  'wrongD',
]);

function rowsStruckOften(strikes: Strikes, table: Table, findings: readonly number[]): readonly number[] {
  const counts = new Uint8Array(rowCount(table));
  const rows: number[] = [];
  for (const finding of findings) {
    const row = strikes.rowOf[finding]!;
    counts[row] = Math.min(255, counts[row]! + 1);
    if (counts[row] === LEAST_EVIDENCE) rows.push(row);
  }
  return rows.sort((a, b) => a - b);
}

/** The columns of a sheet in one direction: to the right for values that moved right, to the left for the others. */
class Walk {
  readonly #columns: readonly TableColumn[];
  readonly #indexes: readonly number[];
  readonly #positions: ReadonlyMap<TableColumn, number>;
  /** Looks of each position's field. */
  readonly #own: Int32Array;
  /** Looks of the field before it, 0 where no column stands there. */
  readonly #before: Int32Array;
  readonly #looks: Int32Array[];
  readonly #known: KnownLooks;

  constructor(table: Table, step: 1 | -1, known: KnownLooks) {
    this.#known = known;
    const order = table.columns
      .map((column, index) => ({ column, index, at: column.sheetColumn as number }))
      .sort((a, b) => step * (a.at - b.at));
    this.#columns = order.map(({ column }) => column);
    this.#indexes = order.map(({ index }) => index);
    this.#positions = new Map(this.#columns.map((column, position) => [column, position]));
    this.#own = Int32Array.from(this.#columns, ({ field }) => looksOfField(field));
    this.#before = Int32Array.from(order, ({ at }, position) =>
      position > 0 && order[position - 1]!.at === at - step ? this.#own[position - 1]! : 0,
    );
    this.#looks = this.#columns.map((column) => new Int32Array(column.distinct).fill(-1));
  }

  positionOf(column: TableColumn): number {
    return this.#positions.get(column) ?? -1;
  }

  /** The cells of a row that moved by one position, or null. */
  segment(row: number): Segment | null {
    let first = -1;
    let last = -1;
    let evidence = 0;
    for (let position = 1; position < this.#columns.length; position += 1) {
      const sign = this.#signAt(position, row);
      if (sign === 'moved') {
        if (evidence === 0) first = position;
        last = position;
        evidence += 1;
      } else if (sign === 'own') {
        if (evidence >= LEAST_EVIDENCE) break;
        evidence = 0;
      }
    }
    return evidence < LEAST_EVIDENCE ? null : this.#bounded(row, first, last);
  }

  /** Where the moved cells end: with the row, unless a cell behind them holds its own value. */
  #bounded(row: number, first: number, last: number): Segment {
    const isHoleBefore = this.#isBlank(first - 1, row);
    let end = last;
    let undecided = 0;
    let position = last + 1;
    for (; position < this.#columns.length; position += 1) {
      if (this.#signAt(position, row) === 'own') break;
      if (this.#isBlank(position, row)) continue;
      undecided += 1;
      end = position;
    }
    const reachesEnd = position === this.#columns.length;
    return {
      from: first - 1,
      to: reachesEnd ? end : last,
      isClear: isHoleBefore && (reachesEnd || undecided === 0),
    };
  }

  /** Edits that put each value of a segment back; what stood in its last cell is not known any more. */
  movedBack(tableId: number, row: number, { from, to }: Segment): readonly Repair[] {
    return Array.from({ length: to - from + 1 }, (_, offset) => ({
      tableId,
      row,
      column: this.#indexes[from + offset]!,
      after: from + offset === to ? EMPTY_CELL : this.#columns[from + offset + 1]!.at(row),
      confidence: 'likely' as const,
    }));
  }

  #signAt(position: number, row: number): 'moved' | 'own' | 'open' {
    const own = this.#own[position]!;
    const before = this.#before[position]!;
    if (own === 0 || before === 0) return 'open';
    const looks = this.#looksAt(position, row);
    if (looks === 0) return 'open';
    const fitsOwn = (looks & own) !== 0;
    const fitsBefore = (looks & before) !== 0;
    if (fitsOwn === fitsBefore) return 'open';
    return fitsOwn ? 'own' : 'moved';
  }

  #isBlank(position: number, row: number): boolean {
    const column = this.#columns[position]!;
    return column.codes[row] === 0 || column.at(row).text.trim() === '';
  }

  #looksAt(position: number, row: number): number {
    const column = this.#columns[position]!;
    const code = column.codes[row]!;
    if (code === 0) return 0;
    const known = this.#looks[position]!;
    if (known[code] === -1) known[code] = this.#known.of(column.value(code));
    return known[code]!;
  }
}

/** What values look like; agencies of one province write the same values. */
class KnownLooks {
  readonly #looks = new Map<string, number>();

  of(cell: Cell): number {
    const name = cell.kind === 'text' ? cell.text : `\u0000${cell.kind}\u0000${cell.text}`;
    let looks = this.#looks.get(name);
    if (looks === undefined) this.#looks.set(name, (looks = looksOf(cell)));
    return looks;
  }
}
