import type { Severity } from '../../../shared/engine/finding.ts';
import { cellAddress } from '../../../shared/table/cell.ts';
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import type { PartScanner } from '../spreadsheet/xlsx/partScanning.ts';
import {
  afterTag,
  AttributeReader,
  BYTE,
  closesItself,
  isTagName,
  prefixLength,
  readSpecial,
} from '../spreadsheet/xlsx/xmlBytes.ts';
import { columnIndex } from '../spreadsheet/xlsx/cellRange.ts';
import type { DeflatedPart } from './deflatedPart.ts';
import { asUtf8Declared } from './packageParts.ts';
import { SheetGeometry } from './sheetGeometry.ts';

/** A cell to colour. */
export interface MarkedCell {
  /** 0-based. */
  readonly column: number;
  readonly severity: Severity;
}

/** Cells to colour by 1-based row, each row's in the order of its columns. */
export type MarkedRows = ReadonlyMap<number, readonly MarkedCell[]>;

/** Longest rest of a sheet after its cells that is edited as one text. */
const MAX_TAIL = 64 << 20;

/** Colours cells of a worksheet while it streams by: the `s` attribute of cells concerned changes, cells and rows that are
 *  not there are inserted in their place, everything else keeps its bytes. What is added rather than changed (an attribute, a cell, a row) is written with two spaces
 *  before it, which no program writes: `SheetUnmarker` knows by them what to take out again. What stands after the cells is kept back as
 *  `tail`, because a drawing may have to be named in it. */
export class SheetMarker implements PartScanner {
  readonly geometry = new SheetGeometry();
  /** Namespace prefix of the sheet's elements with its colon. */
  prefix = '';

  readonly #rows: MarkedRows;
  readonly #styleFor: (style: number, severity: Severity) => number;
  readonly #out: DeflatedPart;
  readonly #part: string;
  readonly #attributes = new AttributeReader();
  readonly #columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  /** Rows with marks, ascending; those before `#nextRow` are written. */
  readonly #order: readonly number[];
  readonly #written = new Set<number>();
  #nextRow = 0;
  #isRooted = false;
  #isInTail = false;
  #tail: Uint8Array[] = [];
  #tailLength = 0;
  #row = 0;
  #column = 0;
  #rowStyle = -1;
  /** Marks of the row being read that are not written yet. */
  #pending: readonly MarkedCell[] = [];

  /** @param styleFor  index of the coloured style for a cell that has this style
   *  @param part  name of the part, for messages */
  constructor(
    rows: MarkedRows,
    styleFor: (style: number, severity: Severity) => number,
    out: DeflatedPart,
    part: string,
  ) {
    this.#rows = rows;
    this.#order = [...rows.keys()].sort((a, b) => a - b);
    this.#styleFor = styleFor;
    this.#out = out;
    this.#part = part;
  }

  /** What stands from the end of the cells on, as a Latin-1 string; whole once the part has been scanned. */
  get tail(): string {
    return Buffer.concat(this.#tail).toString('latin1');
  }

  scan(bytes: Uint8Array, end: number, isLast: boolean): number {
    let at = 0;
    while (at < end && !this.#isInTail) {
      const next = bytes[at] === BYTE.less ? this.#element(bytes, at, end) : this.#characters(bytes, at, end);
      if (next < 0) break;
      at = next;
    }
    if (this.#isInTail && at < end) {
      this.#keepTail(bytes.slice(at, end));
      at = end;
    }
    if (isLast && !this.#isInTail) this.#refuse();
    return at;
  }

  #characters(bytes: Uint8Array, at: number, end: number): number {
    const next = bytes.indexOf(BYTE.less, at);
    const stop = next < 0 || next > end ? end : next;
    this.#out.write(bytes.subarray(at, stop));
    return stop;
  }

  /** Copies or edits what stands at `<`; returns the index after it, -1 when it is not whole. */
  #element(bytes: Uint8Array, at: number, end: number): number {
    const first = bytes[at + 1];
    if (first === BYTE.bang || first === BYTE.question) return this.#special(bytes, at, end);
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    const name = at + 1 + this.prefix.length;
    if (!this.#isRooted) {
      this.prefix = text(bytes, at + 1, at + 1 + prefixLength(bytes, at));
      this.#isRooted = true;
      if (closesItself(bytes, after)) this.#refuse();
    } else if (first === BYTE.slash) {
      if (isTagName(bytes, name + 1, 'row')) this.#endRow();
      else if (isTagName(bytes, name + 1, 'sheetData')) return this.#endCells(bytes, at);
    } else if (isTagName(bytes, name, 'c')) {
      return this.#cell(bytes, at, after);
    } else if (isTagName(bytes, name, 'row')) {
      return this.#startRow(bytes, at, after, end);
    } else if (isTagName(bytes, name, 'col')) {
      this.#columnLook(bytes, at, after);
    } else if (isTagName(bytes, name, 'sheetFormatPr')) {
      this.geometry.readDefaults(bytes, at, after);
    } else if (isTagName(bytes, name, 'sheetData') && closesItself(bytes, after)) {
      this.#emit(`<${this.prefix}sheetData>`);
      return this.#endCells(Buffer.from(`</${this.prefix}sheetData>`), 0, after);
    } else if (isTagName(bytes, name, 'worksheet')) this.#refuse();
    this.#out.write(bytes.subarray(at, after));
    return after;
  }

