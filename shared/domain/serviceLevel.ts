import type { Language } from '../i18n/index.ts';
import { parsed, refused, type Parsed } from './parsed.ts';
import { searchKey } from './vietnameseText.ts';

/** How much of a service is done online (NĐ 224/2026 Điều 14): all of it ("toàn trình"), a part ("một phần", with a
 *  published reason), or information only ("cung cấp thông tin"). */
export type ServiceLevel = 'full' | 'partial' | 'information';

/** A level as a cell tells it. */
export interface WrittenServiceLevel {
  readonly level: ServiceLevel;
  /** The old number ("mức độ 4") that it was read from; their meaning is the usual one, no document found. */
  readonly legacy?: 1 | 2 | 3 | 4;
}

const NAMES: Readonly<Record<ServiceLevel, Readonly<Record<Language, string>>>> = {
  full: { vi: 'Toàn trình', en: 'Fully online' },
  partial: { vi: 'Một phần', en: 'Partly online' },
  information: { vi: 'Cung cấp thông tin', en: 'Information only' },
};
const WORDS: readonly (readonly [ServiceLevel, RegExp])[] = [
  ['full', /\b(?:toan trinh|toan phan|full(?:y online)?)\b/],
  ['partial', /\b(?:mot phan|1 phan|partial|partly online)\b/],
  ['information', /\b(?:cung cap thong tin|information(?: only)?)\b/],
];
const LEGACY = /^(?:(?:dvc |dvctt |dich vu cong )?(?:truc tuyen )?(?:muc(?: do)?|md) ?)?([1-4])$/;
const LEVEL_OF_LEGACY: readonly ServiceLevel[] = ['information', 'information', 'partial', 'full'];

/** Reads a service level: "DVC trực tuyến toàn trình", "Một phần", "Mức độ 4", "3". Errors: `empty`, `unknown`, `several`
 *  (two levels named). */
export function parseServiceLevel(cell: string): Parsed<WrittenServiceLevel, 'empty' | 'unknown' | 'several'> {
  const key = searchKey(cell);
  if (key === '') return refused('empty', 0, cell.length);
  const legacy = LEGACY.exec(key)?.[1];
  if (legacy !== undefined) {
    const number = Number(legacy) as 1 | 2 | 3 | 4;
    return parsed({ level: LEVEL_OF_LEGACY[number - 1]!, legacy: number });
  }
  const found = WORDS.filter(([, words]) => words.test(key));
  if (found.length > 1) return refused('several', 0, cell.length);
  return found.length === 0 ? refused('unknown', 0, cell.length) : parsed({ level: found[0]![0] });
}

/** Name of a level for people. */
export const formatServiceLevel = (level: ServiceLevel, language: Language = 'vi'): string => NAMES[level][language];
