import { AREAS, type Area } from '../../domain/readinessArea.ts';
import type { AgencyRef } from '../../table/table.ts';
import type { Readiness } from './readiness.ts';

/** Rows, those of them with an open error, per cent ready; null where nothing was sent. */
export type RecordedState = readonly [rows: number, broken: number, ready: number | null];

/** The states of the areas of a record in their order, then that of everything together. */
export type RecordedLine = readonly RecordedState[];

/** Readiness of a round in figures: what is kept of it, so that a later round can be compared with it. Plain JSON. */
export interface ReadinessRecord {
  /** Areas as they were known when it was kept. */
  readonly areas: readonly Area[];
  readonly agencies: readonly { readonly agency: AgencyRef; readonly line: RecordedLine }[];
  readonly total: RecordedLine;
}

/** What is kept of the readiness of a round. */
export const recordOfReadiness = ({ agencies, total, ...whole }: Readiness): ReadinessRecord => ({
  areas: AREAS,
  agencies: agencies.map(({ agency, areas, ...all }) => ({
    agency: { id: agency.id, name: agency.name },
    line: lineOf(areas, all),
  })),
  total: lineOf(total, whole),
});

interface State {
  readonly rows: number;
  readonly broken: number;
  readonly ready: number | null;
}

const lineOf = (areas: Readonly<Record<Area, State>>, whole: State): RecordedLine =>
  [...AREAS.map((area) => areas[area]), whole].map(({ rows, broken, ready }) => [rows, broken, ready]);

/** How many per cent of an area were ready, or of everything; null where nothing was sent or the area was not known. */
export function recordedReady({ areas }: ReadinessRecord, line: RecordedLine, area: Area | 'all'): number | null {
  const state = area === 'all' ? line.at(-1) : line[areas.indexOf(area)];
  return state?.[2] ?? null;
}

/** A record as if only some agencies had been in the round. @param wanted  their ids */
export function recordOfAgencies(record: ReadinessRecord, wanted: ReadonlySet<string>): ReadinessRecord {
  const agencies = record.agencies.filter(({ agency }) => wanted.has(agency.id));
  const total = record.total.map((_, at) => sumOf(agencies.map(({ line }) => line[at]!)));
  return { ...record, agencies, total };
}

function sumOf(states: RecordedLine): RecordedState {
  const rows = states.reduce((sum, [own]) => sum + own, 0);
  const broken = states.reduce((sum, [, own]) => sum + own, 0);
  if (rows === 0) return [0, 0, null];
  // What is not ready to the full has an error somewhere, if only about a whole sheet.
  const isWhole = states.every(([, , ready]) => ready === null || ready === 100);
  return [rows, broken, isWhole ? 100 : Math.min(99, Math.floor((100 * (rows - broken)) / rows))];
}
