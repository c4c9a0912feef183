import { z } from 'zod';
import { dayNumber } from '../../domain/calendarDate.ts';
import { defineRule } from '../../engine/rule.ts';
import { dateIn } from './cutoverTime.ts';
import { isOpen, stageIn } from './dossierStates.ts';

// "Within 24 hours" is counted in days, as nearly no sheet tells an hour. A dossier returned for supplement (NĐ 61/2018 Điều
// 19 khoản 4) waits for the applicant, not for the office.
export default defineRule({
  id: 'CUT-04',
  title: 'Hồ sơ tồn không quá hạn, không sắp đến hạn',
  severity: 'warning',
  scope: 'row',
  why: 'Chuyển đổi hệ thống không làm thay đổi hạn trả kết quả; hồ sơ quá hạn thì người dân phải chờ và đơn vị phải xin lỗi bằng văn bản.',
  howToFix:
    'Ưu tiên giải quyết trước khi chuyển đổi; hồ sơ đã quá hạn thì có thư xin lỗi, hẹn lại ngày trả và cập nhật hạn mới.',
  legal: [{ doc: 'NĐ 61/2018/NĐ-CP', article: 'Điều 19 khoản 9' }],
  asks: ['000 §1'],
  datasets: ['pendingDossiers'],
  reads: ['han_tra'],
  mayRead: ['ma_ho_so', 'trang_thai_ho_so'],
  params: z.object({
    days: z.number().int().min(0).default(1).describe('Báo trước khi hạn còn không quá số ngày này (ngày)'),
  }),
  messages: {
    overdue: 'Hồ sơ {code} đã quá hạn trả {days} ngày.',
    today: 'Hồ sơ {code} đến hạn trả hôm nay.',
    soon: 'Hồ sơ {code} còn {days} ngày đến hạn trả.',
  },
  en: {
    title: 'Pending dossiers are neither overdue nor about to be',
    why: 'The cutover does not change due dates; when they pass, citizens wait and the agency has to apologise in writing.',
    howToFix:
      'Handle these dossiers before the cutover; for overdue ones send the letter of apology, set a new date and update it.',
    messages: {
      overdue: 'Dossier {code} is {days} days overdue.',
      today: 'Dossier {code} is due today.',
      soon: 'Dossier {code} is due in {days} days.',
    },
  },
  check(view, { params, today }) {
    const now = dayNumber(today);
    const due = view.derive('han_tra', dateIn);
    const stageOf = view.derive('trang_thai_ho_so', stageIn);
    for (let row = 0; row < view.rows; row += 1) {
      const date = due(row);
      const stage = stageOf(row);
      if (date === null || !isOpen(stage) || stage === 'supplement') continue;
      const left = date.day - now;
      if (left > params.days) continue;
      view.report(row, 'han_tra', {
        message: left < 0 ? 'overdue' : left === 0 ? 'today' : 'soon',
        args: { code: view.text('ma_ho_so', row), days: Math.abs(left) },
        difference: left < 0 ? `quá hạn ${-left} ngày` : `còn ${left} ngày`,
      });
    }
  },
});
