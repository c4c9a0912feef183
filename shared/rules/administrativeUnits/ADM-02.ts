import {
  communeFullName,
  findCommune,
  findProvince,
  formerLevelWords,
  isFormerDistrict,
  provinceByCode,
  provinceFullName,
  type Commune,
  type Province,
} from '../../domain/administrativeUnit.ts';
import { splitValues } from '../../domain/multiValue.ts';
import { findPlaceMentions } from '../../domain/placeMentions.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { oncePerPair } from '../oncePerPair.ts';
import {
  communeList,
  formerCommuneOf,
  isOfFormerLevel,
  mislabelledZone,
  readPlaces,
  wordsOf,
  type Places,
} from '../places.ts';
import { AGENCY_FIELDS, provinceOfRow, SHEETS_WITH_PLACES } from './placeFields.ts';
import { perAlikeRows } from '../alikeRows.ts';

type Message = 'former' | 'split' | 'otherLevel' | 'otherProvince' | 'unknown' | 'onlySuccessor' | 'level';

/** In the commune column every name is looked up; in running text only communes known to be merged away are reported, as
 *  anything else may be a name cut wrongly. Special zones under another level are ADM-09's; cells that name a district,
 *  and running text with a thị trấn, are ADM-04's. Old communes were also split: successors are proposed, never certain
 *  (DOMAIN §7.4). */
export default defineRule({
  id: 'ADM-02',
  title: 'Tên xã, phường, đặc khu thuộc 3.321 đơn vị sau sắp xếp',
  severity: 'error',
  scope: 'row',
  why: 'Xã, phường đã sáp nhập không còn trong danh mục của Cổng mới: hồ sơ của người dân nơi đó không tới được đơn vị đang giải quyết, tài khoản cán bộ gán sai đơn vị.',
  howToFix:
    'Thay bằng tên xã, phường, đặc khu mới; nếu xã cũ được chia về nhiều nơi, xác định theo thôn, tổ dân phố trước khi sửa.',
  legal: [{ doc: 'QĐ 19/2025/QĐ-TTg', article: 'Bảng danh mục và mã số đơn vị hành chính' }],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['xa', ...AGENCY_FIELDS],
  mayRead: ['tinh', 'ma_tinh'],
  messages: {
    former: '"{name}" không còn từ 01/7/2025; nay thuộc {successors}.',
    split: '"{name}" không còn từ 01/7/2025; địa bàn cũ (hoặc các xã cùng tên) nay thuộc {successors}.',
    otherLevel: '"{name}" nay là {unit}.',
    otherProvince: '"{name}" không thuộc {province}; đơn vị tên này thuộc {other}.',
    unknown: '"{name}" không có trong danh mục xã, phường, đặc khu, trước cũng như sau sắp xếp.',
    onlySuccessor: 'Đơn vị duy nhất nhận địa bàn cũ theo bảng chuyển đổi; cần xác nhận theo địa bàn.',
    level: 'Đơn vị duy nhất mang tên này, ghi theo loại hiện nay.',
  },
  en: {
    title: 'Communes are among the 3,321 of today',
    why: 'Merged communes are not in the new portal’s list: dossiers from there do not reach the office in charge, and staff accounts are tied to the wrong agency.',
    howToFix:
      'Write the name of the new commune, ward or special zone; where an old commune was split, find out by hamlet first.',
    messages: {
      former: '"{name}" ended on 1 July 2025; its area belongs to {successors} today.',
      split: '"{name}" ended on 1 July 2025; its area (or that of its namesakes) belongs to {successors} today.',
      otherLevel: '"{name}" is {unit} today.',
      otherProvince: '"{name}" is not in {province}; the unit of that name is in {other}.',
      unknown: '"{name}" is in no list of communes, wards or special zones, before or after the merger.',
      onlySuccessor: 'The only unit that took the area according to the conversion table; to be confirmed on the spot.',
      level: 'The only unit of that name, with its level of today.',
    },
  },
  check(view, context) {
    if (view.table.unfoldedFrom !== undefined) return;
    const provinceOf = provinceOfRow(view);
    if (view.has('xa')) {
      const judge = context.memo(judgeCommunes, () => oncePerPair(judgeCommunes));
      const communesOf = view.derive('xa', communesIn);
      perAlikeRows(view, context, ['xa', 'tinh', 'ma_tinh'], 'xa', (row) => {
        const named = communesOf(row);
        return named.names.length === 0 ? null : judge(named, provinceOf(row));
      });
    }
    const judge = context.memo(judgePlaces, () => oncePerPair(judgePlaces));
    for (const field of AGENCY_FIELDS) {
      if (!view.has(field)) continue;
      const placesOf = view.derive(field, readPlaces);
      perAlikeRows(view, context, [field, 'tinh', 'ma_tinh'], field, (row) => {
        const places = placesOf(row);
        return places.mentions.length === 0 ? null : judge(places, provinceOf(row));
      });
    }
  },
});

