import { characterDiff, type DiffPart } from './characterDiff.ts';
import { codePoints } from './visibleText.ts';

/** Two characters that look alike, or nearly, but are not the same: with their code points. */
export interface SpellingNote {
  readonly left: string;
  readonly right: string;
  readonly leftCodes: string;
  readonly rightCodes: string;
}

const MOST_NOTES = 3;
const LONGEST = 8;

/** Where two texts differ by characters that eyes can't tell apart: a letter of another alphabet, a letter put together from
 *  parts. Differences that can be seen are left out. */
export function spellingNotes(left: string, right: string): readonly SpellingNote[] {
  const { left: lefts, right: rights } = characterDiff(left, right);
  const own = (parts: readonly DiffPart[]): string[] => parts.filter(({ same }) => !same).map(({ text }) => text);
  const [ours, theirs] = [own(lefts), own(rights)];
  if (ours.length !== theirs.length) return [];
  return ours
    .map((text, at) => ({ left: text, right: theirs[at]! }))
    .filter((pair) => pair.left.length <= LONGEST && pair.right.length <= LONGEST && looksAlike(pair.left, pair.right))
    .slice(0, MOST_NOTES)
    .map((pair) => ({ ...pair, leftCodes: codePoints(pair.left), rightCodes: codePoints(pair.right) }));
}

function looksAlike(left: string, right: string): boolean {
  if (left.normalize('NFKC') === right.normalize('NFKC')) return true;
  const isOrdinary = (text: string): boolean => /^[\p{Script=Latin}\d\p{M} -~]*$/u.test(text);
  return !isOrdinary(left) || !isOrdinary(right) || /[ÐƉðɖĐđ]/.test(left + right);
}
