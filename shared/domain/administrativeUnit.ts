import { COMMUNES } from './facts/communes.ts';
import { FORMER_COMMUNES } from './facts/formerCommunes.ts';
import { foldText, sourceSlice, sourceSpan } from './foldedText.ts';
import type { Span } from './parsed.ts';
import { findProvince } from './province.ts';
import type { Province } from './province.ts';
import { searchKey, compareKey } from './vietnameseText.ts';

export { findProvince, formerProvinces, provinceByCode, provinceFullName, provinces } from './province.ts';
export type { FormerProvince, Province, ProvinceMatch } from './province.ts';

/** Kinds of communal units: since 01/7/2025 xã, phường and đặc khu; thị trấn only before. */
export type CommuneLevel = 'xa' | 'phuong' | 'dac_khu' | 'thi_tran';

/** One of the 3,321 communes, wards and special zones (QĐ 19/2025/QĐ-TTg). */
export interface Commune {
  /** Five digits. */
  readonly code: string;
  readonly level: CommuneLevel;
  /** Without level: "Ba Đình". */
  readonly name: string;
  /** Code of its province. */
  readonly province: string;
}

/** A commune before 01/7/2025. One that was split stands here once for each successor. */
export interface FormerCommune {
  /** Five digits; absent where the source has none. */
  readonly code?: string;
  readonly level: CommuneLevel;
  readonly name: string;
  /** With level: "Huyện Ba Chẽ". */
  readonly district: string;
  /** Name of the province of that time. */
  readonly province: string;
  readonly successor: Commune;
}

/** What a text says about a commune.
 *  `current` one unit of that name and level · `otherLevel` the name is now that of a unit of another level · `ambiguous`
 *  several units bear it, name the province · `former` it was merged away; successors are candidates for a person to choose
 *  from, as communes were also split (DOMAIN §7.4). */
export type CommuneMatch =
  | { readonly kind: 'current' | 'otherLevel'; readonly commune: Commune; readonly exact: boolean }
  | { readonly kind: 'ambiguous'; readonly communes: readonly Commune[] }
  | { readonly kind: 'former'; readonly former: readonly FormerCommune[]; readonly successors: readonly Commune[] };

const LEVEL_WORDS: Readonly<Record<CommuneLevel, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  dac_khu: 'Đặc khu',
  thi_tran: 'Thị trấn',
};
const LETTER_LEVELS: Readonly<Record<string, CommuneLevel>> = { X: 'xa', P: 'phuong', D: 'dac_khu', T: 'thi_tran' };
const WRITTEN_LEVEL = /^(xa|phuong|dac khu|thi tran|x|p|f|dk|tt)(?= )/;
const SHORT_LEVELS: Readonly<Record<string, CommuneLevel>> = {
  xa: 'xa',
  x: 'xa',
  phuong: 'phuong',
  p: 'phuong',
  f: 'phuong',
  'dac khu': 'dac_khu',
  dk: 'dac_khu',
  'thi tran': 'thi_tran',
  tt: 'thi_tran',
};
/** Codes of other lists in use for units whose official code differs (QĐ 19/2025/QĐ-TTg): Ba Chẽ, Ia Mơ. */
const OTHER_CODES: Readonly<Record<string, string>> = { '06970': '06978', '23737': '23938' };

/** All communes, by code. */
export const communes = (): readonly Commune[] => current().all;

/** The commune of a five-digit code. A code that circulates in other lists gives the unit whose official code differs. */
export const communeByCode = (code: string): Commune | undefined =>
  current().byCode.get(code) ?? current().byCode.get(OTHER_CODES[code] ?? '');

/** Full name with its level, e.g. "Phường Ba Đình". */
export const communeFullName = (commune: { readonly level: CommuneLevel; readonly name: string }): string =>
  `${LEVEL_WORDS[commune.level]} ${commune.name}`;

/** Number of communal units of a province, 0 for an unknown code (An Giang 102, Đồng Nai 95, Gia Lai 135). */
export const communeCount = (provinceCode: string): number => current().counts.get(provinceCode) ?? 0;

/** Communes that bore a five-digit code before 01/7/2025. */
export const formerCommunesByCode = (code: string): readonly FormerCommune[] => former().byCode.get(code) ?? [];

/** The commune a cell names: "Xã An Phú", "an phu", "P. Ba Đình, Hà Nội", "Thị trấn Ba Chẽ, huyện Ba Chẽ, tỉnh Quảng Ninh".
 *  `province` is the code of the row's province; a province in the text narrows too. Undefined where no unit bore the name. */
export function findCommune(text: string, province?: string): CommuneMatch | undefined {
  const [head = '', ...rest] = text.split(',').slice(0, 5);
  const place = readPlace(rest);
  const provinceCode = place.province?.code ?? province;
  const key = searchKey(head);
  if (key === '' || key.length > 80) return undefined;
  const word = WRITTEN_LEVEL.exec(key)?.[1];
  const level = word === undefined ? undefined : SHORT_LEVELS[word];
  const name = nameKey(word === undefined ? key : key.slice(word.length + 1));

  const inProvince = (code: string): boolean => provinceCode === undefined || code === provinceCode;
  const namesakes = (current().byName.get(name) ?? []).filter((commune) => inProvince(commune.province));
  const old = (former().byName.get(name) ?? []).filter(
    (entry) =>
      inProvince(entry.successor.province) &&
      (level === undefined || entry.level === level) &&
      (place.district === undefined || nameKey(searchKey(entry.district)) === place.district),
  );
  const sameLevel = namesakes.filter((commune) => level === undefined || commune.level === level);
  // Marks decide between namesakes such as Hoà An and Hoa An; a text without any names all of them.
  const hasMarks = /[^ -~]/.test(head);
  const marked = sameLevel.filter((commune) => spelledAs(head, commune.name));
  const candidates = hasMarks && marked.length > 0 ? marked : sameLevel;
  if (place.district !== undefined && old.length > 0) return formerMatch(old);
  if (candidates.length === 1) return { kind: 'current', commune: candidates[0]!, exact: marked.length > 0 };
  if (candidates.length > 1) return { kind: 'ambiguous', communes: candidates };
  if (old.length > 0) {
    const exact = old.filter((entry) => spelledAs(head, entry.name));
    return formerMatch(exact.length > 0 ? exact : old);
  }
  if (namesakes.length > 1) return { kind: 'ambiguous', communes: namesakes };
  const [only] = namesakes;
  return only === undefined ? undefined : { kind: 'otherLevel', commune: only, exact: spelledAs(head, only.name) };
}

