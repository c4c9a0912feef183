import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPlaceMentions } from '../../../shared/domain/placeMentions.ts';

const spell = (text: string): string =>
  findPlaceMentions(text)
    .map(({ word, name, longName, labelledOld }) => `${word} ${longName ?? name}${labelledOld ? ' (old)' : ''}`)
    .join('; ');

test.each([
  ['UBND xã Núi Cấm, tỉnh An Giang', 'xa Núi Cấm; tinh An Giang'],
  ['Ủy ban nhân dân phường Bến Thành thành phố Hồ Chí Minh', 'phuong Bến Thành; thanh_pho Hồ Chí Minh'],
  ['UBND XÃ ĐẠ TẺH 2 - TỈNH LÂM ĐỒNG', 'xa ĐẠ TẺH 2; tinh LÂM ĐỒNG'],
  ['Số 5 Lê Lợi, P. 1, TP. Vũng Tàu', 'thanh_pho Vũng Tàu'],
  ['TP.HCM', 'thanh_pho HCM'],
  ['Sở Tư pháp tỉnh Bà Rịa - Vũng Tàu', 'tinh Bà Rịa - Vũng Tàu'],
  ['UBND huyện đảo Lý Sơn', 'huyen Lý Sơn'],
  ['Công an đặc khu Phú Quốc', 'dac_khu Phú Quốc'],
  ['Trụ sở UBND huyện An Phú cũ', 'huyen An Phú (old)'],
  ['Xã Phú Hội (trước đây thuộc huyện An Phú)', 'xa Phú Hội; huyen An Phú (old)'],
  ['UBND cấp xã', ''],
  ['UBND các xã, phường', ''],
  ['Bảo hiểm xã hội tỉnh Gia Lai', 'tinh Gia Lai'],
  ['BẢO HIỂM XÃ HỘI', ''],
  ['Cơ quan Thuế', ''],
  ['Trung đoàn quân khu Bảy', ''],
  ['UBND HUYEN XUAN LOC', 'huyen XUAN LOC'],
  ['Xã Cư M’gar', 'xa Cư M’gar'],
  ['UBND xã Núi Cấm'.normalize('NFD'), 'xa Núi Cấm'.normalize('NFD')],
  ['', ''],
])('%j names %s', (text, expected) => expect(spell(text)).toBe(expected));

test('the spans of a mention cover its words in the text', () => {
  const text = 'UBND  Thành  phố Biên Hòa';
  const [mention] = findPlaceMentions(text);
  expect(text.slice(mention!.wordSpan.start, mention!.wordSpan.end)).toBe('Thành  phố');
  expect(text.slice(mention!.span.start, mention!.span.end)).toBe('Thành  phố Biên Hòa');
});

test('any text is read without a failure', () => {
  const words = fc.constantFrom(
    'xã',
    'tỉnh',
    'TP.',
    'Thị xã',
    'Núi',
    '-',
    ' - ',
    ',',
    '.',
    'quận',
    '12',
    'cũ',
    '(',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      for (const { name, span } of findPlaceMentions(text)) {
        expect(name).not.toBe('');
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
