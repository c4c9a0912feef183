import { compareText } from '../../../shared/engine/findingLog.ts';
import type { SeverityCounts } from '../../../shared/engine/findingPiece.ts';
import type { Readiness } from '../../../shared/reports/readiness/readiness.ts';
import { atOnce } from '../../../shared/steps.ts';
import type { AgencyRef } from '../../../shared/table/table.ts';
import { roundReadinessInSteps } from './keptReadiness.ts';
import type { RoundSession } from './roundSession.ts';

/** How an agency of a round stands. Findings that were accepted, by a rule set or by a person, count nowhere. */
export interface AgencyStanding {
  readonly agency: AgencyRef;
  readonly rows: number;
  readonly open: SeverityCounts;
  /** Rows without an open error, per cent, as the readiness has them. */
  readonly ready: number;
}

/** What the card of a round shows of its last run. */
export interface Standing {
  readonly agencies: number;
  readonly files: number;
  readonly unreadableFiles: number;
  readonly unsureSheets: number;
  readonly rows: number;
  readonly open: SeverityCounts;
  /** Rows without an open error, per cent, as the readiness has them; null without rows. */
  readonly ready: number | null;
}

const readinessNow = (session: RoundSession): Readiness => atOnce(roundReadinessInSteps(session));

/** One standing per agency, those with most errors first, then by name. */
export const agencyStandings = (session: RoundSession): readonly AgencyStanding[] =>
  readinessNow(session)
    .agencies.map(({ agency, rows, counts, ready }) => ({ agency, rows, open: counts, ready }))
    .sort(
      (a, b) =>
        b.open.error - a.open.error || b.open.warning - a.open.warning || compareText(a.agency.name, b.agency.name),
    );

/** What the card of a round shows. */
export function standingOf(session: RoundSession): Standing {
  const { files } = session;
  const { agencies, rows, counts, ready } = readinessNow(session);
  return {
    agencies: agencies.length,
    files: files.length,
    unreadableFiles: files.filter(({ fault }) => fault !== null).length,
    unsureSheets: files.flatMap(({ readings }) => readings).filter(({ verdict }) => verdict === 'unsure').length,
    rows,
    open: counts,
    ready: rows === 0 ? null : ready,
  };
}
