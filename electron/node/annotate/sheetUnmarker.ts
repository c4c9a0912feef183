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
import { FileRefusal } from '../spreadsheet/fileRefusal.ts';
import type { DeflatedPart } from './deflatedPart.ts';

/** Gives marked cells of a worksheet the style they had, while the sheet streams by. What `SheetMarker` added rather than
 *  changed, it wrote with two spaces (see there) and goes: an `s` attribute, a cell, a row. What follows the cells is kept
 *  back as `tail`. */
export class SheetUnmarker implements PartScanner {
  /** Cells that were marked. */
  cells = 0;

  readonly #originals: ReadonlyMap<number, number>;
  readonly #out: DeflatedPart;
  readonly #part: string;
  readonly #attributes = new AttributeReader();
  #prefixLength = -1;
  #tail: Uint8Array[] = [];
  #isInTail = false;
  /** A row's opening tag until it is known whether anything stays in the row. */
  #heldRow: Uint8Array | undefined;
  #hasLostCells = false;

  /** @param originals  style a marked cell had, by the style it has */
  constructor(originals: ReadonlyMap<number, number>, out: DeflatedPart, part: string) {
    this.#originals = originals;
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
      this.#tail.push(bytes.slice(at, end));
      at = end;
    }
    if (isLast && !this.#isInTail) throw new FileRefusal('file.damaged.content', { part: this.#part, at: 0 });
    return at;
  }

  #characters(bytes: Uint8Array, at: number, end: number): number {
    const next = bytes.indexOf(BYTE.less, at);
    const stop = next < 0 || next > end ? end : next;
    this.#write(bytes.subarray(at, stop));
    return stop;
  }

  #element(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at + 1] === BYTE.bang || bytes[at + 1] === BYTE.question) {
      const special = readSpecial(bytes, at, end);
      if (special.kind === 'doctype') throw new FileRefusal('file.unsafe.doctype', { part: this.#part });
      if (special.after >= 0) this.#write(bytes.subarray(at, special.after));
      return special.after;
    }
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (this.#prefixLength < 0) this.#prefixLength = prefixLength(bytes, at);
    const name = at + 1 + this.#prefixLength;
    if (bytes[at + 1] === BYTE.slash) {
      if (isTagName(bytes, name + 1, 'sheetData')) {
        this.#isInTail = true;
        return at;
      }
      if (isTagName(bytes, name + 1, 'row') && this.#heldRow !== undefined) return this.#endEmptyRow(bytes, at, after);
    } else if (isTagName(bytes, name, 'row')) {
      this.#flushRow();
      if (closesItself(bytes, after)) this.#write(bytes.subarray(at, after));
      else {
        this.#heldRow = bytes.slice(at, after);
        this.#hasLostCells = false;
      }
      return after;
    } else if (isTagName(bytes, name, 'c')) {
      this.#cell(bytes, at, after, name + 1);
      return after;
    }
    this.#write(bytes.subarray(at, after));
    return after;
  }

  #endEmptyRow(bytes: Uint8Array, at: number, after: number): number {
    const row = this.#heldRow!;
    const isOurs = this.#hasLostCells && hasTwoSpaces(row, 4 + this.#prefixLength);
    if (isOurs) this.#heldRow = undefined;
    else if (this.#hasLostCells) {
      this.#heldRow = undefined;
      this.#write(row.subarray(0, -1));
      this.#write(Buffer.from('/>'));
    } else this.#write(bytes.subarray(at, after));
    return after;
  }

  #cell(bytes: Uint8Array, at: number, after: number, nameEnd: number): void {
    const attributes = this.#attributes;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (!attributes.is('s')) continue;
      const original = this.#originals.get(attributes.number());
      if (original === undefined) break;
      this.cells += 1;
      const { nameStart, valueStart, valueEnd } = attributes;
      const isAdded = bytes[nameStart - 1] === BYTE.space && bytes[nameStart - 2] === BYTE.space;
      if (isAdded && nameStart - 2 !== nameEnd) {
        // Two spaces further on: the cell itself is ours, unless somebody has filled it since.
        if (closesItself(bytes, after)) {
          this.#hasLostCells = true;
          return;
        }
      } else if (isAdded) {
        this.#write(bytes.subarray(at, nameStart - 2));
        this.#write(bytes.subarray(valueEnd + 1, after));
        return;
      }
      this.#write(bytes.subarray(at, valueStart));
      this.#write(Buffer.from(String(original)));
      this.#write(bytes.subarray(valueEnd, after));
      return;
    }
    this.#write(bytes.subarray(at, after));
  }

  #write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#flushRow();
    this.#out.write(bytes);
  }

  #flushRow(): void {
    const row = this.#heldRow;
    this.#heldRow = undefined;
    if (row !== undefined) this.#out.write(row);
  }
}

const hasTwoSpaces = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === BYTE.space && bytes[at + 1] === BYTE.space;
