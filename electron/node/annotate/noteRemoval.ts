import { attributeOf, Edits, outline, plainText, type Element } from './markup.ts';
import { NOTE_AUTHOR } from './noteComments.ts';
import { sectionsIn, type Stretch } from './noteSection.ts';

/** A comments part without our words. */
export interface ClearedComments {
  readonly xml: string;
  /** Cells whose note was ours alone and is gone. */
  readonly removed: readonly string[];
  /** Cells whose note lost our words and keeps others. */
  readonly kept: readonly string[];
  /** Nothing is left in the part: it was ours. */
  readonly isEmpty: boolean;
}

/** Takes our words out of a comments part; the words of others stay, also those that an agency wrote into a note of ours.
 *  @param xml  the part as a Latin-1 string
 *  @returns undefined when nothing of ours stands in it
 *  @throws FileRefusal `file.damaged.content` */
export function withoutNotes(xml: string, part: string): ClearedComments | undefined {
  // Told by the part of our lines that is ASCII in every spelling, before a foreign part is looked at more closely.
  if (!xml.includes('TTHC')) return undefined;
  const root = outline(xml, part, 6);
  const authors = root.children.find(({ name }) => name === 'authors')?.children ?? [];
  const names = authors.map((author) => plainText(xml.slice(author.openEnd, author.closeStart)));
  const comments = (root.children.find(({ name }) => name === 'commentList')?.children ?? []).filter(
    ({ name }) => name === 'comment',
  );
  const edits = new Edits(xml);
  const removed: string[] = [];
  const kept: string[] = [];
  const speaking = new Set<number>();
  for (const comment of comments) {
    const author = Number(attributeOf(xml, comment, 'authorId')?.value);
    const cell = attributeOf(xml, comment, 'ref')?.value ?? '';
    const text = comment.children.find(({ name }) => name === 'text');
    const pieces = text === undefined ? [] : piecesOf(xml, text);
    const sections = sectionsIn(pieces.map((piece) => piece.text).join(''));
    if (sections.length > 0 && isNobodyElse(names[author]) && rest(pieces, sections).trim() === '') {
      edits.replace(comment.start, comment.end, '');
      removed.push(cell);
      continue;
    }
    speaking.add(author);
    if (sections.length === 0) continue;
    kept.push(cell);
    cut(edits, xml, pieces, sections);
  }
  if (removed.length === 0 && kept.length === 0) return undefined;
  const ours = names.lastIndexOf(NOTE_AUTHOR);
  if (ours >= 0 && ours === names.length - 1 && !speaking.has(ours)) {
    edits.replace(authors[ours]!.start, authors[ours]!.end, '');
  }
  const isEmpty = removed.length === comments.length && names.every(isNobodyElse);
  return { xml: edits.apply(), removed, kept, isEmpty };
}

/** LibreOffice forgets authors and writes a blank one. */
const isNobodyElse = (author: string | undefined): boolean =>
  author === undefined || author === NOTE_AUTHOR || author.trim() === '';

/** A run of a note, or its plain text. */
interface Piece {
  /** The element that goes when no text is left. */
  readonly whole: Element;
  readonly content: Element;
  readonly text: string;
}

function piecesOf(xml: string, text: Element): readonly Piece[] {
  return text.children.flatMap((whole) => {
    const content = whole.name === 't' ? whole : whole.children.find(({ name }) => name === 't');
    if (content === undefined || (whole.name !== 't' && whole.name !== 'r')) return [];
    return [{ whole, content, text: plainText(xml.slice(content.openEnd, content.closeStart)) }];
  });
}

function rest(pieces: readonly Piece[], sections: readonly Stretch[]): string {
  return without(pieces.map(({ text }) => text).join(''), 0, sections);
}

/** Text that starts at a position of the whole, without the stretches. */
function without(text: string, start: number, stretches: readonly Stretch[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of stretches) {
    left += text.slice(at, Math.max(at, from - start));
    at = Math.max(at, Math.min(text.length, to - start));
  }
  return left + text.slice(at);
}

function cut(edits: Edits, xml: string, pieces: readonly Piece[], sections: readonly Stretch[]): void {
  let start = 0;
  const left = pieces.map((piece) => {
    const text = without(piece.text, start, sections);
    start += piece.text.length;
    return text;
  });
  const speaking = pieces.filter((_, index) => left[index] !== '');
  pieces.forEach((piece, index) => {
    const text = left[index]!;
    if (text === '') edits.replace(piece.whole.start, piece.whole.end, '');
    else if (text !== piece.text) {
      edits.replace(piece.content.openEnd, piece.content.closeStart, characterData(text));
      edits.attribute(piece.content, 'xml:space', 'preserve');
    } else if (speaking.length === 1 && piece.whole.name === 'r' && piece.whole.children.length === 1) {
      // Plain text that became a run when ours was written below it becomes plain again.
      edits.replace(piece.whole.start, piece.whole.end, xml.slice(piece.content.start, piece.content.end));
    }
  });
}

/** ASCII character data for a part of any encoding. */
const characterData = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[^\u0000-\u007F]/gu, (letter) => `&#${letter.codePointAt(0)};`);
