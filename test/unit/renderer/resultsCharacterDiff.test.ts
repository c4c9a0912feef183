import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  characterDiff,
  graphemes,
  type DiffPart,
} from '../../../renderer/src/features/results/detail/characterDiff.ts';
import { spellingNotes } from '../../../renderer/src/features/results/detail/spellingNotes.ts';
import { codePoints, hasUnseen, visiblePieces } from '../../../renderer/src/features/results/detail/visibleText.ts';

const shown = (parts: readonly DiffPart[]): string =>
  parts.map(({ text, same }) => (same ? text : `[${text}]`)).join('');

describe('what differs between a value and what should stand there', () => {
  test.each([
    ['77.000 đồng', '75.000 đồng', '7[7].000 đồng', '7[5].000 đồng'],
    ['1234/QD-BTP', '1234/QĐ-BTP', '1234/Q[D]-BTP', '1234/Q[Đ]-BTP'],
    ['Sở Tư pháp ', 'Sở Tư pháp', 'Sở Tư pháp[ ]', 'Sở Tư pháp'],
    ['hoà', 'hòa', 'h[oà]', 'h[òa]'],
    ['', 'Hộ tịch', '', '[Hộ tịch]'],
    ['giống', 'giống', 'giống', 'giống'],
    ['1.003930', '1.0039300', '1.003930', '1.003930[0]'],
  ])('%j against %j', (left, right, ours, theirs) => {
    const diff = characterDiff(left, right);
    expect([shown(diff.left), shown(diff.right)]).toEqual([ours, theirs]);
  });

  test('a letter put together from parts is another character than the composed one', () => {
    const decomposed = 'Phí'.normalize('NFD');
    expect(shown(characterDiff(decomposed, 'Phí').left)).toBe(`Ph[${'í'.normalize('NFD')}]`);
  });

  test('the parts of each side are the whole text, and what both have is the same', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ê', ' ', 'e\u0302', 'đ') });
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        const diff = characterDiff(left, right);
        const whole = (parts: readonly DiffPart[]): string => parts.map(({ text }) => text).join('');
        const common = (parts: readonly DiffPart[]): string => whole(parts.filter(({ same }) => same));
        expect(whole(diff.left)).toBe(left);
        expect(whole(diff.right)).toBe(right);
        expect(common(diff.left)).toBe(common(diff.right));
      }),
    );
  });

  test('texts too long to compare still show what their ends share', () => {
    const long = 'x'.repeat(3000);
    const diff = characterDiff(`A${long}B`, `A${'y'.repeat(3000)}B`);
    expect(diff.left.map(({ text, same }) => [text.length, same])).toEqual([
      [1, true],
      [3000, false],
      [1, true],
    ]);
  });

  test('a letter with its marks is counted once', () => {
    expect(graphemes('ế'.normalize('NFD') + 'a')).toHaveLength(2);
  });
});

describe('what eyes can’t see', () => {
  test.each([
    ['a b', false, 'a b'],
    ['a b', true, 'a␣b'],
    [' a', false, '␣a'],
    ['a  b', false, 'a␣␣b'],
    ['a\u00A0b', false, 'aU+00A0b'],
    ['a\nb', false, 'a⏎b'],
    ['\u200Ba', false, 'U+200Ba'],
    ['a\tb', false, 'a⇥b'],
  ])('%j (blanks: %s) is shown as %j', (text, blanks, expected) => {
    expect(
      visiblePieces(text, blanks)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(expected);
  });

  test('a clean text has nothing unseen, a no-break space is', () => {
    expect([hasUnseen('Hộ tịch'), hasUnseen('Hộ\u00A0tịch'), hasUnseen('Hộ tịch ')]).toEqual([false, true, true]);
  });

  test('a Cyrillic letter is told apart by its code point', () => {
    expect(spellingNotes('Hộ tịсh', 'Hộ tịch')).toEqual([
      { left: 'с', right: 'c', leftCodes: 'U+0441', rightCodes: 'U+0063' },
    ]);
  });

  test('a difference that can be seen needs no code points', () => {
    expect(spellingNotes('77.000', '75.000')).toEqual([]);
  });

  test('code points are named as people look them up', () => {
    expect(codePoints('đ\u00A0')).toBe('U+0111 U+00A0');
  });
});
