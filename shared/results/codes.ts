import { compareText } from '../engine/findingLog.ts';

/** Numbers for names, in the order in which they came. */
export class Codes {
  readonly #names: string[] = [];
  readonly #codes = new Map<string, number>();

  constructor(first: readonly string[] = []) {
    for (const name of first) this.of(name);
  }

  get size(): number {
    return this.#names.length;
  }

  /** All names, by their numbers. */
  get names(): readonly string[] {
    return this.#names;
  }

  of(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  name(code: number): string {
    return this.#names[code]!;
  }

  /** 1 for the codes of the given names; names that never came are passed over. */
  mask(names: readonly string[]): Uint8Array {
    const mask = new Uint8Array(this.size);
    for (const name of names) {
      const code = this.#codes.get(name);
      if (code !== undefined) mask[code] = 1;
    }
    return mask;
  }

  /** Place of every code among the sorted names. */
  ranks(): Uint32Array {
    const order = Array.from(this.#names.keys()).sort((a, b) => compareText(this.#names[a]!, this.#names[b]!));
    const ranks = new Uint32Array(this.size);
    order.forEach((code, rank) => {
      ranks[code] = rank;
    });
    return ranks;
  }
}
