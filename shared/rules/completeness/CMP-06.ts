import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-06',
  title: 'TTHC có đối tượng thực hiện',
  severity: 'warning',
  scope: 'row',
  why: 'Không nêu đối tượng thì người dân, doanh nghiệp không biết thủ tục có dành cho mình hay không và Cổng không phân luồng được tài khoản cá nhân, tổ chức.',
  howToFix:
    'Ghi đối tượng theo danh sách của Cổng, ví dụ "Công dân Việt Nam", "Doanh nghiệp"; nhiều đối tượng thì mỗi đối tượng một dòng trong ô.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm e' }],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['doi_tuong'],
  messages: { missing: 'Chưa nêu đối tượng thực hiện của TTHC.' },
  en: {
    title: 'The procedure states who may apply',
    why: 'Without the kinds of applicants nobody knows whether the procedure is meant for them, and the portal cannot tell personal from organisation accounts.',
    howToFix:
      'Write the kinds of applicants as the portal lists them, such as "Công dân Việt Nam", "Doanh nghiệp"; one line per kind within the cell.',
    messages: { missing: 'The kinds of applicants of the procedure are not stated.' },
  },
  check(view) {
    reportBlanks(view, 'doi_tuong', { message: 'missing' });
  },
});
