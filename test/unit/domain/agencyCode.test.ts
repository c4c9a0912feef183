import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatAgencyCode,
  parseAgencyCode,
  provinceSuffix,
  repairAgencyCode,
  type AgencyCode,
} from '../../../shared/domain/agencyCode.ts';

describe('an agency code is read with its scheme', () => {
  const cases: [string, AgencyCode, string | undefined][] = [
    ['H56.12.34', { scheme: 'state', root: 'H56', parts: ['12', '34'] }, 'H56'],
    ['G09.20', { scheme: 'state', root: 'G09', parts: ['20'] }, undefined],
    [' G01\n', { scheme: 'state', root: 'G01', parts: [] }, undefined],
    ['000.00.00.H56', { scheme: 'reversed', root: 'H56', parts: ['000', '00', '00'] }, 'H56'],
    ['Z01ABC.12', { scheme: 'organisation', root: 'Z01', parts: ['ABC.12'] }, undefined],
  ];
  test.each(cases)('%j', (text, expected, province) => {
    expect(parseAgencyCode(text)).toEqual({ ok: true, value: expected });
    expect(provinceSuffix(expected)).toBe(province);
    expect(formatAgencyCode(expected)).toBe(text.trim());
  });
});

test.each([
  ['', 'empty', 0, 0],
  ['BCA_CAX', 'malformed', 1, 7], // department code of a portal
  ['h56.12', 'malformed', 0, 6],
  ['H56..12', 'malformed', 4, 7],
  ['H56.12.', 'malformed', 7, 7],
  ['H56-12', 'malformed', 3, 6],
  ['H561', 'malformed', 3, 4],
  ['H56.1a', 'malformed', 5, 6],
  [`H56.${'1'.repeat(32)}`, 'tooLong', 35, 36],
])('%j is refused as %s', (text, reason, start, end) => {
  expect(parseAgencyCode(text)).toEqual({ ok: false, reason, span: { start, end } });
});

test.each([
  ['h56.12.34', 'H56.12.34'],
  ['H56 . 12 . 34', 'H56.12.34'],
  ['Н56.12', 'H56.12'], // Cyrillic Н
  ['H56,12', 'H56.12'],
  ['H56-12', 'H56.12'],
  ['H56.12.', 'H56.12'],
  ['H56.12', undefined],
  ['BCA_CAX', undefined],
  ['', undefined],
])('the repair proposed for %j is %j', (text, expected) => {
  expect(repairAgencyCode(text)).toBe(expected);
});

test('every state code can be written and read again', () => {
  const part = fc.stringMatching(/^[0-9A-Z]{1,4}$/);
  const code = fc.tuple(fc.stringMatching(/^[A-Y]\d{2}$/), fc.array(part, { maxLength: 6 }));
  fc.assert(
    fc.property(code, ([root, parts]) => {
      const value: AgencyCode = { scheme: 'state', root, parts };
      expect(parseAgencyCode(formatAgencyCode(value))).toEqual({ ok: true, value });
    }),
  );
});
