/** Names contents and identities: the same text always gets the same 106-bit name, on every machine and in every
 *  version. It is fast and spreads well, but it is not cryptographic: somebody who wants two texts with one name can make
 *  them. Never use it for secrets, signatures or to decide whether a file can be trusted.
 *
 *  106 bits: a million names collide with a probability near 10⁻²⁰. */
export class Fingerprinter {
  #a = 0x243f6a88;
  #b = 0x13198a2e;
  #c = 0x2b7e1516;
  #d = 0x6a09e667;
  #length = 0;

  /** Continues with more text. Only the joined text counts: `add('a').add('bc')` equals `add('ab').add('c')`. */
  add(text: string): this {
    let a = this.#a;
    let b = this.#b;
    let c = this.#c;
    let d = this.#d;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      // A product only carries bits upwards; each lane turns by its own amount, so that high bits come back down and the
      // four lanes don't share their low bits.
      a = Math.imul(a ^ unit, 0x9e3779b1);
      a = (a << 13) | (a >>> 19);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b = (b << 17) | (b >>> 15);
      c = Math.imul(c ^ unit, 0xc2b2ae35);
      c = (c << 11) | (c >>> 21);
      d = Math.imul(d ^ unit, 0x27d4eb2f);
      d = (d << 19) | (d >>> 13);
    }
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
    this.#length += text.length;
    return this;
  }

  /** Continues with one part of a composite: its border counts, so that ('ab', 'c') differs from ('a', 'bc'). */
  addPart(text: string): this {
    return this.add(`${text.length}:`).add(text);
  }

  /** The name of everything added so far: 28 lower-case hexadecimal digits. Adding may go on afterwards. */
  digest(): string {
    const a = avalanche(this.#a ^ this.#length);
    const b = avalanche(this.#b ^ a);
    const c = avalanche(this.#c ^ b);
    const d = avalanche(this.#d ^ c);
    return hex((a ^ d) >>> 0, 8) + hex(b >>> 11, 6) + hex(c >>> 0, 8) + hex(d >>> 11, 6);
  }
}

/** Name of a text: 28 lower-case hexadecimal digits; see {@link Fingerprinter} for what it is good for. */
export const fingerprint = (text: string): string => new Fingerprinter().add(text).digest();

/** Name of a list of parts, in which order and borders count: `['ab', 'c']` differs from `['a', 'bc']`. */
export function fingerprintOfParts(parts: readonly string[]): string {
  const name = new Fingerprinter();
  for (const part of parts) name.addPart(part);
  return name.digest();
}

/** Lets every bit of a 32-bit number reach every other. */
function avalanche(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
