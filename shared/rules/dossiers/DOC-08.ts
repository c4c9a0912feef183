import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { rowToTell } from '../rowToTell.ts';

type Message = 'missing' | 'invalid' | 'asNumber';

// "1", "01 bộ", "02 (hai) bộ hồ sơ"; another figure behind it ("1-2", "01 bộ chính, 02 bộ sao") is no single number.
const SETS = /^0*[1-9]\d{0,2}(?: ?\(\p{L}{1,12}\))?(?: ?\(?\p{L}[\p{L} ]{0,40}\)?)?$/u;
const WORDS: Readonly<Record<string, string>> = { mot: '1', hai: '2', ba: '3', bon: '4', nam: '5' };
const IN_WORDS = /^(mot|hai|ba|bon|nam)(?: bo(?: ho so)?)?$/;

const VERDICTS = { missing: { message: 'missing' }, invalid: { message: 'invalid' } } as const satisfies Record<
  string,
  Verdict<Message>
>;

function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (SETS.test(text) || saysNothing(cell, text)) return null;
  const word = IN_WORDS.exec(searchKey(text))?.[1];
  if (word === undefined) return VERDICTS.invalid;
  return { message: 'invalid', fix: { value: WORDS[word]!, confidence: 'certain', why: 'asNumber' } };
}

/** The number of sets is a mandatory part of a procedure that no CMP rule covers. In a component sheet it may stand in one
 *  row of each procedure. */
export default defineRule({
  id: 'DOC-08',
  title: 'Có số lượng bộ hồ sơ',
  severity: 'warning',
  scope: 'table',
  why: 'Số lượng hồ sơ là bộ phận bắt buộc của thủ tục; thiếu thì người dân không biết nộp mấy bộ, mỗi nơi yêu cầu một khác.',
  howToFix: 'Ghi số nguyên từ 1 trở lên, ví dụ 01 bộ, theo quyết định công bố.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' }],
  asks: [],
  datasets: ['procedures', 'components'],
  reads: ['so_bo'],
  mayRead: ['ma_tthc', 'ten_tthc'],
  readsAll: true,
  messages: {
    missing: 'Chưa ghi số lượng bộ hồ sơ.',
    invalid: 'Số lượng bộ hồ sơ "{value}" không phải một số nguyên từ 1 trở lên.',
    asNumber: 'Ghi bằng số.',
  },
  en: {
    title: 'The number of dossier sets is stated',
    why: 'The number of sets is a mandatory part of a procedure; without it citizens do not know how many to hand in.',
    howToFix: 'Write a whole number of 1 or more, such as "01 bộ", from the publishing decision.',
    messages: {
      missing: 'The number of dossier sets is not stated.',
      invalid: 'The number of sets "{value}" is not a whole number of 1 or more.',
      asNumber: 'Write it in figures.',
    },
  },
  check(view) {
    view.perValue('so_bo', judge);
    const blank = view.derive('so_bo', saysNothing);
    if (view.table.dataset === 'procedures') {
      for (let row = 0; row < view.rows; row += 1) if (blank(row)) view.report(row, 'so_bo', VERDICTS.missing);
      return;
    }
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const rowsOf = Map.groupBy(
      Array.from({ length: view.rows }, (_, row) => row),
      (row) => codeOf(row) || view.text('ten_tthc', row),
    );
    for (const rows of rowsOf.values()) {
      if (rows.every(blank)) view.report(rowToTell(view, rows, 'ten_tthc'), 'so_bo', VERDICTS.missing);
    }
  },
});