/** Words of the level that ended on 01/7/2025: huyện, quận, thị xã, thị trấn (also in "cấp huyện"), with their places.
 *  Only words with their diacritics count, as "quân" and "quản" fold to the same letters. */
export function formerLevelWords(text: string): { readonly word: string; readonly span: Span }[] {
  const folded = foldText(text);
  const found: { word: string; span: Span }[] = [];
  for (const match of folded.text.matchAll(/(?<![a-z])(?:huyen|quan|thi {1,3}xa|thi {1,3}tran)(?![a-z])/g)) {
    const end = match.index + match[0].length;
    const word = sourceSlice(folded, match.index, end).normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
    if (['huyện', 'quận', 'thị xã', 'thị trấn'].includes(word))
      found.push({ word, span: sourceSpan(folded, match.index, end) });
  }
  return found;
}

/** Whether a text names a district before 01/7/2025 with its level, a city of a province included: "Thành phố Biên Hòa",
 *  "huyện An Phú", "TP. Quy Nhơn". */
export function isFormerDistrict(text: string): boolean {
  const key = searchKey(text)
    .replace(/^tp /, 'thanh pho ')
    .replace(/^q (?=\d)/, 'quan ')
    .replace(/^tx /, 'thi xa ');
  return former().districts.has(nameKey(key));
}

function formerMatch(entries: readonly FormerCommune[]): CommuneMatch {
  return { kind: 'former', former: entries, successors: [...new Set(entries.map((entry) => entry.successor))] };
}

/** Province and district that stand after the commune in an address. */
function readPlace(parts: readonly string[]): { province?: Province; district?: string } {
  const last = parts.at(-1);
  const province = last === undefined ? undefined : findProvince(last)?.province;
  const middle = province === undefined ? parts : parts.slice(0, -1);
  const district = middle.map((part) => nameKey(searchKey(part))).find((key) => former().districts.has(key));
  return { ...(province === undefined ? {} : { province }), ...(district === undefined ? {} : { district }) };
}

/** "Phường 01" and "Phường 1" are one. */
const nameKey = (key: string): string => key.replace(/(^| )0(?=\d(?: |$))/g, '$1');

const spelledAs = (text: string, name: string): boolean => {
  const key = ` ${nameKey(compareKey(text))}`;
  return key.endsWith(` ${nameKey(compareKey(name))}`);
};

interface Current {
  readonly all: readonly Commune[];
  readonly byCode: ReadonlyMap<string, Commune>;
  readonly byName: ReadonlyMap<string, readonly Commune[]>;
  readonly counts: ReadonlyMap<string, number>;
}
interface Former {
  readonly byCode: ReadonlyMap<string, readonly FormerCommune[]>;
  readonly byName: ReadonlyMap<string, readonly FormerCommune[]>;
  readonly districts: ReadonlySet<string>;
}

/** Name keys of a unit; "Cư M'gar" is also found as "Cư Mgar". */
const namesOf = ({ name }: { readonly name: string }): readonly string[] => [
  ...new Set([searchKey(name), searchKey(name.replaceAll("'", ''))].map(nameKey)),
];

function group<T>(units: readonly T[], keysOf: (unit: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const unit of units) {
    for (const key of keysOf(unit)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [unit]);
      else known.push(unit);
    }
  }
  return groups;
}

let builtCurrent: Current | undefined;
let builtFormer: Former | undefined;

function current(): Current {
  return (builtCurrent ??= readCurrent());
}

function former(): Former {
  return (builtFormer ??= readFormer());
}

function readCurrent(): Current {
  const all: Commune[] = [];
  const counts = new Map<string, number>();
  for (const line of COMMUNES.trim().split('\n')) {
    const [province, list] = line.split('|') as [string, string];
    const entries = list.split(',');
    counts.set(province, entries.length);
    for (const entry of entries) {
      all.push({ code: entry.slice(0, 5), level: LETTER_LEVELS[entry[5]!]!, name: entry.slice(6), province });
    }
  }
  all.sort((a, b) => (a.code < b.code ? -1 : 1));
  const byName = group(all, namesOf);
  return { all, byCode: new Map(all.map((commune) => [commune.code, commune])), byName, counts };
}

function readFormer(): Former {
  const all: FormerCommune[] = [];
  const districts = new Set<string>();
  for (const line of FORMER_COMMUNES.trim().split('\n')) {
    const [province, district, list] = line.split('|') as [string, string, string];
    districts.add(nameKey(searchKey(district)));
    for (const entry of list.split(',')) {
      const successor = current().byCode.get(entry.slice(5, 10))!;
      const code = entry.startsWith('-') ? {} : { code: entry.slice(0, 5) };
      all.push({ ...code, level: LETTER_LEVELS[entry[10]!]!, name: entry.slice(11), district, province, successor });
    }
  }
  return {
    byCode: group(all, ({ code }) => (code === undefined ? [] : [code])),
    byName: group(all, namesOf),
    districts,
  };
}
