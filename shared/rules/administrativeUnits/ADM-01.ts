import {
  findCommune,
  findProvince,
  provinceFullName,
  type FormerProvince,
  type Province,
} from '../../domain/administrativeUnit.ts';
import type { Span } from '../../domain/parsed.ts';
import { findPlaceMentions } from '../../domain/placeMentions.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { onceFor } from '../onceFor.ts';
import { formerProvinceOf, isOfFormerLevel, type Places } from '../places.ts';
import { AGENCY_FIELDS, perPlaces, SHEETS_WITH_PLACES, withWord } from './placeFields.ts';

type Message = 'former' | 'unknown' | 'merged';

/** In running text only "tỉnh …" and a province at the end of an address count, and only former names: what else stands
 *  there may be no province at all. A city "thành phố Hải Dương" was a district and is ADM-04's, a wrong rank ADM-06's. */
export default defineRule({
  id: 'ADM-01',
  title: 'Tên tỉnh, thành phố thuộc 34 đơn vị sau sắp xếp',
  severity: 'error',
  scope: 'row',
  why: 'Từ 01/7/2025 cả nước còn 34 tỉnh, thành phố. Đơn vị khai theo tên cũ không khớp danh mục trên Cổng mới: hồ sơ, tài khoản cán bộ bị gán sai nơi hoặc không gán được.',
  howToFix: 'Thay bằng tên tỉnh, thành phố sau sắp xếp và kiểm tra lại mã, địa chỉ đi kèm trên cùng dòng.',
  legal: [{ doc: 'QĐ 19/2025/QĐ-TTg', article: 'Bảng danh mục và mã số đơn vị hành chính' }],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['tinh', ...AGENCY_FIELDS],
  messages: {
    former: 'Tỉnh {former} không còn từ 01/7/2025; nay thuộc {province}.',
    unknown: '"{value}" không phải tên của một trong 34 tỉnh, thành phố.',
    merged: 'Toàn bộ địa bàn cũ nay thuộc {province}.',
  },
  en: {
    title: 'Provinces are among the 34 of today',
    why: 'Since 1 July 2025 there are 34 provinces and cities. Agencies under an old name do not fit the new portal’s list: dossiers and staff accounts are tied to the wrong place, or to none.',
    howToFix: 'Write the name of the province of today and check code and address in the same row.',
    messages: {
      former: 'The province {former} ended on 1 July 2025; it belongs to {province} today.',
      unknown: '"{value}" is not the name of one of the 34 provinces and cities.',
      merged: 'The whole former area belongs to {province} today.',
    },
  },
  check(view) {
    if (view.table.unfoldedFrom === undefined) view.perValue('tinh', judgeProvince);
    perPlaces(view, AGENCY_FIELDS, judgePlaces);
  },
});

const NOT_ONE = /(?:^| )(?:toan quoc|ca nuoc|toan tinh|cac tinh|trung uong|bo|nhieu)(?: |$)/;

function judgeProvince(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const match = findProvince(text);
  if (match === undefined) {
    // "Địa phương" as a heading may hold communes, and "toàn quốc" is no misspelt province.
    const isOther =
      NOT_ONE.test(searchKey(text)) || findCommune(text) !== undefined || findPlaceMentions(text).length > 0;
    return isOther ? null : { message: 'unknown' };
  }
  if (match.former === undefined) return null;
  const full = provinceFullName(match.province);
  const value = match.rank === undefined ? match.province.name : full;
  return {
    message: 'former',
    args: { former: match.former.name, province: full },
    expected: value,
    fix: { value, confidence: 'certain', why: 'merged' },
  };
}

interface NamedFormer {
  readonly former: FormerProvince;
  readonly province: Province;
  /** What to write in the place of the span. */
  readonly span: Span;
  readonly word: string;
}

const judgePlaces = onceFor((places: Places): Verdict<Message> | null => {
  const { text, mentions } = places;
  const named = mentions.flatMap((mention): NamedFormer[] => {
    const found = formerProvinceOf(mention);
    return found === undefined ? [] : [{ ...found, span: mention.span, word: provinceFullName(found.province) }];
  });
  const [first = lastPart(text)] = named;
  if (first === undefined) return null;
  const full = provinceFullName(first.province);
  const verdict = { message: 'former', args: { former: first.former.name, province: full }, expected: full } as const;
  // With a district in the same cell more than the province has to change.
  if (named.length > 1 || mentions.some((mention) => isOfFormerLevel(mention, places))) return verdict;
  return { ...verdict, fix: { value: withWord(text, first.span, first.word), confidence: 'likely', why: 'merged' } };
});

/** A former province at the end of an address: "…, phường 1, Bình Định". */
function lastPart(text: string): NamedFormer | undefined {
  const comma = text.lastIndexOf(',');
  const part = text.slice(comma + 1);
  const match = comma < 0 ? undefined : findProvince(part);
  if (match?.former === undefined || match.rank !== undefined) return undefined;
  const span = { start: comma + 1 + part.search(/\S/), end: text.length };
  return { former: match.former, province: match.province, span, word: match.province.name };
}
