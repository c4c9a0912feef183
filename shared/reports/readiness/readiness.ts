import { areaOf, AREAS, type Area } from '../../domain/readinessArea.ts';
import { WHOLE_ROW, WHOLE_SHEET, compareText, type FindingLog, type LoggedFinding } from '../../engine/findingLog.ts';
import type { FindingPiece, SeverityCounts } from '../../engine/findingPiece.ts';
import { atOnce, type Steps } from '../../steps.ts';
import type { AgencyRef, Table } from '../../table/table.ts';
import { sheetRows } from '../agencySummary.ts';
import type { Check } from '../check.ts';
import { SheetMarks } from './sheetMarks.ts';

/** Rows, and what is found in them. */
export interface ReadyState {
  /** Rows that are looked at. */
  readonly rows: number;
  /** Of these, rows with an open error. */
  readonly broken: number;
  readonly counts: SeverityCounts;
}

/** How one area of one agency stands: the rows of its sheets that speak of the area, and what is found about it. */
export interface AreaState extends ReadyState {
  /** Rows without an open error in the area, in per cent, rounded down; 100 only where the area has no error at all, errors
   *  about a whole sheet included. Null where the agency sent nothing about it. */
  readonly ready: number | null;
}

/** How one agency stands. */
export interface AgencyReadiness extends ReadyState {
  readonly agency: AgencyRef;
  /** Rows without any error, in per cent, rounded down. */
  readonly ready: number;
  readonly areas: Readonly<Record<Area, AreaState>>;
}

/** The matrix agency × area of a round. */
export interface Readiness extends ReadyState {
  /** Least ready first, then by name. */
  readonly agencies: readonly AgencyReadiness[];
  /** All agencies together, by area. */
  readonly total: Readonly<Record<Area, AreaState>>;
  readonly ready: number;
}

/** How far each agency of a checked round is ready, by area. What waivers cover does not count. */
export const readinessOf = ({ files, result }: Check): Readiness =>
  atOnce(
    readinessInSteps(
      files.flatMap(({ readings }) => readings.flatMap(({ tables }) => tables)),
      result.log,
      (piece, at) => piece.waiver(at) !== undefined,
    ),
  );

/** Whether a finding was accepted and does not count. */
export type IsCovered = (piece: FindingPiece, at: number) => boolean;

/** How far each agency is ready, by area, in one pass over the findings, a sheet at a time.
 *  @param tables  all that were judged */
export function* readinessInSteps(tables: readonly Table[], log: FindingLog, isCovered: IsCovered): Steps<Readiness> {
  const tallies = new Map<string, AgencyTally>();
  for (const table of tables) {
    let own = tallies.get(table.agency.id);
    if (own === undefined) tallies.set(table.agency.id, (own = new AgencyTally()));
    own.addTable(table);
  }
  for (const { pieces } of log.sheets) {
    for (const piece of pieces) tallies.get(piece.table.agency.id)?.addFindings(piece, isCovered);
    yield;
  }
  const agencies = [...tallies.values()]
    .flatMap((tally) => tally.finish())
    .sort((a, b) => a.ready - b.ready || compareText(a.agency.name, b.agency.name));
  const total = AREAS.map((area) => [area, areaState(sumOf(agencies.map(({ areas }) => areas[area])))] as const);
  const whole = sumOf(agencies);
  return {
    ...whole,
    agencies,
    total: Object.fromEntries(total) as Record<Area, AreaState>,
    ready: readyPercent(whole) ?? 0,
  };
}

/** The area that a finding keeps from being ready; null for none. */
export const areaOfFinding = ({ table, column }: Pick<LoggedFinding, 'table' | 'column'>): Area | null =>
  areaOf(table.dataset, column === WHOLE_ROW ? null : (table.columns[column]?.field ?? null));

/** Rows without an open error, per cent, rounded down; 100 only where there is no error at all. Null without rows. */
export function readyPercent({ rows, broken, counts }: ReadyState): number | null {
  if (rows === 0) return null;
  const ready = Math.floor((100 * (rows - broken)) / rows);
  return counts.error > 0 ? Math.min(ready, 99) : ready;
}

