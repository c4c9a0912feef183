import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBankAccount } from '../../../shared/domain/bankAccount.ts';
import { bankByBin, findBank, isKnownBankNumber, parseBankCode } from '../../../shared/domain/bankCode.ts';
import { formatBudgetChapter, parseBudgetChapter, parseBudgetSubItem } from '../../../shared/domain/budgetChapter.ts';
import { parseBudgetUnitCode } from '../../../shared/domain/budgetUnitCode.ts';
import type { Parsed } from '../../../shared/domain/parsed.ts';
import { formatTaxCode, parseTaxCode } from '../../../shared/domain/taxCode.ts';
import {
  formatTreasuryAccount,
  looksLikeTreasuryAccount,
  parseTreasuryAccount,
  receivesFees,
} from '../../../shared/domain/treasuryAccount.ts';
import { formatTreasuryCode, parseTreasuryCode, treasuryNameKind } from '../../../shared/domain/treasuryCode.ts';

const outcome = <T>(result: Parsed<T>, show: (value: T) => string): string =>
  result.ok ? show(result.value) : result.reason;

describe('an account at the treasury', () => {
  test.each([
    ['3716.2.1046476.00000', '3716.2.1046476.00000 deposit'],
    ['37162104647600000', '3716.2.1046476.00000 deposit compact'],
    ['3716 2 1046476 00000', '3716.2.1046476.00000 deposit'],
    ['3511.4.1046476.00000', '3511.4.1046476.00000 payable'],
    ['9527.1.1046476', '9527.1.1046476 estimate'],
    ['952711046476', '9527.1.1046476 estimate compact'],
    ['3716.2.1046476', 'wrongParts'],
    ['9527.1.1046476.00000', 'wrongParts'],
    ['3716.2.104647.00000', 'wrongLength'],
    ['3716210464760000', 'wrongLength'],
    ['3.71621E+16', 'scientific'],
    ['3716.2.1O46476.00000', 'malformed'],
    ['', 'empty'],
  ])('%s → %s', (text, expected) =>
    expect(
      outcome(parseTreasuryAccount(text), (account) =>
        [formatTreasuryAccount(account), account.group, account.compact ? 'compact' : ''].join(' ').trim(),
      ),
    ).toBe(expected),
  );

  test('an estimate never receives fees', () => {
    const receives = (text: string): boolean | undefined => {
      const result = parseTreasuryAccount(text);
      return result.ok ? receivesFees(result.value) : undefined;
    };
    expect(
      ['9527.1.1046476', '3716.2.1046476.00000', '3511.2.1046476.00000', '1111.2.1046476.00000'].map(receives),
    ).toEqual([false, true, true, undefined]);
  });

  test('what is written is read back, with dots and without', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('3711', '3591', '3712'),
        digits(1),
        digits(7),
        digits(5),
        (account, budgetLevel, budgetUnit, programme) => {
          const written = formatTreasuryAccount({ account, budgetLevel, budgetUnit, programme });
          const expected = { ok: true, value: { account, budgetLevel, budgetUnit, programme } };
          expect(parseTreasuryAccount(written)).toMatchObject(expected);
          expect(parseTreasuryAccount(written.replaceAll('.', ''))).toMatchObject(expected);
          expect(looksLikeTreasuryAccount(written)).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['0123456789', false],
    ['37162104647600000', true],
    ['3716.2', false],
    ['3716.2.10464', true],
  ])('%s is meant for the treasury: %s', (text, expected) => expect(looksLikeTreasuryAccount(text)).toBe(expected));
});

test.each([
  ['1046476', 'unit'],
  ['2046476', 'unit'],
  ['3046476', 'other'],
  [' 7046476 ', 'project'],
  ['4046476', 'unknownKind'],
  ['104647', 'wrongLength'],
  ['1046A76', 'malformed'],
  ['', 'empty'],
])('budget unit code %j: %s', (text, expected) =>
  expect(outcome(parseBudgetUnitCode(text), (code) => code.kind)).toBe(expected),
);

test.each([
  ['0123456789', '0123456789'],
  ['012 345 6789', '0123456789'],
  ['VQRQ0001abc', 'VQRQ0001abc'],
  ['O123456', 'lookAlike'],
  ['12345l', 'lookAlike'],
  ['12345', 'tooShort'],
  ['12345678901234567890', 'tooLong'],
  ['123$456', 'malformed'],
  ['1.23E+12', 'scientific'],
  ['', 'empty'],
])('bank account %j: %s', (text, expected) =>
  expect(outcome(parseBankAccount(text), (account) => account.number)).toBe(expected),
);

