import type { Language } from '../i18n/index.ts';
import { parsed, refused, type Parsed } from './parsed.ts';
import { searchKey } from './vietnameseText.ts';

/** How a dossier is submitted. National spelling: "Trực tuyến", "Trực tiếp", "Dịch vụ bưu chính" (Nộp qua bưu chính công ích). */
export type Channel = 'online' | 'direct' | 'postal';

/** All channels in the order forms list them. */
export const CHANNELS: readonly Channel[] = ['direct', 'online', 'postal'];

const NAMES: Readonly<Record<Channel, Readonly<Record<Language, string>>>> = {
  direct: { vi: 'Trực tiếp', en: 'In person' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  postal: { vi: 'Dịch vụ bưu chính', en: 'By post' },
};

// Channel numbers of the old national packets (DOMAIN §1.2, KENH); their order is that of the old portal's form and is
// not confirmed by a document.
const PACKET_NUMBERS: Readonly<Record<string, Channel>> = { '1': 'direct', '2': 'online', '3': 'postal' };

// Words that name a channel, in search keys. "Một cửa điện tử" is a system, not a counter.
const WORDS: Readonly<Record<Channel, RegExp>> = {
  direct: /\b(?:truc tiep|direct|in person|mot cua(?! dien tu)|hanh chinh cong|ttpvhcc|ttphvcc|tai tru so|tai quay)\b/,
  online:
    /\b(?:truc tuyen|online|dvctt|cong (?:dich vu cong|dvc)|moi truong (?:dien tu|mang)|qua mang|internet|thu dien tu|vneid)\b/,
  postal: /\b(?:buu chinh|buu dien|bcci|postal|by post|vnpost|chuyen phat)\b/,
};

/** Reads every channel that a cell names, in the order of {@link CHANNELS}: "Trực tuyến", "Nộp trực tiếp tại Bộ phận một
 *  cửa hoặc qua bưu chính công ích", `DIRECT,ONLINE,POSTAL` (new portal), `1` (old packets). Words beside them are no
 *  error. Errors: `empty`, `unknown`. */
export function parseChannels(cell: string): Parsed<Channel[], 'empty' | 'unknown'> {
  const key = searchKey(cell);
  if (key === '') return refused('empty', 0, cell.length);
  const numbers = key.split(' ').map((word) => PACKET_NUMBERS[word]);
  const found = numbers.every((channel) => channel !== undefined)
    ? CHANNELS.filter((channel) => numbers.includes(channel))
    : CHANNELS.filter((channel) => WORDS[channel].test(key));
  return found.length === 0 ? refused('unknown', 0, cell.length) : parsed(found);
}

/** Reads a cell that should name one channel. Errors: `empty`, `unknown`, `several`. */
export function parseChannel(cell: string): Parsed<Channel, 'empty' | 'unknown' | 'several'> {
  const channels = parseChannels(cell);
  if (!channels.ok) return channels;
  return channels.value.length === 1 ? parsed(channels.value[0]!) : refused('several', 0, cell.length);
}

/** Name of a channel for people. */
export const formatChannel = (channel: Channel, language: Language = 'vi'): string => NAMES[channel][language];
