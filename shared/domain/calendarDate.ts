import { foldText, sourceSpan } from './foldedText.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** A day of the calendar: an ISO text and the number of days since 1970-01-01. Without time zone: it is the day in Viet Nam. */
export interface CalendarDate {
  readonly iso: string;
  readonly day: number;
  /** Minutes after midnight, where the cell tells a time of day too. */
  readonly minutes?: number;
}

/** Why a text is not a date: nothing there; not the form of a date; month and year only; a year only; a year of two
 *  digits; a day that the calendar does not have (or a year outside 1900–2199); month before day, as in US files. */
export type DateReason = 'empty' | 'unreadable' | 'noDay' | 'yearOnly' | 'shortYear' | 'impossible' | 'monthFirst';

const TIME = String.raw`(\d{1,2})\s?(?::|h|gio)\s?(?:(\d{2})(?:\s?(?::\d{2}(?:\.\d{1,7})?|phut))?)?`;
const TIME_FIRST = new RegExp(String.raw`^(?:(?:luc|hoi)\s+)?${TIME},?\s+(?=\S)`);
const TIME_LAST = new RegExp(String.raw`(?:(?<=\d)t|[\s,]+)(?:(?:luc|hoi)\s+)?${TIME}$`);
const LEAD = /^\s*(?:ngay\s*(?=\d))?/;
const DAY_FIRST = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const IN_WORDS = /^(\d{1,2})\s*thang\s*(\d{1,2})\s*(?:nam|,|\/)\s*(\d{4}|\d{2})\.?$/;
const MONTH_ONLY = /^(?:thang\s*)?\d{1,2}\s*(?:nam|[/.,-])\s*\d{4}$/;
const YEAR_ONLY = /^(?:nam\s*)?(?:19|20|21)\d{2}$/;

/** Reads a date as agencies write it (rule FMT-15): 5/3/2026, 05.03.2026, 05-03-2026, 2026-03-05, "ngày 5 tháng 3 năm
 *  2026", each with or without a time (14:30, 14h30). Day before month, always. */
export function parseDate(cell: string): Parsed<CalendarDate, DateReason> {
  const folded = foldText(cell);
  let [start, end] = edges(folded.text, 0, folded.text.length);
  const refuse = <Reason extends DateReason>(reason: Reason, from = start, to = end) => {
    const span = sourceSpan(folded, from, to);
    return refused(reason, span.start, span.end);
  };
  if (start === end) return refused('empty', 0, cell.length);
  if (end - start > 60) return refuse('unreadable');

  const time = TIME_FIRST.exec(folded.text.slice(start, end)) ?? TIME_LAST.exec(folded.text.slice(start, end));
  const minutes = time === null ? undefined : minutesOf(time[1]!, time[2]);
  if (minutes === null) return refuse('impossible');
  if (time !== null && time.index === 0) start += time[0].length;
  else if (time !== null) end = start + time.index;
  start += LEAD.exec(folded.text.slice(start, end))![0].length;
  const text = folded.text.slice(start, end);

  const numbers = DAY_FIRST.exec(text);
  const words = IN_WORDS.exec(text);
  const isoLike = YEAR_FIRST.exec(text);
  const [day, month, year] =
    numbers !== null
      ? [numbers[1]!, numbers[3]!, numbers[4]!]
      : words !== null
        ? [words[1]!, words[2]!, words[3]!]
        : isoLike !== null
          ? [isoLike[4]!, isoLike[3]!, isoLike[1]!]
          : [];
  if (day === undefined) {
    if (MONTH_ONLY.test(text)) return refuse('noDay');
    return refuse(YEAR_ONLY.test(text) ? 'yearOnly' : 'unreadable');
  }
  if (year!.length === 2) return refuse('shortYear', start + text.lastIndexOf(year!));
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date !== undefined) return parsed(minutes === undefined ? date : { ...date, minutes });
  if (numbers !== null && dateOf(Number(year), Number(day), Number(month)) !== undefined) return refuse('monthFirst');
  return refuse('impossible');
}

/** The date of a year, month (1–12) and day, or undefined where the calendar has none. Years 1900–2199. */
export function dateOf(year: number, month: number, day: number): CalendarDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { iso, day: dayNumber(iso) };
}

/** Number of days from 1970-01-01 to a date written yyyy-mm-dd; earlier days are negative. */
export function dayNumber(iso: string): number {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  // The year starts in March, so that the leap day is its last; 400 years have 146,097 days.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  );
}

/** The date, yyyy-mm-dd, that many days after 1970-01-01. */
export function isoOfDay(day: number): string {
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The date some days later (or earlier), both yyyy-mm-dd. */
export const addDays = (iso: string, days: number): string => isoOfDay(dayNumber(iso) + days);

/** Day of the week of a day number: 1 = Monday … 7 = Sunday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** A date (or its ISO text) as people here write it, dd/mm/yyyy, with hh:mm behind it where a time is known. */
export function formatDate(given: string | { readonly iso: string; readonly minutes?: number }): string {
  const date: { iso: string; minutes?: number } = typeof given === 'string' ? { iso: given } : given;
  const text = `${date.iso.slice(8, 10)}/${date.iso.slice(5, 7)}/${date.iso.slice(0, 4)}`;
  if (date.minutes === undefined) return text;
  const hours = String(Math.floor(date.minutes / 60)).padStart(2, '0');
  return `${text} ${hours}:${String(date.minutes % 60).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function minutesOf(hours: string, minutes: string | undefined): number | null {
  const value = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(hours) < 24 && Number(minutes ?? 0) < 60 ? value : null;
}

function edges(text: string, start: number, end: number): [number, number] {
  const body = text.slice(start, end);
  return body.trim() === ''
    ? [end, end]
    : [start + body.length - body.trimStart().length, start + body.trimEnd().length];
}
