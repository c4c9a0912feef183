import { parseChannel } from '../../../shared/domain/channel.ts';
import type { NationalChannel } from '../../../shared/reference/catalogue.ts';
import type { Spot } from '../mistake.ts';

/** The one national line that a row is compared with: that of its channel, or in a catalogue row any where all say the
 *  same. Undefined where the catalogue grants several values, so that another one may be right for some case. */
export function nationalLineOf({ national, keys, other }: Spot): NationalChannel | undefined {
  if (national === undefined) return undefined;
  const channel = keys.has('hinh_thuc_nop') ? parseChannel(other('hinh_thuc_nop')) : null;
  const lines =
    channel?.ok === true ? national.channels.filter((line) => line.channel === channel.value) : national.channels;
  const [first] = lines;
  const same = lines.every(
    ({ deadlineText, feeText, feeNote }) =>
      deadlineText === first?.deadlineText && feeText === first.feeText && feeNote === first.feeNote,
  );
  return same ? first : undefined;
}
