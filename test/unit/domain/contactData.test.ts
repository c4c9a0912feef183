import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskCitizenId, parseCitizenId, repairCitizenId } from '../../../shared/domain/citizenId.ts';
import { parseEmail, repairEmail } from '../../../shared/domain/email.ts';
import { parsePersonName, titleCaseName } from '../../../shared/domain/personName.ts';
import { formatPhone, parsePhone, repairPhone, splitPhones } from '../../../shared/domain/phone.ts';

describe('a telephone number is read whatever separates its digits', () => {
  test.each([
    ['0986490101', '0986490101', 'mobile', undefined],
    ['0986.490101', '0986490101', 'mobile', undefined], // letter of Gia Lai
    ['0986 490-101', '0986490101', 'mobile', undefined],
    ['+84 986 490 101', '0986490101', 'mobile', undefined],
    ['(+84) 986490101', '0986490101', 'mobile', undefined],
    ['84986490101', '0986490101', 'mobile', undefined],
    ['+84 (0)986490101', '0986490101', 'mobile', undefined],
    ['\u200E0986490101', '0986490101', 'mobile', undefined],
    ['(0234) 3822 133', '02343822133', 'landline', undefined],
    ['024 3825 1234 (máy lẻ 12)', '02438251234', 'landline', '12'],
    ['02693.824.404 ext 101', '02693824404', 'landline', '101'],
    ['1900 1234', '19001234', 'service', undefined],
    ['1800-588-888', '1800588888', 'service', undefined],
  ])('%j', (text, digits, kind, extension) => {
    expect(parsePhone(text)).toEqual({
      ok: true,
      value: { digits, kind, ...(extension !== undefined && { extension }) },
    });
  });

  test.each([
    ['', 'empty'],
    ['986490101', 'lostZero'],
    ['01686490101', 'oldMobile'],
    ['0123456789', 'unknownPrefix'],
    ['0986490', 'tooShort'],
    ['098649010122', 'tooLong'],
    ['0986490101 (Anh Nam)', 'notDigits'],
    ['không có', 'notDigits'],
    ['0986490101, 0912345678', 'several'],
  ])('%j is refused as %s', (text, reason) => {
    expect(parsePhone(text)).toMatchObject({ ok: false, reason });
  });

  test('every number can be grouped for reading and read again', () => {
    const mobile = fc.stringMatching(/^0[35789]\d{8}$/).map((digits) => ({ digits, kind: 'mobile' as const }));
    const landline = fc.stringMatching(/^02\d{9}$/).map((digits) => ({ digits, kind: 'landline' as const }));
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (phone) => {
        expect(parsePhone(formatPhone(phone))).toEqual({ ok: true, value: phone });
      }),
    );
  });
});

test.each([
  ['0986490101; 0912345678', ['0986490101', '0912345678']],
  ['0986.490.101\n0912.345.678\n', ['0986.490.101', '0912.345.678']],
  ['0986490101 - 0912345678', ['0986490101', '0912345678']],
  ['0986490101 hoặc 0912345678', ['0986490101', '0912345678']],
  ['0269 / 3824404', ['0269 / 3824404']],
  ['0986 490 101', ['0986 490 101']],
  ['', []],
])('%j holds the numbers %j', (cell, expected) => {
  expect(splitPhones(cell).map(({ start, end }) => cell.slice(start, end))).toEqual(expected);
});

test.each([
  ['986490101', '0986490101'],
  ['0986.490101', '0986490101'],
  ['+84986490101', '0986490101'],
  ['0986490101', undefined],
  ['12345', undefined],
])('the repair proposed for the number %j is %j', (cell, expected) => {
  expect(repairPhone(cell)).toBe(expected);
});

