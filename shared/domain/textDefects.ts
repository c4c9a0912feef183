import type { Span } from './parsed.ts';

/** A hidden character or one of a symbol font, by its code point, e.g. `U+200E`. */
export interface HiddenCharacter extends Span {
  readonly codePoint: string;
  /** `invisible`: nothing is seen. `symbolFont`: a private character that only one font draws, such as a Wingdings tick. */
  readonly kind: 'invisible' | 'symbolFont';
}

/** White space that should not be there. `edge`: at an end of the cell; `double`: several blanks in a row; `noBreak`: a
 *  no-break or other unusual blank; `tab`; `lineEdge`: blanks beside a line break inside the cell. */
export interface StrayBlank extends Span {
  readonly kind: 'edge' | 'double' | 'noBreak' | 'tab' | 'lineEdge';
}

const HIDDEN =
  /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uE000-\uF8FF]/g;
const BLANKS = /[\s\u0085]+/g;
const UNUSUAL_BLANK = /[^ \t\n\r]/;
const WRONG_D = /[ÐðƉɖ]/g;
const MARKED_CLUSTER = /[^\u0300-\u036F\s]?[\u0300-\u036F]+/g;

/** Finds letters written as base and combining mark (rule TXT-01): equal to the eye, unequal to a search. */
export function findDecomposed(text: string): Span[] {
  if (!/[\u0300-\u036F]/.test(text)) return [];
  return spansOf(text, MARKED_CLUSTER).filter(({ start, end }) => {
    const cluster = text.slice(start, end);
    return cluster.normalize('NFC') !== cluster;
  });
}

/** Finds invisible and private-use characters (rule TXT-03): zero-width ones, direction marks, soft hyphens, control
 *  characters, bullets of symbol fonts. */
export const findHiddenCharacters = (text: string): HiddenCharacter[] =>
  Array.from(text.matchAll(HIDDEN), ({ 0: character, index }) => {
    const unit = character.charCodeAt(0);
    return {
      start: index,
      end: index + 1,
      codePoint: `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`,
      kind: unit >= 0xe000 && unit <= 0xf8ff ? 'symbolFont' : 'invisible',
    };
  });

/** Finds blanks that a reader does not see but a comparison does (rule TXT-04). Single line breaks inside a cell part
 *  values and are no defect. */
export function findStrayBlanks(text: string): StrayBlank[] {
  const found: StrayBlank[] = [];
  for (const { 0: blanks, index } of text.matchAll(BLANKS)) {
    const kind = blankKind(blanks, index === 0 || index + blanks.length === text.length);
    if (kind !== undefined) found.push({ start: index, end: index + blanks.length, kind });
  }
  return found;
}

/** Finds Ð and ð (U+00D0, U+00F0) and their African relatives, which look like Đ and đ (rule TXT-06). */
export const findWrongD = (text: string): Span[] => spansOf(text, WRONG_D);

function blankKind(blanks: string, atEdge: boolean): StrayBlank['kind'] | undefined {
  if (atEdge) return 'edge';
  if (blanks === ' ' || blanks === '\n' || blanks === '\r\n') return undefined;
  if (UNUSUAL_BLANK.test(blanks)) return 'noBreak';
  if (blanks.includes('\t')) return 'tab';
  return /[\n\r]/.test(blanks) ? 'lineEdge' : 'double';
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
