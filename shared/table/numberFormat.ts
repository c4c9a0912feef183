/** What a number format makes of a number. `elapsed` is a running total such as `[h]:mm`. */
export type FormatKind = 'number' | 'percent' | 'date' | 'time' | 'elapsed';

/** A number format code, read once per workbook. */
export interface NumberFormat {
  readonly code: string;
  readonly kind: FormatKind;
  /** Slots of an integer mask, e.g. `000-000`: '0' and '#' are digits, anything else stands between or before them. */
  readonly mask?: readonly MaskSlot[];
  /** Decimals that are always shown; 0 below four, because "1.000" would read as a thousand. */
  readonly decimals: number;
}

type MaskSlot = { readonly digit: '0' | '#' } | { readonly literal: string };

export const GENERAL: NumberFormat = { code: 'General', kind: 'number', decimals: 0 };

// ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the East Asian calendar formats, whose codes depend on the locale.
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Excel takes no longer one; a mask of a million digits would make every number of the sheet as long. */
const LONGEST_CODE = 255;

/** Format code behind a built-in id (ECMA-376 18.8.30); undefined for an id that a workbook must define itself. */
export function builtInFormat(id: number): string | undefined {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isEastAsianDate ? 'yyyy/mm/dd' : BUILT_IN[id];
}

/** Reads a format code as Excel writes it, e.g. `dd/mm/yyyy`, `[$-42A]dd mmmm yyyy`, `000000000000`, `0.0%`.
 *  Only its first section counts (the one for positive numbers). Never fails: what is not understood is a number. */
export function parseNumberFormat(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return { ...GENERAL, code };
  if (code === '' || code === '@' || /^general/i.test(code)) return { ...GENERAL, code };
  const section = readSection(code);
  const calendar = calendarKind(section);
  if (calendar !== undefined) return { code, kind: calendar, decimals: 0 };
  if (section.symbols.includes('%')) return { code, kind: 'percent', decimals: 0 };
  const mask = integerMask(section);
  return { code, kind: 'number', decimals: fixedDecimals(section.symbols), ...(mask && { mask }) };
}

/** The first section of a code, taken apart. */
interface Section {
  /** The characters that command something, lower case, without quoted, escaped or bracketed text. */
  readonly symbols: string;
  readonly slots: readonly MaskSlot[];
  readonly hasElapsed: boolean;
}

function readSection(code: string): Section {
  let symbols = '';
  let hasElapsed = false;
  const slots: MaskSlot[] = [];
  for (let at = 0; at < code.length && code[at] !== ';'; at++) {
    const symbol = code[at]!;
    if (symbol === '"') {
      const end = endOf(code, '"', at + 1);
      slots.push({ literal: code.slice(at + 1, end) });
      at = end;
    } else if (symbol === '[') {
      const end = endOf(code, ']', at + 1);
      const inside = code.slice(at + 1, end).toLowerCase();
      if (isRepeated(inside, 'h') || isRepeated(inside, 'm') || isRepeated(inside, 's')) {
        hasElapsed = true;
        symbols += inside;
      }
      at = end;
    } else if (symbol === '\\') {
      slots.push({ literal: code[at + 1] ?? '' });
      at++;
    } else if (symbol === '_' || symbol === '*') {
      at++; // width and fill characters are not shown as text
    } else {
      symbols += symbol.toLowerCase();
      if (symbol === '0' || symbol === '#') slots.push({ digit: symbol });
      else if ('-/ ()+$:'.includes(symbol)) slots.push({ literal: symbol });
    }
  }
  return { symbols, slots, hasElapsed };
}

const endOf = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
};

const isRepeated = (text: string, letter: string): boolean => text !== '' && text.replaceAll(letter, '') === '';

function calendarKind({ symbols, hasElapsed }: Section): FormatKind | undefined {
  const letters = symbols.replace('am/pm', '').replace('a/p', '');
  const has = (letter: string): boolean => letters.includes(letter);
  // Digits belong to a date only as fractions of a second: `#,##0 d` is an amount with an unquoted unit.
  const hasDigits = has('#') || has('?') || /0/.test(letters.replace(/s\.0+/, 's'));
  if (hasDigits) return undefined;
  if (has('y') || has('d') || letters.includes('mmm')) return 'date';
  if (hasElapsed) return 'elapsed';
  if (has('h') || has('s')) return 'time';
  return has('m') ? 'date' : undefined;
}

const fixedDecimals = (symbols: string): number => {
  const digits = /\.(0+)$/.exec(symbols.trimEnd())?.[1]?.length ?? 0;
  return digits >= 4 ? digits : 0;
};

/** Slots from the first digit or digit-like prefix to the last digit, when the code is an integer mask that shows more
 *  than the number itself does. */
