import { nameKey } from '../rules/nationalCatalogue/nationalName.ts';
import { typedCell } from './batchFix.ts';
import { LEAST_FINDINGS } from './cause.ts';
import { Groups, type Explanation, type Repair } from './explanation.ts';
import { comparesNationally, NO_COLUMN, type Strikes } from './strikes.ts';

/** So many values must be found again where other rows miss theirs. */
const LEAST_MOVES = 2;

/** Findings that say of a value that it names another record than its row: only such values can be looked for in other
 *  rows. Fees and deadlines are alike in many rows, and meet by chance. */
const OTHER_RECORD: ReadonlySet<string> = new Set(['NAT-03.differs', 'NAT-03.otherProcedure', 'FMT-06.differs']);

function saysOtherRecord(strikes: Strikes, finding: number): boolean {
  const { message, expected = '' } = strikes.verdict(finding);
  return expected !== '' && OTHER_RECORD.has(`${strikes.rule(finding).id}.${message}`);
}

/** A row that lacks the value which stands in another row. */
interface Move {
  readonly finding: number;
  readonly to: number;
  readonly source: number;
}

/** Columns whose values stand in other rows than they should: a block pasted one row too low, or a column sorted without
 *  the others. The value that is expected in one row is found in another row that is itself wrong;
 *  values that stand in several struck rows prove nothing. */
export function misplacedRows(strikes: Strikes): readonly Explanation[] {
  const wrong = new Groups();
  const blank = new Map<number, number[]>();
  for (let finding = 0; finding < strikes.size; finding += 1) {
    const columnId = strikes.columnOf[finding]!;
    if (columnId === NO_COLUMN || !strikes.isFree(finding)) continue;
    const { column } = strikes.columns[columnId]!;
    if (column.codes[strikes.rowOf[finding]!] === 0) {
      const known = blank.get(columnId);
      if (known === undefined) blank.set(columnId, [finding]);
      else known.push(finding);
    } else if (saysOtherRecord(strikes, finding)) wrong.add(columnId, finding);
  }
  const keys = new Keys();
  return wrong
    .atLeast(LEAST_MOVES)
    .flatMap((findings) => explained(strikes, findings, blank.get(strikes.columnOf[findings[0]!]!) ?? [], keys));
}

function explained(
  strikes: Strikes,
  findings: readonly number[],
  blanks: readonly number[],
  keys: Keys,
): readonly Explanation[] {
  const rows = rowsByValue(strikes, findings, keys);
  const moves = findings.flatMap((finding): Move[] => {
    const source = rows.get(keys.of(strikes.verdict(finding).expected!));
    const to = strikes.rowOf[finding]!;
    return source === undefined || source < 0 || source === to ? [] : [{ finding, to, source }];
  });
  if (moves.length < LEAST_MOVES) return [];
  const targets = new Set(moves.map(({ to }) => to));
  const sources = new Set(moves.map(({ source }) => source));
  const concerned = findings.filter((finding) => {
    const row = strikes.rowOf[finding]!;
    return targets.has(row) || sources.has(row);
  });
  const hole = holeOf(strikes, concerned, sources, blanks);
  const all = hole === undefined ? concerned : [...concerned, ...blanks];
  if (all.length < LEAST_FINDINGS) return [];
  return [
    {
      kind: 'misplacedRows',
      about: [],
      placed: true,
      findings: all,
      args: { offset: offsetOf(strikes, moves) },
      repairs: codesMoved(strikes, concerned) ? [] : repairs(strikes, moves, concerned, hole),
      ownFixes: 'none',
    },
  ];
}

/** Row of each value of the struck rows; -1 for a value that several of them hold. */
function rowsByValue(strikes: Strikes, findings: readonly number[], keys: Keys): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const finding of findings) {
    const row = strikes.rowOf[finding]!;
    const key = keys.of(strikes.cell(finding)!.text);
    const known = rows.get(key);
    rows.set(key, known === undefined || known === row ? row : -1);
  }
  return rows;
}

/** The one blank cell of a block that was pushed down, and the one value that no other row asks for: they belong
 *  together. With several of either nobody can tell. */
function holeOf(
  strikes: Strikes,
  concerned: readonly number[],
  sources: ReadonlySet<number>,
  blanks: readonly number[],
): Move | undefined {
  const rows = new Set(concerned.map((finding) => strikes.rowOf[finding]!));
  const orphans = [...rows].filter((row) => !sources.has(row));
  const holes = new Set(blanks.map((finding) => strikes.rowOf[finding]!));
  const [orphan] = orphans;
  const [to] = holes;
  if (orphans.length !== 1 || holes.size !== 1 || orphan === undefined || to === undefined) return undefined;
  return { finding: blanks[0]!, to, source: orphan };
}

/** How many sheet rows all values moved down by; 0 when they did not move together. */
function offsetOf(strikes: Strikes, moves: readonly Move[]): number {
  const { rowNumbers } = strikes.table(moves[0]!.finding);
  const offsets = new Set(moves.map(({ to, source }) => rowNumbers[source]! - rowNumbers[to]!));
  return offsets.size === 1 ? [...offsets][0]! : 0;
}

/** Where most of the rows disagree with their national records in other columns too, the codes moved and not these
 *  values. */
function codesMoved(strikes: Strikes, concerned: readonly number[]): boolean {
  const [first] = concerned as readonly [number];
  const own = strikes.columnOf[first]!;
  const tableId = strikes.tableOf[first]!;
  const rows = new Set(concerned.map((finding) => strikes.rowOf[finding]!));
  const elsewhere = new Set<number>();
  for (const finding of strikes.findingsOf(tableId)) {
    const row = strikes.rowOf[finding]!;
    const columnId = strikes.columnOf[finding]!;
    if (columnId === own || columnId === NO_COLUMN || !rows.has(row)) continue;
    if (comparesNationally(strikes.rule(finding)) || saysOtherRecord(strikes, finding)) elsewhere.add(row);
  }
  return elsewhere.size * 2 > rows.size;
}

function repairs(
  strikes: Strikes,
  moves: readonly Move[],
  concerned: readonly number[],
  hole: Move | undefined,
): readonly Repair[] {
  const { tableId, index, column } = strikes.column(concerned[0]!)!;
  const moved = hole === undefined ? moves : [...moves, hole];
  const known = new Set(moved.map(({ to }) => to));
  // The last row of a block has lost its value; what the catalogue expects there is its own.
  const lost = concerned.filter((finding) => !known.has(strikes.rowOf[finding]!));
  return [
    ...moved.map(({ to, source }) => ({ row: to, after: column.at(source) })),
    ...lost.map((finding) => ({ row: strikes.rowOf[finding]!, after: typedCell(strikes.verdict(finding).expected!) })),
  ].map((repair) => ({ ...repair, tableId, column: index, confidence: 'likely' as const }));
}

/** Forms in which texts are compared, each made once. */
class Keys {
  readonly #keys = new Map<string, string>();

  of(text: string): string {
    let key = this.#keys.get(text);
    if (key === undefined) this.#keys.set(text, (key = nameKey(text)));
    return key;
  }
}
