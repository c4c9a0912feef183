/** What is known of the rows of a sheet, a few bits per row: which areas they speak of, in which they have an error. */
export class SheetMarks {
  #speaking = new Uint16Array(0);
  #broken = new Uint16Array(0);

  /** @param row  1-based row of the sheet */
  speaks(row: number, bits: number): void {
    if (row >= this.#speaking.length) this.#speaking = grown(this.#speaking, row);
    this.#speaking[row]! |= bits;
  }

  breaks(row: number, bits: number): void {
    if (row >= this.#broken.length) this.#broken = grown(this.#broken, row);
    this.#broken[row]! |= bits;
  }

  /** How many rows have a bit. */
  count(which: 'speaking' | 'broken', bit: number): number {
    let rows = 0;
    for (const bits of which === 'speaking' ? this.#speaking : this.#broken) if ((bits & bit) !== 0) rows += 1;
    return rows;
  }
}

function grown(rows: Uint16Array, row: number): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(Math.max(256, row * 2));
  more.set(rows);
  return more;
}
