import { DATASETS, type DatasetId } from '../domain/datasets.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { Fault } from '../result.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';
import { FindingRecorder, type Cover, type FindingPiece } from './findingPiece.ts';
import { prepareRule, runMemo, severityOf, type PreparedRule, type RuleSetting } from './preparedRule.ts';
import type { ReferenceIndexes } from './references.ts';
import type { RuleContext, TableView } from './rule.ts';
import type { RuleStatus, RunSetting } from './run.ts';
import { ruleFailure } from './systemRules.ts';
import { isConcerned, type TableChange } from './tableChange.ts';
import { viewTable, type TableMemory } from './tableView.ts';

/** What came of running a rule once, over one table or over one group of tables. */
interface Outcome {
  /** The tables it looked at. */
  readonly tables: readonly Table[];
  readonly pieces: readonly FindingPiece[];
  readonly unevaluated: number;
  readonly failed: boolean;
  readonly milliseconds: number;
}

/** What tables there are for a rule, whatever stands in their cells. */
interface Standing {
  /** Why it has nothing to say about them; null when it has. */
  readonly reason: Fault | null;
  /** Tables and rows it looks at. */
  readonly tables: number;
  readonly rows: number;
}

/** A rule with its context, as a rule set wants them on a table. */
interface InForce {
  readonly prepared: PreparedRule;
  readonly context: RuleContext;
}

/** One rule on its way through a run. It keeps what it said of each table or group of tables, so that after an edit it
 *  looks again only at what is concerned. */
export class RuleRun {
  /** As applied where the rule set makes no difference between tables. */
  readonly prepared: PreparedRule;
  readonly #setting: RunSetting;
  readonly #coverOf: (piece: FindingPiece) => Cover | null;
  readonly #context: RuleContext;
  readonly #switchedOff: Fault | null;
  readonly #bySetting = new Map<RuleSetting, InForce>();
  /** Of a rule over one table. */
  readonly #ofTable = new Map<Table, Outcome>();
  /** Of a rule over several, by agency or by '' for the whole round. */
  #ofGroup: ReadonlyMap<string, Outcome> = new Map();
  #standing: Standing = { reason: null, tables: 0, rows: 0 };

  /** @param coverOf  what waivers cover of findings */
  constructor(
    prepared: PreparedRule,
    setting: RunSetting,
    memo: RuleContext['memo'],
    coverOf: (piece: FindingPiece) => Cover | null,
  ) {
    this.prepared = prepared;
    this.#setting = setting;
    this.#coverOf = coverOf;
    // The engine has checked that the references a rule asks for are there.
    const ref = setting.references as ReferenceIndexes;
    this.#context = { params: prepared.params, ref, today: setting.today, memo };
    this.#switchedOff = this.#whyOff();
  }

