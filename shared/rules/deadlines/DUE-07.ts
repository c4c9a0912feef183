import { findDurations, formatPart, parseDuration, type DurationPart } from '../../domain/duration.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { DEADLINE_FIELDS, deadlinesOf, type DeadlineReading } from './deadlineCell.ts';
import { oncePerPair } from '../oncePerPair.ts';

interface Description {
  readonly parts: readonly DurationPart[];
}

const readDescription = (_cell: Cell, text: string): Description => ({
  parts: findDurations(text).flatMap(({ parts }) => parts),
});

/** A bare figure whose unit stands neither in the unit column nor in the heading, or the unit "khác" of the portal.
 *  A bare 0 is DUE-08's. The unit is proposed only when the row's description names the same figure with one unit. */
export default defineRule({
  id: 'DUE-07',
  title: 'Thời hạn có đơn vị thời gian',
  severity: 'warning',
  scope: 'row',
  why: 'Chỉ có con số thì không biết là giờ, ngày hay ngày làm việc; hệ thống không tính được ngày hẹn trả.',
  howToFix: 'Ghi rõ đơn vị ngay trong ô ("05 ngày làm việc") hoặc ở cột Đơn vị thời gian; không dùng đơn vị "khác".',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han'],
  mayRead: ['thoi_han_cat_giam', 'dv_tinh_thoi_han', 'mo_ta'],
  messages: {
    missing: 'Thời hạn "{value}" thiếu đơn vị thời gian.',
    described: 'Mô tả của dòng này nêu cùng con số kèm đơn vị.',
  },
  en: {
    title: 'The deadline has a unit',
    why: 'From a bare figure nobody can tell hours, days or working days, and the system cannot compute the due day.',
    howToFix:
      'Write the unit in the cell ("05 ngày làm việc") or in the unit column; do not use the unit "khác" (other).',
    messages: {
      missing: 'The deadline "{value}" lacks its unit of time.',
      described: 'The description of this row names the same figure with a unit.',
    },
  },
  check(view) {
    const descriptionOf = view.derive('mo_ta', readDescription);
    const judgePair = oncePerPair(judge);
    for (const field of DEADLINE_FIELDS) {
      if (!view.has(field)) continue;
      const readingOf = deadlinesOf(view, field);
      for (let row = 0; row < view.rows; row += 1) {
        const reading = readingOf(row);
        if (reading.result.ok || reading.result.reason !== 'unitMissing') continue;
        const verdict = judgePair(reading, descriptionOf(row));
        if (verdict !== null) view.report(row, field, verdict);
      }
    }
  },
});

function judge({ text }: DeadlineReading, description: Description): Verdict<'missing' | 'described'> | null {
  const figure = parseDuration(text, 'day');
  if (!figure.ok) return { message: 'missing' };
  const amount = figure.value.parts[0]?.amount;
  if (amount === 0) return null;
  const units = new Set(description.parts.filter((part) => part.amount === amount).map(({ unit }) => unit));
  const [unit] = units;
  if (amount === undefined || unit === undefined || units.size > 1) return { message: 'missing' };
  const value = formatPart({ amount, unit });
  return { message: 'missing', expected: value, fix: { value, confidence: 'likely', why: 'described' } };
}
