import { FORMER_PROVINCES } from './facts/formerProvinces.ts';
import { PROVINCES } from './facts/provinces.ts';
import { compareKey, searchKey } from './vietnameseText.ts';

/** One of the 34 provinces and cities since 01/7/2025 (NQ 202/2025/QH15; codes: QĐ 19/2025/QĐ-TTg). */
export interface Province {
  /** Two digits. The numbers were given new meanings: 24 was Bắc Giang and is Bắc Ninh (DOMAIN §7.4). */
  readonly code: string;
  /** Without rank: "Gia Lai". */
  readonly name: string;
  readonly rank: 'tinh' | 'thanh_pho';
  /** ISO date since when it is a city, where that is later than the merger (Đồng Nai, NQ 30/2026/QH16). */
  readonly cityFrom?: string;
}

/** One of the 63 provinces before 01/7/2025. */
export interface FormerProvince {
  readonly code: string;
  readonly name: string;
  readonly successor: string;
}

/** What a text says about a province. */
export interface ProvinceMatch {
  readonly province: Province;
  /** Set where the text names a province that no longer exists. */
  readonly former?: FormerProvince;
  /** The rank the text gives it. */
  readonly rank?: Province['rank'];
  /** False where only the text without diacritics, or another spelling, fits. */
  readonly exact: boolean;
}

const RANK = /^(tinh|thanh pho|tp|t|tt)(?: |$)/;
/** Spellings that are neither the name nor the name without diacritics, as search keys. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  hcm: '79',
  tphcm: '79',
  hochiminh: '79',
  'sai gon': '79',
  hn: '01',
  hanoi: '01',
  danang: '48',
  'dac lac': '66',
  daklak: '66',
  'thua thien hue': '46',
  'dac nong': '67',
  daknong: '67',
  'br vt': '77',
  brvt: '77',
  'ba ria vung tau': '77',
  'vung tau': '77',
  kontum: '62',
};
const FORMER_ONLY = new Set(['67', '77', '62']);

/** All provinces, by code. */
export const provinces = (): readonly Province[] => tables().current;

/** The 63 provinces before 01/7/2025, by the code of that time. Citizen ids and interbank codes still carry them. */
export const formerProvinces = (): readonly FormerProvince[] => tables().former;

/** The province of a two-digit code since 01/7/2025. */
export const provinceByCode = (code: string): Province | undefined => tables().byCode.get(code);

/** Full name with its rank, e.g. "Thành phố Đồng Nai". */
export const provinceFullName = (province: Province): string =>
  `${province.rank === 'tinh' ? 'Tỉnh' : 'Thành phố'} ${province.name}`;

/** The province a cell names, with or without rank and diacritics; a former province gives its successor. Undefined where
 *  it names none. Names of agencies ("UBND tỉnh Gia Lai") are not province names. */
export function findProvince(text: string): ProvinceMatch | undefined {
  const key = searchKey(text);
  if (key === '' || key.length > 60) return undefined;
  const word = RANK.exec(key);
  const bare = word === null ? key : key.slice(word[0].length);
  // "Thành phố Hồ Chí Minh" has a rank, "Thành phố" alone has none; a name may begin like one ("T…").
  return lookUp(text, key, bare, rankOf(word?.[1])) ?? (word === null ? undefined : lookUp(text, key, key, undefined));
}

const rankOf = (word: string | undefined): Province['rank'] | undefined =>
  word === undefined || word === 't' ? (word === 't' ? 'tinh' : undefined) : word === 'tinh' ? 'tinh' : 'thanh_pho';

function lookUp(
  text: string,
  key: string,
  name: string,
  rank: Province['rank'] | undefined,
): ProvinceMatch | undefined {
  const { byKey, byCode, formerByCode, formerByKey } = tables();
  const extra = rank === undefined ? {} : { rank };
  const endsLike = (official: string): boolean => ` ${compareKey(text)}`.endsWith(` ${compareKey(official)}`);
  const current = byKey.get(name);
  if (current !== undefined) return { province: current, ...extra, exact: endsLike(current.name) };
  const former = formerByKey.get(name);
  if (former !== undefined) {
    return { province: byCode.get(former.successor)!, former, ...extra, exact: endsLike(former.name) };
  }
  const code = OTHER_SPELLINGS[name] ?? OTHER_SPELLINGS[key.replaceAll(' ', '')];
  if (code === undefined) return undefined;
  if (!FORMER_ONLY.has(code)) {
    const old = code === '46' ? { former: formerByCode.get('46')! } : {};
    return { province: byCode.get(code)!, ...old, ...extra, exact: false };
  }
  const old = formerByCode.get(code)!;
  return { province: byCode.get(old.successor)!, former: old, ...extra, exact: false };
}

interface Tables {
  readonly current: readonly Province[];
  readonly former: readonly FormerProvince[];
  readonly byCode: ReadonlyMap<string, Province>;
  readonly byKey: ReadonlyMap<string, Province>;
  readonly formerByCode: ReadonlyMap<string, FormerProvince>;
  readonly formerByKey: ReadonlyMap<string, FormerProvince>;
}

let built: Tables | undefined;

function tables(): Tables {
  return (built ??= buildTables());
}

function buildTables(): Tables {
  const current = PROVINCES.trim()
    .split('\n')
    .map((line): Province => {
      const [code, name, city, cityFrom] = line.split('|') as [string, string, string, string];
      const rank = city === '1' ? 'thanh_pho' : 'tinh';
      return cityFrom === '' ? { code, name, rank } : { code, name, rank, cityFrom };
    });
  const former = FORMER_PROVINCES.trim()
    .split('\n')
    .map((line): FormerProvince => {
      const [code, name, successor] = line.split('|') as [string, string, string];
      return { code, name, successor };
    });
  return {
    current,
    former,
    byCode: new Map(current.map((province) => [province.code, province])),
    byKey: new Map(current.map((province) => [searchKey(province.name), province])),
    formerByCode: new Map(former.map((province) => [province.code, province])),
    formerByKey: new Map(former.map((province) => [searchKey(province.name), province])),
  };
}
