import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  decodeLegacy,
  encodingOfFont,
  type LegacyEncoding,
  legacyEncodingOf,
} from '../../../shared/domain/legacyEncoding.ts';
import { textOfWindows1252 } from '../../../shared/domain/windows1252.ts';

const LETTERS = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);

/** Writes Vietnamese in an old encoding by asking the decoder which one or two characters give each letter. */
function encoder(encoding: LegacyEncoding): (text: string) => string {
  const written = new Map<string, string>();
  const bytes = Array.from({ length: 256 }, (_, byte) => textOfWindows1252([byte]));
  const candidates =
    encoding === 'vni' ? bytes.flatMap((first) => [first, ...bytes.map((second) => first + second)]) : bytes;
  for (const candidate of candidates) {
    const letter = decodeLegacy(candidate, encoding);
    if (letter?.length === 1 && !written.has(letter)) written.set(letter, candidate);
  }
  return (text) => [...text].map((letter) => written.get(letter) ?? letter).join('');
}

const encoders: Record<LegacyEncoding, (text: string) => string> = {
  tcvn3: encoder('tcvn3'),
  vni: encoder('vni'),
  viscii: encoder('viscii'),
  vps: encoder('vps'),
  utf8as1252: (text) => textOfWindows1252(new TextEncoder().encode(text)),
};
const ENCODINGS = Object.keys(encoders) as LegacyEncoding[];

describe('known writings in old encodings are decoded', () => {
  test.each([
    ['tcvn3', '§¬n ®Ò nghÞ', 'Đơn đề nghị'],
    ['tcvn3', 'uû ban nh©n d©n', 'uỷ ban nhân dân'],
    ['tcvn3', 'C«ng b¸o', 'Công báo'],
    ['vni', 'UÛy ban nhaân daân', 'Ủy ban nhân dân'],
    ['vni', 'Ñaêng kyù kinh doanh', 'Đăng ký kinh doanh'],
    ['vni', 'ñöôïc thöïc hieän', 'được thực hiện'],
    ['vni', 'Thuû tuïc haønh chính', 'Thủ tục hành chính'],
    ['vps', 'Ðy ban nh\u00e2n d\u00e2n', 'Ưy ban nhân dân'],
    ['vps', 'Thû tøc h\u00e0nh ch\u00ednh', 'Thủ tục hành chính'],
    ['utf8as1252', 'Uá»· ban nhÃ¢n dÃ¢n', 'Uỷ ban nhân dân'],
  ] as const)('%s: %s → %s', (encoding, text, expected) => {
    expect(decodeLegacy(text, encoding)).toBe(expected);
  });

  test('plain ASCII is the same in every encoding', () => {
    for (const encoding of ENCODINGS) expect(decodeLegacy('1.002755 ABC', encoding)).toBe('1.002755 ABC');
  });

  test('what cannot be in an encoding is not decoded', () => {
    expect(decodeLegacy('Đơn', 'utf8as1252')).toBeUndefined();
    expect(decodeLegacy('Đơn', 'viscii')).toBeUndefined();
  });

  test.each(ENCODINGS)('every small letter survives %s', (encoding) => {
    const text = LETTERS.join(' ');
    expect(decodeLegacy(encoders[encoding](text), encoding)).toBe(text);
  });
});

const COLUMN = [
  'uỷ ban nhân dân xã',
  'sở tư pháp',
  'đăng ký khai sinh',
  'cấp giấy chứng nhận quyền sử dụng đất',
  'thủ tục đăng ký lại kết hôn',
  'xác nhận tình trạng hôn nhân',
];

describe('the encoding of a column', () => {
  test.each(ENCODINGS)('%s is told from the others', (encoding) => {
    expect(legacyEncodingOf(COLUMN.map(encoders[encoding]))).toMatchObject({ encoding });
  });

  test('Unicode columns, codes and single words are left alone', () => {
    expect(legacyEncodingOf(COLUMN)).toBeUndefined();
    expect(legacyEncodingOf(COLUMN.map((value) => value.normalize('NFD')))).toBeUndefined();
    expect(legacyEncodingOf(['1.002755', 'ABC', ''])).toBeUndefined();
    expect(legacyEncodingOf([encoders.tcvn3('sở')])).toBeUndefined();
    expect(legacyEncodingOf(['Müller', 'José', 'Škoda', 'naïve', 'Zürich'])).toBeUndefined();
  });

  test('an old font is evidence enough for a single word, unless the text in it reads as Unicode', () => {
    expect(encodingOfFont([encoders.tcvn3('cấp lại')], 'tcvn3')).toEqual({ encoding: 'tcvn3', share: 1 });
    expect(encodingOfFont([encoders.vni('chữ ký')], 'vni')).toEqual({ encoding: 'vni', share: 1 });
    expect(encodingOfFont(COLUMN, 'tcvn3')).toBeUndefined();
    expect(encodingOfFont(['ABC', '1.002755', ''], 'tcvn3')).toBeUndefined();
    expect(encodingOfFont(COLUMN.map(encoders.vni), 'tcvn3')).toBeUndefined();
  });

  const catalogue = resolve(import.meta.dirname, '../../../../shared/data/reference/national_catalogue_2026-07.jsonl');
  test.skipIf(!existsSync(catalogue))(
    'real names are recognised in every encoding (needs the shared data folder)',
    () => {
      const names = readFileSync(catalogue, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { ten_tthc: string }).ten_tthc.normalize('NFC').toLowerCase());
      expect(legacyEncodingOf(names)).toBeUndefined();
      for (const encoding of ENCODINGS) {
        const written = names.map(encoders[encoding]);
        expect(legacyEncodingOf(written)?.encoding).toBe(encoding);
        for (let at = 0; at + 5 <= written.length; at += 50) {
          expect(legacyEncodingOf(written.slice(at, at + 5))?.encoding).toBe(encoding);
        }
      }
    },
  );
});
