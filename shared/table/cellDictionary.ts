import { legacyFontOf } from '../domain/legacyFonts.ts';
import { EMPTY_CELL, type Cell } from './cell.ts';
import { GENERAL, parseNumberFormat, showNumber, type NumberFormat } from './numberFormat.ts';
import type { CellDictionary } from './sheet.ts';
import type { TextPool } from './textPool.ts';

/** What a stored value is; small numbers, because one byte per distinct value holds them. */
export const STORED = { text: 1, number: 2, boolean: 3, error: 4 } as const;
export type StoredKind = (typeof STORED)[keyof typeof STORED];

const FORMULA = 0x80;
const KIND_MASK = 0x7f;
/** More than any person uses; a list that is searched one by one must not grow with a hostile file. */
const MOST_FONTS = 256;

/** The distinct values of a workbook as plain buffers, ready to be handed to another thread. */
export interface TransferableDictionary {
  /** Raw UTF-8 of all values, one after the other; may be longer than they are. */
  readonly arena: ArrayBuffer;
  /** Where value `code` ends in the arena (Uint32); it starts where the one before ends. */
  readonly ends: ArrayBuffer;
  /** Kind and formula mark per value (Uint8). */
  readonly kinds: ArrayBuffer;
  /** Per value (Uint16): of a number an index into `formatCodes`, of a text an index into `fonts`. */
  readonly formats: ArrayBuffer;
  readonly formatCodes: readonly string[];
  /** Names of fonts of before Unicode; `fonts[0]` = '' stands for all others. */
  readonly fonts: readonly string[];
  readonly date1904: boolean;
}

/** Collects the distinct values of a workbook without making strings: the bytes of a value go into one arena, and equal
 *  values (same kind, bytes, number format or old font, formula mark) get the same code. Code 0 is the blank cell. */
export class CellDictionaryBuilder {
  readonly #date1904: boolean;
  readonly #formatCodes: string[] = [GENERAL.code];
  readonly #formatIndexes = new Map<string, number>([[GENERAL.code, 0]]);
  readonly #fonts: string[] = [''];
  #arena: Uint8Array<ArrayBuffer>;
  #ends = new Uint32Array(1 << 10);
  #kinds = new Uint8Array(1 << 10);
  #formats = new Uint16Array(1 << 10);
  #size = 1;
  // Open addressing; a slot is [hash, code], side by side so that a look-up touches one cache line. Code 0 = free.
  #slots = new Uint32Array(1 << 12);
  // Unforeseeable, so that no file can be written whose values all collide; codes do not depend on it.
  readonly #seed = Math.floor(Math.random() * 0x1_0000_0000);

  /** @param date1904  the workbook's days count from 1904
   *  @param expectedBytes  room to make at once for the bytes of the values; memory is taken only as they come */
  constructor(date1904 = false, expectedBytes = 0) {
    this.#date1904 = date1904;
    this.#arena = new Uint8Array(Math.max(1 << 16, expectedBytes));
  }

  /** Number of distinct values so far, the blank one included. */
  get size(): number {
    return this.#size;
  }

  /** Bytes of all distinct values so far. */
  get byteLength(): number {
    return this.#ends[this.#size - 1]!;
  }

