import { AREAS, type Area } from '../../domain/readinessArea.ts';
import { compareText, type FindingLog } from '../../engine/findingLog.ts';
import type { AgencyRef } from '../../table/table.ts';
import { areaOfFinding, type Readiness } from './readiness.ts';
import { recordedReady, recordOfAgencies, type ReadinessRecord } from './readinessRecord.ts';

/** Open errors and warnings by the ids of agencies, then by identity, each with its area of readiness; null for none. Notes
 *  are for information and never "mended". */
export type OpenIssues = ReadonlyMap<string, AgencyIssues>;
type AgencyIssues = ReadonlyMap<string, Area | null>;

/** Takes down an issue of an agency. */
export function addIssue(
  issues: Map<string, Map<string, Area | null>>,
  agency: string,
  identity: string,
  area: Area | null,
): void {
  const own = issues.get(agency);
  if (own === undefined) issues.set(agency, new Map([[identity, area]]));
  else own.set(identity, area);
}

/** Open issues of a round; waived ones are left out. */
export function openIssues(log: FindingLog): OpenIssues {
  const issues = new Map<string, Map<string, Area | null>>();
  for (const piece of log.sheets.flatMap(({ pieces }) => pieces)) {
    const { table } = piece;
    for (let at = 0; at < piece.size; at += 1) {
      if (piece.severity(at) === 'info' || piece.waiver(at) !== undefined) continue;
      const area = areaOfFinding({ table, column: piece.column(at) });
      addIssue(issues, table.agency.id, log.identities.of(piece, at), area);
    }
  }
  return issues;
}

/** An earlier round, as far as a later one is compared with it. */
export interface EarlierRound {
  readonly name: string;
  readonly issues: OpenIssues;
  readonly readiness: ReadinessRecord;
}

/** An earlier round as if only some agencies had been in it. @param agencies  their ids */
export function earlierOfAgencies(
  { name, issues, readiness }: EarlierRound,
  agencies: readonly string[],
): EarlierRound {
  const own = agencies.flatMap((id) => {
    const found = issues.get(id);
    return found === undefined ? [] : [[id, found] as const];
  });
  return { name, issues: new Map(own), readiness: recordOfAgencies(readiness, new Set(agencies)) };
}

/** What became of the issues between two rounds. */
export interface Progress {
  /** Open before, gone now. */
  readonly mended: number;
  /** Open now, not there before. */
  readonly added: number;
  /** Open in both. */
  readonly unchanged: number;
}

/** Per cent ready in both rounds; null where nothing was sent. */
export interface ReadyChange {
  readonly before: number | null;
  readonly now: number | null;
}

/** Progress of one agency. */
export interface AgencyProgress {
  readonly agency: AgencyRef;
  readonly total: Progress;
  readonly areas: Readonly<Record<Area, Progress>>;
  readonly ready: ReadyChange;
  /** The agency sent nothing this time: its issues are neither mended nor counted as open. */
  readonly absent: boolean;
}

/** Progress of a round against the one before it, by identities: an issue stays the same when rows are sorted or moved. */
export interface RoundProgress {
  readonly before: string;
  /** All agencies of either round, by name. */
  readonly agencies: readonly AgencyProgress[];
  readonly total: Progress;
  readonly ready: ReadyChange;
}

interface Counts {
  mended: number;
  added: number;
  unchanged: number;
}

interface AgencyCounts {
  readonly total: Counts;
  readonly areas: Record<Area, Counts>;
}

const none = (): Counts => ({ mended: 0, added: 0, unchanged: 0 });

const NO_ISSUES: AgencyIssues = new Map();

function countsOf(before: AgencyIssues = NO_ISSUES, now: AgencyIssues = NO_ISSUES): AgencyCounts {
  const areas = Object.fromEntries(AREAS.map((one) => [one, none()])) as Record<Area, Counts>;
  const total = none();
  const count = (area: Area | null, what: keyof Counts): void => {
    total[what] += 1;
    if (area !== null) areas[area][what] += 1;
  };
  for (const [identity, area] of now) count(area, before.has(identity) ? 'unchanged' : 'added');
  for (const [identity, area] of before) if (!now.has(identity)) count(area, 'mended');
  return { total, areas };
}

/** Compares a round with an earlier one.
 *  @param issues  open in the later round
 *  @param readiness  of the later round */
export function compareRounds(earlier: EarlierRound, issues: OpenIssues, readiness: Readiness): RoundProgress {
  const record = earlier.readiness;
  const before = new Map(
    record.agencies.map(({ agency, line }) => [agency.id, { agency, ready: recordedReady(record, line, 'all') }]),
  );
  const present = new Set(readiness.agencies.map(({ agency }) => agency.id));
  const agencies = [
    ...readiness.agencies.map(({ agency, ready }): AgencyProgress => {
      const change = { before: before.get(agency.id)?.ready ?? null, now: ready };
      const counts = countsOf(earlier.issues.get(agency.id), issues.get(agency.id));
      return { agency, ...counts, ready: change, absent: false };
    }),
    ...[...before.values()]
      .filter(({ agency }) => !present.has(agency.id))
      .map(({ agency, ready }): AgencyProgress => {
        return { agency, ...countsOf(), ready: { before: ready, now: null }, absent: true };
      }),
  ].sort((a, b) => compareText(a.agency.name, b.agency.name));
  const total = none();
  for (const { total: own } of agencies) {
    for (const what of ['mended', 'added', 'unchanged'] as const) total[what] += own[what];
  }
  const ready = { before: recordedReady(record, record.total, 'all'), now: readiness.ready };
  return { before: earlier.name, agencies, total, ready };
}
