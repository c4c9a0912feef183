import { defineRule } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { nationalDifferenceOf, type NationalDifference } from './nationalDeadline.ts';

/** "Ngày" against "ngày làm việc" is never converted, so DUE-02 and DUE-03 say nothing of the same cell. The finding
 *  stands at the column that names the unit. */
export default defineRule({
  id: 'DUE-04',
  title: 'Đơn vị thời hạn giống danh mục quốc gia',
  severity: 'warning',
  scope: 'row',
  why: '"Ngày" tính cả thứ bảy, chủ nhật, ngày nghỉ lễ; "ngày làm việc" thì không. Ghi sai đơn vị làm ngày hẹn trả lệch nhiều ngày so với quy định.',
  howToFix:
    'Mở quyết định công bố, xem thời hạn tính theo ngày hay ngày làm việc rồi sửa đơn vị trong tệp và trong cấu hình quy trình điện tử.',
  legal: [{ doc: 'BLDS 91/2015/QH13', article: 'Điều 147, Điều 148' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['ma_tthc', 'thoi_han'],
  mayRead: ['dv_tinh_thoi_han', 'hinh_thuc_nop'],
  refs: ['procedures'],
  messages: {
    differs: 'Đơn vị thời hạn khác danh mục quốc gia: {actual} ↔ {expected}.',
    national: 'Giữ đơn vị thời hạn của danh mục quốc gia.',
  },
  en: {
    title: 'The unit of the deadline is the national one',
    why: '"Ngày" counts week-ends and holidays, "ngày làm việc" does not. With the wrong unit the due day is off by days.',
    howToFix:
      'See in the published decision whether the deadline counts calendar or working days, then mend the unit in the file and in the electronic workflow.',
    messages: {
      differs: 'The unit of the deadline differs from the national one: {actual} ↔ {expected}.',
      national: 'Keep the unit of the national catalogue.',
    },
  },
  check(view, context) {
    const differenceOf = nationalDifferenceOf(view, context);
    for (let row = 0; row < view.rows; row += 1) {
      const difference = differenceOf(row);
      if (difference?.relation !== 'unitMismatch') continue;
      const field = difference.reading.unitFrom === 'column' ? 'dv_tinh_thoi_han' : 'thoi_han';
      view.report(row, field, verdictOn(difference));
    }
  },
});

const verdictOn = onceFor(({ reading, actual, expected, correction, trust }: NationalDifference) => {
  // A unit that stands in the heading is wrong for the whole column; no single cell can be mended.
  const fix =
    correction === undefined || trust.severity !== undefined || reading.unitFrom === 'heading'
      ? {}
      : { fix: { value: correction, confidence: 'likely', why: 'national' } as const };
  return { message: 'differs', args: { actual, expected }, expected, ...fix, ...trust } as const;
});
