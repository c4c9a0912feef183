import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanLines,
  cleanText,
  compareKey,
  headingKey,
  isTextClean,
  searchKey,
} from '../../../shared/domain/vietnameseText.ts';

const decomposed = (text: string): string => text.normalize('NFD');

describe('cleaning gives the text a person believes to see', () => {
  test.each([
    ['Sở Tư pháp', 'Sở Tư pháp'],
    ['', ''],
    ['   ', ''],
    [decomposed('10 ngày làm việc'), '10 ngày làm việc'], // 1.010093: a false unit mismatch came from NFD (DOMAIN §7.2)
    ['Ủy ban Nhân dân\u00A0xã,\u00A0phường', 'Ủy ban Nhân dân xã, phường'], // 17 real agency cells
    ['cai nghiện  ma túy', 'cai nghiện ma túy'], // 3.000526
    ['Bộ Tài chính\n', 'Bộ Tài chính'], // 282 real cells end in a line break
    ['Sở A\r\nSở B', 'Sở A Sở B'],
    ['\u200EGiấy phép\u200B', 'Giấy phép'], // U+200E is the commonest hidden character of the catalogue
    ['đăng\u00AD ký', 'đăng ký'],
    ['\uF0FC Bản sao', '- Bản sao'], // Wingdings tick
    ['\uF0A7Tờ khai', '-Tờ khai'],
    ['Ðơn đề nghị', 'Đơn đề nghị'], // 2.000765 holds U+00D0
    ['\tMã\tsố\t', 'Mã số'],
    ['\u0007Chuông', 'Chuông'],
    ['Phí – lệ phí “mới”…', 'Phí – lệ phí “mới”…'],
  ])('%j → %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
    expect(isTextClean(text)).toBe(text === expected);
  });

  test('line breaks part values, and blank lines are no values', () => {
    expect(cleanLines('  Sở Tư pháp \r\n\n Công an  tỉnh\u2028Sở Tài chính\n')).toBe(
      'Sở Tư pháp\nCông an tỉnh\nSở Tài chính',
    );
  });

  test('cleaning twice changes nothing more, and clean text passes untouched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(isTextClean(once)).toBe(true);
        expect(cleanLines(text).replaceAll('\n', ' ')).toBe(once);
      }),
    );
  });
});

describe('the comparison key', () => {
  test.each([
    ['hoà giải', 'hòa giải'],
    ['Uỷ ban nhân dân', 'Ủy ban Nhân dân'],
    ['Thanh Hóa', 'THANH HOÁ'],
    ['thuỷ sản', 'thủy sản'],
    ['quý', 'quí'],
    ['kỹ thuật', 'kĩ thuật'],
    ['lý lịch', 'lí lịch'],
    ['Phí,lệ phí', 'Phí, lệ phí'],
    ['Tổ chức (không bao gồm doanh nghiệp, HTX)', 'tổ chức không bao gồm doanh nghiệp HTX'],
    ['64/2025/TT-BTС', '64/2025/TT-BTC'],
    [decomposed('Đăng ký khai tử'), 'đăng ký  khai tử'],
  ])('takes %j and %j for the same words', (left, right) => {
    expect(compareKey(left)).toBe(compareKey(right));
  });

  test.each([
    ['hòa', 'hỏa'],
    ['đất', 'dất'],
    ['chuyên', 'chuyển'],
    ['thúy', 'thúi'],
    ['tuyên', 'tuiên'],
    ['tỉnh lộ', 'tỉnhlộ'],
  ])('keeps %j and %j apart', (left, right) => {
    expect(compareKey(left)).not.toBe(compareKey(right));
  });

  test('does not depend on case, composition or edge blanks', () => {
    const words = fc.array(fc.constantFrom('Ủy', 'ban', 'hoà', 'QUÝ', 'Đường', 'nghiệp', '1.001234', 'kỹ'));
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        expect(compareKey(` ${decomposed(text.toUpperCase())}\u200B `)).toBe(compareKey(text));
      }),
    );
  });
});

test.each([
  ['Thành phố Đồng Nai', 'thanh pho dong nai'],
  ['QUYẾT ĐỊNH', 'quyet dinh'],
  ['Lệ phí (nếu có)', 'le phi neu co'],
  ['Café ü', 'cafe u'],
])('the search key of %j is typed without diacritics', (text, expected) => {
  expect(searchKey(text)).toBe(expected);
});

test.each([
  ['Mã TTHC:', 'matthc'],
  ['  Phí, lệ phí\n(nếu có) ', 'philephineuco'],
  ['Từ khoá', 'tukhoa'],
  ['Quy trình', 'quytrinh'],
  ['Ðơn vị', 'donvi'],
  ['(1)', '1'],
  ['', ''],
])('the heading key of %j is %j', (text, expected) => {
  expect(headingKey(text)).toBe(expected);
});
