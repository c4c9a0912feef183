import { defineRule } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { nationalDifferenceOf, type NationalDifference } from './nationalDeadline.ts';

/** Longer than every national line of the row's channels. Shorter is DUE-03, another unit DUE-04. That a deadline may be
 *  shortened but not lengthened is practice inferred from NĐ 63/2010 Điều 8 (DOMAIN §3, unverified), so no law is cited. */
export default defineRule({
  id: 'DUE-02',
  title: 'Thời hạn không dài hơn quy định quốc gia',
  severity: 'error',
  scope: 'row',
  why: 'Thời hạn dài hơn mức đã công bố làm người dân phải chờ lâu hơn quy định và làm sai tỷ lệ giải quyết đúng hạn của đơn vị trên hệ thống.',
  howToFix:
    'Sửa thời hạn bằng hoặc ngắn hơn mức trong quyết định công bố của Bộ, cơ quan ngang Bộ; sửa cả trong cấu hình quy trình điện tử. Nếu quyết định công bố mới hơn danh mục đang dùng, hãy nhập lại danh mục quốc gia.',
  legal: [],
  asks: ['000 §1', '003 §1đ', '004 §1'],
  datasets: ['procedures', 'channels'],
  reads: ['ma_tthc', 'thoi_han'],
  mayRead: ['dv_tinh_thoi_han', 'hinh_thuc_nop'],
  refs: ['procedures'],
  messages: {
    longer: 'Thời hạn {actual} dài hơn quy định quốc gia {expected}.',
    national: 'Đặt bằng thời hạn trong danh mục quốc gia.',
  },
  en: {
    title: 'The deadline is not longer than the national one',
    why: 'A longer deadline makes citizens wait beyond what was published and distorts the unit’s share of dossiers handled in time.',
    howToFix:
      'Set the deadline to the published one or less, in the electronic workflow too. If the ministry’s decision is newer than the catalogue in use, import the national catalogue again.',
    messages: {
      longer: 'The deadline {actual} is longer than the national {expected}.',
      national: 'Use the deadline of the national catalogue.',
    },
  },
  check(view, context) {
    const differenceOf = nationalDifferenceOf(view, context);
    for (let row = 0; row < view.rows; row += 1) {
      const difference = differenceOf(row);
      if (difference?.relation === 'longer') view.report(row, 'thoi_han', verdictOn(difference));
    }
  },
});

const verdictOn = onceFor(({ actual, expected, difference, correction, trust }: NationalDifference) => {
  // A doubtful record is no pattern to copy.
  const fix =
    correction === undefined || trust.severity !== undefined
      ? {}
      : { fix: { value: correction, confidence: 'likely', why: 'national' } as const };
  return { message: 'longer', args: { actual, expected }, expected, difference, ...fix, ...trust } as const;
});
