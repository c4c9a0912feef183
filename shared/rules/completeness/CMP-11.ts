import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from './blankCells.ts';

// One cell often holds both: "1262/QĐ-BTP ngày 20/3/2026".
const DATE_INSIDE = /(?:^|[^\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)|tháng\s{1,3}\d{1,2}/i;
const holdsDate = (_cell: Cell, text: string): boolean => DATE_INSIDE.test(text);

export default defineRule({
  id: 'CMP-11',
  title: 'TTHC có số và ngày quyết định công bố',
  severity: 'warning',
  scope: 'row',
  why: 'Quyết định công bố là căn cứ để công khai thủ tục. Thiếu số hoặc ngày thì không biết đơn vị đang theo quyết định nào, đã bị thay thế hay chưa.',
  howToFix: 'Ghi số quyết định (ví dụ 1262/QĐ-BTP) và ngày ký (dd/mm/yyyy).',
  legal: [
    { doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 13' },
    { doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 15' },
  ],
  asks: [],
  datasets: ['procedures'],
  reads: ['so_quyet_dinh'],
  mayRead: ['ngay_quyet_dinh'],
  messages: {
    noDecision: 'Chưa nêu số, ngày quyết định công bố TTHC.',
    noNumber: 'Có ngày nhưng chưa nêu số quyết định công bố TTHC.',
    noDate: 'Có số nhưng chưa nêu ngày quyết định công bố TTHC.',
  },
  en: {
    title: 'The procedure states number and date of the publishing decision',
    why: 'The publishing decision is what a procedure is made public by. Without number or date nobody knows which decision the agency follows, or whether it has been replaced.',
    howToFix: 'Write the decision number (such as 1262/QĐ-BTP) and the day it was signed (dd/mm/yyyy).',
    messages: {
      noDecision: 'Neither number nor date of the publishing decision is stated.',
      noNumber: 'The publishing decision has a date but no number.',
      noDate: 'The publishing decision has a number but no date.',
    },
  },
  check(view) {
    const noNumber = view.derive('so_quyet_dinh', saysNothing);
    const dateInNumber = view.derive('so_quyet_dinh', holdsDate);
    const dateColumn = view.has('ngay_quyet_dinh');
    const noDate = view.derive('ngay_quyet_dinh', saysNothing);
    for (let row = 0; row < view.rows; row += 1) {
      if (noNumber(row)) view.report(row, 'so_quyet_dinh', { message: noDate(row) ? 'noDecision' : 'noNumber' });
      else if (dateColumn && noDate(row) && !dateInNumber(row)) {
        view.report(row, 'ngay_quyet_dinh', { message: 'noDate' });
      }
    }
  },
});
