import { addDays, dayNumber, weekday } from './calendarDate.ts';

/** Days that an office counts otherwise than the calendar says, ISO dates. */
export interface OfficeCalendar {
  /** Days off beside weekends and the holidays of {@link fixedHolidays}: those by the lunar calendar, days that were
   *  exchanged by a notice. */
  readonly daysOff: readonly string[];
  /** Days on which people work although they would be off, such as a Saturday in exchange for a weekday. */
  readonly workingDays: readonly string[];
}

/** Holidays with a fixed day in the solar calendar, mm-dd (Bộ luật Lao động 2019, Điều 112 khoản 1). Tết and Giỗ Tổ follow
 *  the lunar calendar, and on which side of 2 September its second day lies is said anew every year (khoản 3): those are for
 *  the office to write down. */
const FIXED = ['01-01', '04-30', '05-01', '09-02'] as const;

const SATURDAY = 6;

const isWeekend = (day: string): boolean => weekday(dayNumber(day)) >= SATURDAY;

/** Days off of a year that follow from the law alone, ascending: the fixed holidays, and for each that falls on a weekend the
 *  next working day (Bộ luật Lao động 2019, Điều 111 khoản 3). */
export function fixedHolidays(year: number): readonly string[] {
  const holidays = FIXED.map((day) => `${String(year).padStart(4, '0')}-${day}`);
  const off = new Set(holidays);
  for (const holiday of holidays) {
    if (!isWeekend(holiday)) continue;
    let instead = addDays(holiday, 1);
    while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1);
    off.add(instead);
  }
  return [...off].sort();
}

/** Whether people work on a day. What the office wrote down goes before what the calendar says, a working day before a day
 *  off. @param day  ISO date */
export function isWorkingDay(day: string, { daysOff, workingDays }: OfficeCalendar): boolean {
  if (workingDays.includes(day)) return true;
  return !isWeekend(day) && !daysOff.includes(day) && !fixedHolidays(Number(day.slice(0, 4))).includes(day);
}

/** Longest stretch without a working day that is believed, in days. */
const LONGEST_REST = 400;

/** The day some working days later; the day itself does not count. @param from  ISO date */
export function workingDayAfter(from: string, days: number, calendar: OfficeCalendar): string {
  let day = from;
  let rest = 0;
  for (let left = days; left > 0 && rest < LONGEST_REST;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) {
      left -= 1;
      rest = 0;
    } else rest += 1;
  }
  return day;
}
