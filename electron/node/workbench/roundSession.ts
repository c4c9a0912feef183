import { performance } from 'node:perf_hooks';
import type { Cause } from '../../../shared/causes/cause.ts';
import type { ProcedureIndex, ReferenceIndexes } from '../../../shared/engine/references.ts';
import { RulesRun, type RunResult, type RunSetting } from '../../../shared/engine/run.ts';
import type { DecisionTarget } from '../../../shared/contract/decisions.ts';
import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { sheetName } from '../../../shared/engine/sheetFindings.ts';
import type { ColumnMapping } from '../../../shared/intake/reading.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import type { CatalogueSnapshot } from '../../../shared/reference/catalogue.ts';
import type { Check } from '../../../shared/reports/check.ts';
import type { FindingIndex } from '../../../shared/results/findingIndex.ts';
import { FindingSearch } from '../../../shared/results/findingSearch.ts';
import { IdentityPlaces } from '../../../shared/results/identityPlaces.ts';
import { SheetColumns } from '../../../shared/results/sheetColumns.ts';
import { editSheetCells, type SheetEdit } from '../../../shared/intake/sheetEdits.ts';
import type { Table } from '../../../shared/table/table.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { RuleSetSource } from '../ruleSetFiles.ts';
import { withAccepted } from './acceptedFindings.ts';
import { agencyNames } from './agencyNames.ts';
import { areSameEdits, correctionsBySheet, editsInForce } from './corrections.ts';
import type { GivenWaivers } from './givenWaivers.ts';
import type { CellCorrection, Decision } from './roundDecisions.ts';
import { differenceOf, type Change } from './findingChange.ts';
import { tablesOf, type RoundFile } from './roundFiles.ts';
import { RoundFindings } from './roundFindings.ts';
import { sheetCellText } from './sheetCells.ts';

/** What a round is judged by. */
export interface RoundSetting {
  readonly name: string;
  /** ISO date as of which the rules judge. */
  readonly date: string;
  readonly rules: RunSetting['rules'];
  readonly ruleSet?: Pick<RunSetting, 'settingOf' | 'ruleSet' | 'waivers'>;
  /** The texts that the rule set was made of, its own first. */
  readonly ruleSetFiles?: readonly RuleSetSource[];
  readonly reference: CatalogueSnapshot | null;
  readonly lists: Partial<ReferenceIndexes>;
}

/** A sheet with its tables as they came, and as they are with the corrections. */
interface SheetState {
  originals: readonly Table[];
  /** How the sheet's columns were understood. */
  readonly columns: readonly ColumnMapping[];
  current: readonly Table[];
  /** The corrections that `current` holds. */
  held: readonly SheetEdit[];
}

/** A round in memory: its tables with the corrections made so far, what the rules find in them, and how that is chosen
 *  from. An edit looks again only at what it touches; the findings are always those of a full run over the tables. */
export class RoundSession {
  /** The national catalogue that the round leans on. */
  readonly procedures: ProcedureIndex | null;
  /** Grows with every change of the findings. */
  revision: number;
  /** When the findings last changed, on a steady clock in milliseconds. */
  changedAt = -Infinity;
  #setting: RoundSetting;
  readonly #run: RulesRun;
  #agencies: ReturnType<typeof agencyNames> = new Map();
  readonly #files = new Map<string, RoundFile>();
  readonly #sheets = new Map<string, SheetState>();
  #decisions: readonly Decision[];
  #corrections: ReadonlyMap<string, readonly CellCorrection[]>;
  #result: RunResult;
  readonly #columns = new SheetColumns();
  readonly #search = new FindingSearch();
  readonly #places = new IdentityPlaces();
  #findings: RoundFindings | null = null;
  #judgingMs = 0;