  /** Runs a rule that looks at one table at a time. */
  overTable(memory: TableMemory): void {
    const { rule } = this.prepared;
    const { table } = memory;
    if (this.#switchedOff !== null || 'checkAll' in rule || !this.#isReady(table) || this.#isOff(table)) return;
    const outcome = this.#outcome([memory], ([view]) => rule.check(view!, this.#on(table).context));
    this.#ofTable.set(table, outcome);
  }

  /** Takes a table in another's place. What the rule said stands unless the change concerns it; groups are looked at again
   *  by `overGroups`. */
  overChange(before: Table, memory: TableMemory, change: TableChange): void {
    const { rule } = this.prepared;
    const { table } = memory;
    if (isConcerned(rule, change)) {
      this.forget(before);
      this.overTable(memory);
      return;
    }
    const old = this.#ofTable.get(before);
    if (old !== undefined) {
      this.#ofTable.delete(before);
      this.#ofTable.set(table, this.#moved(old, before, table));
    }
    this.#ofGroup = new Map(
      [...this.#ofGroup].map(([key, outcome]) => [
        key,
        outcome.tables.includes(before) ? this.#moved(outcome, before, table) : outcome,
      ]),
    );
  }

  /** Drops what a rule over one table said of it. */
  forget(table: Table): void {
    this.#ofTable.delete(table);
  }

  /** Takes note of the tables of the run, whenever there are others, or other columns in them. */
  overTables(tables: readonly Table[]): void {
    const reason = this.#whyNot(tables);
    const ran = reason === null ? tables.filter((table) => this.#isReady(table) && !this.#isOff(table)) : [];
    this.#standing = { reason, tables: ran.length, rows: ran.reduce((sum, table) => sum + rowCount(table), 0) };
  }

  /** Runs a rule that looks at one agency's tables, or at all of them, for the groups that are not as they were. */
  overGroups(tables: readonly Table[], memoryOf: (table: Table) => TableMemory): void {
    const { rule } = this.prepared;
    if (!('checkAll' in rule)) return;
    const before = this.#ofGroup;
    const now = new Map<string, Outcome>();
    for (const [key, group] of this.#groups(tables)) {
      const judged = group.find((table) => !this.#isOff(table));
      if (judged === undefined) continue;
      const old = before.get(key);
      if (old !== undefined && isSame(old.tables, group)) {
        now.set(key, old);
        continue;
      }
      const outcome = this.#outcome(group.map(memoryOf), (views) => rule.checkAll(views, this.#on(judged).context));
      now.set(key, old === undefined ? outcome : withOldPieces(outcome, old));
    }
    this.#ofGroup = now;
  }

  /** Everything the rule has found, as long as the tables are those of the last `overGroups`. */
  *pieces(): Generator<FindingPiece, void, undefined> {
    for (const outcome of this.#outcomes()) yield* outcome.pieces;
  }

  /** What became of the rule over the tables of the run. */
  status(): RuleStatus {
    const { rule } = this.prepared;
    const { reason, tables, rows } = this.#standing;
    let found = 0;
    let waived = 0;
    let unevaluated = 0;
    let milliseconds = 0;
    let failed = false;
    for (const outcome of this.#outcomes()) {
      unevaluated += outcome.unevaluated;
      milliseconds += outcome.milliseconds;
      failed ||= outcome.failed;
      for (const piece of outcome.pieces) {
        found += piece.size;
        if (piece.rule === rule) waived += piece.cover?.covered ?? 0;
      }
    }
    const findings = found - waived;
    return {
      rule,
      status: failed ? 'failed' : reason !== null ? 'notApplicable' : findings > 0 ? 'findings' : 'clean',
      findings,
      ...(unevaluated === 0 ? {} : { unevaluated }),
      ...(waived === 0 ? {} : { waived }),
      tables,
      rows,
      ...(reason === null ? {} : { reason }),
      milliseconds,
    };
  }

  *#outcomes(): Generator<Outcome, void, undefined> {
    yield* this.#ofTable.values();
    yield* this.#ofGroup.values();
  }

  #groups(tables: readonly Table[]): Iterable<[string, readonly Table[]]> {
    if (this.#standing.reason !== null) return [];
    const ready = tables.filter((table) => this.#isReady(table));
    if (this.prepared.rule.scope === 'round') return ready.length === 0 ? [] : [['', ready]];
    return Map.groupBy(ready, ({ agency }) => agency.id);
  }

  #outcome(memories: readonly TableMemory[], work: (views: readonly TableView[]) => void): Outcome {
    const { clock } = this.#setting;
    const started = clock?.() ?? 0;
    const told = { unevaluated: 0 };
    const recorders = memories.map(({ table }) => new FindingRecorder(this.prepared.rule, table));
    const views = memories.map((memory, at) => this.#view(memory, recorders[at]!, told));
    let pieces: readonly FindingPiece[];
    let failed = false;
    try {
      work(views);
      pieces = recorders.map((recorder) => recorder.finish(this.#coverOf)).filter((piece) => piece !== null);
    } catch (error) {
      failed = true;
      told.unevaluated = 0;
      pieces = [ruleFailure(this.prepared.rule, memories[0]!.table, error, this.#coverOf)];
    }
    const milliseconds = (clock?.() ?? 0) - started;
    return { tables: memories.map(({ table }) => table), pieces, unevaluated: told.unevaluated, failed, milliseconds };
  }

  #view(memory: TableMemory, recorder: FindingRecorder, told: { unevaluated: number }): TableView {
    const { prepared } = this.#on(memory.table);
    const { severity } = prepared;
    return viewTable(memory, (row, column, verdict) => {
      if (severity === 'off') return;
      if (verdict.unevaluated === true) told.unevaluated += 1;
      recorder.push(row, column, verdict, severityOf(prepared, severity, verdict));
    });
  }

  #moved(outcome: Outcome, before: Table, after: Table): Outcome {
    return {
      ...outcome,
      tables: outcome.tables.map((table) => (table === before ? after : table)),
      pieces: outcome.pieces.map((piece) => (piece.table === before ? piece.movedTo(after, this.#coverOf) : piece)),
    };
  }

  #whyOff(): Fault | null {
    const { rule, severity } = this.prepared;
    if (severity === 'off') return { code: 'rule.off', params: {} };
    const missing = (rule.refs ?? []).find((name) => this.#setting.references[name] === undefined);
    return missing === undefined ? null : { code: `rule.missingReference.${missing}`, params: {} };
  }

  #on(table: Table): InForce {
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
    const fitting = tables.filter((table) => rule.datasets.includes(table.dataset));
    if (fitting.length === 0) return noSheet(rule.datasets);
    if (fitting.every((table) => this.#isOff(table))) return { code: 'rule.off', params: {} };
    const readable = fitting.filter((table) => hasAll(table, rule.reads));
    if (readable.length === 0) return noColumn(rule.reads, fitting);
    const ready = readable.filter((table) => this.#isReady(table));
    if (ready.length === 0) return noColumn(rule.anyOf ?? [], readable);
    const needs = Object.entries(rule.needs ?? {}) as [DatasetId, readonly FieldKey[]][];
    for (const [dataset, fields] of needs) {
      const needed = ready.filter((table) => table.dataset === dataset);
      if (needed.length === 0) return noSheet([dataset]);
      if (!needed.some((table) => hasAll(table, fields))) return noColumn(fields, needed);
    }
    return null;
  }

  #isReady(table: Table): boolean {
    const { datasets, reads, anyOf } = this.prepared.rule;
    return (
      datasets.includes(table.dataset) &&
      hasAll(table, reads) &&
      (anyOf === undefined || anyOf.some((field) => columnOf(table, field) !== undefined))
    );
  }
}

const hasAll = (table: Table, fields: readonly FieldKey[]): boolean =>
  fields.every((field) => columnOf(table, field) !== undefined);

const isSame = (some: readonly Table[], other: readonly Table[]): boolean =>
  some.length === other.length && some.every((table, at) => table === other[at]);

/** Keeps the old pieces where a rule has said the same again: what hangs on them need not be made anew. */
function withOldPieces(outcome: Outcome, old: Outcome): Outcome {
  const known = new Map(old.pieces.map((piece) => [piece.table, piece]));
  const pieces = outcome.pieces.map((piece) => {
    const before = known.get(piece.table);
    return before !== undefined && before.equals(piece) ? before : piece;
  });
  return { ...outcome, pieces };
}

function noSheet(datasets: readonly DatasetId[]): Fault {
  return { code: 'rule.noSheet', params: { kinds: datasets.map((id) => DATASETS[id].vi).join('; ') } };
}

function noColumn(needed: readonly FieldKey[], tables: readonly Table[]): Fault {
  const absent = needed.filter((field) => tables.every((table) => columnOf(table, field) === undefined));
  const fields = (absent.length > 0 ? absent : needed).map((field) => FIELDS[field].vi).join('; ');
  return { code: 'rule.noColumn', params: { fields } };
}
