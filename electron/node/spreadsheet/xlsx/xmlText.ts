import { BYTE } from './xmlBytes.ts';

/** Bytes at which a text may stop being what it says: a tag, an entity, a line end to normalise, a `_x000D_` escape. */
const STOPS = new Uint8Array(256);
for (const byte of [BYTE.less, BYTE.ampersand, BYTE.return, BYTE.underscore]) STOPS[byte] = 1;

/** Index after the stretch from `from` on that can be taken as it stands. */
export function afterPlainText(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (STOPS[bytes[at]!] === 0 || (bytes[at] === BYTE.underscore && bytes[at + 1] !== LETTER_X))) at++;
  return at;
}

const LETTER_X = 0x78;

/** Collects the text of one cell from its XML as UTF-8: entities resolved, line ends as XML wants them, Excel's
 *  `_xHHHH_` escapes undone (ECMA-376 part 1, 22.4.2.4, ST_Xstring). */
export class XmlText {
  bytes = new Uint8Array(1 << 12);
  length = 0;
  /** Name of the first font of before Unicode that a run of the text wears; '' when there is none. */
  font = '';

  clear(): void {
    this.length = 0;
    this.font = '';
  }

  /** Adds `source[start, end)`, character data between two tags. */
  append(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const target = this.bytes;
    let to = this.length;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte === BYTE.ampersand) {
        const close = entityEnd(source, at, end);
        const point = close < 0 ? -1 : entityValue(source, at + 1, close);
        if (point >= 0) {
          to = putCodePoint(target, to, point);
          at = close;
          continue;
        }
      }
      if (byte === BYTE.return) {
        if (source[at + 1] !== BYTE.newline || at + 1 >= end) target[to++] = BYTE.newline;
        continue;
      }
      target[to++] = byte;
    }
    this.length = to;
  }

  /** Adds the text of a CDATA section. */
  appendLiteral(source: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    this.bytes.set(source.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** Cuts white space off both ends of what was added since `from`, as Excel does without `xml:space="preserve"`. */
  trim(from: number): void {
    let start = from;
    while (start < this.length && this.bytes[start]! <= BYTE.space) start++;
    while (this.length > start && this.bytes[this.length - 1]! <= BYTE.space) this.length--;
    this.bytes.copyWithin(from, start, this.length);
    this.length -= start - from;
  }

  /** Turns `_x000D_` and its like back into characters in what was added since `from`. */
  undoEscapes(from: number): void {
    const bytes = this.bytes;
    const first = bytes.indexOf(BYTE.underscore, from);
    if (first < 0 || first >= this.length) return;
    let to = first;
    for (let at = first; at < this.length;) {
      const unit = bytes[at] === BYTE.underscore ? unitAt(bytes, at, this.length) : -1;
      if (unit < 0) {
        bytes[to++] = bytes[at++]!;
        continue;
      }
      at += ESCAPE_LENGTH;
      const low = unit >= 0xd800 && unit <= 0xdbff ? unitAt(bytes, at, this.length) : -1;
      if (low >= 0xdc00 && low <= 0xdfff) {
        to = putCodePoint(bytes, to, 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
        at += ESCAPE_LENGTH;
      } else to = putCodePoint(bytes, to, unit);
    }
    this.length = to;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.length + more, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

const ESCAPE_LENGTH = 7;

/** The UTF-16 unit spelled by the escape at `at`; -1 when there is none. */
function unitAt(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== BYTE.underscore || bytes[at + 1] !== LETTER_X || at + ESCAPE_LENGTH > end) return -1;
  if (bytes[at + 6] !== BYTE.underscore) return -1;
  let unit = 0;
  for (let index = at + 2; index < at + 6; index++) {
    const digit = digitValue(bytes[index]!, 16);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** Index of the `;` of an entity; -1 when none is near. */
function entityEnd(bytes: Uint8Array, at: number, end: number): number {
  const limit = Math.min(end, at + 12);
  for (let index = at + 2; index < limit; index++) if (bytes[index] === 0x3b) return index;
  return -1;
}

const NAMED: Readonly<Record<string, number>> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22, apos: 0x27 };

/** Code point of the entity named in `bytes[start, end)`; -1 when XML knows none. */
function entityValue(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== 0x23) return NAMED[String.fromCharCode(...bytes.subarray(start, end))] ?? -1;
  const base = bytes[start + 1] === 0x78 || bytes[start + 1] === 0x58 ? 16 : 10;
  const digits = base === 16 ? start + 2 : start + 1;
  let point = 0;
  for (let at = digits; at < end; at++) {
    const digit = digitValue(bytes[at]!, base);
    if (digit < 0) return -1;
    point = point * base + digit;
  }
  return digits < end && point <= 0x10_ffff ? point : -1;
}

function digitValue(byte: number, base: 10 | 16): number {
  if (byte >= BYTE.zero && byte <= BYTE.nine) return byte - BYTE.zero;
  const letter = byte | 0x20;
  return base === 16 && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Writes a code point as UTF-8 and returns the index after it; a lone surrogate becomes U+FFFD. */
function putCodePoint(bytes: Uint8Array, to: number, point: number): number {
  if (point < 0x80) {
    bytes[to] = point;
    return to + 1;
  }
  if (point < 0x800) {
    bytes[to] = 0xc0 | (point >> 6);
    bytes[to + 1] = 0x80 | (point & 0x3f);
    return to + 2;
  }
  if (point < 0x1_0000) {
    const shown = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    bytes[to] = 0xe0 | (shown >> 12);
    bytes[to + 1] = 0x80 | ((shown >> 6) & 0x3f);
    bytes[to + 2] = 0x80 | (shown & 0x3f);
    return to + 3;
  }
  bytes[to] = 0xf0 | (point >> 18);
  bytes[to + 1] = 0x80 | ((point >> 12) & 0x3f);
  bytes[to + 2] = 0x80 | ((point >> 6) & 0x3f);
  bytes[to + 3] = 0x80 | (point & 0x3f);
  return to + 4;
}