  /** @param revision  a number that no state of the round had before */
  constructor(setting: RoundSetting, decisions: readonly Decision[], revision = 1) {
    this.#setting = setting;
    this.revision = revision;
    this.#decisions = decisions;
    this.#corrections = correctionsBySheet(decisions);
    this.procedures = setting.reference === null ? null : indexProcedures(setting.reference);
    this.#run = new RulesRun({
      rules: setting.rules,
      ...setting.ruleSet,
      references: {
        ...setting.lists,
        ...(this.procedures === null ? {} : { procedures: this.procedures }),
      },
      today: setting.date,
      clock: () => performance.now(),
    });
    this.#result = this.#run.finish();
  }

  get setting(): RoundSetting {
    return this.#setting;
  }

  /** Changes what the round is called, which no finding hangs on. */
  rename(name: string): void {
    this.#setting = { ...this.#setting, name };
  }

  /** Files by name. */
  get files(): readonly RoundFile[] {
    return [...this.#files.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }

  get decisions(): readonly Decision[] {
    return this.#decisions;
  }

  get result(): RunResult {
    return this.#result;
  }

  file(id: string): RoundFile | undefined {
    return this.#files.get(id);
  }

  /** Takes a file, in the place of one of the same name, with the corrections that are on record for it. The findings
   *  follow with `settle`. */
  addFile(file: RoundFile): void {
    for (const other of this.files) if (other.id === file.id || other.name === file.name) this.removeFile(other.id);
    this.#files.set(file.id, file);
    const started = performance.now();
    this.#agencies = agencyNames([...this.#files.values()]);
    const tables = tablesOf(file, this.#agencies);
    for (const [name, originals] of Map.groupBy(tables, sheetName)) {
      const columns = file.readings.find(({ sheet }) => sheet === originals[0]!.sheet)?.columns ?? [];
      const held = this.#editsOf(name, originals, columns);
      const current = held.length === 0 ? originals : editSheetCells(originals, columns, held);
      this.#sheets.set(name, { originals, columns, current, held });
      for (const table of current) this.#run.judge(table);
    }
    this.#judgingMs += performance.now() - started;
  }

  removeFile(id: string): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#files.delete(id);
    for (const [name, { current }] of this.#sheets) {
      if (current[0]?.file !== file.name) continue;
      for (const table of current) this.#run.remove(table);
      this.#sheets.delete(name);
    }
  }

  /** Runs the rules that look at several tables and puts the findings in order. */
  settle(): void {
    const started = performance.now();
    this.#renameAgencies();
    this.#result = this.#run.finish();
    this.#judgingMs += performance.now() - started;
    this.#forget();
  }

  /** Gives agencies the names that the files as they are now have for them. Rules read these names, so tables under
   *  another one are judged anew. */
  #renameAgencies(): void {
    this.#agencies = agencyNames([...this.#files.values()]);
    for (const state of this.#sheets.values()) {
      const renamed = (table: Table): Table => {
        const agency = this.#agencies.get(table.agency.id) ?? table.agency;
        return agency.name === table.agency.name ? table : { ...table, agency };
      };
      const current = state.current.map(renamed);
      if (current.every((table, at) => table === state.current[at])) continue;
      state.originals = state.originals.map((table) => {
        const at = state.current.indexOf(table);
        return at < 0 ? renamed(table) : current[at]!;
      });
      this.#swap(state, current);
    }
  }

  /** Takes the decisions of the round as they are now and looks again at the sheets whose corrections have changed. */
  decide(decisions: readonly Decision[]): Change {
    const before = this.#result.log;
    this.#decisions = decisions;
    this.#corrections = correctionsBySheet(decisions);
    let isEdited = false;
    for (const [name, state] of this.#sheets) {
      const { originals, columns } = state;
      const held = this.#editsOf(name, originals, columns);
      if (areSameEdits(held, state.held)) continue;
      isEdited = true;
      state.held = held;
      this.#swap(state, held.length === 0 ? originals : editSheetCells(originals, columns, held));
    }
    if (isEdited) this.settle();
    else this.#forget();
    return differenceOf(before, this.#result.log);
  }

  /** The findings as they would be with further corrections; the round stays as it is. */
  tryOut(corrections: readonly CellCorrection[]): FindingLog {
    const tried: (readonly [before: Table, after: Table])[] = [];
    for (const [name, edits] of Map.groupBy(corrections, sheetName)) {
      const state = this.#sheets.get(name);
      if (state === undefined) continue;
      const texts = edits.map(({ row, column, after }): SheetEdit => ({ row, column, text: after }));
      const now = editSheetCells(state.current, state.columns, texts);
      state.current.forEach((table, at) => {
        if (now[at] !== table) tried.push([table, now[at]!]);
      });
    }
    for (const [before, after] of tried) this.#run.replace(before, after);
    const { log } = this.#run.finish();
    for (const [before, after] of tried) this.#run.replace(after, before);
    this.#run.finish();
    return log;
  }

  #swap(state: SheetState, now: readonly Table[]): void {
    state.current.forEach((table, at) => {
      const next = now[at];
      if (next === undefined) this.#run.remove(table);
      else this.#run.replace(table, next);
    });
    for (const table of now.slice(state.current.length)) this.#run.judge(table);
    state.current = now;
  }

  #editsOf(name: string, originals: readonly Table[], columns: readonly ColumnMapping[]): readonly SheetEdit[] {
    const corrections = this.#corrections.get(name);
    if (corrections === undefined) return [];
    return editsInForce(corrections, (row, column) => sheetCellText(originals, columns, row, column));
  }

  /** What corrections make of the cells that they still fit, one for each cell. */
  get corrections(): readonly CellCorrection[] {
    return [...this.#sheets.values()].flatMap(({ originals, columns, held }) => {
      const { file, sheet } = originals[0]!;
      return held.map(({ row, column, text }): CellCorrection => {
        const before = sheetCellText(originals, columns, row, column)!;
        return { file, sheet, row, column, before, after: text };
      });
    });
  }

  /** Text of a cell as it stands now; null where no table holds the cell. */
  cellText(file: string, sheet: string, row: number, column: number): string | null {
    const state = this.#sheets.get(sheetName({ file, sheet }));
    return state === undefined ? null : sheetCellText(state.current, state.columns, row, column);
  }

  /** Text of a cell as the agency sent it; null where no table holds the cell, undefined without such a sheet. */
  sentText(file: string, sheet: string, row: number, column: number): string | null | undefined {
    const state = this.#sheets.get(sheetName({ file, sheet }));
    return state === undefined ? undefined : sheetCellText(state.originals, state.columns, row, column);
  }

  /** Tables of a sheet as they stand now. */
  tablesOfSheet(file: string, sheet: string): readonly Table[] {
    return this.#sheets.get(sheetName({ file, sheet }))?.current ?? [];
  }

  /** All tables as they stand now. */
  get tables(): readonly Table[] {
    return [...this.#sheets.values()].flatMap(({ current }) => current);
  }

  /** What explains many findings at once. */
  get causes(): readonly Cause[] {
    return this.#chosen.causes;
  }

  /** Looks for what explains many findings while calls are answered. @returns false when the findings changed meanwhile */
  async lookForCauses(): Promise<boolean> {
    const own = this.#chosen;
    await own.lookForCauses(() => this.#findings === own);
    return this.#findings === own;
  }

  /** 1 for every finding that a rule set or a person's decision covers. */
  get waived(): Uint8Array {
    return this.#chosen.waived;
  }

  /** Decisions of people that cover findings on the day of the round. */
  get waivers(): GivenWaivers {
    return this.#chosen.given;
  }

  /** The findings ready to be chosen from. */
  get index(): FindingIndex {
    return this.#chosen.index;
  }

  /** Place in the log of the finding with an identity; null when it is gone. */
  placeOf(identity: string): number | null {
    return this.#chosen.placeOf(identity);
  }

  /** Places in the log of the findings that a decision is about; those that are gone are left out. */
  placesOf(target: DecisionTarget): readonly number[] {
    return this.#chosen.placesOf(target);
  }

  get #chosen(): RoundFindings {
    const { log } = this.#result;
    this.#findings ??= new RoundFindings(
      log,
      this.#decisions,
      this.#setting.date,
      this.#columns,
      this.#search,
      this.#places,
    );
    return this.#findings;
  }

  /** The round as a finished check, for reports. Tables are those with corrections; what people accepted is covered. */
  get check(): Check {
    const { reference, name, date } = this.setting;
    return {
      round: name,
      today: date,
      version: PRODUCT_VERSION,
      reference:
        reference === null
          ? null
          : {
              id: reference.id,
              title: reference.title,
              date: reference.date,
              records: reference.procedures.length,
              complete: reference.complete,
            },
      procedures: this.procedures,
      files: this.files.map(({ name: file, bytes, sha256, format, fault, readings }) => ({
        file,
        bytes,
        sha256,
        format,
        fault,
        readings: readings.map((reading) => ({ ...reading, tables: this.tablesOfSheet(file, reading.sheet) })),
      })),
      result: withAccepted(this.#result, this.waivers),
      timings: { rulesMs: Math.round(this.#judgingMs) },
    };
  }

  #forget(): void {
    this.revision += 1;
    this.changedAt = performance.now();
    this.#findings = null;
  }
}
