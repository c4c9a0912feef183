import { DATASETS, type DatasetId } from '../domain/datasets.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';
import { compareText, FindingLog } from './findingLog.ts';
import { hashRuleSet, prepareRule, runMemo, severityOf, type PreparedRule, type RuleSetting } from './preparedRule.ts';
import type { ReferenceIndexes } from './references.ts';
import type { Rule, RuleContext, TableView } from './rule.ts';
import { ruleFailure } from './systemRules.ts';
import { TableMemory, ValueMemory, viewTable } from './tableView.ts';
import { applyWaivers, countWaived, type Waiver, type WaiverNote } from './waivers.ts';

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

/** A run that takes its tables one by one, as they are read. The order in which they come does not show in the result. */
export class RulesRun {
  readonly #setting: RunSetting;
  readonly #runs: readonly RuleRun[];
  readonly #values = new ValueMemory();
  readonly #log = new FindingLog();
  readonly #tables: Table[] = [];

  constructor(setting: RunSetting) {
    const memo = runMemo();
    this.#setting = setting;
    this.#runs = setting.rules
      .map((rule) => prepareRule(rule, setting.settings?.get(rule.id)))
      .sort((a, b) => compareText(a.rule.id, b.rule.id))
      .map((prepared) => new RuleRun(prepared, setting, memo));
  }

