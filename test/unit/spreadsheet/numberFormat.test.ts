import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInFormat, parseNumberFormat, plainDecimal, showNumber } from '../../../shared/table/numberFormat.ts';

const shown = (raw: string, code: string, date1904 = false): string => {
  const { kind, text } = showNumber(raw, parseNumberFormat(code), date1904);
  return `${kind} ${text}`;
};

describe('a number is shown the way a person sees it in Excel', () => {
  test.each([
    // Plain decimals, never an exponent for what fits a sheet
    ['1.00012', 'General', 'number 1.00012'],
    ['3.5100000000000001E+12', 'General', 'number 3510000000000'],
    ['3.51E+12', '0.00E+00', 'number 3510000000000'],
    ['0.1', 'General', 'number 0.1'],
    ['0.30000000000000004', 'General', 'number 0.3'],
    ['1E-7', 'General', 'number 0.0000001'],
    ['-2.5E-7', 'General', 'number -0.00000025'],
    ['1E+22', 'General', 'number 1e+22'],
    ['123456789012345678', '0', 'number 123456789012346000'],
    ['-0', 'General', 'number 0'],
    ['-1500', '#,##0', 'number -1500'],
    ['1000000', '#,##0\\ "đ"', 'number 1000000'],
    ['1000000', '#,##0 [$₫-42A]', 'number 1000000'],
    ['50000', '#,##0 d', 'number 50000'],
    ['12', '@', 'number 12'],
    // Zeros that the format adds
    ['12345', '000000000000', 'number 000000012345'],
    ['1234567', '0000000', 'number 1234567'],
    ['123', '0000000', 'number 0000123'],
    ['912345678', '"0"000000000', 'number 0912345678'],
    ['912345678', '0000-000-000', 'number 0912-345-678'],
    ['1.00012', '0.000000', 'number 1.000120'],
    ['1', '0.000', 'number 1'],
    ['15', '0" ngày"', 'number 15'],
    ['-5', '0000', 'number -5'],
    ['1.5', '0000', 'number 1.5'],
    // Percentages
    ['0.1', '0%', 'number 10%'],
    ['0.07', '0.00%', 'number 7%'],
    ['0.1255', '0%', 'number 12.55%'],
    // Neither number nor date
    ['abc', 'General', 'text abc'],
  ])('%s as %s is %s', (raw, code, expected) => {
    expect(shown(raw, code)).toBe(expected);
  });
});

describe('a number that wears a date format is a date', () => {
  test.each([
    ['46204', 'dd/mm/yyyy', 'date 01/07/2026'],
    ['46204', 'mm-dd-yy', 'date 01/07/2026'],
    ['46204', '[$-42A]dd mmmm yyyy', 'date 01/07/2026'],
    ['46204', '[$-1010000]d/m/yyyy;@', 'date 01/07/2026'],
    ['46204', '"Ngày" dd "tháng" mm "năm" yyyy', 'date 01/07/2026'],
    ['46204', 'dd\\.mm\\.yyyy', 'date 01/07/2026'],
    ['46204', 'mmm-yy', 'date 01/07/2026'],
    ['46204.5', 'dd/mm/yyyy hh:mm', 'date 01/07/2026 12:00'],
    ['46204.5', 'dd/mm/yyyy', 'date 01/07/2026 12:00'],
    ['46204.520833333336', 'dd/mm/yyyy', 'date 01/07/2026 12:30'],
    ['0.5208333333', 'h:mm', 'date 12:30'],
    ['0.75', 'h:mm AM/PM', 'date 18:00'],
    ['0.5', 'mm:ss.0', 'date 12:00'],
    ['1.5', '[h]:mm:ss', 'date 36:00'],
    // The 1900 calendar with its day 0 and its 29 February
    ['0', 'dd/mm/yyyy', 'date 00/01/1900'],
    ['1', 'dd/mm/yyyy', 'date 01/01/1900'],
    ['59', 'dd/mm/yyyy', 'date 28/02/1900'],
    ['60', 'dd/mm/yyyy', 'date 29/02/1900'],
    ['61', 'dd/mm/yyyy', 'date 01/03/1900'],
    ['2958465', 'dd/mm/yyyy', 'date 31/12/9999'],
    // Outside the calendar
    ['-5', 'dd/mm/yyyy', 'number -5'],
    ['2958466', 'dd/mm/yyyy', 'number 2958466'],
    // ISO dates of strict workbooks
    ['2026-07-01T00:00:00', 'General', 'date 01/07/2026'],
    ['2026-07-01T10:05:00Z', 'General', 'date 01/07/2026 10:05'],
    ['2026-07-01', 'General', 'date 01/07/2026'],
  ])('%s as %s is %s', (raw, code, expected) => {
    expect(shown(raw, code)).toBe(expected);
  });

  test.each([
    ['0', 'date 01/01/1904'],
    ['44742', 'date 01/07/2026'],
  ])('days of the 1904 system: %s is %s', (raw, expected) => {
    expect(shown(raw, 'dd/mm/yyyy', true)).toBe(expected);
  });

  test('every day from March 1900 to 2200 is the day that the Gregorian calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 110_000 }), (serial) => {
        const day = new Date((serial - 25_569) * 86_400_000).toISOString();
        const expected = `date ${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
        expect(shown(String(serial), 'dd/mm/yyyy')).toBe(expected);
      }),
    );
  });

  test.each([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57, 58])(
    'built-in format %i is a calendar format',
    (id) => {
      expect(parseNumberFormat(builtInFormat(id)!).kind).toMatch(/^(date|time|elapsed)$/);
    },
  );

  test.each([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49])('built-in format %i is none', (id) => {
    expect(parseNumberFormat(builtInFormat(id)!).kind).toMatch(/^(number|percent)$/);
  });
});

test('a plain decimal means the same number to 15 digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = plainDecimal(value);
      expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
      if (Math.abs(value) < 1e21 && Math.abs(value) > 1e-20) expect(text).not.toContain('e');
    }),
  );
});

test('no format code is too odd to be read', () => {
  const symbols = fc.constantFrom(
    'd',
    'm',
    'y',
    'h',
    's',
    '0',
    '#',
    '?',
    '.',
    ',',
    '"',
    '[',
    ']',
    '\\',
    '_',
    '*',
    ';',
    '%',
    'E',
    '+',
  );
  fc.assert(
    fc.property(fc.array(symbols, { maxLength: 30 }), fc.double({ noNaN: true }), (code, value) => {
      const { text } = showNumber(String(value), parseNumberFormat(code.join('')), false);
      expect(text).not.toBe('');
    }),
  );
});
