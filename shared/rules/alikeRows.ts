import type { FieldKey } from '../domain/fields.ts';
import type { RuleContext, TableView, Verdict } from '../engine/rule.ts';
import { columnOf, type Table } from '../table/table.ts';

/** The rows of a table in groups: rows of one group have the same cells in some columns. Several groups may have the same
 *  cells, where telling so would cost more than judging them again. */
export interface AlikeRows {
  /** Number of groups; some may have no row. */
  readonly groups: number;
  /** Group of each row, from 0. */
  readonly groupOf: Uint32Array;
}

/** Groups the rows of a table by their cells in some columns; a column that the table does not have tells nothing apart.
 *  Worked out once for all rules, and kept for the latest table only, because a run goes table by table. */
export function alikeRows(
  view: Pick<TableView, 'table' | 'rows'>,
  context: Pick<RuleContext, 'memo'>,
  fields: readonly FieldKey[],
): AlikeRows {
  const latest = context.memo<Latest>(alikeRows, () => ({ table: null, known: new Map() }));
  if (latest.table !== view.table) {
    latest.table = view.table;
    latest.known = new Map();
  }
  const key = fields.join();
  let alike = latest.known.get(key);
  if (alike === undefined) latest.known.set(key, (alike = group(view, fields)));
  return alike;
}

/** The first row of every group of alike rows, in ascending order: all that differs in some columns. */
export function firstOfAlike(
  view: Pick<TableView, 'table' | 'rows'>,
  context: Pick<RuleContext, 'memo'>,
  fields: readonly FieldKey[],
): readonly number[] {
  const { groups, groupOf } = alikeRows(view, context, fields);
  const met = new Uint8Array(groups);
  const rows: number[] = [];
  for (let row = 0; row < view.rows; row += 1) {
    if (met[groupOf[row]!] === 1) continue;
    met[groupOf[row]!] = 1;
    rows.push(row);
  }
  return rows;
}

/** A verdict and the column of its cell. */
export interface PlacedVerdict<Field extends FieldKey, Message extends string> {
  readonly at: Field;
  readonly verdict: Verdict<Message>;
}

/** Judges the first row of every group of alike rows, and reports its verdict at each row of the group.
 *
 *  @param fields  all that `judge` looks at */
export function judgeAlikeRows<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  context: Pick<RuleContext, 'memo'>,
  fields: readonly NoInfer<Field>[],
  judge: (row: number) => PlacedVerdict<NoInfer<Field>, Message> | null,
): void {
  const { groups, groupOf } = alikeRows(view, context, fields);
  const judged: (PlacedVerdict<Field, Message> | null | undefined)[] = Array.from({ length: groups });
  for (let row = 0; row < view.rows; row += 1) {
    let placed = judged[groupOf[row]!];
    if (placed === undefined) judged[groupOf[row]!] = placed = judge(row);
    if (placed !== null) view.report(row, placed.at, placed.verdict);
  }
}

/** {@link judgeAlikeRows} for a rule whose findings all stand in one column. */
export function perAlikeRows<Field extends FieldKey, Message extends string>(
  view: TableView<Field, Message>,
  context: Pick<RuleContext, 'memo'>,
  fields: readonly NoInfer<Field>[],
  at: NoInfer<Field>,
  judge: (row: number) => Verdict<Message> | null,
): void {
  judgeAlikeRows(view, context, fields, (row) => {
    const verdict = judge(row);
    return verdict === null ? null : { at, verdict };
  });
}

/** Groups rows by keys that are made of one column each: rows of one group, and no others, have the same keys. */
export function groupByKeys(
  view: Pick<TableView, 'table' | 'rows'>,
  context: Pick<RuleContext, 'memo'>,
  keys: readonly (readonly [field: FieldKey, keyOf: (row: number) => string])[],
): AlikeRows {
  let alike: AlikeRows | undefined;
  for (const [field, keyOf] of keys) {
    const own = alikeRows(view, context, [field]);
    const numbers = new Map<string, number>([['', 0]]);
    const numberOf = new Uint32Array(own.groups);
    for (const row of firstOfAlike(view, context, [field])) {
      const key = keyOf(row);
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      numberOf[own.groupOf[row]!] = number;
    }
    const codes = own.groupOf.map((group) => numberOf[group]!);
    if (alike === undefined) alike = { groups: numbers.size, groupOf: codes };
    else if (!isUniform(codes)) alike = dividedBy(alike, codes, numbers.size);
  }
  return alike ?? { groups: 1, groupOf: new Uint32Array(view.rows) };
}

/** Share of groups among rows from which on each row is judged for itself. */
const HARDLY_ALIKE = 0.75;

interface Latest {
  table: Table | null;
  known: Map<string, AlikeRows>;
}

function group({ table, rows }: Pick<TableView, 'table' | 'rows'>, fields: readonly FieldKey[]): AlikeRows {
  const columns = fields.flatMap((field) => columnOf(table, field) ?? []);
  const [first, ...others] = columns;
  if (first === undefined) return { groups: 1, groupOf: new Uint32Array(rows) };
  let alike: AlikeRows = { groups: first.distinct, groupOf: first.codes };
  for (const { codes, distinct } of others) {
    // A column with one value everywhere tells nothing apart and is not worth a pass.
    if (isUniform(codes)) continue;
    if (alike.groups > rows * HARDLY_ALIKE) return eachForItself(rows);
    alike = dividedBy(alike, codes, distinct);
  }
  return alike;
}

function eachForItself(rows: number): AlikeRows {
  const groupOf = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) groupOf[row] = row;
  return { groups: rows, groupOf };
}

const isUniform = (codes: Uint32Array): boolean => codes.every((code) => code === codes[0]);

/** The groups, each divided by the codes of one more column. */
function dividedBy({ groups, groupOf }: AlikeRows, codes: Uint32Array, distinct: number): AlikeRows {
  const rows = codes.length;
  const divided = new Uint32Array(rows);
  // Few possible pairs get a place each; many are looked for by hash, as most of them never occur.
  if (groups * distinct <= rows * 8) {
    const places = new Uint32Array(groups * distinct);
    let next = 0;
    for (let row = 0; row < rows; row += 1) {
      const place = groupOf[row]! * distinct + codes[row]!;
      divided[row] = (places[place] ||= ++next) - 1;
    }
    return { groups: next, groupOf: divided };
  }
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(rows * 2))).fill(-1);
  const mask = slots.length - 1;
  const firstRows: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [group, code] = [groupOf[row]!, codes[row]!];
    let slot = hashOf(group, code) & mask;
    let own = slots[slot]!;
    while (own >= 0 && (groupOf[firstRows[own]!] !== group || codes[firstRows[own]!] !== code)) {
      slot = (slot + 1) & mask;
      own = slots[slot]!;
    }
    if (own < 0) {
      own = firstRows.push(row) - 1;
      slots[slot] = own;
    }
    divided[row] = own;
  }
  return { groups: firstRows.length, groupOf: divided };
}

function hashOf(group: number, code: number): number {
  const mixed = Math.imul(group, 0x9e37_79b1) ^ Math.imul(code, 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}
