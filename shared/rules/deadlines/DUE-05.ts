import {
  breakdownAddsUp,
  formatPart,
  formatParts,
  parseDuration,
  type Duration,
  type DurationPart,
  type DurationUnit,
} from '../../domain/duration.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

/** Only shares that can be added (one unit family); others are left to a person. */
export default defineRule({
  id: 'DUE-05',
  title: 'Tổng các phần bằng tổng thời hạn',
  severity: 'error',
  scope: 'row',
  why: 'Thời gian giao cho từng cơ quan không khớp tổng thời hạn thì quy trình điện tử hoặc vượt hạn đã công bố, hoặc bỏ sót một bước.',
  howToFix:
    'Cộng lại thời gian của từng cơ quan, bộ phận trong ngoặc; sửa phần sai hoặc sửa tổng theo quyết định công bố và quy trình nội bộ.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han'],
  messages: { differs: 'Tổng các phần ({sum}) khác tổng thời hạn ({total}).' },
  en: {
    title: 'The shares of a deadline add up to its total',
    why: 'When the time given to each agency does not add up, the electronic workflow exceeds the published deadline or misses a step.',
    howToFix:
      'Add the shares of each agency again; mend the wrong share, or the total after the published decision and the internal workflow.',
    messages: { differs: 'The shares add up to {sum}, but the deadline is {total}.' },
  },
  check(view) {
    view.perValue('thoi_han', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<'differs'> | null {
  const reading = parseDuration(text);
  if (!reading.ok || breakdownAddsUp(reading.value) !== false) return null;
  const shares = reading.value.breakdown ?? [];
  const sum = formatParts(totalOf(shares.flatMap(({ parts }) => parts)));
  const total = formatParts(reading.value.parts);
  return {
    message: 'differs',
    args: { sum, total },
    expected: total,
    difference: differenceOf(reading.value),
    evidence: shares
      .map(({ label, parts }) => `${label === '' ? 'Không tên' : label}: ${formatParts(parts)}`)
      .join('; '),
  };
}

/** Amounts of the same unit added up, in the order of their first use. */
function totalOf(parts: readonly DurationPart[]): readonly DurationPart[] {
  const totals = new Map<DurationUnit, number>();
  for (const { amount, unit } of parts) totals.set(unit, (totals.get(unit) ?? 0) + amount);
  return [...totals].map(([unit, amount]) => ({ amount: Math.round(amount * 100) / 100, unit }));
}

/** "thừa 02 ngày làm việc", where shares and total are in one and the same unit. */
function differenceOf({ parts, breakdown = [] }: Duration): string {
  const [sum, ...others] = totalOf(breakdown.flatMap((share) => share.parts));
  const [total] = parts;
  if (sum === undefined || total === undefined || others.length > 0 || parts.length > 1) return '';
  if (sum.unit !== total.unit) return '';
  const amount = Math.round((sum.amount - total.amount) * 100) / 100;
  return `${amount > 0 ? 'thừa' : 'thiếu'} ${formatPart({ amount: Math.abs(amount), unit: sum.unit })}`;
}
