import { parseChannels, type Channel } from '../domain/channel.ts';
import type { Cell } from '../table/cell.ts';

const NONE: readonly Channel[] = [];
const SETS = new Map<string, readonly Channel[]>();

/** Channels that a cell names; none when it is blank or names none that is known. One list per set of channels, so that
 *  its identity is a key. For `view.derive`. */
export function channelsIn(_cell: Cell, text: string): readonly Channel[] {
  const channels = parseChannels(text);
  if (!channels.ok) return NONE;
  const key = channels.value.join();
  let set = SETS.get(key);
  if (set === undefined) SETS.set(key, (set = channels.value));
  return set;
}
