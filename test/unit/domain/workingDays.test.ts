import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/calendarDate.ts';
import { fixedHolidays, isWorkingDay, workingDayAfter } from '../../../shared/domain/workingDays.ts';

const NOTHING = { daysOff: [], workingDays: [] };
/** Days off of the notice for 2025: Tết, Giỗ Tổ, the Friday given for a Saturday, the day before Quốc khánh. */
const YEAR_2025 = {
  daysOff: [
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-04-07',
    '2025-05-02',
    '2025-09-01',
  ],
  workingDays: ['2025-04-26'],
};

test.each([
  [2025, ['2025-01-01', '2025-04-30', '2025-05-01', '2025-09-02']],
  // Quốc khánh 2023 was a Saturday; the Monday after was off.
  [2023, ['2023-01-01', '2023-01-02', '2023-04-30', '2023-05-01', '2023-05-02', '2023-09-02', '2023-09-04']],
  // Both days of the week's end in spring 2022 and 2028 were holidays.
  [2022, ['2022-01-01', '2022-01-03', '2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03', '2022-09-02']],
])('the fixed holidays of %i have a day off in their stead when they fall on a weekend', (year, days) => {
  expect(fixedHolidays(year)).toEqual(days);
});

test.each([
  ['2026-07-01', 3, NOTHING, '2026-07-06', 'over a weekend'],
  ['2026-08-31', 1, NOTHING, '2026-09-01', 'the next day'],
  ['2026-09-01', 1, NOTHING, '2026-09-03', 'over Quốc khánh'],
  ['2025-12-31', 1, NOTHING, '2026-01-02', 'over New Year'],
  ['2025-01-24', 1, YEAR_2025, '2025-02-03', 'over Tết'],
  ['2025-04-25', 1, YEAR_2025, '2025-04-26', 'on a Saturday that is worked'],
  ['2025-04-29', 1, YEAR_2025, '2025-05-05', 'over a day given for it'],
  ['2025-08-29', 2, YEAR_2025, '2025-09-04', 'over both days of Quốc khánh'],
])('after %s, %i working days (%o) is %s: %s', (from, days, calendar, due) => {
  expect(workingDayAfter(from, days, calendar)).toBe(due);
});

test('a deadline is a working day, and there are as many working days up to it as were given', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));
  const calendar = fc.record({
    daysOff: fc.array(day, { maxLength: 20 }),
    workingDays: fc.array(day, { maxLength: 20 }),
  });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), calendar, (from, days, given) => {
      const due = workingDayAfter(from, days, given);
      expect(isWorkingDay(due, given)).toBe(true);
      let count = 0;
      for (let one = addDays(from, 1); one <= due; one = addDays(one, 1)) if (isWorkingDay(one, given)) count += 1;
      expect(count).toBe(days);
    }),
  );
});

test('a day written down as worked is worked, whatever else it is', () => {
  expect(isWorkingDay('2026-09-02', { daysOff: ['2026-09-02'], workingDays: ['2026-09-02'] })).toBe(true);
});
