const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const EQUALS = 0x3d;

/** The fields of a delimited text, one after the other; the value is `source[from, to)`. */
export class FieldReader {
  source: Uint8Array;
  from = 0;
  to = 0;
  /** The field was the last of its record. */
  endsRecord = false;
  readonly #bytes: Uint8Array;
  readonly #delimiter: number;
  #at: number;
  #scratch = new Uint8Array(1 << 10);
  /** After one quote without an end there is none further on either: the rest is read without quoting, in one pass. */
  #quotesAreText = false;

  constructor(bytes: Uint8Array, delimiter: number, start: number) {
    this.#bytes = bytes;
    this.source = bytes;
    this.#delimiter = delimiter;
    this.#at = start;
  }

  /** Where the next field starts. */
  get position(): number {
    return this.#at;
  }

  /** Goes to the next field; false at the end of the text. */
  next(): boolean {
    const bytes = this.#bytes;
    const start = this.#at;
    if (start >= bytes.length && (this.endsRecord || start === 0 || bytes[start - 1] !== this.#delimiter)) return false;
    this.source = bytes;
    if (bytes[start] === QUOTE && !this.#quotesAreText && this.#quoted(start + 1)) return true;
    this.from = start;
    this.to = this.#endOfField(start);
    this.#finish(this.to);
    const isProtected =
      bytes[start] === EQUALS && bytes[start + 1] === QUOTE && this.to - start > 2 && bytes[this.to - 1] === QUOTE;
    if (isProtected) {
      this.from += 2;
      this.to -= 1;
    }
    return true;
  }

  #endOfField(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      if (byte === this.#delimiter || byte === NEWLINE || byte === RETURN) break;
      at++;
    }
    return at;
  }

  /** Steps over what ends the field at `at`. */
  #finish(at: number): void {
    const bytes = this.#bytes;
    this.endsRecord = bytes[at] !== this.#delimiter || at >= bytes.length;
    this.#at = bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : at + 1;
  }

  /** Reads a quoted field whose content starts at `from`; false when its quote never ends. */
  #quoted(from: number): boolean {
    const bytes = this.#bytes;
    let close = bytes.indexOf(QUOTE, from);
    let isDoubled = false;
    while (close >= 0 && bytes[close + 1] === QUOTE) {
      isDoubled = true;
      close = bytes.indexOf(QUOTE, close + 2);
    }
    if (close < 0) {
      this.#quotesAreText = true;
      return false;
    }
    const end = this.#endOfField(close + 1);
    if (!isDoubled && end === close + 1) {
      this.from = from;
      this.to = close;
    } else this.#unquote(from, close, end);
    this.#finish(end);
    return true;
  }

  /** Puts the field into the scratch space: doubled quotes halved, what follows the closing quote kept. */
  #unquote(from: number, close: number, end: number): void {
    if (this.#scratch.length < end - from)
      this.#scratch = new Uint8Array(Math.max(end - from, this.#scratch.length * 2));
    let to = 0;
    for (let at = from; at < end; at++) {
      if (at === close) continue;
      this.#scratch[to++] = this.#bytes[at]!;
      if (at < close && this.#bytes[at] === QUOTE) at++;
    }
    this.source = this.#scratch;
    this.from = 0;
    this.to = to;
  }
}
