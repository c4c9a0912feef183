import { parseProcedureCode } from '../domain/procedureCode.ts';
import { searchKey } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** State of a procedure on a portal. */
export type PortalState = 'open' | 'notOpen' | 'closed';

/** Procedures that a portal lists for the agencies of a round, e.g. its export of public services. */
export interface PortalProcedures {
  /** State of a procedure by its national code (`d.dddddd`); undefined when the portal does not list it. */
  stateOf(code: string): PortalState | undefined;
}

const CLOSED = /\b(?:bai bo|het hieu luc|da dong(?! bo)|ngung|dung|huy|an|withdrawn|inactive)\b/;
const NOT_OPEN = /\b(?:chua|khong|ban nhap|cho(?! phep))\b/;

/** Indexes a portal's list. @param rows  `ma_tthc`, and `trang_thai` where the list tells it ("Công khai", "Chưa công
 *  khai"); without a state a listed procedure counts as open. The most open state of a repeated code counts. */
export function indexPortalProcedures(rows: readonly ListRow[]): PortalProcedures {
  const states = new Map<string, PortalState>();
  for (const { ma_tthc, trang_thai } of rows) {
    const code = parseProcedureCode(ma_tthc ?? '');
    if (!code.ok) continue;
    const state = portalState(trang_thai ?? '');
    const known = states.get(code.value.base);
    if (known === undefined || state === 'open' || known === 'closed') states.set(code.value.base, state);
  }
  return { stateOf: (code) => states.get(code) };
}

function portalState(text: string): PortalState {
  const key = searchKey(text);
  if (NOT_OPEN.test(key)) return 'notOpen';
  return CLOSED.test(key) ? 'closed' : 'open';
}
