import { codeText, plainDashes } from './cellText.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, type Parsed, type Span } from './parsed.ts';

/** Number and symbol of a document ("số, ký hiệu văn bản", NĐ 30/2020): `5710/QĐ-BCA-C06`, `64/2025/TT-BTC`,
 *  `97/2015/QH13`. */
export interface DocumentNumber {
  /** The digits as written: offices write 05 and 5 for the same number. */
  readonly number: string;
  /** A letter behind the number, e.g. `12a/QĐ-UBND`. */
  readonly letter?: string;
  readonly year?: number;
  /** Kind and issuer as written: `QĐ-BCA-C06`, `TT-BTC`, `QH13`. */
  readonly symbol: string;
}

/** A document number inside a longer text. */
export interface FoundDocumentNumber extends Span {
  readonly document: DocumentNumber;
}

// A symbol is groups of capitals, some with figures: "QĐ-BCA-C06", "QH13", "TT-BNN&PTNT"; "TTg" alone holds a small letter.
// Legal bases come glued ("…/NĐ-CPLuật …", "…/TT-BTC80/2021/…"): a capital that begins a word, and figures that begin the
// next number, are not the symbol's.
const CAPITALS = String.raw`[A-ZĐƯ&]{1,14}(?![hrgaeiouyà-ýăđĩũơưạ-ỹ])`;
const GROUP = String.raw`(?:TTg|(?:UBTV)?QH\d{2}|HĐND\d{2}(?![\d\/])|[A-ZĐƯ]\d{2}(?![\d\/])|${CAPITALS})`;
const SYMBOL = String.raw`(?:(?:UBTV)?QH\d{2}|${CAPITALS}(?:-${GROUP}){0,6})`;
const WHOLE = new RegExp(String.raw`^(\d{1,6})([a-z]?)\/(?:(\d{4})\/)?(${SYMBOL})$`, 'u');
const INSIDE = new RegExp(String.raw`(?<![\d\/.,])(\d{1,6})([a-z]?)\/(?:((?:19|20)\d{2})\/)?(${SYMBOL})`, 'gu');

/** Reads a cell that holds one document number. Errors: `empty`; `noNumber` (it does not start with one), `noSymbol` (a
 *  number alone), `malformed`. */
export function parseDocumentNumber(
  given: string,
): Parsed<DocumentNumber, 'empty' | 'noNumber' | 'noSymbol' | 'malformed'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const match = WHOLE.exec(text);
  if (match !== null) return parsed(documentOf(match));
  const number = /^\d*/.exec(text)![0].length;
  if (number === 0) return refuse('noNumber', 0, Math.max(1, text.search(/\d|$/)));
  return /^\d+(?:\/\d{4})?\/?$/.test(text) ? refuse('noSymbol', text.length) : refuse('malformed', number);
}

/** Writes a number the way {@link parseDocumentNumber} reads it. */
export const formatDocumentNumber = (document: DocumentNumber): string =>
  `${document.number}${document.letter ?? ''}/${document.year === undefined ? '' : `${document.year}/`}${document.symbol}`;

/** Finds the document numbers of a text, such as the legal basis of a procedure or of a fee. Cyrillic look-alikes and
 *  typographic dashes are read as what they stand for; spans are those of the given text. */
export function findDocumentNumbers(text: string): FoundDocumentNumber[] {
  if (!text.includes('/')) return [];
  const plain = plainDashes(foldLookAlikes(text)).replaceAll('Ð', 'Đ');
  return Array.from(plain.matchAll(INSIDE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    document: documentOf(match),
  }));
}

/** Whether two numbers name one document: leading zeros do not matter, letters' case neither. */
export const isSameDocument = (left: DocumentNumber, right: DocumentNumber): boolean =>
  Number(left.number) === Number(right.number) &&
  left.letter === right.letter &&
  left.year === right.year &&
  left.symbol.toUpperCase() === right.symbol.toUpperCase();

function documentOf(match: RegExpMatchArray): DocumentNumber {
  const [, number, letter, year, symbol] = match;
  return {
    number: number!,
    ...(letter !== '' && { letter: letter! }),
    ...(year !== undefined && { year: Number(year) }),
    symbol: symbol!,
  };
}
