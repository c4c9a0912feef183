import { STORED, type CellDictionaryBuilder } from '../../../../shared/table/cellDictionary.ts';
import type { CellRange } from '../../../../shared/table/sheet.ts';
import { FileRefusal } from '../fileRefusal.ts';
import type { ReadLimits } from '../readLimits.ts';
import type { SheetColumns } from '../sheetColumns.ts';
import { CELL_TYPE, CellReader } from './cellReader.ts';
import { parseRange } from './cellRange.ts';
import type { PartScanner } from './partScanning.ts';
import { afterTag, AttributeReader, BYTE, closesItself, isTagName, prefixLength, readSpecial } from './xmlBytes.ts';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly dictionary: CellDictionaryBuilder;
  /** Dictionary code per shared string. */
  readonly strings: Uint32Array;
  /** Dictionary format index per cell style. */
  readonly styleFormats: Uint16Array;
  /** Dictionary font index per cell style; undefined when no style has a font of before Unicode. */
  readonly styleFonts: Uint16Array | undefined;
  readonly limits: ReadLimits;
  /** Name of the part, for messages. */
  readonly part: string;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const LETTER_C = 0x63;
const TRUE = new TextEncoder().encode('TRUE');
const FALSE = new TextEncoder().encode('FALSE');

/** Reads a worksheet in one pass over its bytes. Nothing is committed before a cell is whole, so a cell that is cut by
 *  the end of a piece is simply read again with the next one. */
export class WorksheetScanner implements PartScanner {
  readonly merges: CellRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  readonly #columns: SheetColumns;
  readonly #context: CellContext;
  readonly #attributes = new AttributeReader();
  readonly #cell = new CellReader();
  #prefix = -1;
  #row = 0;
  /** 1-based column of the last cell of the row. */
  #column = 0;
  #isClosed = false;
  #position = 0;
  #hidingLeft = 4 * MAX_COLUMNS;

  constructor(columns: SheetColumns, context: CellContext) {
    this.#columns = columns;
    this.#context = context;
  }

