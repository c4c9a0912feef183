import { PeerValues } from '../comparison/peerValues.ts';
import type { Fault } from '../result.ts';
import type { Table } from '../table/table.ts';
import { FindingLog } from './findingLog.ts';
import type { FindingPiece } from './findingPiece.ts';
import { hashRuleSet, prepareRule, runMemo, type RuleSetting } from './preparedRule.ts';
import type { ReferenceIndexes } from './references.ts';
import type { Rule } from './rule.ts';
import { RuleRun } from './ruleRun.ts';
import { compareText, SheetFindings, sheetName } from './sheetFindings.ts';
import { changeBetween } from './tableChange.ts';
import { TableMemory, ValueMemory } from './tableView.ts';
import { WaiverBook, type Waiver, type WaiverNote } from './waivers.ts';

export type { RuleSetting } from './preparedRule.ts';

/** What a run is judged by; with the tables it is everything the findings depend on. */
export interface RunSetting {
  readonly rules: readonly Rule[];
  readonly settings?: ReadonlyMap<string, RuleSetting>;
  /** What a rule set says of a rule on one table; takes the place of `settings`. A rule over several tables takes its
   *  parameters from the first of them, and its findings on a table where it is off are dropped. */
  readonly settingOf?: (rule: Rule, table: Table) => RuleSetting;
  /** Hash of the resolved rule set behind `settingOf` and `waivers`. */
  readonly ruleSet?: string;
  readonly waivers?: readonly Waiver[];
  readonly references: Partial<ReferenceIndexes>;
  /** ISO date. */
  readonly today: string;
  /** Milliseconds of a steady clock, for the time each rule took; left out, times are 0. */
  readonly clock?: () => number;
}

/** Everything a run depends on. The same input gives the same findings, byte for byte. */
export interface RunInput extends RunSetting {
  readonly tables: readonly Table[];
}

/** What became of a rule: `notApplicable` always says why. */
export interface RuleStatus {
  readonly rule: Rule;
  readonly status: 'findings' | 'clean' | 'notApplicable' | 'failed';
  readonly findings: number;
  /** Rows of which could not be told whether the rule holds ("không đánh giá được"); they are listed as notes. */
  readonly unevaluated?: number;
  /** Findings that waivers cover, not counted in `findings`. */
  readonly waived?: number;
  /** Tables and rows the rule looked at. */
  readonly tables: number;
  readonly rows: number;
  readonly reason?: Fault;
  readonly milliseconds: number;
}

/** Result of a run: findings in their final order, and what became of each rule. */
export interface RunResult {
  readonly log: FindingLog;
  readonly rules: readonly RuleStatus[];
  /** Hash of rule ids, severities and parameters as they were applied. */
  readonly ruleSetHash: string;
  /** Expired and unused waivers. */
  readonly waiverNotes: readonly WaiverNote[];
}

/** Runs every rule over every table it fits. A rule that throws becomes a system finding, and the others go on. */
export function runRules(input: RunInput): RunResult {
  const run = new RulesRun(input);
  for (const table of input.tables) run.judge(table);
  return run.finish();
}

/** A run that takes its tables one by one, as they are read, and goes on when they are edited: each `finish` gives the
 *  same as a new run over the tables as they are then, but looks again only at what is concerned. The order in which
 *  tables come does not show in the result, but for sheets of one file, which stand as they came. */
export class RulesRun {
  readonly #runs: readonly RuleRun[];
  readonly #ruleSetHash: string;
  readonly #waivers: WaiverBook;
  readonly #values = new ValueMemory();
  /** What was parsed of tables for rules that look at several, and of tables that were edited. */
  readonly #memories = new Map<Table, TableMemory>();
  readonly #tables: Table[] = [];
  /** Whether more than cells has changed since the last `finish`. */
  #otherTables = true;
  #sheets: ReadonlyMap<string, SheetFindings> = new Map();
  #log = new FindingLog();

