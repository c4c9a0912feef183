import {
  communeFullName,
  communes,
  findCommune,
  findProvince,
  isFormerDistrict,
  type Commune,
  type CommuneMatch,
  type FormerProvince,
  type Province,
} from '../domain/administrativeUnit.ts';
import { findPlaceMentions, type PlaceMention } from '../domain/placeMentions.ts';
import { compareKey, searchKey } from '../domain/vietnameseText.ts';
import type { Cell } from '../table/cell.ts';

/** Administrative units that a cell names with their level. */
export interface Places {
  readonly text: string;
  readonly mentions: readonly PlaceMention[];
}

const NO_PLACES: Places = { text: '', mentions: [] };

/** Reads the units of a cell; cells without any share one object. For `view.derive`. */
export const readPlaces = (_cell: Cell, text: string): Places => {
  const mentions = findPlaceMentions(text);
  return mentions.length === 0 ? NO_PLACES : { text, mentions };
};

/** The writer's words of a mention, e.g. "huyện An Phú". */
export const wordsOf = ({ text }: Places, { span }: PlaceMention): string => text.slice(span.start, span.end);

/** A special zone (đặc khu) that a mention gives another level, e.g. "huyện Côn Đảo", "xã Phú Quốc". The xã Cô Tô of An
 *  Giang is a commune of its own. */
export function mislabelledZone(mention: PlaceMention): Commune | undefined {
  const { word, name } = mention;
  if (word === 'dac_khu' || word === 'tinh' || mention.labelledOld) return undefined;
  const zone = specialZones().get(zoneKey(name));
  if (zone === undefined || word === 'huyen' || word === 'thanh_pho' || word === 'thi_xa' || word === 'quan')
    return zone;
  const match = findCommune(`${LEVELS[word]} ${name}`);
  if (match === undefined || match.kind === 'ambiguous') return undefined;
  if (match.kind === 'former') return match.successors.every((one) => one === zone) ? zone : undefined;
  return match.commune === zone ? zone : undefined;
}

/** Whether a mention is of the level that ended on 01/7/2025: huyện, quận, thị xã, thị trấn, a city of a province. */
export function isOfFormerLevel(mention: PlaceMention, { text }: Places): boolean {
  const { word, name, longName } = mention;
  if (mention.labelledOld || mislabelledZone(mention) !== undefined) return false;
  if (word === 'thanh_pho') {
    if (isCity(name) || (longName !== undefined && isCity(longName))) return false;
    return isFormerDistrict(`thành phố ${name}`);
  }
  const level = DISTRICT_LEVELS[word];
  if (level === undefined) return false;
  // Without diacritics "thi xa" or "quan" may be other words: only a unit that there was counts.
  return HAS_MARKS.test(text) || isFormerDistrict(`${level} ${name}`);
}

/** The province of today that a mention names. */
export function provinceOf({ word, name, longName }: PlaceMention): Province | undefined {
  if (word !== 'tinh' && word !== 'thanh_pho') return undefined;
  return (longName === undefined ? undefined : findProvince(longName))?.province ?? findProvince(name)?.province;
}

/** A province merged away or renamed that a mention names as "tỉnh …". */
export function formerProvinceOf({
  word,
  name,
  longName,
  labelledOld,
}: PlaceMention): { readonly former: FormerProvince; readonly province: Province } | undefined {
  if (word !== 'tinh' || labelledOld) return undefined;
  const match = (longName === undefined ? undefined : findProvince(longName)) ?? findProvince(name);
  return match?.former === undefined ? undefined : { former: match.former, province: match.province };
}

/** What became of a commune or ward that a mention names, if it was merged away; undefined where a unit of that name may
 *  well exist. `province` is what else is known of the place. */
export function formerCommuneOf(
  mention: PlaceMention,
  province: string | undefined,
): Extract<CommuneMatch, { kind: 'former' }> | undefined {
  if ((mention.word !== 'xa' && mention.word !== 'phuong') || mention.labelledOld) return undefined;
  // "phường Văn Miếu - Quốc Tử Giám"
  const { longName } = mention;
  if (longName !== undefined && findCommune(`${LEVELS[mention.word]} ${longName}`)?.kind === 'current')
    return undefined;
  const match = findCommune(`${LEVELS[mention.word]} ${mention.name}`, province);
  if (match?.kind !== 'former' || mislabelledZone(mention) !== undefined) return undefined;
  const key = numberless(compareKey(mention.name));
  return match.former.some(({ name }) => numberless(compareKey(name)) === key) ? match : undefined;
}

/** Units that took the area of an old address (commune with its district), where the text names both. */
export function successorsOfAddress(places: Places): readonly Commune[] {
  const small = places.mentions.find(({ word }) => word === 'xa' || word === 'phuong' || word === 'thi_tran');
  if (small === undefined) return [];
  const larger = places.mentions.filter((mention) => mention !== small && mention.word in PLACE_LEVELS);
  const match = findCommune(
    [small, ...larger].map(({ word, name }) => `${PLACE_LEVELS[word] ?? LEVELS[word]} ${name}`).join(', '),
  );
  return match?.kind === 'former' ? match.successors : [];
}

/** Names with their level, "Xã An Phú hoặc Xã Vĩnh Hậu", at most five. */
export function communeList(list: readonly Commune[]): string {
  const names = list.slice(0, 5).map(communeFullName);
  return list.length > 5 ? `${names.join(' hoặc ')}…` : names.join(' hoặc ');
}

const LEVELS: Readonly<Record<string, string>> = { xa: 'xã', phuong: 'phường', thi_tran: 'thị trấn' };
const DISTRICT_LEVELS: Readonly<Record<string, string>> = {
  huyen: 'huyện',
  quan: 'quận',
  thi_xa: 'thị xã',
  thi_tran: 'thị trấn',
};
const PLACE_LEVELS: Readonly<Record<string, string>> = {
  huyen: 'huyện',
  quan: 'quận',
  thi_xa: 'thị xã',
  tinh: 'tỉnh',
  thanh_pho: 'thành phố',
};
const HAS_MARKS = /[^\0-\x7F]/;

/** "Phường 01" and "Phường 1" are one. */
const numberless = (key: string): string => key.replace(/(^| )0(?=\d(?: |$))/g, '$1');
/** "Bạch Long Vỹ" and "Bạch Long Vĩ" are one. */
const zoneKey = (name: string): string => searchKey(name).replace(/y(?= |$)/g, 'i');

let zones: ReadonlyMap<string, Commune> | undefined;
const specialZones = (): ReadonlyMap<string, Commune> =>
  (zones ??= new Map(
    communes()
      .filter(({ level }) => level === 'dac_khu')
      .map((commune) => [zoneKey(commune.name), commune]),
  ));

const isCity = (name: string): boolean => {
  const match = findProvince(name);
  return match !== undefined && match.former === undefined && match.province.rank === 'thanh_pho';
};
