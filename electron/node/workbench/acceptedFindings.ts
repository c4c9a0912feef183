import { FindingLog } from '../../../shared/engine/findingLog.ts';
import type { Cover, FindingPiece } from '../../../shared/engine/findingPiece.ts';
import type { RunResult } from '../../../shared/engine/run.ts';
import { SheetFindings } from '../../../shared/engine/sheetFindings.ts';
import type { Waiver } from '../../../shared/engine/waivers.ts';
import type { GivenWaivers } from './givenWaivers.ts';
import type { GivenWaiver } from './roundDecisions.ts';

/** A run in which the findings that people accepted are covered like those that waivers of a rule set cover, so that
 *  reports list them apart. What a rule set covers stays covered by it.
 *  @param given  what people accepted */
export function withAccepted(result: RunResult, given: GivenWaivers): RunResult {
  if (given.size === 0) return result;
  const { log } = result;
  const newly = new Map<string, number>();
  const covered = (piece: FindingPiece): FindingPiece => {
    const cover = coverOf(log, piece, given);
    if (cover === piece.cover) return piece;
    const { id } = piece.rule;
    newly.set(id, (newly.get(id) ?? 0) + cover!.covered - (piece.cover?.covered ?? 0));
    return piece.movedTo(piece.table, () => cover);
  };
  const sheets = log.sheets.map((sheet) => {
    const pieces = sheet.pieces.map(covered);
    return pieces.every((piece, at) => piece === sheet.pieces[at]) ? sheet : new SheetFindings(pieces);
  });
  const rules = result.rules.map((status) => {
    const more = newly.get(status.rule.id) ?? 0;
    if (more === 0) return status;
    const findings = status.findings - more;
    const isClean = status.status === 'findings' && findings === 0;
    return {
      ...status,
      findings,
      waived: (status.waived ?? 0) + more,
      ...(isClean ? { status: 'clean' as const } : {}),
    };
  });
  return { ...result, log: new FindingLog(sheets, log, log.peers), rules };
}

function coverOf(log: FindingLog, piece: FindingPiece, given: GivenWaivers): Cover | null {
  let waivers: (Waiver | undefined)[] | null = null;
  let covered = piece.cover?.covered ?? 0;
  for (let at = 0; at < piece.size; at += 1) {
    if (piece.waiver(at) !== undefined) continue;
    const own = given.covering(log, piece, at);
    if (own === undefined) continue;
    waivers ??= Array.from({ length: piece.size }, (_, index) => piece.waiver(index));
    waivers[at] = waiverOf(piece.rule.id, own);
    covered += 1;
  }
  return waivers === null ? piece.cover : { waivers, covered, fitting: piece.cover?.fitting ?? new Map() };
}

const waiverOf = (ruleId: string, { reason, by, decision, until }: GivenWaiver): Waiver => ({
  ruleId,
  match: new Map(),
  agencies: [],
  reason,
  by,
  decision,
  until,
  // It stands in the history of the round, in no file.
  source: { file: '', line: 0, column: 0 },
});