describe('a citizen id tells place, sex and year of birth', () => {
  test.each([
    ['064085001234', { place: '064', placeKind: 'province', sex: 'male', birthYear: 1985 }],
    ['001 190 001234', { place: '001', placeKind: 'province', sex: 'female', birthYear: 1990 }],
    ['096305001234', { place: '096', placeKind: 'province', sex: 'female', birthYear: 2005 }],
    ['128200001234', { place: '128', placeKind: 'country', sex: 'male', birthYear: 2000 }],
    ['003085001234', { place: '003', placeKind: 'unknown', sex: 'male', birthYear: 1985 }],
  ])('%s', (text, expected) => {
    expect(parseCitizenId(text)).toMatchObject({ ok: true, value: expected });
  });

  test.each([
    ['', 'empty'],
    ['231234567', 'oldCard'],
    ['64085001234', 'lostZero'],
    ['0640850012345', 'wrongLength'],
    ['06408500123O', 'notDigits'],
  ])('%j is refused as %s', (text, reason) => {
    expect(parseCitizenId(text)).toMatchObject({ ok: false, reason });
  });

  test('lost zeros are proposed only where a province comes out', () => {
    expect(repairCitizenId('64085001234')).toBe('064085001234');
    expect(repairCitizenId('1085001234')).toBe('001085001234');
    expect(repairCitizenId('9085001234')).toBeUndefined();
    expect(repairCitizenId('231234567')).toBeUndefined();
    expect(repairCitizenId('03085001234')).toBeUndefined();
    expect(repairCitizenId('064085001234')).toBeUndefined();
  });

  test('a masked id does not tell the birth year', () => {
    const id = parseCitizenId('064085001234');
    expect(id.ok && maskCitizenId(id.value)).toBe('064******234');
  });
});

describe('an e-mail address', () => {
  test.each([
    ['nva@gialai.gov.vn', 'nva@gialai.gov.vn', true],
    [' NVA@GiaLai.gov.vn ', 'nva@gialai.gov.vn', true],
    ['mailto:a.b-c@gmail.com', 'a.b-c@gmail.com', false],
  ])('%j is read', (text, address, official) => {
    expect(parseEmail(text)).toMatchObject({ ok: true, value: { address, official } });
  });

  test.each([
    ['', 'empty'],
    ['gialai.gov.vn', 'noAt'],
    ['a@b@gov.vn', 'severalAts'],
    ['a@gov.vn; b@gov.vn', 'several'],
    ['a b@gov.vn', 'blank'],
    ['nguyễnvana@gov.vn', 'diacritics'],
    ['.a@gov.vn', 'badMailbox'],
    ['a..b@gov.vn', 'badMailbox'],
    ['a@gov', 'badDomain'],
    ['a@-gov.vn', 'badDomain'],
    ['a@gov.vn.', 'badDomain'],
    [`${'a'.repeat(65)}@gov.vn`, 'badMailbox'],
  ])('%j is refused as %s', (text, reason) => {
    expect(parseEmail(text)).toMatchObject({ ok: false, reason });
  });

  test.each([
    ['nva @gialai.gov.vn', 'nva@gialai.gov.vn'],
    ['nguyễnvăna@gialai.gov.vn', 'nguyenvana@gialai.gov.vn'],
    ['nva@gialai,gov,vn', 'nva@gialai.gov.vn'],
    ['nva@gialai.gov.vn.', 'nva@gialai.gov.vn'],
    ['Email: nva@gialai.gov.vn', 'nva@gialai.gov.vn'],
    ['nva@gialai.gov.vn', undefined],
    ['không có', undefined],
  ])('the repair proposed for %j is %j', (text, expected) => {
    expect(repairEmail(text)).toBe(expected);
  });
});

describe("a person's name", () => {
  test.each(['Nguyễn Văn An', "H'Hen Niê", 'Y Moan Ênuôl', 'Hồ Thị A-Lăng', 'Lê Ý'])(
    '%s is in its usual writing',
    (name) => {
      expect(parsePersonName(` ${name} `)).toEqual({ ok: true, value: name });
      expect(titleCaseName(name.toUpperCase())).toBe(titleCaseName(name.toLowerCase()));
    },
  );

  test.each([
    ['', 'empty', ''],
    ['NGUYỄN VĂN AN', 'notTitleCase', 'NGUYỄN'],
    ['Nguyễn văn An', 'notTitleCase', 'văn'],
    ['Nguyễn Văn An 2', 'digits', '2'],
    ['Nguyễn Văn An (PGĐ)', 'signs', '('],
    ['An', 'oneWord', 'An'],
  ])('%j is refused as %s', (text, reason, wrong) => {
    const name = parsePersonName(text);
    expect(name).toMatchObject({ ok: false, reason });
    if (!name.ok) expect(text.slice(name.span.start, name.span.end)).toBe(wrong);
  });

  test('title case is proposed for names in capitals', () => {
    expect(titleCaseName('NGUYỄN  VĂN ĐỨC')).toBe('Nguyễn Văn Đức');
    expect(titleCaseName('nguyễn thị ánh')).toBe('Nguyễn Thị Ánh');
  });
});
