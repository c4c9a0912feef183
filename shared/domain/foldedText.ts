import type { Span } from './parsed.ts';

/** A text reduced for scanning, one letter at a time, that still knows where each letter came from.
 *  Regexes over `text` are written in plain ASCII and read composed, decomposed and unaccented Vietnamese alike; their
 *  matches go back to the writer's own characters through {@link sourceSpan}. */
export interface FoldedText {
  readonly source: string;
  /** Lower case, without tone and letter marks (đ → d), dashes as `-`, every blank but a line break as a space. */
  readonly text: string;
  /** Source offset of every unit of `text`, and one more for its end. */
  readonly offsets: readonly number[];
}

/** Folds a text for scanning. Marks, zero-width and soft-hyphen characters vanish; nothing else is dropped or moved. */
export function foldText(source: string): FoldedText {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < source.length;) {
    const point = source.codePointAt(at)!;
    const width = point > 0xffff ? 2 : 1;
    const folded = point < 0x80 ? foldAscii(point) : foldWide(source.slice(at, at + width), point);
    for (let index = 0; index < folded.length; index += 1) offsets.push(at);
    text += folded;
    at += width;
  }
  offsets.push(source.length);
  return { source, text, offsets };
}

/** The stretch of the source that stands behind `text.slice(start, end)`, with the marks that belong to its last letter. */
export function sourceSpan(folded: FoldedText, start: number, end: number): Span {
  const from = folded.offsets[start] ?? folded.source.length;
  return end <= start ? { start: from, end: from } : { start: from, end: folded.offsets[end] ?? folded.source.length };
}

/** The writer's own characters behind `text.slice(start, end)`, without blanks at the edges. */
export function sourceSlice(folded: FoldedText, start: number, end: number): string {
  const span = sourceSpan(folded, start, end);
  return folded.source.slice(span.start, span.end).trim();
}

function foldAscii(point: number): string {
  if (point === 0x0a || point === 0x0d) return '\n';
  if (point < 0x20) return ' ';
  return String.fromCharCode(point).toLowerCase();
}

// The letters of Vietnamese come again and again; what lies beyond them is rare and not kept.
const KEPT = 0x2100;
const foldedLetters: (string | undefined)[] = [];

function foldWide(character: string, point: number): string {
  return point < KEPT ? (foldedLetters[point] ??= foldCharacter(character)) : foldCharacter(character);
}

function foldCharacter(character: string): string {
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  if (/\p{Pd}|\u2212/u.test(character)) return '-';
  if (/\p{Z}/u.test(character)) return ' ';
  if (character === 'đ' || character === 'Đ' || character === 'ð' || character === 'Ð') return 'd';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\u2044', '/').toLowerCase();
  // "3½" must not become 31/2.
  return /^\p{No}$/u.test(character) && plain.includes('/') ? ` ${plain}` : plain;
}
