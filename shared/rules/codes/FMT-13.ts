import { z } from 'zod';
import { formatDate, parseDate, type CalendarDate } from '../../domain/calendarDate.ts';
import { parseDossierCode } from '../../domain/dossierCode.ts';
import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

/** Day of receipt that a dossier code tells; `impossible` when the calendar does not have it. */
function dayOfCode(_: Cell, text: string): CalendarDate | 'impossible' | null {
  const code = parseDossierCode(foldLookAlikes(text));
  if (code.ok) return code.value.received;
  return code.reason === 'impossibleDate' ? 'impossible' : null;
}

function dayOfReceipt(_: Cell, text: string): CalendarDate | null {
  const date = parseDate(text);
  return date.ok ? date.value : null;
}

export default defineRule({
  id: 'FMT-13',
  title: 'Ngày trong mã hồ sơ có thật và bằng ngày tiếp nhận',
  severity: 'warning',
  scope: 'row',
  why: 'Phần ngày trong mã hồ sơ là ngày tiếp nhận. Hai ngày khác nhau thì hạn trả kết quả tính sai hoặc mã thuộc hồ sơ khác.',
  howToFix: 'Mở hồ sơ trên hệ thống, đối chiếu ngày tiếp nhận trên giấy tiếp nhận và sửa ô sai.',
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 19' }],
  asks: ['001 §2d'],
  datasets: ['pendingDossiers'],
  reads: ['ma_ho_so'],
  mayRead: ['ngay_tiep_nhan'],
  params: z.object({
    days: z.number().int().min(0).default(0).describe('Số ngày chênh lệch cho phép (ngày)'),
  }),
  messages: {
    differs: 'Ngày trong mã hồ sơ ({inCode}) khác ngày tiếp nhận ({received}).',
    impossible: 'Phần ngày trong mã hồ sơ "{value}" không có trong lịch.',
  },
  en: {
    title: 'The date inside the dossier code exists and is the day of receipt',
    why: 'The date part of a dossier code is the day of receipt. If the two differ, the due date is wrong or the code belongs to another dossier.',
    howToFix: 'Open the dossier on the system, compare with the receipt and correct the wrong cell.',
    messages: {
      differs: 'The date inside the dossier code ({inCode}) is not the day of receipt ({received}).',
      impossible: 'The date part of dossier code "{value}" does not exist.',
    },
  },
  check(view, { params }) {
    const inCode = view.derive('ma_ho_so', dayOfCode);
    const received = view.derive('ngay_tiep_nhan', dayOfReceipt);
    for (let row = 0; row < view.rows; row += 1) {
      const code = inCode(row);
      if (code === 'impossible') view.report(row, 'ma_ho_so', { message: 'impossible' });
      const receipt = received(row);
      if (code === null || code === 'impossible' || receipt === null) continue;
      const days = code.day - receipt.day;
      if (Math.abs(days) <= params.days) continue;
      view.report(row, 'ma_ho_so', {
        message: 'differs',
        args: { inCode: formatDate(code), received: formatDate({ iso: receipt.iso }) },
        expected: formatDate({ iso: receipt.iso }),
        difference: `${days > 0 ? '+' : '−'}${Math.abs(days)} ngày`,
      });
    }
  },
});
