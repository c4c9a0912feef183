import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from './blankCells.ts';

// The portal prints the code behind the result: "Giấy phép … Mã: KQ.G01.000077".
const CODE_INSIDE = /KQ[.-]?[A-Z]?\d/i;
const holdsCode = (_cell: Cell, text: string): boolean => CODE_INSIDE.test(text);

export default defineRule({
  id: 'CMP-09',
  title: 'TTHC có kết quả thực hiện và mã kết quả',
  severity: 'warning',
  scope: 'row',
  why: 'Thiếu kết quả hoặc mã kết quả thì bản điện tử trả cho người dân không gắn được với loại giấy tờ, không dùng lại được ở thủ tục khác.',
  howToFix: 'Điền tên kết quả (ví dụ "Giấy khai sinh") và mã kết quả theo danh mục (ví dụ KQ.G01.000077).',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm h' }],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['ket_qua'],
  mayRead: ['ma_ket_qua'],
  messages: {
    missing: 'Chưa nêu kết quả thực hiện TTHC.',
    noCode: 'Kết quả thực hiện chưa có mã kết quả.',
  },
  en: {
    title: 'The procedure states its result and the code of the result',
    why: 'Without result or code the electronic result cannot be tied to a kind of paper, nor be used again for another procedure.',
    howToFix:
      'Fill in the name of the result (such as "Giấy khai sinh") and its code in the list (such as KQ.G01.000077).',
    messages: {
      missing: 'The result of the procedure is not stated.',
      noCode: 'The result has no result code.',
    },
  },
  check(view) {
    const noResult = view.derive('ket_qua', saysNothing);
    const codeInside = view.derive('ket_qua', holdsCode);
    const noCode = view.derive('ma_ket_qua', saysNothing);
    // A template without the code column does not ask for it.
    const asksCode = view.has('ma_ket_qua');
    for (let row = 0; row < view.rows; row += 1) {
      if (noResult(row)) view.report(row, 'ket_qua', { message: 'missing' });
      else if (asksCode && noCode(row) && !codeInside(row)) view.report(row, 'ma_ket_qua', { message: 'noCode' });
    }
  },
});
