import { afterElement, keepsSpace, readCharacters, readStringItem } from './stringItem.ts';
import { afterTag, BYTE, closesItself, isTagName, isText, readSpecial } from './xmlBytes.ts';
import { XmlText } from './xmlText.ts';

/** The `t` attribute of a cell. */
export const CELL_TYPE = { number: 0, shared: 1, formulaText: 2, inline: 3, boolean: 4, error: 5, iso: 6 } as const;
export type CellType = (typeof CELL_TYPE)[keyof typeof CELL_TYPE];

const LETTER = { f: 0x66, r: 0x72, s: 0x73, t: 0x74, v: 0x76 } as const;

/** Takes one `<c>` element apart where it lies; its fields tell what was found. */
export class CellReader {
  /** 1-based column and row of the `r` attribute; 0 when it has none. */
  column = 0;
  row = 0;
  style = 0;
  type: CellType = CELL_TYPE.number;
  isFormula = false;
  /** The value is `bytes[valueStart, valueEnd)`, still encoded, or stands in `text` when `isGathered`. */
  valueStart = 0;
  valueEnd = 0;
  isGathered = false;
  /** `<v>` says that its white space counts. */
  keepsSpace = false;
  readonly text = new XmlText();

  /** Reads a cell.
   *  @param at  index after the name of its tag
   *  @param prefix  length of the namespace prefix with its colon
   *  @returns the index after the cell; -1 when it is not whole before `end` */
  read(bytes: Uint8Array, at: number, end: number, prefix: number): number {
    this.column = 0;
    this.row = 0;
    this.style = 0;
    this.type = CELL_TYPE.number;
    this.isFormula = false;
    this.isGathered = false;
    this.keepsSpace = false;
    this.valueStart = 0;
    this.valueEnd = 0;
    const content = this.#attributes(bytes, at, end);
    if (content < 0 || content > end) return -1;
    return bytes[content - 2] === BYTE.slash ? content : this.#content(bytes, content, end, prefix);
  }

  /** Reads the attributes; returns the index after the `>`. */
  #attributes(bytes: Uint8Array, from: number, end: number): number {
    let at = from;
    while (at < end) {
      const name = bytes[at]!;
      if (name === BYTE.greater) return at + 1;
      if (name <= BYTE.space || name === BYTE.slash) {
        at++;
        continue;
      }
      const isShort = bytes[at + 1] === BYTE.equals || bytes[at + 1]! <= BYTE.space;
      while (bytes[at] !== BYTE.equals && at < end) at++;
      at++;
      while (bytes[at]! <= BYTE.space && at < end) at++;
      const quote = bytes[at]!;
      const start = ++at;
      if (isShort && name === LETTER.r) at = this.#address(bytes, at);
      else if (isShort && name === LETTER.s) at = this.#style(bytes, at);
      while (bytes[at] !== quote && at < end) at++;
      if (isShort && name === LETTER.t) this.type = cellType(bytes, start, at);
      at++;
    }
    return -1;
  }

  #address(bytes: Uint8Array, from: number): number {
    let at = from;
    let column = 0;
    let row = 0;
    let byte = bytes[at]!;
    for (; byte >= 0x41 && byte <= 0x5a; byte = bytes[++at]!) column = column * 26 + byte - 0x40;
    for (; byte >= BYTE.zero && byte <= BYTE.nine; byte = bytes[++at]!) row = row * 10 + byte - BYTE.zero;
    this.column = column;
    this.row = row;
    return at;
  }

  #style(bytes: Uint8Array, from: number): number {
    let at = from;
    let style = 0;
    for (let byte = bytes[at]!; byte >= BYTE.zero && byte <= BYTE.nine; byte = bytes[++at]!) {
      style = style * 10 + byte - BYTE.zero;
    }
    this.style = style;
    return at;
  }

  /** Reads `<v>`, `<f>`, `<is>` and what else may stand in a cell; returns the index after `</c>`. */
  #content(bytes: Uint8Array, from: number, end: number, prefix: number): number {
    let at = from;
    while (at < end) {
      if (bytes[at] !== BYTE.less) {
        at++;
        continue;
      }
      const next = bytes[at + 1]!;
      if (next === BYTE.slash) return afterTag(bytes, at, end);
      if (next === BYTE.bang || next === BYTE.question) {
        const special = readSpecial(bytes, at, end);
        if (special.after < 0 || special.kind === 'doctype') return -1;
        at = special.after;
        continue;
      }
      at = this.#child(bytes, at, end, prefix);
      if (at < 0) return -1;
    }
    return -1;
  }

  /** Reads one child element; returns the index after it. */
  #child(bytes: Uint8Array, at: number, end: number, prefix: number): number {
    const name = at + 1 + prefix;
    const isPlainValue = bytes[name] === LETTER.v && bytes[name + 1] === BYTE.greater;
    const after = isPlainValue ? name + 2 : afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (isPlainValue || isTagName(bytes, name, 'v')) {
      if (closesItself(bytes, after)) return after;
      if (!isPlainValue) this.keepsSpace = keepsSpace(bytes, name, after);
      let stop = after;
      while (bytes[stop] !== BYTE.less && stop < end) stop++;
      this.valueStart = after;
      this.valueEnd = stop;
      if (bytes[stop + 1] !== BYTE.slash) {
        stop = readCharacters(bytes, after, end, this.text);
        if (stop < 0) return -1;
        this.isGathered = true;
      }
      return afterTag(bytes, stop, end);
    }
    if (bytes[name] === LETTER.f && isTagName(bytes, name, 'f')) this.isFormula = true;
    if (closesItself(bytes, after)) return after;
    if (isTagName(bytes, name, 'is')) {
      this.isGathered = true;
      return readStringItem(bytes, after, end, prefix, this.text);
    }
    return afterElement(bytes, after, end);
  }
}

function cellType(bytes: Uint8Array, start: number, end: number): CellType {
  if (end - start === 1) {
    switch (bytes[start]) {
      case 0x73:
        return CELL_TYPE.shared;
      case 0x62:
        return CELL_TYPE.boolean;
      case 0x65:
        return CELL_TYPE.error;
      case 0x64:
        return CELL_TYPE.iso;
      default:
        return CELL_TYPE.number;
    }
  }
  if (isText(bytes, start, end, 'inlineStr')) return CELL_TYPE.inline;
  return isText(bytes, start, end, 'str') ? CELL_TYPE.formulaText : CELL_TYPE.number;
}
