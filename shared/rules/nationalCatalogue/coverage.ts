import type { Level } from '../../domain/level.ts';
import { parseProcedureCode, procedureCodeSeries } from '../../domain/procedureCode.ts';
import type { ProcedureIndex } from '../../engine/references.ts';
import type { TableView } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import { onceFor } from '../onceFor.ts';
import { levelsIn } from '../rowConsistency/levelsAndAgencies.ts';
import { codesIn } from './ownCodes.ts';

/** National procedures of one level in the sectors that an agency lists, and which of them it lacks. */
export interface Coverage {
  readonly level: Level;
  readonly all: readonly NationalProcedure[];
  readonly missing: readonly NationalProcedure[];
}

// From the lowest level up: of two levels covered alike, the lower one is the agency's own.
const LEVELS_COVERED: readonly Level[] = ['commune', 'province', 'ministry'];

/** How many of a level's procedures an agency lists. */
export const listedOf = ({ all, missing }: Coverage): number => all.length - missing.length;

/** Whether a list is taken for complete at a level: it holds at least this share of the national procedures there. */
export const isComplete = (coverage: Coverage, share: number): boolean =>
  listedOf(coverage) > 0 && listedOf(coverage) / coverage.all.length >= share;

/** What one agency's catalogues cover of the national procedures in their sectors, per level that they state (all levels
 *  where they state none); empty when no code of theirs is national. Withdrawn, not yet open and internal procedures are
 *  never missed.
 *  @param views  the agency's tables of dataset `procedures` */
export function coveragesOf(views: readonly TableView[], procedures: ProcedureIndex): readonly Coverage[] {
  const listed = codesIn(views);
  const own = [...listed].flatMap((code) => procedures.byCode(code) ?? []);
  if (own.length === 0) return [];
  const sectors = new Set(own.flatMap((record) => record.linh_vuc));
  const offered = offeredIn(procedures).filter((record) => record.linh_vuc.some((sector) => sectors.has(sector)));
  const levels = statedLevels(views);
  return LEVELS_COVERED.filter((level) => levels.size === 0 || levels.has(level)).map((level): Coverage => {
    const all = offered.filter((record) => record.cap_thuc_hien.has(level));
    return { level, all, missing: all.filter((record) => !listed.has(record.ma_tthc)) };
  });
}

/** Levels that the agency itself states; empty when its sheets have no such column. */
function statedLevels(views: readonly TableView[]): ReadonlySet<Level> {
  const levels = new Set<Level>();
  for (const view of views) {
    const levelsOf = view.derive('cap_thuc_hien', levelsIn);
    for (let row = 0; row < view.rows; row += 1) for (const level of levelsOf(row)) levels.add(level);
  }
  return levels;
}

/** Procedures that an agency can be asked to list. */
const offeredIn = onceFor((procedures: ProcedureIndex) => procedures.snapshot.procedures.filter(isOffered));

function isOffered(record: NationalProcedure): boolean {
  if (record.state === 'withdrawn' || record.state === 'notOpen') return false;
  const code = parseProcedureCode(record.ma_tthc);
  return code.ok && procedureCodeSeries(code.value) !== 'internal';
}
