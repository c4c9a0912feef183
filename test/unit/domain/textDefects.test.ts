import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLookAlikes, foldLookAlikes } from '../../../shared/domain/lookAlikes.ts';
import { findMojibake, repairMojibake } from '../../../shared/domain/mojibake.ts';
import {
  findDecomposed,
  findHiddenCharacters,
  findStrayBlanks,
  findWrongD,
} from '../../../shared/domain/textDefects.ts';
import { findToneStyles, withToneStyle } from '../../../shared/domain/tonePlacement.ts';
import { isVietnameseSyllable } from '../../../shared/domain/vietnameseSyllable.ts';
import { cleanText, compareKey } from '../../../shared/domain/vietnameseText.ts';
import { textOfWindows1252 } from '../../../shared/domain/windows1252.ts';

const slices = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));
const misread = (text: string) => textOfWindows1252(new TextEncoder().encode(text));

test('letters written in two characters are found one by one', () => {
  const text = 'làm '.normalize('NFD') + 'việc';
  expect(slices(text, findDecomposed(text))).toEqual(['a\u0300']);
  expect(findDecomposed('làm việc')).toEqual([]);
  expect(slices('vie\u0323\u0302c', findDecomposed('vie\u0323\u0302c'))).toEqual(['e\u0323\u0302']);
});

test.each([
  ['\u200EGiấy', [{ start: 0, end: 1, codePoint: 'U+200E', kind: 'invisible' }]],
  ['đăng\u00AD ký', [{ start: 4, end: 5, codePoint: 'U+00AD', kind: 'invisible' }]],
  ['\uF0FC có', [{ start: 0, end: 1, codePoint: 'U+F0FC', kind: 'symbolFont' }]],
  ['Giấy phép', []],
])('hidden characters of %j', (text, expected) => {
  expect(findHiddenCharacters(text)).toEqual(expected);
});

test.each([
  [' a', ['edge']],
  ['Bộ Tài chính\n', ['edge']],
  ['a  b', ['double']],
  ['Ủy ban\u00A0xã', ['noBreak']],
  ['a\tb', ['tab']],
  ['a \n b', ['lineEdge']],
  ['a\n\nb', ['lineEdge']],
  ['a\nb', []],
  ['a\r\nb c', []],
  ['', []],
])('stray blanks of %j', (text, expected) => {
  expect(findStrayBlanks(text).map(({ kind }) => kind)).toEqual(expected);
});

test('Ð and ð are no Vietnamese letters', () => {
  expect(findWrongD('Ðơn xin ðất đai Đồng')).toEqual([
    { start: 0, end: 1 },
    { start: 8, end: 9 },
  ]);
});

test('a text without findings of these kinds is clean, and a clean text has none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
      const clean = cleanText(text);
      expect([...findHiddenCharacters(clean), ...findStrayBlanks(clean), ...findWrongD(clean)]).toEqual([]);
    }),
  );
});

describe('look-alike letters', () => {
  test.each([
    ['226/2016/TT-BTС', 'C'], // U+0421, real
    ['Н56', 'H'],
    ['Α01', 'A'], // Greek
    ['１.００', '1'],
  ])('%s holds one that stands for %s', (text, latin) => {
    expect(findLookAlikes(text)[0]).toMatchObject({ replacement: latin });
    expect(foldLookAlikes(text)).toMatch(/^[ -~]+$/);
    expect(foldLookAlikes(text)).toHaveLength(text.length);
  });

  test('Vietnamese letters have none', () => {
    expect(findLookAlikes('Ủy ban nhân dân Đắk Lắk')).toEqual([]);
  });
});

