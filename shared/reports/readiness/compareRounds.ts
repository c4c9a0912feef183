import type { FindingLog } from '../../engine/findingLog.ts';
import { compareText } from '../../engine/findingLog.ts';
import type { AgencyRef } from '../../table/table.ts';
import { AREAS, type Area } from './areas.ts';
import { areaOfFinding } from './readiness.ts';

/** An open error or warning of a round: notes are for information and never "mended". */
export interface OpenIssue {
  readonly agency: AgencyRef;
  /** Null for what belongs to no area of readiness. */
  readonly area: Area | null;
}

/** Open errors and warnings of a round by identity; waived ones are left out. */
export function openIssues(log: FindingLog): ReadonlyMap<string, OpenIssue> {
  const issues = new Map<string, OpenIssue>();
  for (let index = 0; index < log.size; index += 1) {
    const finding = log.at(index);
    if (finding.severity === 'info' || finding.waiver !== undefined) continue;
    issues.set(log.identity(index), { agency: finding.table.agency, area: areaOfFinding(finding) });
  }
  return issues;
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

/** Progress of one agency. */
export interface AgencyProgress {
  readonly agency: AgencyRef;
  readonly total: Progress;
  readonly areas: Readonly<Record<Area, Progress>>;
  /** The agency sent nothing this time: its issues are neither mended nor counted as open. */
  readonly absent: boolean;
}

/** Progress of a round against the one before it, by identities: an issue stays the same when rows are sorted or moved. */
export interface RoundProgress {
  readonly before: string;
  /** By name of the agency. */
  readonly agencies: readonly AgencyProgress[];
  readonly total: Progress;
}

interface Counts {
  mended: number;
  added: number;
  unchanged: number;
}

const none = (): Counts => ({ mended: 0, added: 0, unchanged: 0 });

/** Compares the open issues of two rounds.
 *  @param present  ids of the agencies that sent files in the later round
 *  @param before  name of the earlier round */
export function compareRounds(
  earlier: ReadonlyMap<string, OpenIssue>,
  later: ReadonlyMap<string, OpenIssue>,
  present: ReadonlySet<string>,
  before: string,
): RoundProgress {
  const agencies = new Map<string, { agency: AgencyRef; total: Counts; areas: Record<Area, Counts> }>();
  const count = ({ agency, area }: OpenIssue, what: keyof Counts): void => {
    let own = agencies.get(agency.id);
    if (own === undefined) {
      own = {
        agency,
        total: none(),
        areas: Object.fromEntries(AREAS.map((one) => [one, none()])) as Record<Area, Counts>,
      };
      agencies.set(agency.id, own);
    }
    own.total[what] += 1;
    if (area !== null) own.areas[area][what] += 1;
  };
  for (const [identity, issue] of later) count(issue, earlier.has(identity) ? 'unchanged' : 'added');
  for (const [identity, issue] of earlier) if (!later.has(identity)) count(issue, 'mended');

  const all = [...agencies.values()]
    .map((own): AgencyProgress => {
      const absent = !present.has(own.agency.id);
      const nothing = Object.fromEntries(AREAS.map((one) => [one, none()])) as Record<Area, Counts>;
      return absent ? { agency: own.agency, total: none(), areas: nothing, absent } : { ...own, absent };
    })
    .sort((a, b) => compareText(a.agency.name, b.agency.name));
  const total = none();
  for (const { total: own } of all) {
    for (const what of ['mended', 'added', 'unchanged'] as const) total[what] += own[what];
  }
  return { before, agencies: all, total };
}
