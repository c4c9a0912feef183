import { DATASETS } from '../domain/datasets.ts';
import { FIELDS } from '../domain/fields.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Fault } from '../result.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';
import type { Severity } from './finding.ts';
import { compareText, FindingLog } from './findingLog.ts';
import type { ReferenceIndexes } from './references.ts';
import type { Rule, RuleContext, TableView } from './rule.ts';
import { ruleFailure } from './systemRules.ts';
import { TableMemory, ValueMemory, viewTable } from './tableView.ts';

/** What a rule set says of one rule; what is absent stays as the rule itself says. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly params?: unknown;
}

/** Everything a run depends on. The same input gives the same findings, byte for byte. */
export interface RunInput {
  readonly tables: readonly Table[];
  readonly rules: readonly Rule[];
  readonly settings?: ReadonlyMap<string, RuleSetting>;
  readonly references: Partial<ReferenceIndexes>;
  /** ISO date. */
  readonly today: string;
  /** Milliseconds of a steady clock, for the time each rule took; left out, times are 0. */
  readonly clock?: () => number;
}

/** What became of a rule: `notApplicable` always says why. */
export interface RuleStatus {
  readonly rule: Rule;
  readonly status: 'findings' | 'clean' | 'notApplicable' | 'failed';
  readonly findings: number;
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
}

interface PreparedRule {
  readonly rule: Rule;
  readonly severity: Severity | 'off';
  readonly params: unknown;
}

/** Runs every rule over every table it fits. A rule that throws becomes a system finding, and the others go on. */
export function runRules(input: RunInput): RunResult {
  const log = new FindingLog();
  // Files by name; within a file, sheets in the order of the workbook.
  const tables = [...input.tables].sort((a, b) => compareText(a.file, b.file));
  const memo = runMemo();
  const runs = input.rules
    .map((rule) => prepare(rule, input.settings?.get(rule.id)))
    .sort((a, b) => compareText(a.rule.id, b.rule.id))
    .map((prepared) => new RuleRun(prepared, tables, input, memo));

  // Table by table, all rules at once: what was parsed of a table is dropped before the next one, and what values have in
  // common across tables stays.
  const values = new ValueMemory();
  for (const table of tables) {
    const memory = new TableMemory(table, values);
    for (const run of runs) run.overTable(memory, log);
  }
  for (const run of runs) run.overGroups(values, log);

  log.sort(sheetRanks(tables));
  return {
    log,
    rules: runs.map((run) => run.status()),
    ruleSetHash: hashRuleSet(runs.map(({ prepared }) => prepared)),
  };
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

function prepare(rule: Rule, setting: RuleSetting | undefined): PreparedRule {
  return {
    rule,
    severity: setting?.severity ?? rule.severity,
    params: rule.params === undefined ? {} : rule.params.parse(setting?.params ?? {}),
  };
}

function hashRuleSet(prepared: readonly PreparedRule[]): string {
  return fingerprint(JSON.stringify(prepared.map(({ rule, severity, params }) => [rule.id, severity, params])));
}

/** A store for what rules want to work out once per run: one slot per owner (a module-level function or object). */
function runMemo(): RuleContext['memo'] {
  const slots = new Map<object, unknown>();
  return <T>(owner: object, make: () => T): T => {
    if (!slots.has(owner)) slots.set(owner, make());
    return slots.get(owner) as T;
  };
}

/** One rule on its way through a run: the tables it fits, and what became of it so far. */
class RuleRun {
  readonly prepared: PreparedRule;
  readonly #input: RunInput;
  readonly #context: RuleContext;
  readonly #fitting: readonly Table[];
  readonly #ready: ReadonlySet<Table>;
  readonly #reason: Fault | null;
  #findings = 0;
  #milliseconds = 0;
  #failed = false;

  constructor(prepared: PreparedRule, tables: readonly Table[], input: RunInput, memo: RuleContext['memo']) {
    const { rule, params } = prepared;
    this.prepared = prepared;
    this.#input = input;
    this.#context = { params, ref: input.references as ReferenceIndexes, today: input.today, memo };
    this.#fitting = tables.filter(({ dataset }) => rule.datasets.includes(dataset));
    this.#ready = new Set(
      this.#fitting.filter((table) => rule.reads.every((field) => columnOf(table, field) !== undefined)),
    );
    this.#reason = this.#whyNot();
  }

  #whyNot(): Fault | null {
    const { rule, severity } = this.prepared;
    if (severity === 'off') return { code: 'rule.off', params: {} };
    const missing = (rule.refs ?? []).find((name) => this.#input.references[name] === undefined);
    if (missing !== undefined) return { code: `rule.missingReference.${missing}`, params: {} };
    if (this.#fitting.length === 0) return noSheet(rule);
    return this.#ready.size === 0 ? noColumn(rule, this.#fitting) : null;
  }

  /** Runs a rule that looks at one table at a time. */
  overTable(memory: TableMemory, log: FindingLog): void {
    const { rule } = this.prepared;
    if (this.#reason !== null || 'checkAll' in rule || !this.#ready.has(memory.table)) return;
    this.#guarded(log, memory.table, () => rule.check(this.#view(memory, log), this.#context));
  }

  /** Runs a rule that looks at one agency's tables, or at all of them. */
  overGroups(values: ValueMemory, log: FindingLog): void {
    const { rule } = this.prepared;
    if (this.#reason !== null || !('checkAll' in rule)) return;
    const ready = [...this.#ready];
    const groups = rule.scope === 'round' ? [ready] : [...Map.groupBy(ready, ({ agency }) => agency.id).values()];
    for (const group of groups) {
      const views = group.map((table) => this.#view(new TableMemory(table, values), log));
      this.#guarded(log, group[0]!, () => rule.checkAll(views, this.#context));
    }
  }

  #view(memory: TableMemory, log: FindingLog): TableView {
    const { rule, severity } = this.prepared;
    return viewTable(memory, (row, column, verdict) => {
      // A rule that is off never gets here.
      log.push(rule, memory.table, row, column, verdict, verdict.severity ?? (severity as Severity));
    });
  }

  #guarded(log: FindingLog, table: Table, work: () => void): void {
    const started = this.#input.clock?.() ?? 0;
    const mark = log.size;
    try {
      work();
    } catch (error) {
      this.#failed = true;
      log.truncate(mark);
      ruleFailure(log, this.prepared.rule, table, error);
    }
    this.#findings += log.size - mark;
    this.#milliseconds += (this.#input.clock?.() ?? 0) - started;
  }

  /** What became of the rule. */
  status(): RuleStatus {
    const ran = this.#reason === null ? [...this.#ready] : [];
    return {
      rule: this.prepared.rule,
      status: this.#failed
        ? 'failed'
        : this.#reason !== null
          ? 'notApplicable'
          : this.#findings > 0
            ? 'findings'
            : 'clean',
      findings: this.#findings,
      tables: ran.length,
      rows: ran.reduce((sum, table) => sum + rowCount(table), 0),
      ...(this.#reason === null ? {} : { reason: this.#reason }),
      milliseconds: this.#milliseconds,
    };
  }
}

function noSheet(rule: Rule): Fault {
  const kinds = rule.datasets.map((id) => DATASETS[id].vi).join('; ');
  return { code: 'rule.noSheet', params: { kinds } };
}

function noColumn(rule: Rule, tables: readonly Table[]): Fault {
  const absent = rule.reads.filter((field) => tables.every((table) => columnOf(table, field) === undefined));
  const fields = (absent.length > 0 ? absent : rule.reads).map((field) => FIELDS[field].vi).join('; ');
  return { code: 'rule.noColumn', params: { fields } };
}