  constructor(setting: RunSetting) {
    const memo = runMemo();
    this.#waivers = new WaiverBook(setting.waivers ?? [], setting.today);
    const prepared = setting.rules
      .map((rule) => prepareRule(rule, setting.settings?.get(rule.id)))
      .sort((a, b) => compareText(a.rule.id, b.rule.id));
    this.#runs = prepared.map((one) => new RuleRun(one, setting, memo, this.#waivers.coverOf));
    this.#ruleSetHash = hashRuleSet(prepared, setting.ruleSet);
  }

  /** Takes a further table and judges it by all rules that look at one table. What was parsed of it is dropped before the
   *  next one; what values have in common across tables stays. */
  judge(table: Table): void {
    const memory = new TableMemory(table, this.#values);
    this.#tables.push(table);
    this.#otherTables = true;
    for (const run of this.#runs) run.overTable(memory);
    for (const column of table.columns) column.forget();
  }

  /** Takes a table in the place of one that was judged. Where only cells were edited (`editCells`), only rules that read
   *  one of the columns look again.
   *  @throws RangeError  when the run does not have the old table */
  replace(before: Table, after: Table): void {
    const at = this.#indexOf(before);
    if (before === after) return;
    const change = changeBetween(before, after);
    const memory = new TableMemory(after, this.#values, this.#memories.get(before));
    this.#memories.delete(before);
    this.#memories.set(after, memory);
    this.#tables[at] = after;
    this.#otherTables ||= change === 'everything';
    for (const run of this.#runs) run.overChange(before, memory, change);
  }

  /** Gives up a table and what was found in it.
   *  @throws RangeError  when the run does not have it */
  remove(table: Table): void {
    this.#tables.splice(this.#indexOf(table), 1);
    this.#memories.delete(table);
    this.#otherTables = true;
    for (const run of this.#runs) run.forget(table);
  }

  /** Runs the rules that look at several tables, as far as their tables have changed, and puts the findings in order:
   *  files by name, within a file sheets in the order in which they were judged. Results given before stay as they are. */
  finish(): RunResult {
    const tables = this.#tables.toSorted((a, b) => compareText(a.file, b.file));
    const memoryOf = (table: Table): TableMemory => {
      let memory = this.#memories.get(table);
      if (memory === undefined) this.#memories.set(table, (memory = new TableMemory(table, this.#values)));
      return memory;
    };
    if (this.#otherTables) for (const run of this.#runs) run.overTables(tables);
    this.#otherTables = false;
    for (const run of this.#runs) run.overGroups(tables, memoryOf);
    this.#sheets = this.#sheetsOf(tables);
    const sheets = [...this.#sheets.values()];
    this.#log = new FindingLog(sheets, this.#log, new PeerValues(tables, this.#log.peers));
    return {
      log: this.#log,
      rules: this.#runs.map((run) => run.status()),
      ruleSetHash: this.#ruleSetHash,
      waiverNotes: this.#waivers.notes(sheets.flatMap(({ pieces }) => pieces)),
    };
  }

  #indexOf(table: Table): number {
    const at = this.#tables.indexOf(table);
    if (at < 0) throw new RangeError(`the run has no such table: ${table.file}, ${table.sheet}`);
    return at;
  }

  /** Findings by sheet; what was unfolded out of a sheet is listed with it, row by row. Sheets on which all is as it was
   *  are taken over. */
  #sheetsOf(tables: readonly Table[]): ReadonlyMap<string, SheetFindings> {
    const byTable = new Map<Table, FindingPiece[]>(tables.map((table) => [table, []]));
    for (const run of this.#runs) for (const piece of run.pieces()) byTable.get(piece.table)!.push(piece);
    const sheets = new Map<string, SheetFindings>();
    for (const [name, own] of Map.groupBy(tables, sheetName)) {
      const pieces = own.flatMap((table) => byTable.get(table)!);
      if (pieces.length === 0) continue;
      const before = this.#sheets.get(name);
      sheets.set(name, before !== undefined && isSame(before.pieces, pieces) ? before : new SheetFindings(pieces));
    }
    return sheets;
  }
}

const isSame = (some: readonly FindingPiece[], other: readonly FindingPiece[]): boolean =>
  some.length === other.length && some.every((piece, at) => piece === other[at]);
