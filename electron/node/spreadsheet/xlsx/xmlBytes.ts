/** Bytes that mean something in XML. */
export const BYTE = {
  tab: 0x09,
  newline: 0x0a,
  return: 0x0d,
  space: 0x20,
  bang: 0x21,
  quote: 0x22,
  ampersand: 0x26,
  apostrophe: 0x27,
  dash: 0x2d,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  question: 0x3f,
  bracket: 0x5b,
  underscore: 0x5f,
} as const;

/** Index after the `>` of the tag that starts at `at`, quotes respected; -1 when the tag is not whole before `end`. */
export function afterTag(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let index = at + 1; index < end; index++) {
    const byte = bytes[index]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === BYTE.greater) return index + 1;
    else if (byte === BYTE.quote || byte === BYTE.apostrophe) quote = byte;
  }
  return -1;
}

/** Whether the tag that ends before `after` closes itself: `<c/>`. */
export const closesItself = (bytes: Uint8Array, after: number): boolean => bytes[after - 2] === BYTE.slash;

const COMMENT_END = [BYTE.dash, BYTE.dash, BYTE.greater];
const CDATA_END = [0x5d, 0x5d, BYTE.greater];
const INSTRUCTION_END = [BYTE.question, BYTE.greater];

/** What stands at `<!` or `<?`. */
export interface Special {
  readonly kind: 'comment' | 'cdata' | 'instruction' | 'doctype';
  /** Text of a CDATA section. */
  readonly from: number;
  readonly to: number;
  /** Index after it; -1 when it is not whole before `end`. */
  readonly after: number;
}

/** Reads a comment, CDATA section, processing instruction or document type at `at`. */
export function readSpecial(bytes: Uint8Array, at: number, end: number): Special {
  if (bytes[at + 1] === BYTE.question) return closed('instruction', bytes, at + 2, end, INSTRUCTION_END);
  if (bytes[at + 2] === BYTE.dash) return closed('comment', bytes, at + 4, end, COMMENT_END);
  if (bytes[at + 2] === BYTE.bracket) return closed('cdata', bytes, at + 9, end, CDATA_END);
  if (at + 3 > end) return { kind: 'comment', from: at, to: at, after: -1 };
  return { kind: 'doctype', from: at, to: at, after: at };
}

function closed(kind: Special['kind'], bytes: Uint8Array, from: number, end: number, mark: readonly number[]): Special {
  for (let at = from; at + mark.length <= end; at++) {
    if (mark.every((byte, index) => bytes[at + index] === byte)) return { kind, from, to: at, after: at + mark.length };
  }
  return { kind, from, to: from, after: -1 };
}

/** The attributes of one tag, one after the other, without making strings. */
export class AttributeReader {
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;

  /** Starts at a tag.
   *  @param at  index of its `<`
   *  @param after  index after its `>` */
  start(bytes: Uint8Array, at: number, after: number): void {
    this.#bytes = bytes;
    this.#end = after - 1;
    this.#at = at + 1;
    while (this.#at < this.#end && bytes[this.#at]! > BYTE.space) this.#at++;
  }

  /** Goes to the next attribute; false when there is none. */
  next(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#at;
    while (at < end && bytes[at]! <= BYTE.space) at++;
    this.nameStart = at;
    while (at < end && bytes[at] !== BYTE.equals && bytes[at]! > BYTE.space) at++;
    this.nameEnd = at;
    while (at < end && bytes[at] !== BYTE.quote && bytes[at] !== BYTE.apostrophe) at++;
    const quote = bytes[at];
    this.valueStart = at + 1;
    at++;
    while (at < end && bytes[at] !== quote) at++;
    this.valueEnd = at;
    this.#at = at + 1;
    return at < end;
  }

  /** Whether the attribute has this name. */
  is(name: string): boolean {
    return isText(this.#bytes, this.nameStart, this.nameEnd, name);
  }

  /** The value as a whole number ≥ 0; -1 when it is none. */
  number(): number {
    let value = 0;
    for (let at = this.valueStart; at < this.valueEnd; at++) {
      const digit = this.#bytes[at]! - BYTE.zero;
      if (digit < 0 || digit > 9 || value > 1e9) return -1;
      value = value * 10 + digit;
    }
    return this.valueEnd > this.valueStart ? value : -1;
  }

  /** The value as a truth value: `1` or `true`. */
  isTrue(): boolean {
    const first = this.#bytes[this.valueStart];
    return this.valueEnd > this.valueStart && (first === 0x31 || first === 0x74);
  }

  /** The value as text; only for values without entities. */
  text(): string {
    return String.fromCharCode(
      ...this.#bytes.subarray(this.valueStart, Math.min(this.valueEnd, this.valueStart + 255)),
    );
  }
}

/** Whether `bytes[start, end)` spells this ASCII text. */
export function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Whether the tag whose name starts at `name` has this ASCII name (prefix already skipped). */
export function isTagName(bytes: Uint8Array, name: number, text: string): boolean {
  const end = name + text.length;
  const next = bytes[end]!;
  return isText(bytes, name, end, text) && (next <= BYTE.space || next === BYTE.greater || next === BYTE.slash);
}

/** Length of the namespace prefix with its colon of the tag at `at`: 2 for `<x:row>`, 0 for `<row>`. */
export function prefixLength(bytes: Uint8Array, at: number): number {
  for (let index = at + 1; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte === BYTE.colon) return index - at;
    if (byte <= BYTE.space || byte === BYTE.greater || byte === BYTE.slash) return 0;
  }
  return 0;
}
