import { communeFullName, provinceByCode, provinceFullName } from '../../domain/administrativeUnit.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { mislabelledZone, wordsOf, type Places } from '../places.ts';
import { AGENCY_FIELDS, perPlaces, SHEETS_WITH_PLACES, withLevel } from './placeFields.ts';

type Message = 'wrongKind' | 'zone';

// Only the word of level changes: the 13 special zones kept the names of the islands. The xã Cô Tô of An Giang is a commune
// of its own. ADM-02 and ADM-04 leave these cells to this rule.
export default defineRule({
  id: 'ADM-09',
  title: 'Đặc khu ghi đúng là đặc khu',
  severity: 'warning',
  scope: 'row',
  why: 'Mười ba đặc khu (Phú Quốc, Côn Đảo, Lý Sơn…) là đơn vị cấp xã loại riêng. Ghi là xã hay huyện thì không khớp danh mục đơn vị, tài khoản và hồ sơ gán sai.',
  howToFix: 'Thay từ chỉ loại bằng "đặc khu", ví dụ "UBND đặc khu Phú Quốc".',
  legal: [{ doc: 'QĐ 19/2025/QĐ-TTg', article: 'Bảng danh mục và mã số đơn vị hành chính' }],
  asks: ['003 §1a'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['xa', ...AGENCY_FIELDS],
  messages: {
    wrongKind: '"{written}" ghi sai loại; nay là {unit}.',
    zone: 'Chỉ sửa từ chỉ loại đơn vị thành "đặc khu".',
  },
  en: {
    title: 'Special zones are called special zones',
    why: 'The thirteen special zones (Phú Quốc, Côn Đảo, Lý Sơn…) are communal units of their own kind. Called commune or district they do not fit the list, and accounts and dossiers are tied wrongly.',
    howToFix: 'Change the word of level to "đặc khu", e.g. "UBND đặc khu Phú Quốc".',
    messages: {
      wrongKind: '"{written}" has the wrong level; today it is {unit}.',
      zone: 'Change only the word of level to "đặc khu".',
    },
  },
  check(view) {
    perPlaces(view, ['xa', ...AGENCY_FIELDS], judge);
  },
});

function judge(places: Places): Verdict<Message> | null {
  const { text, mentions } = places;
  for (const mention of mentions) {
    const zone = mislabelledZone(mention);
    if (zone === undefined) continue;
    return {
      message: 'wrongKind',
      args: {
        written: wordsOf(places, mention),
        unit: `${communeFullName(zone)}, ${provinceFullName(provinceByCode(zone.province)!)}`,
      },
      expected: communeFullName(zone),
      fix: { value: withLevel(text, mention, 'đặc khu'), confidence: 'likely', why: 'zone' },
    };
  }
  return null;
}
