import { codeText } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Why a text is not a person's name in its usual writing: nothing there; digits; a sign that no name has; one word only;
 *  capitals where none belong, or none where they do. */
export type PersonNameReason = 'empty' | 'digits' | 'signs' | 'oneWord' | 'notTitleCase';

// Names of the peoples of Viet Nam: "H'Hen Niê", "Y Moan Ênuôl", "A-Lăng".
const WORD = /^\p{Lu}\p{Ll}*(?:['’-]\p{L}\p{Ll}*)*$/u;
const SIGN = /[^\p{L}\p{M}\d '’-]/u;

/** Reads a person's name (rule USR-12) and returns it cleaned. */
export function parsePersonName(given: string): Parsed<string, PersonNameReason> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const digit = text.search(/\d/);
  if (digit >= 0) return refuse('digits', digit, digit + 1);
  const sign = text.search(SIGN);
  if (sign >= 0) return refuse('signs', sign, sign + 1);
  const words = text.split(' ');
  if (words.length < 2) return refuse('oneWord');
  let start = 0;
  for (const word of words) {
    if (!WORD.test(word)) return refuse('notTitleCase', start, start + word.length);
    start += word.length + 1;
  }
  return parsed(text);
}

/** The name with a capital at the head of each word and small letters elsewhere: `NGUYỄN VĂN AN` → `Nguyễn Văn An`. */
export const titleCaseName = (given: string): string =>
  cleanText(given)
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
