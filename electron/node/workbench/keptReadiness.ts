import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import type { FindingPiece } from '../../../shared/engine/findingPiece.ts';
import { readinessInSteps, type Readiness } from '../../../shared/reports/readiness/readiness.ts';
import { recordOfReadiness, type ReadinessRecord } from '../../../shared/reports/readiness/readinessRecord.ts';
import type { Steps } from '../../../shared/steps.ts';
import { PRODUCT_VERSION } from '../productVersion.ts';
import type { RoundSession } from './roundSession.ts';

/** What a round was judged by: version of the program, rule set by its hash, national catalogue. Where two rounds differ in
 *  it, so may what was found in the same data. */
interface JudgedBy {
  readonly version: string;
  readonly ruleSet: string | null;
  readonly reference: string | null;
}

/** The readiness of a round as it is kept with its last run. */
export interface KeptReadiness extends ReadinessRecord {
  readonly judgedBy: JudgedBy;
}

/** Readiness of an open round as it stands; findings that were accepted count nowhere. To be finished before the findings
 *  change. */
export function roundReadinessInSteps(session: RoundSession): Steps<Readiness> {
  const { log } = session.result;
  const covered = coveredIn(log, session.waived);
  return readinessInSteps(session.tables, log, (piece, at) => covered.size > 0 && covered.get(piece)?.has(at) === true);
}

function coveredIn(log: FindingLog, waived: Uint8Array): ReadonlyMap<FindingPiece, ReadonlySet<number>> {
  const covered = new Map<FindingPiece, Set<number>>();
  for (let place = waived.indexOf(1); place >= 0; place = waived.indexOf(1, place + 1)) {
    const { piece, at } = log.place(place);
    const own = covered.get(piece);
    if (own === undefined) covered.set(piece, new Set([at]));
    else own.add(at);
  }
  return covered;
}

/** The readiness of a round as it is kept, JSON; '' while nothing was checked. */
export function* keptReadinessInSteps(session: RoundSession): Steps<string> {
  const readiness = yield* roundReadinessInSteps(session);
  if (readiness.agencies.length === 0) return '';
  const kept: KeptReadiness = { judgedBy: judgedBy(session), ...recordOfReadiness(readiness) };
  return JSON.stringify(kept);
}

/** Whether a round that is open was judged by the same rules and catalogue as one that was kept. */
export function isJudgedAlike(session: RoundSession, { judgedBy: other }: KeptReadiness): boolean {
  const { version, ruleSet, reference } = judgedBy(session);
  return version === other.version && ruleSet === other.ruleSet && reference === other.reference;
}

const judgedBy = ({ result, setting }: RoundSession): JudgedBy => ({
  version: PRODUCT_VERSION,
  ruleSet: result.ruleSetHash,
  reference: setting.reference?.id ?? null,
});
