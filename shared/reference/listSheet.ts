import type { FieldKey } from '../domain/fields.ts';
import { cleanText, headingKey } from '../domain/vietnameseText.ts';
import { fieldsOfKey } from '../intake/headings.ts';
import type { Sheet } from '../table/sheet.ts';
import type { ListRow } from './listRow.ts';

/** Rows that are searched for a heading line. */
const SEARCHED = 20;

/** Rows of a plain list: the first line with two known headings is the header, every line below is a row. Columns that
 *  mean nothing to us are left out, and so are rows without a value. Empty when no header is found. */
export function listRowsOf(sheet: Sheet): readonly ListRow[] {
  const text = (column: number, row: number): string => {
    const code = sheet.columns[column]?.[row] ?? 0;
    return code === 0 ? '' : cleanText(sheet.dictionary.cell(code).text);
  };
  const rows = sheet.rowNumbers.length;
  for (let header = 0; header < Math.min(rows, SEARCHED); header += 1) {
    const fields = new Map<number, FieldKey>();
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const [field] = fieldsOfKey(headingKey(text(column, header)));
      if (field !== undefined && ![...fields.values()].includes(field.field)) fields.set(column, field.field);
    }
    if (fields.size < 2) continue;
    return Array.from({ length: rows - header - 1 }, (_, index): ListRow => {
      const values = [...fields].map(([column, field]) => [field, text(column, header + 1 + index)] as const);
      return Object.fromEntries(values.filter(([, value]) => value !== ''));
    }).filter((row) => Object.keys(row).length > 0);
  }
  return [];
}
