import { findProvince, isFormerDistrict, provinceFullName, type Province } from '../../domain/administrativeUnit.ts';
import type { PlaceMention } from '../../domain/placeMentions.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Places } from '../places.ts';
import { AGENCY_FIELDS, perPlaces, SHEETS_WITH_PLACES, withLevel } from './placeFields.ts';

type Message = 'becameCity' | 'wrongRank' | 'rank';

// Beside Đồng Nai, of which the book speaks, any province under a wrong rank ("tỉnh Đà Nẵng", "thành phố Gia Lai"): the
// mistake and its correction are the same. In running text "thành phố Bắc Ninh" was a city of the province: ADM-04.
export default defineRule({
  id: 'ADM-06',
  title: 'Ghi đúng tỉnh hay thành phố trực thuộc trung ương',
  severity: 'error',
  scope: 'row',
  why: 'Đồng Nai là thành phố trực thuộc trung ương từ 30/4/2026 (Nghị quyết 30/2026/QH16). Tên cơ quan ghi sai loại không khớp con dấu, danh mục đơn vị và chủ tài khoản.',
  howToFix: 'Sửa "tỉnh" thành "thành phố" (hoặc ngược lại) trong tên cơ quan, địa chỉ và danh mục đơn vị.',
  legal: [],
  asks: ['002 §1'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['tinh', ...AGENCY_FIELDS],
  messages: {
    becameCity: '{name} là thành phố trực thuộc trung ương từ {date}, không còn là tỉnh.',
    wrongRank: '{name} ghi sai loại; tên đúng là {full}.',
    rank: 'Chỉ sửa từ chỉ loại đơn vị.',
  },
  en: {
    title: 'Provinces and centrally run cities are called what they are',
    why: 'Đồng Nai has been a centrally run city since 30 April 2026 (Resolution 30/2026/QH16). Agencies under the wrong rank do not fit seal, list of agencies and account holder.',
    howToFix: 'Change "tỉnh" to "thành phố" (or the reverse) in the names of agencies, addresses and lists.',
    messages: {
      becameCity: '{name} has been a centrally run city since {date} and is no province any more.',
      wrongRank: '{name} has the wrong rank; its right name is {full}.',
      rank: 'Change only the word of rank.',
    },
  },
  check(view, { today }) {
    perPlaces(view, AGENCY_FIELDS, (places) => judge(places, today, false));
    perPlaces(view, ['tinh'], (places) => judge(places, today, true));
  },
});

function judge({ text, mentions }: Places, today: string, inProvinceColumn: boolean): Verdict<Message> | null {
  for (const mention of mentions) {
    const province = misranked(mention, inProvinceColumn);
    if (province === undefined) continue;
    const { cityFrom } = province;
    if (cityFrom !== undefined && today < cityFrom) continue;
    const rank = province.rank === 'tinh' ? 'tỉnh' : 'thành phố';
    return {
      message: cityFrom === undefined ? 'wrongRank' : 'becameCity',
      args: { name: province.name, full: provinceFullName(province), ...(cityFrom && { date: written(cityFrom) }) },
      expected: provinceFullName(province),
      fix: { value: withLevel(text, mention, rank), confidence: 'certain', why: 'rank' },
    };
  }
  return null;
}

/** The province of today that a mention gives another rank. */
function misranked(mention: PlaceMention, inProvinceColumn: boolean): Province | undefined {
  const { word, name, longName, labelledOld } = mention;
  if ((word !== 'tinh' && word !== 'thanh_pho') || labelledOld) return undefined;
  const match = (longName === undefined ? undefined : findProvince(longName)) ?? findProvince(name);
  if (match === undefined || match.former !== undefined || match.province.rank === word) return undefined;
  if (word === 'thanh_pho' && !inProvinceColumn && isFormerDistrict(`thành phố ${name}`)) return undefined;
  return match.province;
}

/** "2026-04-30" → "30/4/2026". */
const written = (iso: string): string =>
  iso
    .split('-')
    .toReversed()
    .map((part, index) => (index === 1 ? part.replace(/^0/, '') : part))
    .join('/');
