import type { Table } from '../table/table.ts';
import type { Severity } from './finding.ts';
import type { Rule, Verdict } from './rule.ts';
import type { Waiver } from './waivers.ts';

/** Position of a finding that is about a whole sheet. */
export const WHOLE_SHEET = -1;

/** Column of a finding that is about a whole row. */
export const WHOLE_ROW = -1;

/** How many findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** One finding as it is stored: indexes into tables, nothing rendered. */
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

/** What waivers do to the findings of a piece. */
export interface Cover {
  /** Per finding the waiver that covers it. */
  readonly waivers: readonly (Waiver | undefined)[];
  readonly covered: number;
  /** Per index of a waiver in the run's list: how many findings it fits, whether or not it still holds. */
  readonly fitting: ReadonlyMap<number, number>;
}

interface Content {
  readonly rule: Rule;
  /** Row, column, verdict: three words per finding. */
  readonly words: Int32Array;
  readonly verdicts: readonly Verdict[];
  readonly severities: readonly Severity[];
}

/** What one rule found in one table, in the order in which it reported. Twelve bytes per finding whatever the text, and
 *  never capped. It does not change: when the rule has looked again, a new piece takes its place. */
export class FindingPiece {
  readonly table: Table;
  readonly cover: Cover | null;
  readonly #content: Content;

  /** @param coverOf  what waivers cover of the piece; null for nothing */
  constructor(content: Content, table: Table, coverOf: (piece: FindingPiece) => Cover | null = () => null) {
    this.#content = content;
    this.table = table;
    this.cover = null;
    this.cover = coverOf(this);
  }

  get rule(): Rule {
    return this.#content.rule;
  }

  get size(): number {
    return this.#content.words.length / 3;
  }

  /** Table row of a finding, or {@link WHOLE_SHEET}. */
  row(index: number): number {
    return this.#content.words[index * 3]!;
  }

  /** Index into `table.columns`, or {@link WHOLE_ROW}. */
  column(index: number): number {
    return this.#content.words[index * 3 + 1]!;
  }

  verdict(index: number): Verdict {
    return this.#content.verdicts[this.#content.words[index * 3 + 2]!]!;
  }

  severity(index: number): Severity {
    return this.#content.severities[this.#content.words[index * 3 + 2]!]!;
  }

  waiver(index: number): Waiver | undefined {
    return this.cover?.waivers[index];
  }

  at(index: number): LoggedFinding {
    const waiver = this.waiver(index);
    return {
      rule: this.rule,
      table: this.table,
      row: this.row(index),
      column: this.column(index),
      verdict: this.verdict(index),
      severity: this.severity(index),
      ...(waiver === undefined ? {} : { waiver }),
    };
  }

  /** The same findings on a table that differs from the piece's own only in columns that the rule does not read. */
  movedTo(table: Table, coverOf: (piece: FindingPiece) => Cover | null): FindingPiece {
    return new FindingPiece(this.#content, table, coverOf);
  }

  /** Whether one was made out of the other by moving it: the same findings, row by row and column by column. */
  isMoved(other: FindingPiece): boolean {
    return other.#content === this.#content;
  }

  /** Whether both say the same of the same table. */
  equals(other: FindingPiece): boolean {
    if (other === this) return true;
    if (other.table !== this.table || other.rule !== this.rule || other.size !== this.size) return false;
    let same: readonly [Verdict, Verdict] | null = null;
    for (let index = 0; index < this.size; index += 1) {
      if (this.row(index) !== other.row(index) || this.column(index) !== other.column(index)) return false;
      if (this.severity(index) !== other.severity(index)) return false;
      const [mine, its] = [this.verdict(index), other.verdict(index)];
      if (same !== null && same[0] === mine && same[1] === its) continue;
      if (mine !== its && JSON.stringify(mine) !== JSON.stringify(its)) return false;
      same = [mine, its];
    }
    return true;
  }
}

/** Takes down what one rule reports of one table. */
export class FindingRecorder {
  readonly #rule: Rule;
  readonly #table: Table;
  readonly #verdicts: Verdict[] = [];
  readonly #severities: Severity[] = [];
  #words = new Int32Array(24);
  #length = 0;

  constructor(rule: Rule, table: Table) {
    this.#rule = rule;
    this.#table = table;
  }

  push(row: number, column: number, verdict: Verdict, severity: Severity): void {
    if (this.#length === this.#words.length) {
      const grown = new Int32Array(this.#words.length * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    // Rules report one verdict for a run of rows, so comparing with the last one removes nearly all repetition.
    if (verdict !== this.#verdicts.at(-1) || severity !== this.#severities.at(-1)) {
      this.#verdicts.push(verdict);
      this.#severities.push(severity);
    }
    this.#words[this.#length] = row;
    this.#words[this.#length + 1] = column;
    this.#words[this.#length + 2] = this.#verdicts.length - 1;
    this.#length += 3;
  }

  /** What was taken down; null when it is nothing. */
  finish(coverOf?: (piece: FindingPiece) => Cover | null): FindingPiece | null {
    if (this.#length === 0) return null;
    const content = {
      rule: this.#rule,
      words: this.#words.slice(0, this.#length),
      verdicts: this.#verdicts,
      severities: this.#severities,
    };
    return new FindingPiece(content, this.#table, coverOf);
  }
}