describe('wrongly decoded text', () => {
  test.each(['Ủy ban nhân dân', 'Đơn đề nghị', 'Quyết định “mới” – 2026', 'ĐĂNG KÝ', 'Đường'])(
    '%s comes back from UTF-8 read as Windows-1252',
    (text) => {
      expect(repairMojibake(misread(text))).toBe(text);
    },
  );

  test.each(['Ủy ban nhân dân', '“THÔNG BÁO ĐÔ THỊ”', '“LÀM RÕ ĐÃ”', 'VÂ…', 'CAFÉ…', 'phương án °C', 'nhà – đất', ''])(
    '%s is not taken for wrongly decoded',
    (text) => {
      expect(findMojibake(text)).toEqual([]);
      expect(repairMojibake(text)).toBeUndefined();
    },
  );

  test('the replacement character is found, and has nothing to give back', () => {
    expect(findMojibake('Qu\uFFFD\uFFFDt')).toEqual([{ start: 2, end: 4 }]);
    expect(repairMojibake('Qu\uFFFDt')).toBeUndefined();
  });

  test('spans cover the wrong letters only', () => {
    const text = `Sở ${misread('Tư')} pháp`;
    expect(slices(text, findMojibake(text))).toEqual(['Æ°']);
  });

  test('any misread Vietnamese text is repaired', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Ủy ban', 'quyết định', 'Đơn', 'thủ tục', 'hành chính'), { minLength: 1 }),
        (words) => {
          const text = words.join(' ');
          expect(repairMojibake(misread(text))).toBe(text);
        },
      ),
    );
  });
});

describe('tone placement', () => {
  test.each([
    ['hòa giải', ['old']],
    ['hoà giải', ['new']],
    ['Ủy ban, thuỷ sản', ['old', 'new']],
    ['KHÓA', ['old']],
    ['quý, quỳ, qúy', []],
    ['hoàn thành, khoản, toán', []],
    ['xoè khỏe', ['new', 'old']],
  ])('%s shows %j', (text, expected) => {
    expect(findToneStyles(text).map(({ style }) => style)).toEqual(expected);
  });

  test.each([
    ['Ủy ban hòa giải KHÓA', 'new', 'Uỷ ban hoà giải KHOÁ'],
    ['Uỷ ban hoà giải KHOÁ quý', 'old', 'Ủy ban hòa giải KHÓA quý'],
  ] as const)('%s in the %s style', (text, style, expected) => {
    expect(withToneStyle(text, style)).toBe(expected);
    expect(compareKey(expected)).toBe(compareKey(text));
  });
});

describe('Vietnamese syllables', () => {
  test.each([
    'nghiêng',
    'Quyết',
    'giấy',
    'gì',
    'giếng',
    'khuỷu',
    'uỷ',
    'ủy',
    'yêu',
    'khuya',
    'thuở',
    'ĐƯỜNG',
    'quỳnh',
    'xoong',
    'oanh',
    'ý',
    'kỹ',
  ])('%s is one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true);
  });

  test.each([
    '',
    'UBND',
    'cêp',
    'ngiêng',
    'tich',
    'vât',
    'zoo',
    'làḿ',
    'Uû',
    'b',
    '123',
    'kang',
    'gêm',
    'a'.repeat(500),
  ])('%j is none', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });

  const catalogue = resolve(import.meta.dirname, '../../../../shared/data/reference/national_catalogue_2026-07.jsonl');
  test.skipIf(!existsSync(catalogue))(
    '99 of 100 words of real names are syllables (needs the shared data folder)',
    () => {
      const names = readFileSync(catalogue, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { ten_tthc: string }).ten_tthc);
      const words = names.flatMap((name) => cleanText(name).match(/\p{L}+/gu) ?? []);
      expect(words.filter(isVietnameseSyllable).length / words.length).toBeGreaterThan(0.99);
      expect(names.filter((name) => findMojibake(name).length > 0)).toEqual([]);
    },
  );
});

const reference = resolve(import.meta.dirname, '../../../../shared/data/reference');
test.skipIf(!existsSync(reference))(
  'every text defect known in the national catalogue is found (needs the shared data folder)',
  () => {
    const records = new Map(
      readFileSync(resolve(reference, 'national_catalogue_2026-07.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .map((record) => [record['ma_tthc'], record]),
    );
    const finders: [string, (text: string) => unknown[]][] = [
      ['not_NFC', findDecomposed],
      ['zero_width', findHiddenCharacters],
      ['private_use', findHiddenCharacters],
      ['double space', findStrayBlanks],
      ['NBSP', findStrayBlanks],
      ['cyrillic', findLookAlikes],
      ['Eth', findWrongD],
    ];
    const known = readFileSync(resolve(reference, 'known_real_defects.csv'), 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([source, , , group]) => source === 'detail_crawl' && group === 'N');
    const missed = known.filter(([, code, field, , defect]) => {
      const find = finders.find(([name]) => defect!.startsWith(name))![1];
      return find(JSON.stringify(records.get(code)?.[field!] ?? '')).length === 0;
    });
    expect(known.length).toBeGreaterThan(500);
    expect(missed).toEqual([]);
  },
);
