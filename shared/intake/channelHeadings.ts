import type { Channel } from '../domain/channel.ts';
import type { FieldKey } from '../domain/fields.ts';
import { keyOfHeading } from './headingKeys.ts';
import { fieldsOfKey } from './headings.ts';

/** Words that name a channel in a heading, as heading keys; the longer spelling stands first. */
const CHANNEL_WORDS: readonly (readonly [string, Channel])[] = [
  ['buuchinhcongich', 'postal'],
  ['buuchinh', 'postal'],
  ['bcci', 'postal'],
  ['tructuyen', 'online'],
  ['online', 'online'],
  ['quamang', 'online'],
  ['tructiep', 'direct'],
  ['taibophanmotcua', 'direct'],
  ['motcua', 'direct'],
];

/** Words that join a channel to what is told of it: "thời gian *nộp qua dịch vụ* bưu chính". */
const JOINING_WORDS = ['hinhthuc', 'cachthuc', 'kenh', 'dichvu', 'nophoso', 'nop', 'qua', 'khi', 'bang', 'tai', 'theo'];

/** Fields of which a wide catalogue gives one column per channel. */
const PER_CHANNEL: ReadonlySet<FieldKey> = new Set([
  'thoi_han',
  'phi_le_phi',
  'mo_ta',
  'thoi_han_cat_giam',
  'loai_phi',
  'ma_phi',
]);

const STARTS: readonly (readonly [string, FieldKey])[] = [
  ['thoihan', 'thoi_han'],
  ['thoigian', 'thoi_han'],
  ['lephi', 'phi_le_phi'],
  ['phi', 'phi_le_phi'],
  ['mucthu', 'phi_le_phi'],
  ['mucphi', 'phi_le_phi'],
  ['mucle', 'phi_le_phi'],
];

/** What a heading says of one channel, e.g. `['Phí, lệ phí', 'Trực tuyến']` → fee, online; "Thời gian nộp trực tuyến" →
 *  deadline, online. Null when it names no channel, several, or nothing that differs by channel (a count of dossiers). */
export function channelHeading(
  path: readonly string[],
): { readonly field: FieldKey; readonly channel: Channel } | null {
  let channel: Channel | undefined;
  const told: string[] = [];
  for (const part of path) {
    let key = keyOfHeading(part);
    let named = false;
    for (const [word, of] of CHANNEL_WORDS) {
      if (!key.includes(word)) continue;
      if (channel !== undefined && channel !== of) return null;
      channel = of;
      named = true;
      key = key.replaceAll(word, ' ');
    }
    if (named) for (const word of JOINING_WORDS) key = key.replaceAll(word, ' ');
    told.push(key.replaceAll(' ', ''));
  }
  if (channel === undefined) return null;
  for (const key of told.toReversed()) {
    const field =
      fieldsOfKey(key).find((candidate) => PER_CHANNEL.has(candidate.field))?.field ??
      (fieldsOfKey(key).length === 0 ? STARTS.find(([start]) => key.startsWith(start))?.[1] : undefined);
    if (field !== undefined) return { field, channel };
  }
  return null;
}
