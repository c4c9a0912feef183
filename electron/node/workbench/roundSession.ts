import { performance } from 'node:perf_hooks';
import { groupCauses } from '../../../shared/causes/groupCauses.ts';
import type { Cause } from '../../../shared/causes/cause.ts';
import type { ProcedureIndex, ReferenceIndexes } from '../../../shared/engine/references.ts';
import { RulesRun, type RunResult, type RunSetting } from '../../../shared/engine/run.ts';
import type { DecisionTarget } from '../../../shared/contract/decisions.ts';
import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import { sheetName, type SheetFindings } from '../../../shared/engine/sheetFindings.ts';
import type { ColumnMapping } from '../../../shared/intake/reading.ts';
import { AgencyDirectory } from '../../../shared/intake/agencyDirectory.ts';
import { indexProcedures } from '../../../shared/reference/procedureIndex.ts';
import type { CatalogueSnapshot } from '../../../shared/reference/catalogue.ts';
import type { Check } from '../../../shared/reports/check.ts';
import { FindingIndex } from '../../../shared/results/findingIndex.ts';
import { FindingSearch } from '../../../shared/results/findingSearch.ts';
import { SheetColumns } from '../../../shared/results/sheetColumns.ts';
import { editSheetCells, type SheetEdit } from '../../../shared/intake/sheetEdits.ts';
import type { Table } from '../../../shared/table/table.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { Decision, GivenWaiver } from './roundDecisions.ts';
import { tablesOf, type RoundFile } from './roundFiles.ts';

/** What a round is judged by. */
export interface RoundSetting {
  readonly name: string;
  /** ISO date as of which the rules judge. */
  readonly date: string;
  readonly rules: RunSetting['rules'];
  readonly ruleSet?: Pick<RunSetting, 'settingOf' | 'ruleSet' | 'waivers'>;
  readonly reference: CatalogueSnapshot | null;
  readonly lists: Partial<ReferenceIndexes>;
}

/** A sheet with its tables as they came, and as they are with the corrections. */
interface SheetState {
  readonly originals: readonly Table[];
  /** How the sheet's columns were understood. */
  readonly columns: readonly ColumnMapping[];
  current: readonly Table[];
  /** The corrections that `current` holds, as one text. */
  held: string;
}

/** Findings that a change made go and come. */
export interface Change {
  readonly gone: number;
  readonly come: number;
}

/** A round in memory: its tables with the corrections made so far, what the rules find in them, and how that is chosen
 *  from. An edit looks again only at what it touches; the findings are always those of a full run over the tables. */
export class RoundSession {
  readonly setting: RoundSetting;
  /** The national catalogue that the round leans on. */
  readonly procedures: ProcedureIndex | null;
  /** Grows with every change of the findings. */
  revision = 1;
  readonly #run: RulesRun;
  readonly #agencies = new AgencyDirectory();
  readonly #files = new Map<string, RoundFile>();
  readonly #sheets = new Map<string, SheetState>();
  #decisions: readonly Decision[];
  #result: RunResult;
  readonly #columns = new SheetColumns();
  readonly #search = new FindingSearch();
  #index: FindingIndex | null = null;
  #causes: readonly Cause[] | null = null;
  #waived: Uint8Array | null = null;
  #places: ReadonlyMap<string, number> | null = null;
  #judgingMs = 0;

