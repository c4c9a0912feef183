import { foldLookAlikes } from './lookAlikes.ts';

// Text made only of these characters, without double or edge spaces, is clean as it stands: most cells are.
const NEEDS_CLEANING = /[^ -~¡-¬®-ÏÑ-ïñ-ňŊ-ſƠơƯưẠ-ỹ–—‘’“”•…₫]| {2}|^ | $/;

const INVISIBLE =
  /[\0-\x08\x0E-\x1F\x7F\x80-\x84\x86-\x9F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const SYMBOL_FONT_BULLET = /[\uF020-\uF0FF]/g;
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const WHITE_SPACE = /[\s\u0085]+/g;
const WRONG_D: Readonly<Record<string, string>> = { Ð: 'Đ', Ɖ: 'Đ', ð: 'đ', ɖ: 'đ' };

const repairCharacters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SYMBOL_FONT_BULLET, '-')
    .replace(/[ÐƉðɖ]/g, (letter) => WRONG_D[letter]!);

const collapse = (text: string): string => text.replace(WHITE_SPACE, ' ').trim();

/** Whether a text has a character, or a place of a blank, that may not stay: cheap, and true for a few clean texts too
 *  (several lines, foreign letters). */
export const mayNeedCleaning = (text: string): boolean => NEEDS_CLEANING.test(text);

/** Whether {@link cleanText} would leave the text as it is. */
export const isTextClean = (text: string): boolean => !NEEDS_CLEANING.test(text) || cleanText(text) === text;

/** The text a person believes to see, on one line: NFC, without invisible characters, Wingdings bullets as "-", every
 *  white space (line breaks too) as one space, trimmed, Ð/ð as Đ/đ (DOMAIN §7.1 steps 2–6). Idempotent. */
export const cleanText = (text: string): string =>
  NEEDS_CLEANING.test(text) ? collapse(repairCharacters(text)) : text;

/** Like {@link cleanText} for each line of a cell; lines are joined by "\n", blank ones dropped. For cells in which the
 *  line break parts values. */
export function cleanLines(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return repairCharacters(text)
    .split(LINE_BREAK)
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

interface Letter {
  /** The letter without its tone mark: ế → ê. */
  readonly toneless: string;
  /** The letter without any mark: ế → e, đ → d. */
  readonly plain: string;
  /** The combining tone mark, or '' for the level tone. */
  readonly tone: string;
}

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

const LETTERS: ReadonlyMap<string, Letter> = new Map([
  ['đ', { toneless: 'đ', plain: 'd', tone: '' }],
  ...[...'aăâeêioôơuưy'].flatMap((vowel): [string, Letter][] => {
    const plain = vowel.normalize('NFD')[0]!;
    return TONES.map((tone) => [(vowel + tone).normalize('NFC'), { toneless: vowel, plain, tone }]);
  }),
]);

const WORD_OR_GAP = /[\p{L}\p{M}\p{N}]+/gu;
// In open syllables after these consonants i and y sound alike and both spellings are official somewhere: kỹ/kĩ, quý/quí.
const I_OR_Y = /^(?:[hklmst]|qu)y$/;

function keyOfWord(word: string, keepMarks: boolean): string {
  let letters = '';
  let tone = '';
  for (const character of word) {
    const letter = LETTERS.get(character);
    if (letter === undefined) {
      letters += character;
    } else {
      letters += keepMarks ? letter.toneless : letter.plain;
      if (letter.tone !== '') tone = letter.tone;
    }
  }
  if (I_OR_Y.test(letters)) letters = `${letters.slice(0, -1)}i`;
  return keepMarks ? letters + tone : letters;
}

const keyOf = (text: string, keepMarks: boolean): string =>
  (foldLookAlikes(cleanText(text)).toLowerCase().match(WORD_OR_GAP) ?? [])
    .map((word) => keyOfWord(word, keepMarks))
    .join(' ');

/** Key under which two spellings of the same words are equal: case, punctuation, look-alike letters and the place of the
 *  tone mark do not count (hoà = hòa, uỷ = ủy), nor i/y at the end of open syllables (quý = quí). Words are parted by one
 *  space. The tone mark stands at the end of its syllable, so no table of syllables is needed. Not for display. */
export const compareKey = (text: string): string => keyOf(text, true);

/** {@link compareKey} without diacritics: finds what was typed without them, and is therefore ambiguous. */
export const searchKey = (text: string): string => stripMarks(keyOf(text, false));

/** Key of a column heading: without diacritics, lower case, only a–z and 0–9 (DOMAIN §6). "Mã TTHC:" → `matthc`. */
export const headingKey = (text: string): string =>
  stripMarks(foldLookAlikes(cleanText(text)).toLowerCase()).replace(/[^a-z0-9]/g, '');

const stripMarks = (text: string): string =>
  /[^\0-\x7F]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd') : text;
