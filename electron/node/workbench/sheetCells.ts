import type { ColumnMapping } from '../../../shared/intake/reading.ts';
import type { Table, TableColumn } from '../../../shared/table/table.ts';

/** Text of a sheet's cell as its tables hold it; null where no table holds it: cells outside of the rows that were read,
 *  and those whose value comes from a group line.
 *
 *  @param tables  all tables of the sheet
 *  @param columns  how the sheet's columns were understood
 *  @param row  1-based sheet row
 *  @param column  0-based sheet column */
export function sheetCellText(
  tables: readonly Table[],
  columns: readonly ColumnMapping[],
  row: number,
  column: number,
): string | null {
  const plan = columns.find(({ sheetColumn }) => sheetColumn === column);
  let isInRow = false;
  for (const table of tables) {
    // Those unfolded out of one sheet row stand one after the other.
    for (let line = firstLine(table.rowNumbers, row); table.rowNumbers[line] === row; line += 1) {
      isInRow = true;
      const found = table.columns.find(
        (one) => one.sheetColumnAt(line) === column && isOwnCell(table, one, plan?.field ?? null),
      );
      if (found !== undefined) return found.at(line).text;
    }
  }
  // What is blank has no line of its own in a table that was unfolded.
  const isUnfolded = plan?.channel !== undefined || plan?.field === 'buoc_tiep_theo';
  return isInRow && isUnfolded ? '' : null;
}

/** Whether the cell at a column's address is what the column holds. A column whose cells stand in several sheet columns
 *  was unfolded, or filled from group lines; an unfolded one points at a neighbour where a channel has no such column, and
 *  the name of the channel stands in no cell. */
export function isOwnCell(table: Table, column: TableColumn, mapped: string | null): boolean {
  if (typeof column.sheetColumn === 'number') return true;
  if (column.field === 'hinh_thuc_nop' && table.unfoldedFrom !== undefined) return false;
  return table.unfoldedFrom === undefined ? column.field === 'buoc_tiep_theo' : column.field === mapped;
}

/** First place of a sheet row among ascending ones; the length when all are smaller. */
function firstLine(rowNumbers: Uint32Array, row: number): number {
  let low = 0;
  let high = rowNumbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rowNumbers[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
