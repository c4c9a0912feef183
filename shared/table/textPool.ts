import type { Cell } from './cell.ts';
import { CellDictionaryBuilder, STORED } from './cellDictionary.ts';

/** Texts kept at most; beyond them a round holds so many different ones that few would be met again. */
const MOST_TEXTS = 1 << 18;

/** Plain text cells that several dictionaries have in common. Agencies of one province list the same procedures: a value of
 *  one file was mostly made into a cell for another before, and is found again by its bytes. */
export class TextPool {
  readonly #texts = new CellDictionaryBuilder();
  readonly #cells: (Cell | undefined)[] = [];

  /** The cell of a text that stands in `bytes[start, end)` as UTF-8; `make` gives its characters when it is new. */
  cellOf(bytes: Uint8Array, start: number, end: number, make: () => string): Cell {
    if (this.#texts.size >= MOST_TEXTS) return cellFrom(make());
    const code = this.#texts.intern(bytes, start, end, STORED.text);
    return (this.#cells[code] ??= cellFrom(make()));
  }
}

const cellFrom = (text: string): Cell => ({ kind: 'text', text, raw: text });
