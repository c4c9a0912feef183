import { parseProcedureCode } from '../domain/procedureCode.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { TableView } from '../engine/rule.ts';
import type { Cell } from '../table/cell.ts';
import { channelsIn } from './statedChannels.ts';

/** Rows of one procedure (and case, and agency) of a table, by the channel they speak for. */
export interface ChannelRows {
  readonly online: readonly number[];
  readonly direct: readonly number[];
}

const readCode = (_cell: Cell, text: string): string => {
  const code = parseProcedureCode(text);
  return code.ok ? code.value.base : text;
};
const readKey = (_cell: Cell, text: string): string => compareKey(text);

/** Procedures of the table that have a line for submitting online and one for submitting in person. A row for both
 *  channels says the same of both and is left out. */
export function onlineBesideDirect(view: TableView): readonly ChannelRows[] {
  const codeOf = view.derive('ma_tthc', readCode);
  const caseOf = view.derive('truong_hop', readKey);
  const agencyOf = view.derive('don_vi', readKey);
  const feeTypeOf = view.derive('loai_phi', readKey);
  const channelsOf = view.derive('hinh_thuc_nop', channelsIn);
  const groups = new Map<string, { online: number[]; direct: number[] }>();
  for (let row = 0; row < view.rows; row += 1) {
    const channels = channelsOf(row);
    const online = channels.includes('online');
    if (online === channels.includes('direct') || codeOf(row) === '') continue;
    const key = [codeOf(row), caseOf(row), agencyOf(row), feeTypeOf(row)].join('\u0001');
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { online: [], direct: [] }));
    (online ? group.online : group.direct).push(row);
  }
  return [...groups.values()].filter(({ online, direct }) => online.length > 0 && direct.length > 0);
}
