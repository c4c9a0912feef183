import type { Sheet } from '../table/sheet.ts';
import { catalogueColumns, isCatalogueHeader } from './catalogueColumns.ts';

/** A recognised sheet of a national list: plain texts under their headings. */
export interface ReferenceTable {
  readonly file: string;
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** 1-based sheet row of each entry of `rows`. */
  readonly rowNumbers: readonly number[];
}

// The portal's export has one motto row above its header; people add titles.
const HEADER_WITHIN = 20;

/** The national list on a sheet, or null when none of its first rows is the header of one. */
export function referenceTableOf(sheet: Sheet, file: string): ReferenceTable | null {
  const rowTexts = (row: number): string[] =>
    sheet.columns.map((codes) => {
      const code = codes[row] ?? 0;
      return code === 0 ? '' : sheet.dictionary.cell(code).text;
    });
  for (let row = 0; row < Math.min(HEADER_WITHIN, sheet.rowNumbers.length); row++) {
    const headings = rowTexts(row);
    if (!isCatalogueHeader(catalogueColumns(headings))) continue;
    const rowNumbers = Array.from(sheet.rowNumbers.subarray(row + 1));
    return { file, sheet: sheet.name, headings, rows: rowNumbers.map((_, at) => rowTexts(row + 1 + at)), rowNumbers };
  }
  return null;
}