  /** Index of a number format code for `intern`; equal codes share one. Past 65,535 formats everything is General. */
  formatIndex(code: string): number {
    const known = this.#formatIndexes.get(code);
    if (known !== undefined) return known;
    if (this.#formatCodes.length > 0xffff) return 0;
    const index = this.#formatCodes.push(code) - 1;
    this.#formatIndexes.set(code, index);
    return index;
  }

  /** Index of a font for `intern` and `inFont`; 0 for every font of Unicode. */
  fontIndex(name: string): number {
    if (legacyFontOf(name) === undefined) return 0;
    const known = this.#fonts.indexOf(name);
    if (known > 0) return known;
    return this.#fonts.length < MOST_FONTS ? this.#fonts.push(name) - 1 : 0;
  }

  /** Code of the value that stands in `bytes[start, end)` as UTF-8; text without characters is the blank cell.
   *
   *  @param format  of a number an index from `formatIndex`, of a text one from `fontIndex`; 0 for the rest
   *  @param formula  the value is the cached result of a formula */
  intern(bytes: Uint8Array, start: number, end: number, kind: StoredKind, format = 0, formula = false): number {
    return start < end ? this.#lookUp(bytes, start, end, formula ? kind | FORMULA : kind, format) : 0;
  }

  /** Like `intern`, for a value that is already a string. */
  internText(text: string, kind: StoredKind, format = 0, formula = false): number {
    const bytes = encoder.encode(text);
    return this.intern(bytes, 0, bytes.length, kind, format, formula);
  }

  /** Code of an already known value as the result of a formula. */
  internAsFormula(code: number): number {
    if (code === 0) return 0;
    const bytes = this.#arena.slice(this.#ends[code - 1], this.#ends[code]);
    return this.#lookUp(bytes, 0, bytes.length, this.#kinds[code]! | FORMULA, this.#formats[code]!);
  }

  /** Code of an already known text in a font of before Unicode; a font that it has already stays.
   *  @param font  an index from `fontIndex` */
  inFont(code: number, font: number): number {
    if (code === 0 || font === 0 || this.#formats[code] !== 0) return code;
    const bytes = this.#arena.slice(this.#ends[code - 1], this.#ends[code]);
    return this.#lookUp(bytes, 0, bytes.length, this.#kinds[code]!, font);
  }

  /** Ends the collecting and hands over the finished dictionary; the builder is not used afterwards. */
  finish(): PackedDictionary {
    const size = this.#size;
    const dictionary = new PackedDictionary({
      // Not cut to size: that would copy the largest buffer, while room that was never written takes no memory.
      arena: this.#arena.buffer,
      ends: this.#ends.buffer.transfer(size * 4),
      kinds: this.#kinds.buffer.transfer(size),
      formats: this.#formats.buffer.transfer(size * 2),
      formatCodes: this.#formatCodes,
      fonts: this.#fonts,
      date1904: this.#date1904,
    });
    this.#slots = new Uint32Array(0);
    return dictionary;
  }

  #lookUp(bytes: Uint8Array, start: number, end: number, mark: number, format: number): number {
    const hash = hashBytes(bytes, start, end, this.#seed ^ mark ^ (format << 8));
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let code = slots[slot + 1]!; code !== 0; code = slots[slot + 1]!) {
      if (slots[slot] === hash && this.#isEqual(code, bytes, start, end, mark, format)) return code;
      slot = (slot + 2) & mask;
    }
    return this.#add(slot, hash, bytes, start, end, mark, format);
  }

  #isEqual(code: number, bytes: Uint8Array, start: number, end: number, mark: number, format: number): boolean {
    const from = this.#ends[code - 1]!;
    if (this.#ends[code]! - from !== end - start) return false;
    if (this.#kinds[code] !== mark || this.#formats[code] !== format) return false;
    const arena = this.#arena;
    for (let at = from, other = start; other < end; at++, other++) if (arena[at] !== bytes[other]) return false;
    return true;
  }

  #add(
    slot: number,
    hash: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    mark: number,
    format: number,
  ): number {
    const code = this.#size;
    const from = this.#ends[code - 1]!;
    const to = from + (end - start);
    if (to > this.#arena.length) this.#arena = grown(this.#arena, to);
    if (code >= this.#ends.length) this.#growEntries();
    const arena = this.#arena;
    if (end - start > 48) arena.set(bytes.subarray(start, end), from);
    else for (let at = start, target = from; at < end; at++, target++) arena[target] = bytes[at]!;
    this.#ends[code] = to;
    this.#kinds[code] = mark;
    this.#formats[code] = format;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code;
    this.#size = code + 1;
    if (this.#size * 8 > this.#slots.length * 3) this.#rehash(); // three quarters full
    return code;
  }

  #growEntries(): void {
    const length = Math.ceil(this.#ends.length * 1.5);
    this.#ends = new Uint32Array(this.#ends.buffer.transfer(length * 4));
    this.#kinds = new Uint8Array(this.#kinds.buffer.transfer(length));
    this.#formats = new Uint16Array(this.#formats.buffer.transfer(length * 2));
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#slots = slots;
  }
}

/** The finished dictionary of a workbook: buffers, and cells that are made when they are first asked for. */
export class PackedDictionary implements CellDictionary {
  readonly #source: TransferableDictionary;
  readonly #arena: Uint8Array;
  readonly #ends: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #formats: Uint16Array;
  readonly #readFormats: NumberFormat[];
  readonly #pool: TextPool | undefined;
  #cells: (Cell | undefined)[] | null = null;

  /** @param source  what `toTransferable` returned, or a builder's buffers
   *  @param pool  texts that this dictionary shares with others */
  constructor(source: TransferableDictionary, pool?: TextPool) {
    this.#pool = pool;
    this.#source = source;
    this.#arena = new Uint8Array(source.arena);
    this.#ends = new Uint32Array(source.ends);
    this.#kinds = new Uint8Array(source.kinds);
    this.#formats = new Uint16Array(source.formats);
    this.#readFormats = source.formatCodes.map(parseNumberFormat);
  }

  forget(): void {
    this.#cells = null;
  }

  get size(): number {
    return this.#ends.length;
  }

  cell(code: number): Cell {
    if (code === 0) return EMPTY_CELL;
    this.#cells ??= Array.from({ length: this.#ends.length });
    return (this.#cells[code] ??= this.#decode(code));
  }

  isText(code: number): boolean {
    return (this.#kinds[code]! & KIND_MASK) === STORED.text;
  }

  /** The buffers behind this dictionary, shared with it: transferring them to another thread empties it here. */
  toTransferable(): TransferableDictionary {
    return this.#source;
  }

  #rawOf(code: number): string {
    return decoder.decode(this.#arena.subarray(this.#ends[code - 1], this.#ends[code]));
  }

  #decode(code: number): Cell {
    const mark = this.#kinds[code]!;
    // Nearly all cells are plain texts; they get the shortest way.
    const isPlain = mark === STORED.text && this.#formats[code] === 0;
    if (isPlain && this.#pool !== undefined) {
      return this.#pool.cellOf(this.#arena, this.#ends[code - 1]!, this.#ends[code]!, () => this.#rawOf(code));
    }
    const raw = this.#rawOf(code);
    if (isPlain) return { kind: 'text', text: raw, raw };
    const formula = (mark & FORMULA) === 0 ? {} : { formula: true };
    switch (mark & KIND_MASK) {
      case STORED.number: {
        const format = this.#readFormats[this.#formats[code]!] ?? GENERAL;
        const { kind, text } = showNumber(raw, format, this.#source.date1904);
        return { kind, text, raw, ...(format.code === GENERAL.code ? {} : { format: format.code }), ...formula };
      }
      case STORED.boolean:
        return { kind: 'boolean', text: raw, raw, ...formula };
      case STORED.error:
        return { kind: 'error', text: raw, raw, ...formula };
      default: {
        const font = this.#formats[code]!;
        return { kind: 'text', text: raw, raw, ...(font === 0 ? {} : { font: this.#source.fonts[font]! }), ...formula };
      }
    }
  }
}

const encoder = new TextEncoder();
// A byte order mark inside a cell is a character that the text rules must see, so it is kept.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function grown(bytes: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.buffer.transfer(Math.max(needed, Math.ceil(bytes.length * 1.5))));
}

/** 32-bit hash in two lanes of four bytes a step, which the processor computes side by side; differs between kinds and
 *  formats through `seed`. */
function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = Math.imul(seed + (end - start), 0x9e37_79b1);
  let other = hash ^ 0x5bd1_e995;
  let at = start;
  for (; at + 8 <= end; at += 8) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    const next = bytes[at + 4]! | (bytes[at + 5]! << 8) | (bytes[at + 6]! << 16) | (bytes[at + 7]! << 24);
    hash = Math.imul(hash ^ word, 0x85eb_ca6b);
    hash ^= hash >>> 15;
    other = Math.imul(other ^ next, 0xcc9e_2d51);
    other ^= other >>> 15;
  }
  if (at + 4 <= end) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x85eb_ca6b);
    hash ^= hash >>> 15;
    at += 4;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0xc2b2_ae35);
  hash ^= Math.imul(other, 0x1b87_3593);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x27d4_eb2f);
  return (hash ^ (hash >>> 15)) >>> 0;
}
