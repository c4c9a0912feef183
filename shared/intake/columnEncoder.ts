import type { FieldKey } from '../domain/fields.ts';
import type { CellDictionary } from '../table/sheet.ts';
import { TableColumn } from '../table/table.ts';

/** Turns columns of workbook codes into dense table columns, with one scratch list for all of them. */
export class ColumnEncoder {
  readonly #dictionary: CellDictionary;
  #scratch = new Uint32Array(0);

  constructor(dictionary: CellDictionary) {
    this.#dictionary = dictionary;
  }

  /** @param codes  per table row, a code of the workbook's dictionary; replaced by the column's own codes */
  encode(field: FieldKey | null, heading: string, sheetColumn: number | Uint16Array, codes: Uint32Array): TableColumn {
    if (this.#scratch.length < this.#dictionary.size) this.#scratch = new Uint32Array(this.#dictionary.size);
    const scratch = this.#scratch;
    const sources = [0];
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row]!;
      if (code === 0) continue;
      let own = scratch[code]!;
      if (own === 0) {
        own = sources.push(code) - 1;
        scratch[code] = own;
      }
      codes[row] = own;
    }
    for (const source of sources) scratch[source] = 0;
    return new TableColumn(field, heading, sheetColumn, codes, Uint32Array.from(sources), this.#dictionary);
  }
}