interface CommuneNames {
  readonly names: readonly string[];
}
const NO_NAMES: CommuneNames = { names: [] };
const NOT_ONE = /(?:^| )(?:cac|toan|tat ca|cap xa|\d{1,4} xa|\d{1,4} phuong)(?: |$)/;

/** Communes that a cell lists; an agency's name in front ("UBND xã …") is cut off. */
const communesIn = (cell: Cell, text: string): CommuneNames => {
  if (saysNothing(cell, text)) return NO_NAMES;
  const names = splitValues(text)
    .map((piece) => piece.text)
    .filter((piece) => !NOT_ONE.test(searchKey(piece)))
    .map((piece) => piece.slice(findPlaceMentions(piece).find(({ word }) => word in SMALL)?.wordSpan.start ?? 0));
  return names.length === 0 ? NO_NAMES : { names };
};
const SMALL = { xa: true, phuong: true, dac_khu: true, thi_tran: true };

function judgeCommunes({ names }: CommuneNames, province: Province): Verdict<Message> | null {
  for (const name of names) {
    const verdict = judgeName(name, province);
    if (verdict === null) continue;
    if (names.length === 1) return verdict;
    const { fix: _, ...others } = verdict;
    return others;
  }
  return null;
}

function judgeName(name: string, province: Province): Verdict<Message> | null {
  const [mention] = findPlaceMentions(name);
  if (mention !== undefined && (mislabelledZone(mention) !== undefined || mention.labelledOld)) return null;
  const match = findCommune(name, province.code || undefined);
  if (match?.kind === 'former') return merged(name, match.successors, name.includes(','));
  if (match?.kind === 'otherLevel') {
    const unit = communeFullName(match.commune);
    return {
      message: 'otherLevel',
      args: { name, unit },
      expected: unit,
      fix: { value: unit, confidence: 'likely', why: 'level' },
    };
  }
  if (match !== undefined || isFormerDistrict(name) || formerLevelWords(name).length > 0) return null;
  if (findProvince(name) !== undefined) return null;
  const elsewhere = province.code === '' ? undefined : findCommune(name);
  const homes = elsewhere === undefined || elsewhere.kind === 'former' ? [] : communesOf(elsewhere);
  if (homes.length === 0) return { message: 'unknown', args: { name } };
  const others = [...new Set(homes.map((commune) => provinceFullName(provinceByCode(commune.province)!)))];
  return {
    message: 'otherProvince',
    args: { name, province: provinceFullName(province), other: others.slice(0, 5).join(', ') },
  };
}

const communesOf = (
  match: { readonly commune: Commune } | { readonly communes: readonly Commune[] },
): readonly Commune[] => ('commune' in match ? [match.commune] : match.communes);

function merged(name: string, successors: readonly Commune[], withPlace: boolean): Verdict<Message> {
  const list = communeList(successors);
  const verdict = {
    message: successors.length > 1 ? 'split' : 'former',
    args: { name, successors: list },
    expected: list,
  } as const;
  if (successors.length > 1 || withPlace) return verdict;
  return { ...verdict, fix: { value: list, confidence: 'possible', why: 'onlySuccessor' } };
}

function judgePlaces(places: Places, province: Province): Verdict<Message> | null {
  if (places.mentions.some((mention) => isOfFormerLevel(mention, places))) return null;
  const own = places.mentions.map(({ word, name }) =>
    word === 'tinh' || word === 'thanh_pho' ? findProvince(name) : undefined,
  );
  const code = own.find((match) => match !== undefined)?.province.code ?? (province.code || undefined);
  for (const mention of places.mentions) {
    const gone = formerCommuneOf(mention, code);
    if (gone !== undefined) return merged(wordsOf(places, mention), gone.successors, true);
  }
  return null;
}
