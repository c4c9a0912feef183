import { durationUnitName, findDurations, formatPart, type DurationPart } from '../../domain/duration.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { deadlinesIn, deadlinesOf, type DeadlineReading } from './deadlineCell.ts';

interface Description {
  readonly text: string;
  readonly found: readonly { readonly part: DurationPart; readonly words: string }[];
}

const readDescription = (_cell: Cell, text: string): Description => ({
  text,
  found: findDurations(text).flatMap(({ parts, span }) =>
    parts.map((part) => ({ part, words: text.slice(span.start, span.end) })),
  ),
});

/** The same figure in the description, always with the other unit (ngày ↔ ngày làm việc). A description that also names it
 *  with the cell's own unit speaks of several things and proves nothing. */
export default defineRule({
  id: 'DUE-09',
  title: 'Đơn vị thời hạn khớp mô tả của dòng',
  severity: 'warning',
  scope: 'row',
  why: 'Ô thời hạn và phần mô tả nói hai đơn vị khác nhau: người dân đọc mô tả sẽ tính ra ngày trả khác với phiếu hẹn.',
  howToFix:
    'Đối chiếu quyết định công bố, sửa ô thời hạn hoặc sửa mô tả để hai nơi cùng ghi "ngày" hoặc cùng ghi "ngày làm việc".',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels'],
  reads: ['thoi_han', 'mo_ta'],
  mayRead: ['dv_tinh_thoi_han'],
  messages: { differs: 'Đơn vị thời hạn "{unit}" khác mô tả "{described}".' },
  en: {
    title: 'The unit of the deadline agrees with the description',
    why: 'The deadline cell and the description name different units: citizens who read the description expect another day than their receipt says.',
    howToFix:
      'Check the published decision and mend the deadline cell or the description, so that both say "ngày" or both say "ngày làm việc".',
    messages: { differs: 'The unit of the deadline "{unit}" differs from the description "{described}".' },
  },
  check(view) {
    const readingOf = deadlinesOf(view, 'thoi_han');
    const descriptionOf = view.derive('mo_ta', readDescription);
    const judgePair = oncePerPair(judge);
    for (let row = 0; row < view.rows; row += 1) {
      const verdict = judgePair(readingOf(row), descriptionOf(row));
      if (verdict !== null) view.report(row, 'thoi_han', verdict);
    }
  },
});

const OTHER_UNIT = { day: 'workingDay', workingDay: 'day' } as const;

function judge({ result }: DeadlineReading, { found }: Description): Verdict<'differs'> | null {
  if (!result.ok || found.length === 0) return null;
  for (const { amount, unit } of deadlinesIn(result.value).flat()) {
    if (unit !== 'day' && unit !== 'workingDay') continue;
    const named = found.filter(({ part }) => part.amount === amount);
    if (named.some(({ part }) => part.unit === unit)) continue;
    const other = named.find(({ part }) => part.unit === OTHER_UNIT[unit]);
    if (other === undefined) continue;
    return {
      message: 'differs',
      args: { unit: durationUnitName(unit), described: other.words },
      expected: formatPart(other.part),
      evidence: other.words,
    };
  }
  return null;
}
