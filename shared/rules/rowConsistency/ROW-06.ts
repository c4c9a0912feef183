import { z } from 'zod';
import { dayNumber, formatDate, parseDate } from '../../domain/calendarDate.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

/** ISO date of a cell; '' when it holds none that can be read (FMT-15). */
const dateIn = (_cell: Cell, text: string): string => {
  const date = parseDate(text);
  return date.ok ? date.value.iso : '';
};

export default defineRule({
  id: 'ROW-06',
  title: 'Ngày quyết định công bố hợp lý',
  severity: 'warning',
  scope: 'row',
  why: 'Ngày quyết định ở tương lai hoặc trước khi có chế độ công bố thủ tục hành chính thường là gõ nhầm; khi đó không xác định được quyết định nào đang có hiệu lực.',
  howToFix: 'Đối chiếu với bản ký của quyết định công bố và sửa lại ngày (dd/mm/yyyy).',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 13' }],
  asks: [],
  datasets: ['procedures'],
  reads: ['ngay_quyet_dinh'],
  params: z.object({
    earliest: z.iso
      .date()
      .default('2010-06-08')
      .describe('Ngày quyết định phải sau ngày này (mặc định: ngày ban hành Nghị định 63/2010/NĐ-CP)'),
  }),
  messages: {
    future: 'Ngày quyết định {value} ở sau ngày kiểm tra {today}.',
    tooOld: 'Ngày quyết định {value} không sau ngày {earliest}, trước khi có quyết định công bố thủ tục hành chính.',
  },
  en: {
    title: 'The date of the publishing decision is plausible',
    why: 'A decision dated in the future, or before procedures were published at all, is usually a typing error; then nobody can tell which decision is in force.',
    howToFix: 'Compare with the signed decision and correct the date (dd/mm/yyyy).',
    messages: {
      future: 'The decision date {value} lies after the day of checking, {today}.',
      tooOld: 'The decision date {value} is not after {earliest}, before procedures were published by decision.',
    },
  },
  check(view, { params, today }) {
    view.perValue('ngay_quyet_dinh', (cell, text) => {
      const iso = dateIn(cell, text);
      if (iso === '') return null;
      if (iso > today) {
        return {
          message: 'future',
          args: { today: formatDate({ iso: today }) },
          difference: `+${dayNumber(iso) - dayNumber(today)} ngày`,
        };
      }
      return iso > params.earliest
        ? null
        : { message: 'tooOld', args: { earliest: formatDate({ iso: params.earliest }) } };
    });
  },
});
