import type { FindingLog } from '../../../shared/engine/findingLog.ts';
import type { SheetFindings } from '../../../shared/engine/sheetFindings.ts';

/** Findings that a change made go and come. */
export interface Change {
  readonly gone: number;
  readonly come: number;
}

/** Counts what one log has and the other hasn't, by identity; sheets on which nothing changed are passed over. */
export function differenceOf(before: FindingLog, after: FindingLog): Change {
  const kept = new Set(before.sheets);
  const same = new Set(after.sheets.filter((sheet) => kept.has(sheet)));
  const was = identitiesBeside(before, same);
  const is = identitiesBeside(after, same);
  return {
    gone: [...was].filter((identity) => !is.has(identity)).length,
    come: [...is].filter((identity) => !was.has(identity)).length,
  };
}

function identitiesBeside(log: FindingLog, same: ReadonlySet<SheetFindings>): ReadonlySet<string> {
  const identities = new Set<string>();
  for (const sheet of log.sheets) {
    if (same.has(sheet)) continue;
    for (const piece of sheet.pieces) {
      for (let at = 0; at < piece.size; at += 1) identities.add(log.identities.of(piece, at));
    }
  }
  return identities;
}
