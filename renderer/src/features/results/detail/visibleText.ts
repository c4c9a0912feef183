/** A stretch of text to show: as it is, or a sign in the place of characters that can't be seen. */
export interface VisiblePiece {
  readonly text: string;
  /** Code points that the sign stands for, e.g. `U+00A0`; undefined for text as it is. */
  readonly codes?: string;
}

// Controls, white space other than a blank, and the invisible characters that cells bring along.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Variation_Selector}\u034F]|(?! )\p{Zs}/u;

const SIGNS: Readonly<Record<string, string>> = { ' ': '␣', '\n': '⏎', '\r': '␍', '\t': '⇥' };

/** `U+00A0`, for one character or several. */
export const codePoints = (text: string): string =>
  Array.from(text, (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  );

/** What stands beside a text: '' at the edge of a cell. */
export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/** Makes what can't be seen in a text visible: ⏎ for a line break, the code point for what has no sign of its own.
 *  @param blanks  shows every blank as ␣; otherwise only those at the edges and beside another one
 *  @param beside  the rest of the cell, where the text is a part of it */
export function visiblePieces(
  text: string,
  blanks: boolean,
  { before, after }: Neighbours = { before: '', after: '' },
): VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let plain = '';
  const characters = Array.from(text);
  const isWhite = (at: number): boolean => {
    const character = at < 0 ? before : at >= characters.length ? after : characters[at]!;
    return character === '' || /\s/.test(character);
  };
  characters.forEach((character, at) => {
    const isShown = character === ' ' ? blanks || isWhite(at - 1) || isWhite(at + 1) : UNSEEN.test(character);
    if (!isShown) {
      plain += character;
      return;
    }
    if (plain !== '') pieces.push({ text: plain });
    plain = '';
    pieces.push({ text: SIGNS[character] ?? codePoints(character), codes: codePoints(character) });
  });
  if (plain !== '') pieces.push({ text: plain });
  return pieces;
}

/** Whether a text has something in it that only {@link visiblePieces} shows. */
export const hasUnseen = (text: string): boolean => UNSEEN.test(text.replaceAll('\n', '')) || /^ | $| {2}/.test(text);
