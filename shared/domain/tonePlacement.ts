import type { Span } from './parsed.ts';

/** Where the tone mark of an open syllable in oa, oe, uy stands: on the first vowel (`old`: hòa, ủy) or on the second
 *  (`new`: hoà, uỷ). Both are in use; a sheet should keep to one. */
export type ToneStyle = 'old' | 'new';

/** A syllable written in one of the two styles. */
export interface StyledSyllable extends Span {
  readonly style: ToneStyle;
}

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

// Both spellings of each marked pair, in both cases: òa ↔ oà, Òa ↔ Oà, ÒA ↔ OÀ.
const PAIRS: readonly (readonly [old: string, modern: string])[] = [
  'oa',
  'oe',
  'uy',
  'Oa',
  'Oe',
  'Uy',
  'OA',
  'OE',
  'UY',
].flatMap((pair) =>
  TONES.map((tone): [string, string] => [
    (pair[0]! + tone).normalize('NFC') + pair[1]!,
    pair[0]! + (pair[1]! + tone).normalize('NFC'),
  ]),
);
const OTHER: Readonly<Record<ToneStyle, ReadonlyMap<string, string>>> = {
  old: new Map(PAIRS),
  new: new Map(PAIRS.map(([old, modern]) => [modern, old])),
};

// Only open syllables differ (hoàn is always hoàn), and the u of "qu" is no vowel (quý is always quý).
const OPEN_SYLLABLE =
  /(?<![qQ])(?:[òóõỏọÒÓÕỎỌ][aeAE]|[oO][àáãảạèéẽẻẹÀÁÃẢẠÈÉẼẺẸ]|[ùúũủụÙÚŨỦỤ][yY]|[uU][ỳýỹỷỵỲÝỸỶỴ])(?![\p{L}\p{M}])/gu;

/** Finds the syllables of a composed (NFC) text whose tone placement shows a style (rule TXT-07). */
export const findToneStyles = (text: string): StyledSyllable[] =>
  Array.from(text.matchAll(OPEN_SYLLABLE), ({ 0: pair, index }) => ({
    start: index,
    end: index + pair.length,
    style: OTHER.old.has(pair) ? 'old' : 'new',
  }));

/** Rewrites a composed text in one style; all else stays. */
export const withToneStyle = (text: string, style: ToneStyle): string =>
  text.replace(OPEN_SYLLABLE, (pair) => OTHER[style === 'old' ? 'new' : 'old'].get(pair) ?? pair);
