import { AREAS, type Area } from '../../domain/readinessArea.ts';
import type { AgencyRef } from '../../table/table.ts';
import type { Readiness } from './readiness.ts';
import { recordedReady, type ReadinessRecord, type RecordedLine } from './readinessRecord.ts';

/** How much readier something is than in the earlier round, in percentage points; null where either round has nothing. */
export type Change = number | null;

/** Changes of the areas, then that of everything together. */
export type ChangeLine = readonly Change[];

/** A round's readiness against that of an earlier one. */
export interface ReadinessChange {
  /** By the ids of agencies that are in both rounds. */
  readonly agencies: ReadonlyMap<string, ChangeLine>;
  readonly total: ChangeLine;
  /** Agencies of the earlier round that are not in this one. */
  readonly missing: readonly AgencyRef[];
}

/** Compares the readiness of a round with what was kept of an earlier one. */
export function changeSince(readiness: Readiness, earlier: ReadinessRecord): ReadinessChange {
  const before = new Map(earlier.agencies.map(({ agency, line }) => [agency.id, line]));
  const agencies = new Map<string, ChangeLine>();
  for (const { agency, areas, ready } of readiness.agencies) {
    const line = before.get(agency.id);
    if (line !== undefined) agencies.set(agency.id, changes(areas, ready, earlier, line));
  }
  const present = new Set(readiness.agencies.map(({ agency }) => agency.id));
  return {
    agencies,
    total: changes(readiness.total, readiness.ready, earlier, earlier.total),
    missing: earlier.agencies.map(({ agency }) => agency).filter(({ id }) => !present.has(id)),
  };
}

function changes(
  areas: Readonly<Record<Area, { readonly ready: number | null }>>,
  all: number,
  earlier: ReadinessRecord,
  line: RecordedLine,
): ChangeLine {
  const change = (now: number | null, area: Area | 'all'): Change => {
    const then = recordedReady(earlier, line, area);
    return now === null || then === null ? null : now - then;
  };
  return [...AREAS.map((area) => change(areas[area].ready, area)), change(all, 'all')];
}