const areaState = (state: ReadyState): AreaState => ({ ...state, ready: readyPercent(state) });

function sumOf(states: readonly ReadyState[]): ReadyState {
  const counts = { error: 0, warning: 0, info: 0 };
  let [rows, broken] = [0, 0];
  for (const one of states) {
    rows += one.rows;
    broken += one.broken;
    for (const severity of ['error', 'warning', 'info'] as const) counts[severity] += one.counts[severity];
  }
  return { rows, broken, counts };
}

/** Bit of an area; one more stands for any error at all. */
const BITS: ReadonlyMap<Area, number> = new Map(AREAS.map((area, at) => [area, 1 << at]));
const bitOf = (area: Area | null): number => (area === null ? 0 : BITS.get(area)!);
const ANY = 1 << AREAS.length;

interface KnownTable {
  readonly marks: SheetMarks;
  /** Area of each column, that of whole rows last. */
  readonly areas: readonly (Area | null)[];
}

/** What one agency has sent, and what is found in it. */
class AgencyTally {
  #agency: AgencyRef | null = null;
  #rows = 0;
  readonly #sheets = new Map<string, SheetMarks>();
  readonly #tables = new Map<Table, KnownTable>();
  readonly #counts = { error: 0, warning: 0, info: 0 };
  readonly #byArea = new Map(AREAS.map((area) => [area, { error: 0, warning: 0, info: 0 }]));

  addTable(table: Table): void {
    const isUnfolded = table.unfoldedFrom !== undefined && table.unfoldedFrom !== table.dataset;
    if (!isUnfolded) {
      this.#agency ??= table.agency;
      this.#rows += sheetRows(table);
    }
    // Several tables unfolded out of one sheet share its rows.
    const name = `${table.file}\u0000${table.sheet}`;
    let marks = this.#sheets.get(name);
    if (marks === undefined) this.#sheets.set(name, (marks = new SheetMarks()));
    const areas = table.columns.map(({ field }) => areaOf(table.dataset, field));
    const bits = areas.reduce((sum, area) => sum | bitOf(area), 0);
    if (bits !== 0) for (const row of table.rowNumbers) marks.speaks(row, bits);
    this.#tables.set(table, { marks, areas: [...areas, areaOf(table.dataset, null)] });
  }

  addFindings(piece: FindingPiece, isCovered: IsCovered): void {
    const { marks, areas } = this.#tables.get(piece.table)!;
    const { rowNumbers } = piece.table;
    for (let at = 0; at < piece.size; at += 1) {
      if (isCovered(piece, at)) continue;
      const severity = piece.severity(at);
      const area = areas.at(piece.column(at))!;
      this.#counts[severity] += 1;
      if (area !== null) this.#byArea.get(area)![severity] += 1;
      const row = piece.row(at);
      if (severity === 'error' && row !== WHOLE_SHEET) marks.breaks(rowNumbers[row]!, bitOf(area) | ANY);
    }
  }

  /** One agency; none when all it has was unfolded out of tables that are not there. */
  finish(): readonly AgencyReadiness[] {
    if (this.#agency === null) return [];
    const sheets = [...this.#sheets.values()];
    const count = (which: 'speaking' | 'broken', bit: number): number =>
      sheets.reduce((sum, sheet) => sum + sheet.count(which, bit), 0);
    const areas = AREAS.map((area) => {
      const rows = count('speaking', bitOf(area));
      // A row may be wrong as a whole where none of its columns speaks of the area.
      const broken = Math.min(rows, count('broken', bitOf(area)));
      return [area, areaState({ rows, broken, counts: this.#byArea.get(area)! })] as const;
    });
    const whole = { rows: this.#rows, broken: count('broken', ANY), counts: this.#counts };
    return [
      {
        ...whole,
        agency: this.#agency,
        ready: readyPercent(whole) ?? 0,
        areas: Object.fromEntries(areas) as Record<Area, AreaState>,
      },
    ];
  }
}
