import type { Table } from '../table/table.ts';
import type { Severity } from './finding.ts';
import type { Rule, Verdict } from './rule.ts';
import type { Waiver } from './waivers.ts';

/** Position of a finding that is about a whole sheet. */
export const WHOLE_SHEET = -1;

/** Column of a finding that is about a whole row. */
export const WHOLE_ROW = -1;

/** One finding as it is stored: indexes into the log's lists, nothing rendered. */
export interface LoggedFinding {
  readonly rule: Rule;
  readonly table: Table;
  /** 0-based table row or {@link WHOLE_SHEET}. */
  readonly row: number;
  /** Index into `table.columns` or {@link WHOLE_ROW}. */
  readonly column: number;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** The waiver that covers it, if any. */
  readonly waiver?: Waiver;
}

const FIRST_CAPACITY = 1024;

/** Compact store of findings in typed arrays: 20 bytes each, whatever the text. Never capped. Verdicts are shared: a rule
 *  creates one per distinct value, and many findings point at it. */
export class FindingLog {
  readonly #rules: Rule[] = [];
  readonly #ruleIndexes = new Map<Rule, number>();
  readonly #tables: Table[] = [];
  readonly #tableIndexes = new Map<Table, number>();
  readonly #verdicts: Verdict[] = [];
  readonly #severities: Severity[] = [];
  readonly #waived = new Map<number, Waiver>();
  #lastVerdict: Verdict | undefined;
  #size = 0;
  /** rule, table, row, column, verdict: five words per finding. */
  #words = new Int32Array(FIRST_CAPACITY * 5);

  /** Number of findings. */
  get size(): number {
    return this.#size;
  }

  /** Appends a finding. */
  push(rule: Rule, table: Table, row: number, column: number, verdict: Verdict, severity: Severity): void {
    if (this.#size * 5 === this.#words.length) {
      const grown = new Int32Array(this.#words.length * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    // Rules report one verdict for a run of rows, so comparing with the last one removes nearly all repetition.
    if (verdict !== this.#lastVerdict || this.#severities[this.#severities.length - 1] !== severity) {
      this.#verdicts.push(verdict);
      this.#severities.push(severity);
      this.#lastVerdict = verdict;
    }
    const at = this.#size * 5;
    this.#words[at] = indexIn(this.#rules, this.#ruleIndexes, rule);
    this.#words[at + 1] = indexIn(this.#tables, this.#tableIndexes, table);
    this.#words[at + 2] = row;
    this.#words[at + 3] = column;
    this.#words[at + 4] = this.#verdicts.length - 1;
    this.#size += 1;
  }

  /** The finding at an index, in the order of the log. */
  at(index: number): LoggedFinding {
    const at = index * 5;
    const verdict = this.#words[at + 4]!;
    const waiver = this.#waived.size === 0 ? undefined : this.#waived.get(index);
    return {
      rule: this.#rules[this.#words[at]!]!,
      table: this.#tables[this.#words[at + 1]!]!,
      row: this.#words[at + 2]!,
      column: this.#words[at + 3]!,
      verdict: this.#verdicts[verdict]!,
      severity: this.#severities[verdict]!,
      ...(waiver === undefined ? {} : { waiver }),
    };
  }

  /** Marks the finding at an index as covered by a waiver, unless another covers it. Only once the log is sorted. */
  waive(index: number, waiver: Waiver): void {
    if (!this.#waived.has(index)) this.#waived.set(index, waiver);
  }

  /** Number of findings that waivers cover. */
  get waived(): number {
    return this.#waived.size;
  }

  /** Forgets everything after the first `size` findings: what a rule reported before it threw. */
  truncate(size: number): void {
    this.#size = size;
  }

  /** Orders by file, sheet, row, column, rule, message, so that the same input always gives the same list.
   *  `tableOrder` ranks the tables. */
  sort(tableOrder: ReadonlyMap<Table, number>): void {
    const tableRank = this.#tables.map((table) => tableOrder.get(table) ?? 0);
    const ruleRank = ranks(this.#rules.map((rule) => rule.id));
    const order = Array.from({ length: this.#size }, (_, index) => index);
    const words = this.#words;
    const sheetRow = (at: number): number => {
      const row = words[at + 2]!;
      return row === WHOLE_SHEET ? 0 : this.#tables[words[at + 1]!]!.rowNumbers[row]!;
    };
    const sheetColumn = (at: number): number => {
      const column = words[at + 3]!;
      const row = words[at + 2]!;
      if (column === WHOLE_ROW) return -1;
      return this.#tables[words[at + 1]!]!.columns[column]!.sheetColumnAt(Math.max(row, 0));
    };
    order.sort((left, right) => {
      const a = left * 5;
      const b = right * 5;
      return (
        tableRank[words[a + 1]!]! - tableRank[words[b + 1]!]! ||
        sheetRow(a) - sheetRow(b) ||
        sheetColumn(a) - sheetColumn(b) ||
        ruleRank[words[a]!]! - ruleRank[words[b]!]! ||
        compareText(this.#verdicts[words[a + 4]!]!.message, this.#verdicts[words[b + 4]!]!.message) ||
        compareText(
          JSON.stringify(this.#verdicts[words[a + 4]!]!.args ?? null),
          JSON.stringify(this.#verdicts[words[b + 4]!]!.args ?? null),
        )
      );
    });
    const sorted = new Int32Array(this.#size * 5);
    order.forEach((from, to) => sorted.set(words.subarray(from * 5, from * 5 + 5), to * 5));
    this.#words = sorted.length === 0 ? new Int32Array(FIRST_CAPACITY * 5) : sorted;
  }
}

function indexIn<T>(list: T[], indexes: Map<T, number>, item: T): number {
  const known = indexes.get(item);
  if (known !== undefined) return known;
  list.push(item);
  indexes.set(item, list.length - 1);
  return list.length - 1;
}

/** Rank of each text in sorted order. */
function ranks(texts: readonly string[]): readonly number[] {
  const sorted = [...texts].sort(compareText);
  return texts.map((text) => sorted.indexOf(text));
}

/** Code-unit order: the same on every machine and locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
