import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatProcedureCode,
  isNational,
  parseProcedureCode,
  procedureCodeSeries,
  rebuildFromNumber,
  repairProcedureCode,
  type ProcedureCode,
} from '../../../shared/domain/procedureCode.ts';

describe('a procedure code is read as national base and local addition', () => {
  // DOMAIN §1.3; the suffixed ones stand in workflow workbooks of Cần Thơ.
  const cases: [string, ProcedureCode][] = [
    ['1.002755', { base: '1.002755' }],
    [' 6.006597\n', { base: '6.006597' }],
    ['\u200E1.002755', { base: '1.002755' }],
    ['1.010708.000.00.00.H56', { base: '1.010708', filler: true, agency: 'H56' }],
    ['1.003930.000.00.00.H13-3', { base: '1.003930', filler: true, agency: 'H13', variant: 3 }],
    ['2.002621.H13', { base: '2.002621', agency: 'H13' }],
    ['2.002284.H13–1', { base: '2.002284', agency: 'H13', variant: 1 }],
  ];
  test.each(cases)('%j', (text, expected) => {
    const result = parseProcedureCode(text);
    expect(result).toEqual({ ok: true, value: expected });
    expect(isNational(expected)).toBe(expected.agency === undefined);
  });
});

test.each([
  ['', 'empty', 0, 0],
  [' \u00A0', 'empty', 0, 0],
  ['1.0133611', 'malformed', 8, 9], // these four stand in the national list itself
  ['1.014955-Xoa', 'malformed', 8, 12],
  ['2.009182739', 'malformed', 8, 11],
  ['1.0O2755', 'malformed', 3, 8],
  ['0.002755', 'malformed', 0, 8],
  [' 1,002755', 'malformed', 2, 9],
  ['C08_XPHCDB', 'malformed', 0, 10], // internal code of a ministry's portal
  ['H13-12345-1', 'malformed', 0, 11],
  ['1.001146.01', 'malformed', 10, 11], // a case code, not a procedure code
  ['1.003930.000.00.00', 'malformed', 18, 18],
  ['1.003930.h13', 'malformed', 9, 12],
])('%j is refused as %s from character %i', (text, reason, start, end) => {
  const result = parseProcedureCode(text);
  expect(result).toMatchObject({ ok: false, reason });
  if (reason === 'malformed') expect(result).toMatchObject({ span: { start, end } });
});

test('writing a code and reading it back gives the same code', () => {
  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
  const base = fc.tuple(fc.integer({ min: 1, max: 9 }), digits(6)).map(([first, rest]) => `${first}.${rest}`);
  const agency = fc.tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXY'), digits(2)).map((parts) => parts.join(''));
  const code: fc.Arbitrary<ProcedureCode> = fc.oneof(
    fc.record({ base }),
    fc.record(
      { base, agency, filler: fc.constant<true>(true), variant: fc.nat(999) },
      { requiredKeys: ['base', 'agency'] },
    ),
  );
  fc.assert(
    fc.property(code, (value) => {
      expect(parseProcedureCode(formatProcedureCode(value))).toEqual({ ok: true, value });
    }),
  );
});

test.each([
  ['1,002755', '1.002755'],
  ['1.0O2755', '1.002755'],
  ['l.002755', '1.002755'],
  ['1.00275I', '1.002751'],
  ['1002755', '1.002755'],
  ['1 .002755', '1.002755'],
  ['1.002.755', '1.002755'],
  ['1.002755.', '1.002755'],
  ['１．００２７５５', '1.002755'],
  ['1.О02755', '1.002755'], // Cyrillic О
  ['1.003930.000.00.00.h13-3', '1.003930.000.00.00.H13-3'],
  ['2.002621.Н13', '2.002621.H13'], // Cyrillic Н
  [' 1.002755', '1.002755'],
  ['1.002755', undefined],
  ['1.0133611', undefined],
  ['1.014955-Xoa', undefined],
  ['1.00275', undefined],
  ['0.002755', undefined],
  ['C08_XPHCDB', undefined],
  ['', undefined],
])('the repair proposed for %j is %j', (text, expected) => {
  expect(repairProcedureCode(text)).toBe(expected);
});

test.each([
  ['1.00012', ['1.000120']],
  ['2', ['2.000000']],
  ['1.002755', ['1.002755']],
  ['1.00012E0', ['1.000120']],
  ['1002755', ['1.002755']],
  ['1.0133611', []],
  ['12.5', []],
  ['0.5', []],
  ['1.000120abc', []],
  ['3.51E+12', []],
])('a number cell %j may have held %j', (raw, expected) => {
  expect(rebuildFromNumber(raw)).toEqual(expected);
});

test.each([
  ['1.002755', 'public'],
  ['3.000349', 'public'],
  ['5.003882', 'internal'],
  ['6.006597', 'internal'],
  ['4.000001', 'unseen'],
])('%s belongs to the %s series', (base, series) => {
  expect(procedureCodeSeries({ base })).toBe(series);
});
