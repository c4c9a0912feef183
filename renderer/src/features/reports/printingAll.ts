import { MOST_LINES_AT_ONCE } from '../../../../shared/contract/reports.ts';
import type { AgencyStanding } from './AgencyChoice.tsx';

/** What printing the lists of the chosen agencies as one document comes to.
 *  @param chosen  null: all */
export function printingAll(agencies: readonly AgencyStanding[], chosen: readonly string[] | null) {
  const wanted = chosen === null ? agencies : agencies.filter(({ id }) => chosen.includes(id));
  const lines = wanted.reduce((sum, { open }) => sum + open.error + open.warning + open.info, 0);
  return { count: wanted.length, lines, isTooMuch: lines > MOST_LINES_AT_ONCE };
}
