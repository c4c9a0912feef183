import type { Cell } from './cell.ts';
import type { CellDictionary } from './sheet.ts';

/** A dictionary with further cells behind its own codes: values that intake makes (a channel's name, a group's text). */
export class ExtendedDictionary implements CellDictionary {
  /** The dictionary that is extended; its codes come first. */
  readonly base: CellDictionary;
  readonly #added: Cell[] = [];

  constructor(base: CellDictionary) {
    this.base = base;
  }

  get size(): number {
    return this.base.size + this.#added.length;
  }

  cell(code: number): Cell {
    return code < this.base.size ? this.base.cell(code) : this.#added[code - this.base.size]!;
  }

  isText(code: number): boolean {
    return code >= this.base.size || (this.base.isText?.(code) ?? this.base.cell(code).kind === 'text');
  }

  forget(): void {
    this.base.forget();
  }

  /** Adds a text cell and returns its code. */
  add(text: string): number {
    return this.base.size + this.#added.push({ kind: 'text', text, raw: text }) - 1;
  }
}
