import { AttributeReader } from '../spreadsheet/xlsx/xmlBytes.ts';

/** Widths and heights of a sheet in pixels at 96 dpi, as far as a note's box needs them. */
export class SheetGeometry {
  readonly #attributes = new AttributeReader();
  readonly #columns: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  /** Pixels by 1-based row; 0 = the sheet's default. */
  #rows = new Uint16Array(0);
  #defaultWidth = 64;
  #defaultHeight = 20;

  /** Reads a `<sheetFormatPr>` tag. */
  readDefaults(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      const value = Number(attributes.text());
      if (!(value > 0)) continue;
      if (attributes.is('defaultColWidth')) this.#defaultWidth = columnPixels(value);
      else if (attributes.is('defaultRowHeight')) this.#defaultHeight = rowPixels(value);
    }
  }

  /** Reads a `<col>` tag. */
  readColumn(bytes: Uint8Array, at: number, after: number): void {
    const attributes = this.#attributes;
    let first = 0;
    let last = 0;
    let width = this.#defaultWidth;
    attributes.start(bytes, at, after);
    while (attributes.next()) {
      if (attributes.is('min')) first = attributes.number();
      else if (attributes.is('max')) last = attributes.number();
      else if (attributes.is('width')) width = columnPixels(Number(attributes.text()) || 0);
      else if (attributes.is('hidden') && attributes.isTrue()) width = 0;
    }
    this.#columns.push({ first, last, width });
  }

  /** @param row  1-based @param points  -1 for the default */
  setRowHeight(row: number, points: number): void {
    if (!(points >= 0) || row > MAX_ROW) return;
    if (row >= this.#rows.length) {
      const larger = new Uint16Array(Math.min(MAX_ROW, row * 2) + 1);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[row] = Math.max(1, rowPixels(points));
  }

  /** Pixels of a 0-based column. */
  columnWidth(column: number): number {
    const found = this.#columns.find(({ first, last }) => column + 1 >= first && column + 1 <= last);
    return found?.width ?? this.#defaultWidth;
  }

  /** Pixels of a 1-based row. */
  rowHeight(row: number): number {
    return this.#rows[row] || this.#defaultHeight;
  }
}

const MAX_ROW = 1_048_576;

/** A column width counts digits of the default font, 7 pixels each and 5 for the margins (ECMA-376 part 1, 18.3.1.13). */
const columnPixels = (width: number): number => Math.min(2000, Math.round(width * 7 + 5));

const rowPixels = (points: number): number => Math.min(2000, Math.round((points * 4) / 3));
