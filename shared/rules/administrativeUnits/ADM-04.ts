import { findCommune, findProvince, formerLevelWords } from '../../domain/administrativeUnit.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import {
  communeList,
  isOfFormerLevel,
  mislabelledZone,
  readPlaces,
  successorsOfAddress,
  wordsOf,
  type Places,
} from '../places.ts';
import { shortened } from '../shortened.ts';
import { AGENCY_FIELDS, SHEETS_WITH_PLACES } from './placeFields.ts';

type Message = 'units' | 'level';

// The level column is ROW-02's, treasury offices ACC-10's, account holders ACC-12's, "huyện Côn Đảo" ADM-09's. In the
// commune column a cell that begins with a commune is ADM-02's. What the text itself calls old ("huyện An Phú cũ") stays.
export default defineRule({
  id: 'ADM-04',
  title: 'Không còn đơn vị cấp huyện, thị trấn, thành phố thuộc tỉnh',
  severity: 'error',
  scope: 'row',
  why: 'Từ 01/7/2025 không còn huyện, quận, thị xã, thị trấn, thành phố thuộc tỉnh. Ghi các đơn vị này thì người dân không biết nộp hồ sơ ở đâu và Cổng mới không tìm được cơ quan tiếp nhận.',
  howToFix:
    'Thay bằng cơ quan cấp xã hoặc cấp tỉnh đang thực hiện; địa chỉ ghi theo xã, phường, đặc khu mới rồi tới tỉnh, thành phố.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: SHEETS_WITH_PLACES,
  reads: [],
  anyOf: ['xa', 'tinh', ...AGENCY_FIELDS],
  messages: {
    units: 'Còn ghi đơn vị không còn từ 01/7/2025: {units}.',
    level: 'Còn ghi "{words}", là cấp hoặc loại đơn vị không còn từ 01/7/2025.',
  },
  en: {
    title: 'No units of the former district level are named',
    why: 'Since 1 July 2025 there are no districts, towns or provincial cities. Where they are named, citizens do not know where to submit, and the new portal finds no receiving office.',
    howToFix:
      'Name the communal or provincial agency that does the work now; write addresses with the new commune, then the province.',
    messages: {
      units: 'Units that ended on 1 July 2025 are still named: {units}.',
      level: 'The cell still says "{words}", a level or kind of unit that ended on 1 July 2025.',
    },
  },
  check(view) {
    if (view.table.unfoldedFrom !== undefined) return;
    for (const field of AGENCY_FIELDS) view.perValue(field, judge);
    view.perValue('xa', judgeCommuneCell);
    view.perValue('tinh', judgeProvinceCell);
  },
});

const judgeCommuneCell = (cell: Cell, text: string): Verdict<Message> | null =>
  findCommune(text) === undefined ? judge(cell, text) : null;

// "Thành phố Bắc Ninh" in the province column is a province with a wrong rank (ADM-06).
const judgeProvinceCell = (cell: Cell, text: string): Verdict<Message> | null =>
  findProvince(text) === undefined ? judge(cell, text) : null;

function judge(cell: Cell, text: string): Verdict<Message> | null {
  const places = readPlaces(cell, text);
  const units = places.mentions.filter((mention) => isOfFormerLevel(mention, places));
  if (units.length > 0) {
    const successors = successorsOfAddress(places);
    return {
      message: 'units',
      args: { units: listed(units.map((mention) => wordsOf(places, mention))) },
      ...(successors.length === 0 ? {} : { evidence: `Địa bàn này nay thuộc ${communeList(successors)}.` }),
    };
  }
  const words = formerLevelWords(text).filter(({ span }) => !isExplained(places, span.start));
  return words.length === 0 ? null : { message: 'level', args: { words: listed(words.map(({ word }) => word)) } };
}

/** Whether a word of level belongs to a name that is called old or is a special zone's. */
const isExplained = ({ mentions }: Places, at: number): boolean =>
  mentions.some(
    (mention) =>
      mention.span.start <= at &&
      at < mention.span.end &&
      (mention.labelledOld || mislabelledZone(mention) !== undefined),
  );

/** Each unit or word once, in the order of the text. */
const listed = (words: readonly string[]): string =>
  shortened([...new Map(words.map((word) => [searchKey(word), word])).values()].join(', '));