function integerMask({ symbols, slots }: Section): readonly MaskSlot[] | undefined {
  if (/[^0#\-/ ()+$]/.test(symbols)) return undefined;
  const digits = slots.filter((slot) => 'digit' in slot).length;
  const last = slots.findLastIndex((slot) => 'digit' in slot);
  const first = slots.findIndex((slot) => 'digit' in slot);
  if (last < 0) return undefined;
  const shown = slots.slice(0, last + 1).filter((slot, index) => {
    if ('digit' in slot) return true;
    return index < first ? /^\+?\d*$/.test(slot.literal) : /^[-. /]*$/.test(slot.literal);
  });
  const isPadded = slots.filter((slot) => 'digit' in slot && slot.digit === '0').length > 1;
  return isPadded || shown.length > digits ? shown : undefined;
}

/** What a person sees of a number, and whether it is a date.
 *
 *  @param raw  the number as the file spells it ("1.00012", "3.51E+12"), or an ISO date ("2026-07-01T00:00:00")
 *  @param date1904  days count from 1904 (old Excel for Mac)
 *  @returns `date` with dd/mm/yyyy and hh:mm when there is a time of day (hh:mm alone for a time format); `number` in
 *  plain decimal, with the zeros that the format adds; `text` when `raw` is neither. Numbers outside Excel's calendar
 *  stay numbers. */
export function showNumber(
  raw: string,
  format: NumberFormat,
  date1904: boolean,
): { readonly kind: 'number' | 'date' | 'text'; readonly text: string } {
  const value = raw === '' ? Number.NaN : Number(raw);
  if (Number.isNaN(value)) {
    const date = isoDateText(raw);
    return date === undefined ? { kind: 'text', text: raw } : { kind: 'date', text: date };
  }
  if (format.kind === 'percent') return { kind: 'number', text: `${plainDecimal(value * 100)}%` };
  if (format.kind === 'number') return { kind: 'number', text: paddedNumber(value, format) };
  const text = serialText(value, format.kind, date1904);
  return text === undefined ? { kind: 'number', text: plainDecimal(value) } : { kind: 'date', text };
}

/** A number in plain decimal, at most 15 significant digits as Excel keeps them; an exponent only from 1e21 on and
 *  below 1e-21. */
export function plainDecimal(value: number): string {
  if (Number.isSafeInteger(value) && Math.abs(value) < 1e15) return value === 0 ? '0' : String(value);
  const text = String(Number(value.toPrecision(15)));
  const exponent = text.indexOf('e-');
  if (exponent < 0) return text;
  const zeros = Number(text.slice(exponent + 2));
  if (zeros > 21) return text;
  const sign = text.startsWith('-') ? '-' : '';
  return `${sign}0.${'0'.repeat(zeros - 1)}${text.slice(sign.length, exponent).replace('.', '')}`;
}

function paddedNumber(value: number, { mask, decimals }: NumberFormat): string {
  const text = plainDecimal(value);
  if (decimals > 0) {
    const point = text.indexOf('.');
    const shown = point < 0 ? 0 : text.length - point - 1;
    return text.includes('e') ? text : `${text}${point < 0 ? '.' : ''}${'0'.repeat(Math.max(0, decimals - shown))}`;
  }
  if (mask === undefined || value < 0 || !Number.isInteger(value) || text.includes('e')) return text;
  let rest = text;
  let shown = '';
  for (let at = mask.length - 1; at >= 0; at--) {
    const slot = mask[at]!;
    if ('literal' in slot) shown = slot.literal + shown;
    else if (rest !== '') {
      const isLast = !mask.slice(0, at).some((earlier) => 'digit' in earlier);
      shown = (isLast ? rest : rest.slice(-1)) + shown;
      rest = isLast ? '' : rest.slice(0, -1);
    } else if (slot.digit === '0') shown = `0${shown}`;
  }
  return shown;
}

const SECONDS_A_DAY = 86_400;
/** 31/12/9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;

function serialText(value: number, kind: FormatKind, date1904: boolean): string | undefined {
  if (value < 0 || value >= LAST_SERIAL + 1) return undefined;
  // A time of day is a fraction that binary numbers cannot hold exactly: 12:30 arrives as 12:29:59.9999.
  const seconds = Math.round(value * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const minutes = Math.floor((seconds % SECONDS_A_DAY) / 60);
  if (kind === 'elapsed') return clock(minutes + day * 1440);
  if (kind === 'time') return clock(minutes);
  const date = serialDate(day, date1904);
  return seconds % SECONDS_A_DAY === 0 ? date : `${date} ${clock(minutes)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const clock = (minutes: number): string => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

const dayText = (year: number, month: number, day: number): string =>
  `${twoDigits(day)}/${twoDigits(month)}/${String(year).padStart(4, '0')}`;

/** dd/mm/yyyy of a whole serial day. Excel's 1900 calendar has a day 0 and a 29 February that never was. */
function serialDate(serial: number, date1904: boolean): string {
  if (date1904) return civilDate(serial - 24_107);
  if (serial === 0) return '00/01/1900';
  if (serial === 60) return '29/02/1900';
  return civilDate(serial - (serial < 60 ? 25_568 : 25_569));
}

/** dd/mm/yyyy of a day counted from 1/1/1970 in the Gregorian calendar. */
function civilDate(daysSince1970: number): string {
  const daysIn400Years = 146_097;
  const shifted = daysSince1970 + 719_468; // from 1 March of year 0, so that the leap day ends the year
  const era = Math.floor(shifted / daysIn400Years);
  const dayOfEra = shifted - era * daysIn400Years;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** dd/mm/yyyy hh:mm of an ISO date or time as strict workbooks write it. */
function isoDateText(iso: string): string | undefined {
  const found = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(iso.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const time = hour === undefined ? undefined : `${hour}:${minute}`;
  if (year === undefined) return time;
  const date = dayText(Number(year), Number(month), Number(day));
  const isMidnight = Number(hour ?? 0) + Number(minute ?? 0) + Number(second ?? 0) === 0;
  return isMidnight ? date : `${date} ${time}`;
}
