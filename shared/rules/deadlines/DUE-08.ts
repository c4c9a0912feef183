import { z } from 'zod';
import { formatParts, parseDuration, type DurationPart, type DurationUnit } from '../../domain/duration.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { DEADLINE_FIELDS, deadlinesIn, deadlinesOf, type DeadlineReading } from './deadlineCell.ts';

type Message = 'zero' | 'negative' | 'tooLong' | 'fraction';

/** Rough days of a unit, only to tell an implausible figure; nothing is converted for a comparison. */
const ROUGH_DAYS: Readonly<Record<DurationUnit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  workingHour: 1 / 8,
  day: 1,
  workingDay: 1,
  month: 30,
  year: 365,
};

/** "0,5 ngày" is a usual half day and fine; a broken number of hours or minutes is not. */
export default defineRule({
  id: 'DUE-08',
  title: 'Thời hạn không bất thường',
  severity: 'warning',
  scope: 'row',
  why: 'Thời hạn bằng 0, âm hoặc quá dài thường do gõ nhầm; hệ thống sẽ báo quá hạn ngay khi tiếp nhận hoặc không bao giờ báo.',
  howToFix:
    'Kiểm tra lại con số với quyết định công bố. Thủ tục trả kết quả ngay thì ghi "Trong ngày làm việc" hoặc "Ngay sau khi nhận đủ hồ sơ" thay cho số 0.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han'],
  mayRead: ['thoi_han_cat_giam', 'dv_tinh_thoi_han'],
  params: z.object({
    maxDays: z.number().int().min(1).default(365).describe('Thời hạn dài nhất còn coi là bình thường (ngày)'),
  }),
  messages: {
    zero: 'Thời hạn bất thường: "{value}" bằng 0.',
    negative: 'Thời hạn bất thường: "{value}" là số âm.',
    tooLong: 'Thời hạn bất thường: "{value}" dài hơn {maxDays} ngày.',
    fraction: 'Thời hạn bất thường: "{value}" có số giờ hoặc phút lẻ ({part}).',
  },
  en: {
    title: 'The deadline is plausible',
    why: 'A deadline of 0, below 0 or very long is mostly a slip; the system then reports overdue at once or never.',
    howToFix:
      'Check the figure with the published decision. For results handed out at once write "Trong ngày làm việc" or "Ngay sau khi nhận đủ hồ sơ" instead of 0.',
    messages: {
      zero: 'Implausible deadline: "{value}" is 0.',
      negative: 'Implausible deadline: "{value}" is below 0.',
      tooLong: 'Implausible deadline: "{value}" is longer than {maxDays} days.',
      fraction: 'Implausible deadline: "{value}" has a fraction of hours or minutes ({part}).',
    },
  },
  check(view, { params }) {
    for (const field of DEADLINE_FIELDS) {
      if (!view.has(field)) continue;
      const readingOf = deadlinesOf(view, field);
      const verdicts = new Map<DeadlineReading, Verdict<Message> | null>();
      for (let row = 0; row < view.rows; row += 1) {
        const reading = readingOf(row);
        let verdict = verdicts.get(reading);
        if (verdict === undefined) verdicts.set(reading, (verdict = judge(reading, params.maxDays)));
        if (verdict !== null) view.report(row, field, verdict);
      }
    }
  },
});

function judge({ text, result }: DeadlineReading, maxDays: number): Verdict<Message> | null {
  if (!result.ok && result.reason === 'negative') return { message: 'negative' };
  const duration = result.ok ? result : parseDuration(text, 'day');
  if (!duration.ok) return null;
  const deadlines = deadlinesIn(duration.value);
  if (deadlines.some((parts) => parts.every(({ amount }) => amount === 0))) return { message: 'zero' };
  // Without a unit only the 0 is certain; the rest is DUE-07's.
  if (!result.ok) return null;
  if (deadlines.some((parts) => roughDays(parts) > maxDays)) return { message: 'tooLong', args: { maxDays } };
  const broken = deadlines.flat().find(isBrokenTime);
  return broken === undefined ? null : { message: 'fraction', args: { part: formatParts([broken]) } };
}

const roughDays = (parts: readonly DurationPart[]): number =>
  parts.reduce((sum, { amount, unit }) => sum + amount * ROUGH_DAYS[unit], 0);

const isBrokenTime = ({ amount, unit }: DurationPart): boolean =>
  (unit === 'hour' || unit === 'workingHour' || unit === 'minute') && !Number.isInteger(amount);
