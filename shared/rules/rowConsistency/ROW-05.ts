import { cleanText, searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

// "1", "01", "1 bản chính", "01 bản sao có chứng thực"; another figure behind it ("1-2", "1 hoặc 2") is no number.
const COPIES = /^(\d{1,3})(?: [\p{L} (),]{1,60})?$/u;

/** Number of copies in a cell: null when it says nothing, 'invalid' when it is no whole number of 0 or more. */
const copiesIn = (cell: Cell, text: string): number | 'invalid' | null => {
  if (saysNothing(cell, text)) return null;
  if (searchKey(text) === 'khong') return 0;
  const match = COPIES.exec(cleanText(text));
  return match === null ? 'invalid' : Number(match[1]);
};

const YES = new Set(['co', 'x', 'yes', 'true', '1']);
const saysYes = (_cell: Cell, text: string): boolean => text === '✓' || YES.has(searchKey(text));

export default defineRule({
  id: 'ROW-05',
  title: 'Số lượng bản chính, bản sao hợp lệ',
  severity: 'error',
  scope: 'row',
  why: 'Số lượng hồ sơ là bộ phận bắt buộc của thủ tục. Ghi sai thì người dân nộp thiếu hoặc thừa giấy tờ, hệ thống không nhận số lẻ hay chữ.',
  howToFix: 'Ghi một số nguyên từ 0 trở lên vào mỗi cột, ví dụ 1 bản chính và 0 bản sao.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm d' }],
  asks: [],
  datasets: ['components'],
  reads: ['ban_chinh'],
  mayRead: ['ban_sao', 'co_bm_dien_tu'],
  messages: {
    invalid: 'Số lượng "{value}" không hợp lệ; cần một số nguyên từ 0 trở lên.',
    none: 'Giấy tờ này yêu cầu 0 bản chính và 0 bản sao, không rõ phải nộp gì.',
  },
  en: {
    title: 'The numbers of originals and copies are valid',
    why: 'The number of papers is a mandatory part of a procedure. A wrong one makes citizens hand in too few or too many, and systems refuse fractions and words.',
    howToFix: 'Write one whole number of 0 or more in each column, such as 1 original and 0 copies.',
    messages: {
      invalid: '"{value}" is not a valid number of papers; it has to be a whole number of 0 or more.',
      none: 'This paper is asked for with 0 originals and 0 copies, so it is unclear what to hand in.',
    },
  },
  check(view) {
    const originals = view.derive('ban_chinh', copiesIn);
    const copies = view.derive('ban_sao', copiesIn);
    const electronic = view.derive('co_bm_dien_tu', saysYes);
    for (let row = 0; row < view.rows; row += 1) {
      const original = originals(row);
      const copy = copies(row);
      if (original === 'invalid') view.report(row, 'ban_chinh', { message: 'invalid' });
      if (copy === 'invalid') view.report(row, 'ban_sao', { message: 'invalid' });
      // Two blanks are not two zeros; an e-form needs no paper.
      const nothing = (original ?? copy) === 0 && (copy ?? original) === 0;
      if (nothing && !electronic(row)) view.report(row, 'ban_chinh', { message: 'none', severity: 'warning' });
    }
  },
});
