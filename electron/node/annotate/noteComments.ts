import type { NoteLine } from '../../../shared/reports/annotation.ts';
import { attributeOf, Edits, outline, plainText, prefixOf, type Element } from './markup.ts';
import { escapeAscii } from './xmlEscape.ts';

/** Author of our notes; a product's name, so not translated. */
export const NOTE_AUTHOR = 'Rà soát TTHC';

/** A note for a cell. */
export interface CellComment {
  /** A1 address. */
  readonly cell: string;
  readonly lines: readonly NoteLine[];
}

/** A comments part after notes were put into it. */
export interface CommentedPart {
  readonly xml: string;
  /** Addresses that had no note before. */
  readonly added: readonly string[];
  /** All addresses that had a note before. */
  readonly existing: readonly string[];
  /** Addresses left as they were, because a conversation (threaded comment) stands there. */
  readonly skipped: readonly string[];
}

/** Puts notes into a comments part (ECMA-376 part 1, 18.7). The text of a note that is already there is kept and ours is
 *  written below it. Notes of an earlier run have been taken out before (`noteRemoval.ts`).
 *
 *  @param xml  the part as a Latin-1 string, or `emptyComments`
 *  @throws FileRefusal `file.damaged.content` */
export function withNotes(xml: string, part: string, notes: readonly CellComment[]): CommentedPart {
  const root = outline(xml, part, 5);
  const prefix = prefixOf(xml, root);
  const authors = root.children.find(({ name }) => name === 'authors');
  const list = root.children.find(({ name }) => name === 'commentList');
  const names = (authors?.children ?? []).map((author) => plainText(xml.slice(author.openEnd, author.closeStart)));
  const known = new Map<string, Element>();
  for (const comment of list?.children ?? []) {
    if (comment.name === 'comment') known.set(attributeOf(xml, comment, 'ref')?.value ?? '', comment);
  }
  const ours = names.indexOf(NOTE_AUTHOR);
  const authorId = ours < 0 ? names.length : ours;

  const edits = new Edits(xml);
  const fresh: string[] = [];
  const added: string[] = [];
  const skipped: string[] = [];
  for (const { cell, lines } of notes) {
    const comment = known.get(cell);
    const runs = runsOf(lines, prefix);
    if (comment === undefined) {
      added.push(cell);
      fresh.push(
        `<${prefix}comment ref="${cell}" authorId="${authorId}"><${prefix}text>${runs}</${prefix}text></${prefix}comment>`,
      );
      continue;
    }
    const author = names[Number(attributeOf(xml, comment, 'authorId')?.value)] ?? '';
    // Excel shows the conversation instead and rewrites this placeholder from it.
    if (author.startsWith('tc=')) skipped.push(cell);
    else extend(edits, comment, runs, prefix);
  }
  if (fresh.length > 0 && ours < 0) {
    const name = `<${prefix}author>${escapeAscii(NOTE_AUTHOR)}</${prefix}author>`;
    if (authors !== undefined) edits.append(authors, name);
    else edits.insert(root.openEnd, `<${prefix}authors>${name}</${prefix}authors>`);
  }
  if (fresh.length > 0) {
    if (list !== undefined) edits.append(list, fresh.join(''));
    else edits.append(root, `<${prefix}commentList>${fresh.join('')}</${prefix}commentList>`);
  }
  return { xml: edits.apply(), added, existing: [...known.keys()], skipped };
}

/** Writes runs below the text of a comment. */
function extend(edits: Edits, comment: Element, runs: string, prefix: string): void {
  const text = comment.children.find(({ name }) => name === 'text');
  if (text === undefined) {
    edits.append(comment, `<${prefix}text>${runs}</${prefix}text>`);
    return;
  }
  const spoken = text.children.filter(({ name }) => name === 'r' || name === 't');
  for (const plain of spoken.filter(({ name }) => name === 't')) {
    // Plain text may stand only before rich text, and some programs show one of the two: it becomes a run as well.
    edits.insert(plain.start, `<${prefix}r>`);
    edits.insert(plain.end, `</${prefix}r>`);
  }
  const below = `<${prefix}r><${prefix}t xml:space="preserve">\n\n</${prefix}t></${prefix}r>${runs}`;
  const last = spoken.at(-1);
  if (last === undefined) edits.append(text, runs);
  else edits.insert(last.end, below);
}

function runsOf(lines: readonly NoteLine[], prefix: string): string {
  return lines
    .map(({ text, strong }, index) => {
      const look =
        `<${prefix}rPr>${strong ? `<${prefix}b/>` : ''}<${prefix}sz val="9"/><${prefix}color indexed="81"/>` +
        `<${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr>`;
      const line = escapeAscii(index < lines.length - 1 ? `${text}\n` : text);
      return `<${prefix}r>${look}<${prefix}t xml:space="preserve">${line}</${prefix}t></${prefix}r>`;
    })
    .join('');
}

/** A comments part without comments. @param namespace  of the sheet */
export const emptyComments = (namespace: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
