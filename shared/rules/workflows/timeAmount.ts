import { formatPart, WORKING_HOURS_PER_DAY, type DurationPart } from '../../domain/duration.ts';

/** An amount of time in one of the two families that are never converted into each other: working hours, calendar days. */
export interface TimeAmount {
  readonly family: 'working' | 'calendar';
  readonly amount: number;
}

const WORKING: Readonly<Partial<Record<DurationPart['unit'], number>>> = {
  minute: 1 / 60,
  // Within a workflow only working time runs, so a plain "giờ" is a working hour.
  hour: 1,
  workingHour: 1,
  workingDay: WORKING_HOURS_PER_DAY,
};

/** Adds parts up; undefined for months, and for calendar days beside working time. */
export function timeAmount(parts: readonly DurationPart[]): TimeAmount | undefined {
  const calendar = parts.filter(({ unit }) => unit === 'day');
  if (calendar.length > 0) {
    if (calendar.length < parts.length) return undefined;
    return { family: 'calendar', amount: rounded(calendar.reduce((sum, { amount }) => sum + amount, 0)) };
  }
  let hours = 0;
  for (const { amount, unit } of parts) {
    const factor = WORKING[unit];
    if (factor === undefined) return undefined;
    hours += amount * factor;
  }
  return { family: 'working', amount: rounded(hours) };
}

/** "05 ngày làm việc", "12 giờ làm việc", "30 ngày". */
export function formatTimeAmount({ family, amount }: TimeAmount): string {
  if (family === 'calendar') return formatPart({ amount, unit: 'day' });
  return amount > 0 && amount % WORKING_HOURS_PER_DAY === 0
    ? formatPart({ amount: amount / WORKING_HOURS_PER_DAY, unit: 'workingDay' })
    : formatPart({ amount, unit: 'workingHour' });
}

/** Two decimals: steps of a third of a day must add up to a whole one. */
const rounded = (amount: number): number => Math.round(amount * 100) / 100;