  constructor(setting: RoundSetting, decisions: readonly Decision[]) {
    this.setting = setting;
    this.#decisions = decisions;
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
    const tables = tablesOf(file, (agency) => this.#agencies.of(agency));
    for (const [name, originals] of Map.groupBy(tables, sheetName)) {
      const edits = this.#editsOf(originals[0]!);
      const columns = file.readings.find(({ sheet }) => sheet === originals[0]!.sheet)?.columns ?? [];
      const current = edits.length === 0 ? originals : editSheetCells(originals, columns, edits);
      this.#sheets.set(name, { originals, columns, current, held: JSON.stringify(edits) });
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
    this.#result = this.#run.finish();
    this.#judgingMs += performance.now() - started;
    this.#forget();
  }

  /** Takes the decisions of the round as they are now and looks again at the sheets whose corrections have changed. */
  decide(decisions: readonly Decision[]): Change {
    const before = this.#result.log;
    this.#decisions = decisions;
    let isEdited = false;
    for (const state of this.#sheets.values()) {
      const edits = this.#editsOf(state.originals[0]!);
      const held = JSON.stringify(edits);
      if (held === state.held) continue;
      isEdited = true;
      state.held = held;
      const { originals, columns } = state;
      this.#swap(state, edits.length === 0 ? originals : editSheetCells(originals, columns, edits));
    }
    if (isEdited) this.settle();
    else this.#forget();
    return differenceOf(before, this.#result.log);
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

  /** Corrections of a sheet that are in force; of several for one cell the last. */
  #editsOf({ file, sheet }: Pick<Table, 'file' | 'sheet'>): readonly SheetEdit[] {
    const cells = new Map<string, SheetEdit>();
    for (const decision of this.#decisions) {
      if (decision.undone || decision.kind === 'waive') continue;
      for (const { file: inFile, sheet: inSheet, row, column, after } of decision.edits) {
        if (inFile !== file || inSheet !== sheet) continue;
        cells.set(`${row} ${column}`, { row, column, text: after });
      }
    }
    return [...cells.values()];
  }

  /** Text of a cell as it stands now; null where no table holds the cell. */
  cellText(file: string, sheet: string, row: number, column: number): string | null {
    for (const table of this.tablesOfSheet(file, sheet)) {
      // Rows ascend; those unfolded out of one sheet row stand one after the other.
      for (let at = table.rowNumbers.indexOf(row); at >= 0 && table.rowNumbers[at] === row; at += 1) {
        const found = table.columns.find((one) => one.sheetColumnAt(at) === column);
        if (found !== undefined) return found.at(at).text;
      }
    }
    return null;
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
    this.#causes ??= groupCauses(this.#result.log);
    return this.#causes;
  }

  /** 1 for every finding that a rule set or a person's decision covers. */
  get waived(): Uint8Array {
    this.#waived ??= this.#markWaived();
    return this.#waived;
  }

  #markWaived(): Uint8Array {
    const { log } = this.#result;
    const marks = new Uint8Array(log.size);
    const given = this.waiverOf();
    if (given.size === 0 && log.waived === 0) return marks;
    for (let place = 0; place < log.size; place += 1) {
      const { piece, at } = log.place(place);
      const isGiven = given.size > 0 && given.has(log.identities.of(piece, at));
      if (isGiven || piece.waiver(at) !== undefined) marks[place] = 1;
    }
    return marks;
  }

  /** Decisions of people that cover findings on the day of the round, by identity. */
  waiverOf(): ReadonlyMap<string, GivenWaiver> {
    const given = new Map<string, GivenWaiver>();
    for (const decision of this.#decisions) {
      if (decision.undone || decision.kind !== 'waive' || decision.waiver.until < this.setting.date) continue;
      for (const identity of decision.waiver.identities) given.set(identity, decision.waiver);
    }
    return given;
  }

  /** The findings ready to be chosen from. */
  get index(): FindingIndex {
    if (this.#index !== null) return this.#index;
    const { log } = this.#result;
    const marks = { waived: this.waived, causes: () => this.causes };
    this.#index = new FindingIndex(log, this.#columns, marks, this.#search);
    return this.#index;
  }

  /** Place in the log of the finding with an identity; null when it is gone. */
  placeOf(identity: string): number | null {
    if (this.#places === null) {
      const { log } = this.#result;
      this.#places = new Map(Array.from({ length: log.size }, (_, place) => [log.identity(place), place]));
    }
    return this.#places.get(identity) ?? null;
  }

  /** Places in the log of the findings that a decision is about; those that are gone are left out. */
  placesOf(target: DecisionTarget): readonly number[] {
    switch (target.kind) {
      case 'findings':
        return target.identities.map((identity) => this.placeOf(identity)).filter((place) => place !== null);
      case 'cause':
        return [...(this.causes.find(({ id }) => id === target.cause)?.findings ?? [])];
      case 'filter':
        return [...this.index.choose(target.filter, { by: 'place', descending: false }, 'vi')];
    }
  }

  /** The round as a finished check, for reports. Tables are those with corrections. */
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
      result: this.#result,
      timings: { rulesMs: Math.round(this.#judgingMs) },
    };
  }

  #forget(): void {
    this.revision += 1;
    this.#index = null;
    this.#causes = null;
    this.#waived = null;
    this.#places = null;
  }
}

/** Counts what one log has and the other hasn't, by identity; sheets on which nothing changed are passed over. */
function differenceOf(before: FindingLog, after: FindingLog): Change {
  const kept = new Set(before.sheets);
  const same = new Set(after.sheets.filter((sheet) => kept.has(sheet)));
  const was = identitiesBeside(before, same);
  const is = identitiesBeside(after, same);
  return {
    gone: [...was].filter((identity) => !is.has(identity)).length,
    come: [...is].filter((identity) => !was.has(identity)).length,
  };
}

function identitiesBeside(log: FindingLog, same: ReadonlySet<SheetFindings>): ReadonlySet<string> {
  const identities = new Set<string>();
  for (const sheet of log.sheets) {
    if (same.has(sheet)) continue;
    for (const piece of sheet.pieces) {
      for (let at = 0; at < piece.size; at += 1) identities.add(log.identities.of(piece, at));
    }
  }
  return identities;
}
