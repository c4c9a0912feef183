import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-05',
  title: 'TTHC có thời hạn giải quyết',
  severity: 'error',
  scope: 'row',
  why: 'Không có thời hạn thì hệ thống không tính được ngày hẹn trả kết quả, không theo dõi được hồ sơ quá hạn.',
  howToFix: 'Điền thời hạn kèm đơn vị, ví dụ "05 ngày làm việc", đúng theo quyết định công bố.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm đ' }],
  asks: ['000 §1', '003 §1đ', '004 §1'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han'],
  messages: { missing: 'Chưa nêu thời hạn giải quyết của TTHC.' },
  en: {
    title: 'The procedure states its deadline',
    why: 'Without a deadline the system can neither compute the appointment date nor follow overdue dossiers.',
    howToFix: 'Fill in the deadline with its unit, such as "05 ngày làm việc", as in the publishing decision.',
    messages: { missing: 'The deadline of the procedure is not stated.' },
  },
  check(view) {
    reportBlanks(view, 'thoi_han', { message: 'missing' });
  },
});
