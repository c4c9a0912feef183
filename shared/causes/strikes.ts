import type { Severity } from '../engine/finding.ts';
import { WHOLE_ROW, WHOLE_SHEET, type LoggedFinding } from '../engine/findingLog.ts';
import type { Rule, Verdict } from '../engine/rule.ts';
import type { Cell } from '../table/cell.ts';
import type { Table, TableColumn } from '../table/table.ts';
import { namedDefect } from './namedDefects.ts';

/** What findings are grouped from: a run's log, or the part of it that counts. */
export interface FindingList {
  readonly size: number;
  at(index: number): LoggedFinding;
}

/** A column that at least one finding stands in. */
export interface StruckColumn {
  readonly table: Table;
  readonly tableId: number;
  /** Index into the table's columns. */
  readonly index: number;
  readonly column: TableColumn;
}

/** Column id of a finding about a whole row or sheet. */
export const NO_COLUMN = -1;

/** Findings as numbers: rules, tables, columns and verdicts are counted through, so that grouping compares no texts. What
 *  a cause has taken is no longer free. Findings that a waiver covers are never free. */
export class Strikes {
  readonly size: number;
  readonly rules: Rule[] = [];
  readonly tables: Table[] = [];
  readonly columns: StruckColumn[] = [];
  readonly verdicts: Verdict[] = [];
  readonly ruleOf: Int32Array;
  readonly tableOf: Int32Array;
  /** 0-based table row, {@link WHOLE_SHEET} for a finding about a sheet. */
  readonly rowOf: Int32Array;
  /** Index into `columns`, or {@link NO_COLUMN}. */
  readonly columnOf: Int32Array;
  readonly verdictOf: Int32Array;
  /** Index into `DEFECTS` of what the rule's message names by itself, or -1. */
  readonly defectOf: Int8Array;
  readonly #severities: Uint8Array;
  readonly #free: Uint8Array;
  readonly #sheetIds: number[] = [];
  #byTable: number[][] | undefined;

  constructor(findings: FindingList) {
    const { size } = findings;
    this.size = size;
    this.ruleOf = new Int32Array(size);
    this.tableOf = new Int32Array(size);
    this.rowOf = new Int32Array(size);
    this.columnOf = new Int32Array(size);
    this.verdictOf = new Int32Array(size);
    this.defectOf = new Int8Array(size);
    this.#severities = new Uint8Array(size);
    this.#free = new Uint8Array(size);
    const rules = new Map<Rule, number>();
    const tables = new Map<Table, number>();
    const verdicts = new Map<Verdict, number>();
    const columnIds: Int32Array[] = [];
    const defects: Map<string, number>[] = [];
    for (let index = 0; index < size; index += 1) {
      const { rule, table, row, column, verdict, severity, waiver } = findings.at(index);
      const ruleId = numberOf(this.rules, rules, rule);
      const tableId = numberOf(this.tables, tables, table);
      const ids = (columnIds[tableId] ??= new Int32Array(table.columns.length).fill(NO_COLUMN));
      const known = (defects[ruleId] ??= new Map());
      let defect = known.get(verdict.message);
      if (defect === undefined) known.set(verdict.message, (defect = namedDefect(rule.id, verdict.message)));
      if (column !== WHOLE_ROW && row !== WHOLE_SHEET && ids[column] === NO_COLUMN) {
        ids[column] = this.columns.push({ table, tableId, index: column, column: table.columns[column]! }) - 1;
      }
      this.ruleOf[index] = ruleId;
      this.tableOf[index] = tableId;
      this.rowOf[index] = row;
      this.columnOf[index] = column === WHOLE_ROW || row === WHOLE_SHEET ? NO_COLUMN : ids[column]!;
      this.verdictOf[index] = numberOf(this.verdicts, verdicts, verdict);
      this.defectOf[index] = defect;
      this.#severities[index] = SEVERITIES.indexOf(severity);
      this.#free[index] = waiver === undefined ? 1 : 0;
    }
    const sheets = new Map<string, number>();
    for (const { file, sheet } of this.tables) {
      const name = `${file}\u0000${sheet}`;
      if (!sheets.has(name)) sheets.set(name, sheets.size);
      this.#sheetIds.push(sheets.get(name)!);
    }
  }

  /** Whether no cause has the finding yet. */
  isFree(index: number): boolean {
    return this.#free[index] === 1;
  }

  /** Gives a finding to a cause. */
  take(index: number): void {
    this.#free[index] = 0;
  }

  severityOf(index: number): Severity {
    return SEVERITIES[this.#severities[index]!]!;
  }

  rule(index: number): Rule {
    return this.rules[this.ruleOf[index]!]!;
  }

  table(index: number): Table {
    return this.tables[this.tableOf[index]!]!;
  }

  verdict(index: number): Verdict {
    return this.verdicts[this.verdictOf[index]!]!;
  }

  /** The column of a finding, undefined when it is about a whole row or sheet. */
  column(index: number): StruckColumn | undefined {
    return this.columns[this.columnOf[index]!];
  }

  /** The cell of a finding, undefined when it is about a whole row or sheet. */
  cell(index: number): Cell | undefined {
    return this.column(index)?.column.at(this.rowOf[index]!);
  }

  /** Findings of a table, free or not, in order. */
  findingsOf(tableId: number): readonly number[] {
    if (this.#byTable === undefined) {
      this.#byTable = this.tables.map(() => []);
      for (let index = 0; index < this.size; index += 1) this.#byTable[this.tableOf[index]!]!.push(index);
    }
    return this.#byTable[tableId]!;
  }

  /** Number of a sheet: tables unfolded out of one sheet share it. */
  sheetId(tableId: number): number {
    return this.#sheetIds[tableId]!;
  }

  /** Number of a finding's cell within the round, the same for every table of its sheet; -1 when it is about no cell. */
  cellNumber(index: number): number {
    const struck = this.column(index);
    if (struck === undefined) return -1;
    const row = this.rowOf[index]!;
    return this.placeNumber(struck.tableId, struck.table.rowNumbers[row]!, struck.column.sheetColumnAt(row));
  }

  /** Number of a cell within the round, by its sheet coordinates (1-based row, 0-based column). */
  placeNumber(tableId: number, sheetRow: number, sheetColumn: number): number {
    return (this.sheetId(tableId) * SHEET_ROWS + sheetRow) * SHEET_COLUMNS + sheetColumn;
  }
}

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];
// A sheet has at most 2^20 rows and 2^14 columns; 2^18 sheets of that size still have exact numbers.
const SHEET_ROWS = 2 ** 21;
const SHEET_COLUMNS = 2 ** 14;

function numberOf<T>(list: T[], numbers: Map<T, number>, item: T): number {
  const known = numbers.get(item);
  if (known !== undefined) return known;
  numbers.set(item, list.length);
  return list.push(item) - 1;
}

/** Whether a rule compares rows with the national catalogue. */
export const comparesNationally = (rule: Rule): boolean => rule.refs?.includes('procedures') === true;