describe('a bank code', () => {
  test.each([
    ['970436', 'bin vietcombank'],
    ['970999', 'unknownBin'],
    ['01203001', 'citad vietcombank'],
    ['56701002', 'citad treasury'],
    ['66101001', 'citad -'],
    ['99203001', 'unknownProvince'],
    ['1203001', 'lostZero'],
    ['VCB', 'malformed'],
    ['', 'empty'],
  ])('%j → %s', (text, expected) =>
    expect(
      outcome(parseBankCode(text), (code) =>
        code.kind === 'bin' ? `bin ${code.bank.key}` : `citad ${code.treasury ? 'treasury' : (code.bank?.key ?? '-')}`,
      ),
    ).toBe(expected),
  );

  test.each([
    ['Vietcombank', 'vietcombank'],
    ['Ngân hàng TMCP Ngoại Thương Việt Nam', 'vietcombank'],
    ['Agribank chi nhánh An Giang', 'agribank'],
    ['BIDV', 'bidv'],
    ['LienVietPostBank', 'lienvietpostbank'],
    ['Kho bạc Nhà nước', undefined],
  ])('%s names %s', (text, key) => expect(findBank(text)?.key).toBe(key));

  test('a number shared by a renamed bank is that of the one that goes on', () => {
    expect(bankByBin('970449')?.key).toBe('lpbank');
    expect(['701', '101', '203', '999'].map(isKnownBankNumber)).toEqual([true, true, true, false]);
  });

  const branches = path.resolve(
    import.meta.dirname,
    '../../../../shared/data/reference/bank_branches_citad_legacy.csv',
  );
  test.skipIf(!existsSync(branches))(
    'real CITAD codes are read, the treasury among them (needs the shared data folder)',
    () => {
      const codes = [...readFileSync(branches, 'utf8').matchAll(/-(\d{8}),/g)].map((match) => match[1]!);
      expect(codes.length).toBeGreaterThan(400);
      expect(codes.filter((code) => !parseBankCode(code).ok)).toEqual([]);
      const treasury = codes
        .map((code) => parseBankCode(code))
        .filter((code) => code.ok && code.value.kind === 'citad' && code.value.treasury);
      expect(treasury).toHaveLength(80);
    },
  );
});

test.each([
  ['0011', '0011'],
  ['11', 'lostZero'],
  ['00112', 'malformed'],
  ['', 'empty'],
])('treasury office %j: %s', (text, expected) => expect(outcome(parseTreasuryCode(text), String)).toBe(expected));

test.each([
  ['KBNN khu vực XV', 'regional'],
  ['Phòng giao dịch số 1 - Kho bạc Nhà nước khu vực I', 'regional'],
  ['KBNN tỉnh Gia Lai', 'former'],
  ['Kho bạc Nhà nước huyện An Phú', 'former'],
  ['KBNN Pleiku', 'unnamed'],
  ['Vietcombank', undefined],
])('%s is a %s office', (text, kind) => expect(treasuryNameKind(text)).toBe(kind));

test('lost zeros of short codes can be put back', () => {
  expect([formatTreasuryCode('11'), formatBudgetChapter('18')]).toEqual(['0011', '018']);
});

test.each([
  ['018', '018'],
  ['18', 'lostZero'],
  ['0180', 'malformed'],
  ['', 'empty'],
])('chapter %j: %s', (text, expected) => expect(outcome(parseBudgetChapter(text), String)).toBe(expected));

test.each([
  ['2716', 'usual'],
  ['4949', 'unusual'],
  ['271', 'malformed'],
  ['0716', 'malformed'],
  ['', 'empty'],
])('sub-item %j: %s', (text, expected) =>
  expect(outcome(parseBudgetSubItem(text), (item) => (item.usualForFees ? 'usual' : 'unusual'))).toBe(expected),
);

describe('a tax code', () => {
  test.each([
    ['0100109106', 'organization 0100109106'],
    ['0101248141', 'organization 0101248141'],
    ['0300588569', 'organization 0300588569'],
    ['0100109106-001', 'organization 0100109106-001'],
    ['0100109106001', 'organization 0100109106-001'],
    ['001099012345', 'citizen 001099012345'],
    ['0100109107', 'checkDigit'],
    ['100109106', 'lostZero'],
    ['01001091', 'wrongLength'],
    ['O100109106', 'malformed'],
    ['', 'empty'],
  ])('%j → %s', (text, expected) =>
    expect(outcome(parseTaxCode(text), (code) => `${code.kind} ${formatTaxCode(code)}`)).toBe(expected),
  );

  test('a single wrong digit is noticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0100109106', '0101248141', '0300588569'),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (code, at, by) => {
          const digits = [...code];
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(parseTaxCode(digits.join('')).ok).toBe(false);
        },
      ),
    );
  });
});
