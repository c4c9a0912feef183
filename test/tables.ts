import type { DatasetId } from '../shared/domain/datasets.ts';
import type { FieldKey } from '../shared/domain/fields.ts';
import { EMPTY_CELL, type Cell } from '../shared/table/cell.ts';
import type { CellDictionary } from '../shared/table/sheet.ts';
import { TableColumn, type AgencyRef, type Table, type TitleFact } from '../shared/table/table.ts';

/** Reads a cell literal of a test: plain text, or `num:1.00012`, `date:29/05/2026`, `err:#REF!`, `formula:abc`,
 *  `font:.VnTime|text` for a text in an old font; the escapes \n, \t and \uXXXX stand for their characters. */
export function cellOf(literal: string): Cell {
  const text = literal
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (text === '') return EMPTY_CELL;
  const [, font, dressed] = /^font:([^|]+)\|([\s\S]+)$/.exec(text) ?? [];
  if (font !== undefined) return { kind: 'text', text: dressed!, raw: dressed!, font };
  const [, prefix, rest] = /^(num|date|err|formula):([\s\S]*)$/.exec(text) ?? [];
  if (prefix === 'num') return { kind: 'number', text: plainNumber(rest!), raw: rest! };
  if (prefix === 'date') return { kind: 'date', text: rest!, raw: rest!, format: 'dd/mm/yyyy' };
  if (prefix === 'err') return { kind: 'error', text: rest!, raw: rest! };
  if (prefix === 'formula') return { kind: 'text', text: rest!, raw: rest!, formula: true };
  return { kind: 'text', text, raw: text };
}

/** A number as Excel shows it in a General cell wide enough. */
const plainNumber = (raw: string): string =>
  Math.abs(Number(raw)) < 1e21
    ? Number(raw).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : raw;

/** A dictionary over a list of cells; cells with the same content share one code. */
class ListDictionary implements CellDictionary {
  readonly #cells: Cell[] = [EMPTY_CELL];
  readonly #codes = new Map<string, number>();

  get size(): number {
    return this.#cells.length;
  }

  cell(code: number): Cell {
    return this.#cells[code]!;
  }

  // The list is all there is: nothing to make again.
  forget(): void {}

  codeOf(cell: Cell): number {
    if (cell.kind === 'empty') return 0;
    const key = JSON.stringify(cell);
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#cells.push(cell) - 1;
      this.#codes.set(key, code);
    }
    return code;
  }
}

/** One row of a test table: field → cell literal. */
export type RowLiteral = Readonly<Partial<Record<FieldKey, string>>>;

/** Builds a table as intake would: header in row 1, data from row 2, one column per field in the order of first use. */
export function tableFrom(
  dataset: DatasetId,
  rows: readonly RowLiteral[],
  place: { agency?: AgencyRef; file?: string; sheet?: string; titleFacts?: readonly TitleFact[] } = {},
): Table {
  const dictionary = new ListDictionary();
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row) as FieldKey[]))];
  const columns = fields.map((field, index) => {
    const sources: number[] = [0];
    const local = new Map<number, number>([[0, 0]]);
    const codes = Uint32Array.from(rows, (row) => {
      const source = dictionary.codeOf(cellOf(row[field] ?? ''));
      let code = local.get(source);
      if (code === undefined) {
        code = sources.push(source) - 1;
        local.set(source, code);
      }
      return code;
    });
    return new TableColumn(field, field, index, codes, Uint32Array.from(sources), dictionary);
  });
  return {
    dataset,
    agency: place.agency ?? { id: 'don-vi-mau', name: 'Đơn vị mẫu' },
    file: place.file ?? 'mau.xlsx',
    sheet: place.sheet ?? 'Sheet1',
    headerRow: 1,
    rowNumbers: Uint32Array.from(rows, (_, index) => index + 2),
    columns,
    ...(place.titleFacts === undefined ? {} : { titleFacts: place.titleFacts }),
  };
}
