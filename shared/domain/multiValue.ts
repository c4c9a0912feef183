import type { Span } from './parsed.ts';
import { cleanText, compareKey } from './vietnameseText.ts';

/** One value of a cell that holds several. The span covers it in the cell, without its bullet and edge blanks. */
export interface CellValue extends Span {
  readonly text: string;
  /** Whether the value stands in the vocabulary; true when none was given. */
  readonly known: boolean;
}

/** A closed list of values, ready for {@link splitValues}. */
export interface Vocabulary {
  has(text: string): boolean;
  /** The largest number of commas in one value. */
  readonly commas: number;
}

/** Prepares a closed list. Spelling differences that {@link compareKey} ignores do not matter. */
export function vocabularyOf(values: Iterable<string>): Vocabulary {
  const list = [...values];
  const keys = new Set(list.map(compareKey));
  return { has: (text) => keys.has(compareKey(text)), commas: Math.max(0, ...list.map((value) => count(value, ','))) };
}

const BULLET = /^(?:[\s\uF020-\uF0FF•●▪■◦‣*+–—-]|\u200B|\u200E|\uFEFF)+/;

/** Splits a cell into its values (rule ROW-09): at line breaks and at ";" outside brackets. At commas only with a closed
 *  vocabulary, because values hold commas themselves ("Cán bộ, công chức, viên chức"): the longest known value wins, and
 *  what no value knows is one value up to the next comma. Bullets go, blank pieces too. */
export function splitValues(cell: string, vocabulary?: Vocabulary): CellValue[] {
  const pieces = cut(cell, /[\n\r\v\f\u0085\u2028\u2029]/g, 0, cell.length)
    .flatMap((line) => cutOutsideBrackets(cell, line))
    .map((piece) => trimmed(cell, piece))
    .filter((piece) => piece.end > piece.start);
  if (vocabulary === undefined) return pieces.map((piece) => valueAt(cell, piece, true));
  return pieces.flatMap((piece) => splitAtCommas(cell, piece, vocabulary));
}

function splitAtCommas(cell: string, piece: Span, vocabulary: Vocabulary): CellValue[] {
  const parts = cut(cell, /,/g, piece.start, piece.end);
  const values: CellValue[] = [];
  for (let first = 0; first < parts.length;) {
    let last = Math.min(parts.length - 1, first + vocabulary.commas);
    while (last > first && !vocabulary.has(cell.slice(parts[first]!.start, parts[last]!.end))) last -= 1;
    const span = trimmed(cell, { start: parts[first]!.start, end: parts[last]!.end });
    if (span.end > span.start) {
      values.push(valueAt(cell, span, last > first || vocabulary.has(cell.slice(span.start, span.end))));
    }
    first = last + 1;
  }
  return values;
}

function cutOutsideBrackets(cell: string, line: Span): Span[] {
  const text = cell.slice(line.start, line.end);
  if (!text.includes(';')) return [line];
  if (count(text, '(') !== count(text, ')')) return cut(cell, /;/g, line.start, line.end);
  const pieces: Span[] = [];
  let start = line.start;
  let depth = 0;
  for (let at = line.start; at < line.end; at += 1) {
    const character = cell[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ';' && depth <= 0) {
      pieces.push({ start, end: at });
      start = at + 1;
    }
  }
  return [...pieces, { start, end: line.end }];
}

/** Cuts a stretch of a text at every match of a separator; the separators belong to no piece. */
export function cut(text: string, separator: RegExp, start = 0, end = text.length): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    pieces.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  return [...pieces, { start: from, end }];
}

function trimmed(cell: string, piece: Span): Span {
  const text = cell.slice(piece.start, piece.end);
  const body = text.trimEnd();
  return { start: piece.start + (BULLET.exec(body)?.[0].length ?? 0), end: piece.start + body.length };
}

const valueAt = (cell: string, span: Span, known: boolean): CellValue => ({
  ...span,
  text: cleanText(cell.slice(span.start, span.end)),
  known,
});

const count = (text: string, character: string): number => text.split(character).length - 1;
