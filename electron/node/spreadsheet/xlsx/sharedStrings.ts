import { STORED, type CellDictionaryBuilder } from '../../../../shared/table/cellDictionary.ts';
import { FileRefusal } from '../fileRefusal.ts';
import type { ReadLimits } from '../readLimits.ts';
import type { PartScanner } from './partScanning.ts';
import { keepsSpace, readStringItem } from './stringItem.ts';
import { afterTag, BYTE, closesItself, isTagName, prefixLength, readSpecial } from './xmlBytes.ts';
import { afterPlainText, XmlText } from './xmlText.ts';

/** Leads the shared-string table straight into the dictionary: `codes[i]` is the code of string i. */
export class SharedStringScanner implements PartScanner {
  readonly #dictionary: CellDictionaryBuilder;
  readonly #limits: ReadLimits;
  readonly #part: string;
  readonly #text = new XmlText();
  #codes = new Uint32Array(1 << 10);
  #count = 0;
  #prefix = -1;
  #isClosed = false;
  #position = 0;

  constructor(dictionary: CellDictionaryBuilder, limits: ReadLimits, part: string) {
    this.#dictionary = dictionary;
    this.#limits = limits;
    this.#part = part;
  }

  /** Dictionary code of each shared string, in order. */
  get codes(): Uint32Array {
    return this.#codes.subarray(0, this.#count);
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
    if (this.#dictionary.byteLength > this.#limits.maxDictionaryBytes) {
      throw new FileRefusal('file.tooLarge.cells', { limit: this.#count });
    }
    this.#position += at;
    return at;
  }

  /** Reads what stands at `<`; returns the index after it, -1 when it is not whole. */
  #element(bytes: Uint8Array, at: number, end: number): number {
    const first = bytes[at + 1];
    if (first === BYTE.bang || first === BYTE.question) {
      const special = readSpecial(bytes, at, end);
      if (special.kind === 'doctype') throw new FileRefusal('file.unsafe.doctype', { part: this.#part });
      return special.after;
    }
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    if (this.#prefix < 0) {
      this.#prefix = prefixLength(bytes, at);
      if (!isTagName(bytes, at + 1 + this.#prefix, 'sst')) this.#refuse(at);
      this.#isClosed = closesItself(bytes, after);
      return after;
    }
    if (first === BYTE.slash) {
      if (isTagName(bytes, at + 2 + this.#prefix, 'sst')) this.#isClosed = true;
      return after;
    }
    if (!isTagName(bytes, at + 1 + this.#prefix, 'si')) return after;
    if (closesItself(bytes, after)) {
      this.#add(0);
      return after;
    }
    const plain = this.#plainItem(bytes, after, end);
    if (plain >= 0) return plain;
    const next = readStringItem(bytes, after, end, this.#prefix, this.#text);
    if (next >= 0) {
      const { bytes: source, length, font } = this.#text;
      const index = font === '' ? 0 : this.#dictionary.fontIndex(font);
      this.#add(this.#dictionary.intern(source, 0, length, STORED.text, index));
    }
    return next;
  }

  /** The usual item, `<t>text</t></si>` without anything to decode, taken without copying; -1 for any other. */
  #plainItem(bytes: Uint8Array, at: number, end: number): number {
    const prefix = this.#prefix;
    if (bytes[at] !== BYTE.less || !isTagName(bytes, at + 1 + prefix, 't')) return -1;
    const start = afterTag(bytes, at, end);
    if (start < 0 || closesItself(bytes, start)) return -1;
    const stop = afterPlainText(bytes, start, end);
    const close = stop + 3 + prefix;
    const after = close + 6 + prefix;
    if (after > end || bytes[stop] !== BYTE.less || bytes[stop + 1] !== BYTE.slash) return -1;
    if (bytes[close] !== BYTE.greater || bytes[close + 2] !== BYTE.slash || bytes[after - 1] !== BYTE.greater)
      return -1;
    if (!isTagName(bytes, close + 3 + prefix, 'si')) return -1;
    const isPadded = start < stop && (bytes[start]! <= BYTE.space || bytes[stop - 1]! <= BYTE.space);
    if (isPadded && !keepsSpace(bytes, at, start)) return -1;
    this.#add(this.#dictionary.intern(bytes, start, stop, STORED.text));
    return after;
  }

  #add(code: number): void {
    if (this.#count === this.#codes.length) {
      this.#codes = new Uint32Array(this.#codes.buffer.transfer(Math.ceil(this.#codes.length * 1.5) * 4));
    }
    this.#codes[this.#count++] = code;
  }

  #refuse(at: number): never {
    throw new FileRefusal('file.damaged.content', { part: this.#part, at: this.#position + at });
  }
}
