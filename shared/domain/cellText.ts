import { refused } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

const DASHES = /[\u2010-\u2015\u2212]/g;

/** Longer texts are not damaged codes; repairs leave them alone, whatever a hostile cell holds. */
export const LONGEST_DAMAGED_CODE = 200;

/** Every typographic dash as "-". Offsets stay as they are. */
export const plainDashes = (text: string): string => text.replace(DASHES, '-');

/** A cell as parsers read it: the cleaned text and the way back to the cell's own offsets. */
export interface CellText {
  readonly text: string;
  /** Refusal for a stretch of `text`, told in offsets of the cell; without a stretch it blames all of it. */
  refuse<Reason extends string>(reason: Reason, start?: number, end?: number): ReturnType<typeof refused<Reason>>;
}

/** Prepares a cell for reading a code or another short value: one clean line, every dash as "-" (DOMAIN §7.1 step 9).
 *  Where invisible or decomposed characters had to be changed inside, offsets cannot be told and a refusal blames the
 *  whole cell. */
export function codeText(given: string): CellText {
  const cleaned = cleanText(given);
  const offset = given.indexOf(cleaned);
  return {
    text: plainDashes(cleaned),
    refuse: (reason, start = 0, end = cleaned.length) =>
      offset < 0 ? refused(reason, 0, given.length) : refused(reason, offset + start, offset + end),
  };
}

/** Where a code leaves the given shapes: the length of its longest beginning that fits one of them. In a shape `9` is any
 *  digit, `A` any letter from A to Y, everything else itself. */
export const firstMisfit = (text: string, shapes: readonly string[]): number =>
  Math.max(0, ...shapes.map((shape) => fittingLength(text, shape)));

function fittingLength(text: string, shape: string): number {
  let length = 0;
  while (length < shape.length && length < text.length && fits(text[length]!, shape[length]!)) length += 1;
  return length;
}

function fits(character: string, wanted: string): boolean {
  if (wanted === '9') return character >= '0' && character <= '9';
  if (wanted === 'A') return character >= 'A' && character <= 'Y';
  return character === wanted;
}
