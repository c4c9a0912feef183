import { WHOLE_ROW, WHOLE_SHEET, compareText, type LoggedFinding } from '../../engine/findingLog.ts';
import type { Findings, SeverityCounts } from '../../engine/findings.ts';
import { rowCount, type AgencyRef, type Table } from '../../table/table.ts';
import { summariseAgencies } from '../agencySummary.ts';
import type { Check } from '../check.ts';
import { areaOf, AREAS, areasOfTable, type Area } from './areas.ts';

/** How one area of one agency stands. */
export interface AreaState {
  /** Rows of its sheets that speak of the area. */
  readonly rows: number;
  /** Of these, rows with an open error in the area. */
  readonly broken: number;
  readonly counts: SeverityCounts;
  /** Rows without an open error in the area, in per cent, rounded down; 100 only where the area has no error at all, errors
   *  about a whole sheet included. Null where the agency sent nothing about it. */
  readonly ready: number | null;
}

/** How one agency stands. */
export interface AgencyReadiness {
  readonly agency: AgencyRef;
  readonly rows: number;
  readonly counts: SeverityCounts;
  /** Rows without any error, in per cent, rounded down. */
  readonly ready: number;
  readonly areas: Readonly<Record<Area, AreaState>>;
}

/** The matrix agency × area of a round. */
export interface Readiness {
  /** Least ready first, then by name. */
  readonly agencies: readonly AgencyReadiness[];
  /** All agencies together, by area. */
  readonly total: Readonly<Record<Area, AreaState>>;
  readonly rows: number;
  readonly ready: number;
}

/** How far each agency of a round is ready, by area. */
export function readinessOf(check: Check, findings: Findings): Readiness {
  const tables = Map.groupBy(
    check.files.flatMap(({ readings }) => readings.flatMap((reading) => reading.tables)),
    ({ agency }) => agency.id,
  );
  const found = new Map<string, LoggedFinding[]>();
  for (let index = 0; index < findings.size; index += 1) {
    const logged = findings.logged(index);
    const own = found.get(logged.table.agency.id);
    if (own === undefined) found.set(logged.table.agency.id, [logged]);
    else own.push(logged);
  }
  const summaries = summariseAgencies(check, findings);
  const agencies = summaries
    .map(({ agency, rows, counts, ready }) => ({
      agency,
      rows,
      counts,
      ready: upTo99(ready, counts.error),
      areas: areaStates(tables.get(agency.id) ?? [], found.get(agency.id) ?? []),
    }))
    .sort((a, b) => a.ready - b.ready || compareText(a.agency.name, b.agency.name));
  const rows = agencies.reduce((sum, one) => sum + one.rows, 0);
  const errors = agencies.reduce((sum, { counts }) => sum + counts.error, 0);
  const broken = brokenRows([...found.values()].flat(), null);
  return {
    agencies,
    total: Object.fromEntries(AREAS.map((area) => [area, sumOf(agencies.map(({ areas }) => areas[area]))])) as Record<
      Area,
      AreaState
    >,
    rows,
    ready: upTo99(percent(rows, broken) ?? 0, errors),
  };
}

function areaStates(tables: readonly Table[], found: readonly LoggedFinding[]): Readonly<Record<Area, AreaState>> {
  const rows = new Map<Area, PlaceSet>(AREAS.map((area) => [area, new PlaceSet()]));
  for (const table of tables) {
    for (const area of areasOfTable(table)) {
      for (let row = 0; row < rowCount(table); row += 1) rows.get(area)!.add(table, row);
    }
  }
  const byArea = Map.groupBy(found, areaOfFinding);
  return Object.fromEntries(
    AREAS.map((area) => {
      const own = byArea.get(area) ?? [];
      const counts = { error: 0, warning: 0, info: 0 };
      for (const { severity } of own) counts[severity] += 1;
      const { size } = rows.get(area)!;
      const broken = Math.min(size, brokenRows(own, area));
      return [area, state(size, broken, counts)];
    }),
  ) as Record<Area, AreaState>;
}

/** The area that a finding keeps from being ready; null for none. */
export function areaOfFinding({ table, column }: Pick<LoggedFinding, 'table' | 'column'>): Area | null {
  return areaOf(table.dataset, column === WHOLE_ROW ? null : (table.columns[column]?.field ?? null));
}

/** Rows with an error; several tables unfolded out of one sheet share its rows. */
function brokenRows(found: readonly LoggedFinding[], area: Area | null): number {
  const rows = new PlaceSet();
  for (const finding of found) {
    if (finding.severity !== 'error' || finding.row === WHOLE_SHEET) continue;
    if (area === null || areaOfFinding(finding) === area) rows.add(finding.table, finding.row);
  }
  return rows.size;
}

/** Rows of sheets, each counted once however often it is named. */
class PlaceSet {
  readonly #sheets = new Map<string, Set<number>>();
  size = 0;

  add(table: Table, row: number): void {
    const name = `${table.file}\u0000${table.sheet}`;
    let rows = this.#sheets.get(name);
    if (rows === undefined) this.#sheets.set(name, (rows = new Set()));
    const before = rows.size;
    rows.add(table.rowNumbers[row]!);
    this.size += rows.size - before;
  }
}

function sumOf(states: readonly AreaState[]): AreaState {
  const counts = { error: 0, warning: 0, info: 0 };
  let [rows, broken] = [0, 0];
  for (const one of states) {
    rows += one.rows;
    broken += one.broken;
    for (const severity of ['error', 'warning', 'info'] as const) counts[severity] += one.counts[severity];
  }
  return state(rows, broken, counts);
}

function state(rows: number, broken: number, counts: SeverityCounts): AreaState {
  const ready = percent(rows, broken);
  return { rows, broken, counts, ready: ready === null ? null : upTo99(ready, counts.error) };
}

const percent = (rows: number, broken: number): number | null =>
  rows === 0 ? null : Math.floor((100 * (rows - broken)) / rows);

const upTo99 = (ready: number, errors: number): number => (errors > 0 ? Math.min(ready, 99) : ready);
