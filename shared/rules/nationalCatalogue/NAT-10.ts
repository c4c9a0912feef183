import { z } from 'zod';
import { dayNumber, formatDate } from '../../domain/calendarDate.ts';
import { defineRule } from '../../engine/rule.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from '../codes/procedureCodeSheets.ts';

// About the reference, so it is said once for a whole round, at its first sheet.
export default defineRule({
  id: 'NAT-10',
  title: 'Danh mục quốc gia đang dùng còn mới',
  severity: 'info',
  scope: 'round',
  why: 'Bộ, ngành thường xuyên đổi danh mục, phí, thành phần hồ sơ. Đối chiếu với danh mục cũ có thể báo sai hoặc bỏ sót.',
  howToFix: 'Xuất lại danh mục từ Cổng Dịch vụ công quốc gia, nhập vào phần mềm rồi kiểm tra lại.',
  legal: [],
  asks: ['003 §8b'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  refs: ['procedures'],
  params: z.object({
    days: z.number().int().min(0).default(30).describe('Số ngày tối đa kể từ ngày của danh mục quốc gia'),
  }),
  messages: {
    old: 'Danh mục quốc gia đang dùng (ngày {date}) đã cũ {days} ngày.',
    undated: 'Danh mục quốc gia đang dùng không ghi ngày, không rõ còn mới hay không.',
  },
  en: {
    title: 'The national catalogue in use is recent',
    why: 'Ministries keep changing the list, fees and papers. Comparing with an old catalogue may report what is right or miss what is wrong.',
    howToFix: 'Export the catalogue from the national portal again, import it, and run the check once more.',
    messages: {
      old: 'The national catalogue in use ({date}) is {days} days old.',
      undated: 'The national catalogue in use has no date, so nobody knows whether it is recent.',
    },
  },
  checkAll([first], { params, ref, today }) {
    const { date } = ref.procedures.snapshot;
    if (date === '') {
      first?.report(null, null, { message: 'undated' });
      return;
    }
    const days = dayNumber(today) - dayNumber(date);
    if (days <= params.days) return;
    first?.report(null, null, {
      message: 'old',
      args: { date: formatDate({ iso: date }), days },
      difference: `+${days - params.days} ngày`,
    });
  },
});