  /** Judges a table by all rules that look at one table. What was parsed of it is dropped before the next one; what values
   *  have in common across tables stays. */
  judge(table: Table): void {
    const memory = new TableMemory(table, this.#values);
    this.#tables.push(table);
    for (const run of this.#runs) run.overTable(memory, this.#log);
    for (const column of table.columns) column.forget();
  }

  /** Runs the rules that need all tables, and puts the findings in order: files by name, within a file sheets in the order
   *  in which they were judged. */
  finish(): RunResult {
    const tables = this.#tables.sort((a, b) => compareText(a.file, b.file));
    const memories = new Map<Table, TableMemory>();
    const memoryOf = (table: Table): TableMemory => {
      let memory = memories.get(table);
      if (memory === undefined) memories.set(table, (memory = new TableMemory(table, this.#values)));
      return memory;
    };
    for (const run of this.#runs) run.overGroups(tables, memoryOf, this.#log);
    this.#log.sort(sheetRanks(tables));
    const waiverNotes = applyWaivers(this.#log, this.#setting.waivers ?? [], this.#setting.today);
    const waived = countWaived(this.#log);
    return {
      log: this.#log,
      rules: this.#runs.map((run) => run.status(tables, waived)),
      ruleSetHash: hashRuleSet(
        this.#runs.map(({ prepared }) => prepared),
        this.#setting.ruleSet,
      ),
      waiverNotes,
    };
  }
}

/** Tables of one sheet share a rank: what was unfolded out of a sheet is listed with it, row by row. */
function sheetRanks(tables: readonly Table[]): ReadonlyMap<Table, number> {
  const sheets = new Map<string, number>();
  return new Map(
    tables.map((table) => {
      const sheet = `${table.file}\u0000${table.sheet}`;
      if (!sheets.has(sheet)) sheets.set(sheet, sheets.size);
      return [table, sheets.get(sheet)!];
    }),
  );
}

/** One rule on its way through a run: what became of it so far. */
class RuleRun {
  /** As applied where the rule set makes no difference between tables. */
  readonly prepared: PreparedRule;
  readonly #setting: RunSetting;
  readonly #context: RuleContext;
  readonly #switchedOff: Fault | null;
  readonly #bySetting = new Map<RuleSetting, { readonly prepared: PreparedRule; readonly context: RuleContext }>();
  #findings = 0;
  #unevaluated = 0;
  #milliseconds = 0;
  #failed = false;

  constructor(prepared: PreparedRule, setting: RunSetting, memo: RuleContext['memo']) {
    this.prepared = prepared;
    this.#setting = setting;
    // The engine has checked that the references a rule asks for are there.
    const ref = setting.references as ReferenceIndexes;
    this.#context = { params: prepared.params, ref, today: setting.today, memo };
    this.#switchedOff = this.#whyOff();
  }

  #whyOff(): Fault | null {
    const { rule, severity } = this.prepared;
    if (severity === 'off') return { code: 'rule.off', params: {} };
    const missing = (rule.refs ?? []).find((name) => this.#setting.references[name] === undefined);
    return missing === undefined ? null : { code: `rule.missingReference.${missing}`, params: {} };
  }

  /** The rule and its context as the rule set wants them on a table. */
  #on(table: Table): { readonly prepared: PreparedRule; readonly context: RuleContext } {
    const { settingOf } = this.#setting;
    if (settingOf === undefined) return { prepared: this.prepared, context: this.#context };
    // Rule sets answer with the same object for the same setting, and most tables share one.
    const setting = settingOf(this.prepared.rule, table);
    let known = this.#bySetting.get(setting);
    if (known === undefined) {
      const prepared = prepareRule(this.prepared.rule, setting);
      // Rules keep in the memo what they worked out with their parameters.
      const usual = JSON.stringify(prepared.params) === JSON.stringify(this.prepared.params);
      known = {
        prepared,
        context: usual ? this.#context : { ...this.#context, params: prepared.params, memo: runMemo() },
      };
      this.#bySetting.set(setting, known);
    }
    return known;
  }

  #isOff(table: Table): boolean {
    return this.#on(table).prepared.severity === 'off';
  }

  /** Why the rule has nothing to say about the given tables; null when it has. */
  #whyNot(tables: readonly Table[]): Fault | null {
    if (this.#switchedOff !== null) return this.#switchedOff;
    const { rule } = this.prepared;
    const fitting = tables.filter((table) => this.#fits(table));
    if (fitting.length === 0) return noSheet(rule.datasets);
    if (fitting.every((table) => this.#isOff(table))) return { code: 'rule.off', params: {} };
    const ready = fitting.filter((table) => this.#isReady(table));
    if (ready.length === 0) return noColumn(rule.reads, fitting);
    const needs = Object.entries(rule.needs ?? {}) as [DatasetId, readonly FieldKey[]][];
    for (const [dataset, fields] of needs) {
      const needed = ready.filter((table) => table.dataset === dataset);
      if (needed.length === 0) return noSheet([dataset]);
      const has = (table: Table): boolean => fields.every((field) => columnOf(table, field) !== undefined);
      if (!needed.some(has)) return noColumn(fields, needed);
    }
    return null;
  }

  #fits(table: Table): boolean {
    return this.prepared.rule.datasets.includes(table.dataset);
  }

  #isReady(table: Table): boolean {
    return this.#fits(table) && this.prepared.rule.reads.every((field) => columnOf(table, field) !== undefined);
  }

  /** Runs a rule that looks at one table at a time. */
  overTable(memory: TableMemory, log: FindingLog): void {
    const { rule } = this.prepared;
    if (this.#switchedOff !== null || 'checkAll' in rule || !this.#isReady(memory.table)) return;
    if (this.#isOff(memory.table)) return;
    this.#guarded(log, memory.table, () => rule.check(this.#view(memory, log), this.#on(memory.table).context));
  }

  /** Runs a rule that looks at one agency's tables, or at all of them. */
  overGroups(tables: readonly Table[], memoryOf: (table: Table) => TableMemory, log: FindingLog): void {
    const { rule } = this.prepared;
    if (!('checkAll' in rule) || this.#whyNot(tables) !== null) return;
    const ready = tables.filter((table) => this.#isReady(table));
    const groups =
      rule.scope === 'round' && ready.length > 0
        ? [ready]
        : [...Map.groupBy(ready, ({ agency }) => agency.id).values()];
    for (const group of groups) {
      const judged = group.find((table) => !this.#isOff(table));
      if (judged === undefined) continue;
      const views = group.map((table) => this.#view(memoryOf(table), log));
      this.#guarded(log, group[0]!, () => rule.checkAll(views, this.#on(judged).context));
    }
  }

  #view(memory: TableMemory, log: FindingLog): TableView {
    const { rule } = this.prepared;
    const { prepared } = this.#on(memory.table);
    const { severity } = prepared;
    return viewTable(memory, (row, column, verdict) => {
      if (severity === 'off') return;
      if (verdict.unevaluated === true) this.#unevaluated += 1;
      log.push(rule, memory.table, row, column, verdict, severityOf(prepared, severity, verdict));
    });
  }

  #guarded(log: FindingLog, table: Table, work: () => void): void {
    const started = this.#setting.clock?.() ?? 0;
    const mark = log.size;
    const unevaluated = this.#unevaluated;
    try {
      work();
    } catch (error) {
      this.#failed = true;
      log.truncate(mark);
      this.#unevaluated = unevaluated;
      ruleFailure(log, this.prepared.rule, table, error);
    }
    this.#findings += log.size - mark;
    this.#milliseconds += (this.#setting.clock?.() ?? 0) - started;
  }

  /** What became of the rule over the given tables. */
  status(tables: readonly Table[], waivedOf: ReadonlyMap<Rule, number>): RuleStatus {
    const { rule } = this.prepared;
    const reason = this.#whyNot(tables);
    const ran = reason === null ? tables.filter((table) => this.#isReady(table) && !this.#isOff(table)) : [];
    const waived = waivedOf.get(rule) ?? 0;
    const findings = this.#findings - waived;
    return {
      rule,
      status: this.#failed ? 'failed' : reason !== null ? 'notApplicable' : findings > 0 ? 'findings' : 'clean',
      findings,
      ...(this.#unevaluated === 0 ? {} : { unevaluated: this.#unevaluated }),
      ...(waived === 0 ? {} : { waived }),
      tables: ran.length,
      rows: ran.reduce((sum, table) => sum + rowCount(table), 0),
      ...(reason === null ? {} : { reason }),
      milliseconds: this.#milliseconds,
    };
  }
}

function noSheet(datasets: readonly DatasetId[]): Fault {
  return { code: 'rule.noSheet', params: { kinds: datasets.map((id) => DATASETS[id].vi).join('; ') } };
}

function noColumn(needed: readonly FieldKey[], tables: readonly Table[]): Fault {
  const absent = needed.filter((field) => tables.every((table) => columnOf(table, field) === undefined));
  const fields = (absent.length > 0 ? absent : needed).map((field) => FIELDS[field].vi).join('; ');
  return { code: 'rule.noColumn', params: { fields } };
}
