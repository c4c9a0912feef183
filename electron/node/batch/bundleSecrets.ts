import type { Fault } from '../../../shared/result.ts';
import type { SheetReading } from '../../../shared/intake/reading.ts';
import {
  isPasswordColumn,
  mentionedPasswords,
  readablePasswords,
  SHEETS_WITH_LOG_INS,
} from '../../../shared/rules/staff/passwords.ts';
import { columnLetters } from '../../../shared/table/cell.ts';

/** Why a file must not leave as it is: the first of its columns in which passwords can be read (rule USR-11, whatever a
 *  rule set makes of it); null when none is known. Only sheets that intake understood are looked through; of one that it
 *  is unsure about, the headings.
 *  @returns `bundle.password` */
export function passwordsIn(file: string, readings: readonly SheetReading[]): Fault | null {
  for (const { sheet, tables, columns } of readings) {
    const found = tables.length === 0 ? headedColumn(columns) : columnWithPasswords(tables);
    if (found !== null) return { code: 'bundle.password', params: { file, sheet, column: columnLetters(found) } };
  }
  return null;
}

const headedColumn = (columns: SheetReading['columns']): number | null =>
  columns.find(isPasswordColumn)?.sheetColumn ?? null;

function columnWithPasswords(tables: SheetReading['tables']): number | null {
  for (const { dataset, columns } of tables) {
    const mayMention = SHEETS_WITH_LOG_INS.has(dataset);
    for (const column of columns) {
      const isOwn = isPasswordColumn(column);
      if (isOwn ? readablePasswords(column) > 0 : mayMention && mentionedPasswords(column) > 0) {
        return column.sheetColumnAt(0);
      }
    }
  }
  return null;
}
