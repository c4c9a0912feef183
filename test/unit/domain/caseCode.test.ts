import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCaseCode, parseCaseCode } from '../../../shared/domain/caseCode.ts';
import { parseProcedureCode } from '../../../shared/domain/procedureCode.ts';
import { isServiceOf, parseServiceCode } from '../../../shared/domain/serviceCode.ts';

test('a case code names its procedure and its number', () => {
  // New portal, cases[] (DOMAIN §1.3).
  expect(parseCaseCode(' 1.001146.01 ')).toEqual({ ok: true, value: { base: '1.001146', ordinal: 1 } });
});

test.each([
  ['', 'empty', 0, 0],
  ['1.001146', 'malformed', 8, 8],
  ['1.001146.1', 'malformed', 10, 10],
  ['1.001146.H13', 'malformed', 9, 12],
])('%j is refused as %s', (text, reason, start, end) => {
  expect(parseCaseCode(text)).toEqual({ ok: false, reason, span: { start, end } });
});

test('every case code can be written and read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 9_999_999 }), fc.nat(99), (number, ordinal) => {
      const base = `${String(number)[0]}.${String(number).slice(1)}`;
      expect(parseCaseCode(formatCaseCode({ base, ordinal }))).toEqual({ ok: true, value: { base, ordinal } });
    }),
  );
});

test.each([
  ['1.005129', '1.005129', true], // MaDichVuCong=1.005129
  ['1.005129.02', '1.005129', true],
  ['1.005129', '1.005129.000.00.00.H13', true],
  ['1.005130', '1.005129', false],
])('the service %s belongs to the procedure %s: %s', (serviceText, procedureText, expected) => {
  const service = parseServiceCode(serviceText);
  const procedure = parseProcedureCode(procedureText);
  expect(service.ok && procedure.ok && isServiceOf(service.value, procedure.value)).toBe(expected);
});

test('a service code that is neither procedure nor case is refused as a procedure code would be', () => {
  expect(parseServiceCode('DVC-17')).toEqual(parseProcedureCode('DVC-17'));
});