  #special(bytes: Uint8Array, at: number, end: number): number {
    const special = readSpecial(bytes, at, end);
    if (special.kind === 'doctype') throw new FileRefusal('file.unsafe.doctype', { part: this.#part });
    if (special.after < 0) return -1;
    const whole = text(bytes, at, special.after);
    // A part that came as UTF-16 has become UTF-8 on its way here.
    if (!this.#isRooted && /encoding=["']utf-?16/i.test(whole)) this.#emit(asUtf8Declared(whole));
    else this.#out.write(bytes.subarray(at, special.after));
    return special.after;
  }

  #columnLook(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    let first = 0;
    let last = 0;
    let style = 0;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (attributes.is('min')) first = attributes.number();
      else if (attributes.is('max')) last = attributes.number();
      else if (attributes.is('style')) style = attributes.number();
    }
    if (style > 0) this.#columnStyles.push({ first, last, style });
    this.geometry.readColumn(bytes, at, after);
  }

  #startRow(bytes: Uint8Array, at: number, after: number, end: number): number {
    const attributes = this.#attributes;
    let row = 0;
    let style = -1;
    let height = -1;
    let isStyled = false;
    let spans: { readonly from: number; readonly to: number } | undefined;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (attributes.is('r')) row = attributes.number();
      else if (attributes.is('s')) style = attributes.number();
      else if (attributes.is('customFormat')) isStyled = attributes.isTrue();
      else if (attributes.is('ht')) height = Number(attributes.text());
      else if (attributes.is('spans')) spans = { from: attributes.valueStart, to: attributes.valueEnd };
    }
    if (row <= 0) {
      // A row without a number stands where its first cell says, else after the row before.
      const named = closesItself(bytes, after) ? 0 : this.#rowOfFirstCell(bytes, after, end);
      if (named < 0) return -1;
      row = named > 0 ? named : this.#row + 1;
    }
    this.#insertRowsBefore(row);
    this.geometry.setRowHeight(row, height);
    this.#row = row;
    this.#column = 0;
    this.#rowStyle = isStyled ? style : -1;
    this.#pending = this.#written.has(row) ? [] : (this.#rows.get(row) ?? []);
    this.#written.add(row);
    if (this.#pending.length === 0) {
      this.#out.write(bytes.subarray(at, after));
      return after;
    }
    const stop = closesItself(bytes, after) ? after - 2 : after - 1;
    if (spans === undefined) this.#out.write(bytes.subarray(at, stop));
    else {
      this.#out.write(bytes.subarray(at, spans.from));
      this.#emit(widened(text(bytes, spans.from, spans.to), this.#pending));
      this.#out.write(bytes.subarray(spans.to, stop));
    }
    this.#emit('>');
    if (closesItself(bytes, after)) {
      this.#endRow();
      this.#emit(`</${this.prefix}row>`);
    }
    return after;
  }

  /** Row number that the first cell of a row gives: 0 when it gives none, -1 when the next tag is not whole. */
  #rowOfFirstCell(bytes: Uint8Array, from: number, end: number): number {
    const at = bytes.indexOf(BYTE.less, from);
    if (at < 0 || at >= end) return -1;
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (!isTagName(bytes, at + 1 + this.prefix.length, 'c')) return 0;
    return this.#addressOf(bytes, at, after).row;
  }

  #addressOf(bytes: Uint8Array, at: number, after: number): { readonly column: number; readonly row: number } {
    const attributes = this.#attributes;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (!attributes.is('r')) continue;
      const found = /^([A-Za-z]{1,3})(\d{0,7})$/.exec(attributes.text());
      if (found !== null) return { column: columnIndex(found[1]!.toUpperCase()) + 1, row: Number(found[2]) };
    }
    return { column: 0, row: 0 };
  }

  #cell(bytes: Uint8Array, at: number, after: number): number {
    if (this.#pending.length === 0) {
      this.#out.write(bytes.subarray(at, after));
      return after;
    }
    const named = this.#addressOf(bytes, at, after).column;
    const column = named === 0 ? this.#column + 1 : named;
    this.#column = column;
    while (this.#pending.length > 0 && this.#pending[0]!.column < column - 1) this.#insertCell(this.#pending[0]!);
    const mark = this.#pending[0];
    if (mark === undefined || mark.column !== column - 1) this.#out.write(bytes.subarray(at, after));
    else {
      this.#pending = this.#pending.slice(1);
      this.#recolour(bytes, at, after, mark.severity);
    }
    return after;
  }

  #recolour(bytes: Uint8Array, at: number, after: number, severity: Severity): void {
    const attributes = this.#attributes;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (!attributes.is('s')) continue;
      const { valueStart, valueEnd } = attributes;
      this.#out.write(bytes.subarray(at, valueStart));
      this.#emit(String(this.#styleFor(Math.max(0, attributes.number()), severity)));
      this.#out.write(bytes.subarray(valueEnd, after));
      return;
    }
    const nameEnd = at + 2 + this.prefix.length;
    this.#out.write(bytes.subarray(at, nameEnd));
    this.#emit(`  s="${this.#styleFor(0, severity)}"`);
    this.#out.write(bytes.subarray(nameEnd, after));
  }

  /** Writes a blank cell at the head of the waiting marks; it looks as the row or the column says. */
  #insertCell({ column, severity }: MarkedCell): void {
    this.#pending = this.#pending.slice(1);
    const ofColumn = this.#columnStyles.find(({ first, last }) => column + 1 >= first && column + 1 <= last);
    const style = this.#rowStyle >= 0 ? this.#rowStyle : (ofColumn?.style ?? 0);
    this.#emit(`<${this.prefix}c r="${cellAddress(column, this.#row)}"  s="${this.#styleFor(style, severity)}"/>`);
  }

  #endRow(): void {
    while (this.#pending.length > 0) this.#insertCell(this.#pending[0]!);
    this.#rowStyle = -1;
  }

  /** Writes rows that have marks but no place in the sheet yet. */
  #insertRowsBefore(row: number): void {
    for (; this.#nextRow < this.#order.length && this.#order[this.#nextRow]! < row; this.#nextRow++) {
      const missing = this.#order[this.#nextRow]!;
      if (this.#written.has(missing)) continue;
      this.#written.add(missing);
      this.#row = missing;
      this.#pending = this.#rows.get(missing)!;
      this.#emit(`<${this.prefix}row  r="${missing}">`);
      this.#endRow();
      this.#emit(`</${this.prefix}row>`);
    }
  }

  #endCells(bytes: Uint8Array, at: number, next = at): number {
    this.#insertRowsBefore(Number.POSITIVE_INFINITY);
    this.#isInTail = true;
    if (next !== at) this.#keepTail(bytes.slice(at));
    return next;
  }

  #keepTail(piece: Uint8Array): void {
    this.#tail.push(piece);
    this.#tailLength += piece.length;
    if (this.#tailLength > MAX_TAIL) {
      throw new FileRefusal('file.tooLarge.unpacked', { part: this.#part, megabytes: MAX_TAIL >> 20 });
    }
  }

  #emit(ascii: string): void {
    this.#out.write(Buffer.from(ascii, 'latin1'));
  }

  #refuse(): never {
    throw new FileRefusal('file.damaged.content', { part: this.#part, at: 0 });
  }
}

const text = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** A row's `spans` hint wide enough for marked cells too; what cannot be read stays. */
function widened(spans: string, cells: readonly MarkedCell[]): string {
  const found = /^(\d{1,5}):(\d{1,5})$/.exec(spans);
  if (found === null) return spans;
  const columns = cells.map(({ column }) => column + 1);
  return `${Math.min(Number(found[1]), ...columns)}:${Math.max(Number(found[2]), ...columns)}`;
}
