import { legacyFontOf } from '../../../../shared/domain/legacyFonts.ts';
import { afterTag, AttributeReader, BYTE, closesItself, isText, isTagName, readSpecial } from './xmlBytes.ts';
import type { XmlText } from './xmlText.ts';

/** Reads the content of an `<si>` or `<is>` element into `text`: runs of rich text joined, phonetic guides left out, the
 *  font of a run kept where it is one of before Unicode.
 *
 *  @param at  index after the opening tag
 *  @param prefix  length of the namespace prefix with its colon
 *  @returns the index after the closing tag, or -1 when the element is not whole before `end` */
export function readStringItem(bytes: Uint8Array, at: number, end: number, prefix: number, text: XmlText): number {
  text.clear();
  let from = 0;
  let isInText = false;
  let isPreserved = false;
  let isPhonetic = false;
  for (let index = at; ;) {
    const tag = bytes.indexOf(BYTE.less, index);
    if (tag < 0 || tag >= end) return -1;
    if (isInText) text.append(bytes, index, tag);
    const next = bytes[tag + 1];
    if (next === BYTE.bang || next === BYTE.question) {
      const special = readSpecial(bytes, tag, end);
      if (special.after < 0 || special.kind === 'doctype') return -1;
      if (special.kind === 'cdata' && isInText) text.appendLiteral(bytes, special.from, special.to);
      index = special.after;
      continue;
    }
    const after = afterTag(bytes, tag, end);
    if (after < 0) return -1;
    index = after;
    if (next === BYTE.slash) {
      const name = tag + 2 + prefix;
      if (isInText && isTagName(bytes, name, 't')) {
        isInText = false;
        if (!isPreserved) text.trim(from);
        text.undoEscapes(from);
      } else if (isTagName(bytes, name, 'rPh')) isPhonetic = false;
      else if (isTagName(bytes, name, 'si') || isTagName(bytes, name, 'is')) return after;
    } else if (text.font === '' && isTagName(bytes, tag + 1 + prefix, 'rFont')) {
      text.font = legacyFontName(bytes, tag, after);
    } else if (!closesItself(bytes, after)) {
      const name = tag + 1 + prefix;
      if (isTagName(bytes, name, 't') && !isPhonetic) {
        isInText = true;
        isPreserved = keepsSpace(bytes, name, after);
        from = text.length;
      } else if (isTagName(bytes, name, 'rPh')) isPhonetic = true;
    }
  }
}

/** The name in `<rFont val="…"/>` when it is a font of before Unicode, else ''. */
function legacyFontName(bytes: Uint8Array, tag: number, after: number): string {
  attributes.start(bytes, tag, after);
  while (attributes.next()) {
    const name = attributes.is('val') ? attributes.text() : '';
    if (legacyFontOf(name) !== undefined) return name;
  }
  return '';
}

const attributes = new AttributeReader();

/** Whether a tag holds `xml:space="preserve"`. */
export function keepsSpace(bytes: Uint8Array, from: number, after: number): boolean {
  for (let at = from; at + 8 < after; at++) if (isText(bytes, at, at + 8, 'preserve')) return true;
  return false;
}

/** Reads character data up to the next closing tag into `text`: entities, CDATA sections, comments.
 *  @returns the index of that closing tag's `<`, or -1 when it is not before `end` */
export function readCharacters(bytes: Uint8Array, at: number, end: number, text: XmlText): number {
  text.clear();
  for (let index = at; ;) {
    const tag = bytes.indexOf(BYTE.less, index);
    if (tag < 0 || tag >= end) return -1;
    text.append(bytes, index, tag);
    if (bytes[tag + 1] !== BYTE.bang && bytes[tag + 1] !== BYTE.question) return tag;
    const special = readSpecial(bytes, tag, end);
    if (special.after < 0 || special.kind === 'doctype') return -1;
    if (special.kind === 'cdata') text.appendLiteral(bytes, special.from, special.to);
    index = special.after;
  }
}

/** Index after the closing tag of an element whose content starts at `at`, whatever stands in it; -1 when it is not
 *  whole before `end`. */
export function afterElement(bytes: Uint8Array, at: number, end: number): number {
  let depth = 1;
  for (let index = at; ;) {
    const tag = bytes.indexOf(BYTE.less, index);
    if (tag < 0 || tag >= end) return -1;
    const next = bytes[tag + 1];
    if (next === BYTE.bang || next === BYTE.question) {
      const special = readSpecial(bytes, tag, end);
      if (special.after < 0 || special.kind === 'doctype') return -1;
      index = special.after;
      continue;
    }
    index = afterTag(bytes, tag, end);
    if (index < 0) return -1;
    if (next === BYTE.slash) depth--;
    else if (!closesItself(bytes, index)) depth++;
    if (depth === 0) return index;
  }
}
