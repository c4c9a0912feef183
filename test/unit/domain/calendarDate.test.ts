import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateOf,
  dayNumber,
  formatDate,
  isoOfDay,
  parseDate,
  weekday,
} from '../../../shared/domain/calendarDate.ts';

describe('a date is read day before month', () => {
  test.each([
    ['05/03/2026', '2026-03-05', undefined],
    ['5/3/2026', '2026-03-05', undefined],
    ['05.03.2026', '2026-03-05', undefined],
    ['5-3-2026', '2026-03-05', undefined],
    ['5–3–2026', '2026-03-05', undefined],
    [' 5 / 3 / 2026 ', '2026-03-05', undefined],
    ['2026-03-05', '2026-03-05', undefined],
    ['2026/3/5', '2026-03-05', undefined],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05', undefined],
    ['Ngày 05 tháng 03 năm 2026', '2026-03-05', undefined],
    ['ngày 05/3/2026', '2026-03-05', undefined],
    ['5 tháng 3, 2026', '2026-03-05', undefined],
    ['ngày 5 tháng 3 năm 2026'.normalize('NFD'), '2026-03-05', undefined],
    ['29/02/2024', '2024-02-29', undefined],
    ['29/5/2026 20:00', '2026-05-29', 1200],
    ['29/5/2026 22h', '2026-05-29', 1320],
    ['29/5/2026 14h30', '2026-05-29', 870],
    ['20h00 ngày 29/5/2026', '2026-05-29', 1200],
    ['lúc 16 giờ 30 phút ngày 29 tháng 5 năm 2026', '2026-05-29', 990],
    ['29/05/2026, 08:05:59', '2026-05-29', 485],
    ['2026-05-29T08:05:59', '2026-05-29', 485],
  ])('%j → %s', (cell, iso, minutes) => {
    expect(parseDate(cell)).toEqual({
      ok: true,
      value: { iso, day: dayNumber(iso), ...(minutes !== undefined && { minutes }) },
    });
  });
});

test.each([
  ['', 'empty', ''],
  ['  ', 'empty', '  '],
  ['tháng 3 năm 2026', 'noDay', 'tháng 3 năm 2026'],
  ['3/2026', 'noDay', '3/2026'],
  ['2026', 'yearOnly', '2026'],
  ['5/3/26', 'shortYear', '26'],
  ['31/02/2026', 'impossible', '31/02/2026'],
  ['29/02/2025', 'impossible', '29/02/2025'],
  ['00/01/2026', 'impossible', '00/01/2026'],
  ['5/3/1026', 'impossible', '5/3/1026'],
  ['5/3/2026 25:00', 'impossible', '5/3/2026 25:00'],
  ['03/25/2026', 'monthFirst', '03/25/2026'],
  ['46086', 'unreadable', '46086'],
  ['hôm nay', 'unreadable', 'hôm nay'],
  ['5/3.2026', 'unreadable', '5/3.2026'],
  ['1'.repeat(5000), 'unreadable', '1'.repeat(5000)],
])('%j is refused as %s', (cell, reason, wrong) => {
  const result = parseDate(cell);
  expect(result).toMatchObject({ ok: false, reason });
  if (!result.ok) expect(cell.slice(result.span.start, result.span.end)).toBe(wrong);
});

const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

test('every day can be written and read again', () => {
  fc.assert(
    fc.property(days, fc.option(fc.nat(1439), { nil: undefined }), (day, minutes) => {
      const date = { iso: isoOfDay(day), day, ...(minutes !== undefined && { minutes }) };
      expect(parseDate(formatDate(date))).toEqual({ ok: true, value: date });
    }),
  );
});

test('days count as the calendar does', () => {
  fc.assert(
    fc.property(days, (day) => {
      const iso = isoOfDay(day);
      expect(iso).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      expect(dayNumber(iso)).toBe(day);
      expect(weekday(day) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }),
  );
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(dateOf(2026, 2, 29)).toBeUndefined();
  expect(formatDate('2026-03-05')).toBe('05/03/2026');
});