  scan(bytes: Uint8Array, end: number, isLast: boolean): number {
    let at = 0;
    while (at < end) {
      if (bytes[at] !== BYTE.less) {
        at++;
        continue;
      }
      const next = this.#element(bytes, at, end);
      if (next < 0) break;
      at = next;
    }
    if (isLast && (at < end || !this.#isClosed)) this.#refuse(at);
    if (this.#context.dictionary.byteLength > this.#context.limits.maxDictionaryBytes) {
      throw new FileRefusal('file.tooLarge.cells', { limit: this.#context.dictionary.size });
    }
    this.#position += at;
    return at;
  }

  /** Reads what stands at `<`; returns the index after it, -1 when it is not whole. */
  #element(bytes: Uint8Array, at: number, end: number): number {
    const name = at + 1 + this.#prefix;
    if (bytes[name] === LETTER_C && bytes[name + 1] === BYTE.space && this.#isStart(bytes, at)) {
      return this.#readCell(bytes, at, name + 1, end);
    }
    const first = bytes[at + 1];
    if (first === BYTE.bang || first === BYTE.question) {
      const special = readSpecial(bytes, at, end);
      if (special.kind === 'doctype') throw new FileRefusal('file.unsafe.doctype', { part: this.#context.part });
      return special.after;
    }
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (this.#prefix < 0) {
      this.#readRoot(bytes, at, after);
    } else if (first === BYTE.slash) {
      if (isTagName(bytes, name + 1, 'worksheet')) this.#isClosed = true;
    } else if (isTagName(bytes, name, 'c')) {
      return this.#readCell(bytes, at, name + 1, end);
    } else if (isTagName(bytes, name, 'row')) {
      this.#startRow(bytes, at, after);
    } else if (isTagName(bytes, name, 'col')) {
      this.#readColumnLook(bytes, at, after);
    } else if (isTagName(bytes, name, 'mergeCell')) {
      this.#readMerge(bytes, at, after);
    }
    return after;
  }

  /** Whether an element of the spreadsheet's own namespace may start here. */
  #isStart(bytes: Uint8Array, at: number): boolean {
    return this.#prefix === 0 || (this.#prefix > 0 && bytes[at + this.#prefix] === BYTE.colon);
  }

  #readRoot(bytes: Uint8Array, at: number, after: number): void {
    this.#prefix = prefixLength(bytes, at);
    if (!isTagName(bytes, at + 1 + this.#prefix, 'worksheet')) this.#refuse(at);
    this.#isClosed = closesItself(bytes, after);
  }

  #startRow(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    let row = this.#row + 1;
    let isHidden = false;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (attributes.is('r')) row = attributes.number();
      else if (attributes.is('hidden')) isHidden = attributes.isTrue();
    }
    if (row < 1 || row > MAX_ROWS) this.#refuse(at);
    this.#row = row;
    this.#column = 0;
    if (isHidden) this.hiddenRows.add(row);
  }

  #readColumnLook(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    let first = 0;
    let last = 0;
    let isHidden = false;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (attributes.is('min')) first = attributes.number();
      else if (attributes.is('max')) last = Math.min(attributes.number(), MAX_COLUMNS);
      else if (attributes.is('hidden')) isHidden = attributes.isTrue();
    }
    if (!isHidden || first < 1) return;
    // The ranges of a sound sheet do not overlap; one that hides the same columns over and over is not served further.
    this.#hidingLeft -= last - first + 1;
    if (this.#hidingLeft < 0) return;
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column - 1);
  }

  #readMerge(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      const range = attributes.is('ref') ? parseRange(attributes.text()) : undefined;
      if (range === undefined) continue;
      const limit = this.#context.limits.maxMerges;
      if (this.merges.length >= limit) throw new FileRefusal('file.tooLarge.cells', { limit });
      this.merges.push(range);
    }
  }

  #readCell(bytes: Uint8Array, at: number, afterName: number, end: number): number {
    const cell = this.#cell;
    const next = cell.read(bytes, afterName, end, this.#prefix);
    if (next < 0 || next > end) return -1;
    const column = cell.column === 0 ? this.#column + 1 : cell.column;
    if (column > MAX_COLUMNS || cell.row > MAX_ROWS) this.#refuse(at);
    this.#column = column;
    if (cell.row !== 0) this.#row = cell.row;
    if (this.#row === 0) this.#refuse(at);
    this.#columns.put(this.#row, column - 1, this.#code(bytes, at));
    return next;
  }

  /** Dictionary code of the cell that was just read; 0 for a blank one. */
  #code(bytes: Uint8Array, at: number): number {
    const cell = this.#cell;
    const { dictionary, strings, styleFormats } = this.#context;
    if (cell.type === CELL_TYPE.inline || cell.type === CELL_TYPE.formulaText) return this.#textCode(bytes);
    const source = cell.isGathered ? cell.text.bytes : bytes;
    let start = cell.isGathered ? 0 : cell.valueStart;
    let end = cell.isGathered ? cell.text.length : cell.valueEnd;
    while (start < end && source[start]! <= BYTE.space) start++;
    while (start < end && source[end - 1]! <= BYTE.space) end--;
    if (start === end) return 0;
    switch (cell.type) {
      case CELL_TYPE.shared: {
        let index = 0;
        for (let digit = start; digit < end; digit++) {
          const value = source[digit]! - BYTE.zero;
          if (value < 0 || value > 9) this.#refuse(at);
          index = index * 10 + value;
        }
        if (index >= strings.length) this.#refuse(at);
        const code = this.#inFont(strings[index]!);
        return cell.isFormula ? dictionary.internAsFormula(code) : code;
      }
      case CELL_TYPE.boolean: {
        const isTrue = source[start] === 0x31 || source[start] === 0x74;
        const word = isTrue ? TRUE : FALSE;
        return dictionary.intern(word, 0, word.length, STORED.boolean, 0, cell.isFormula);
      }
      case CELL_TYPE.error:
        return dictionary.intern(source, start, end, STORED.error, 0, cell.isFormula);
      default: {
        const format = styleFormats[cell.style] ?? 0;
        return dictionary.intern(source, start, end, STORED.number, format, cell.isFormula);
      }
    }
  }

  /** Code of a text that stands in the cell itself: an inline text, or the text that a formula gave. */
  #textCode(bytes: Uint8Array): number {
    const cell = this.#cell;
    const { text } = cell;
    // A few writers put an inline text into <v>.
    if (cell.type === CELL_TYPE.formulaText || !cell.isGathered) {
      if (!cell.isGathered) {
        text.clear();
        text.append(bytes, cell.valueStart, cell.valueEnd);
      }
      if (!cell.keepsSpace) text.trim(0);
      text.undoEscapes(0);
    }
    const { dictionary } = this.#context;
    const font = cell.isGathered && text.font !== '' ? dictionary.fontIndex(text.font) : 0;
    return this.#inFont(dictionary.intern(text.bytes, 0, text.length, STORED.text, font, cell.isFormula));
  }

  /** Code of a text once the font of the cell's style is known. */
  #inFont(code: number): number {
    const { dictionary, styleFonts } = this.#context;
    return styleFonts === undefined ? code : dictionary.inFont(code, styleFonts[this.#cell.style] ?? 0);
  }

  #refuse(at: number): never {
    throw new FileRefusal('file.damaged.content', { part: this.#context.part, at: this.#position + at });
  }
}
