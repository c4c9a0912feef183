import { defineRule } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { nationalDifferenceOf, type NationalDifference } from './nationalDeadline.ts';

/** Shorter than every national line: allowed, told for statistics of shortened deadlines. */
export default defineRule({
  id: 'DUE-03',
  title: 'Thời hạn đã cắt giảm so với quốc gia',
  severity: 'info',
  scope: 'row',
  why: 'Thời hạn ngắn hơn quy định là cắt giảm có lợi cho người dân, nhưng chỉ đúng khi có quyết định phê duyệt; nếu do gõ nhầm thì hồ sơ sẽ bị tính quá hạn oan.',
  howToFix:
    'Đối chiếu với quyết định cắt giảm thời gian giải quyết của đơn vị. Nếu không có quyết định đó, sửa lại theo danh mục quốc gia.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['ma_tthc', 'thoi_han'],
  mayRead: ['dv_tinh_thoi_han', 'hinh_thuc_nop'],
  refs: ['procedures'],
  messages: {
    shortened: 'Thời hạn {actual} đã cắt giảm {percent}% so với quốc gia {expected}.',
    shorter: 'Thời hạn {actual} ngắn hơn quốc gia {expected}.',
  },
  en: {
    title: 'The deadline was shortened against the national one',
    why: 'A shorter deadline helps citizens when a decision backs it; when it is a slip, dossiers will wrongly count as overdue.',
    howToFix:
      'Check it against the unit’s decision on shortened deadlines. Without such a decision use the national deadline.',
    messages: {
      shortened: 'The deadline {actual} is {percent}% shorter than the national {expected}.',
      shorter: 'The deadline {actual} is shorter than the national {expected}.',
    },
  },
  check(view, context) {
    const differenceOf = nationalDifferenceOf(view, context);
    for (let row = 0; row < view.rows; row += 1) {
      const difference = differenceOf(row);
      if (difference?.relation === 'shorter') view.report(row, 'thoi_han', verdictOn(difference));
    }
  },
});

const verdictOn = onceFor(({ actual, expected, difference, percent, trust }: NationalDifference) => {
  const { evidence } = trust;
  const told = { expected, difference, ...(evidence === undefined ? {} : { evidence }) };
  return percent > 0
    ? ({ message: 'shortened', args: { actual, expected, percent }, ...told } as const)
    : ({ message: 'shorter', args: { actual, expected }, ...told } as const);
});
