import { headingKey } from '../domain/vietnameseText.ts';
import type { SheetGrid } from './sheetGrid.ts';

/** Titles and headings by which a sheet of this program's own reports is known: agencies send them back with their files. */
const OWN = new Set([
  'danhsachnoidungcansua',
  'correctionlist',
  'manhandien',
  'giunguyenvi',
  'keptbecause',
  'danhmucquocgiaghi',
  'nationalcataloguewrites',
  'giatrigoiychocotgiatrisua',
  'valuesofferedforcorrectedvalue',
]);
const ROWS = 3;
const COLUMNS = 20;

/** Whether a sheet is a correction list of ours and no data of an agency. */
export function isOwnSheet(grid: SheetGrid): boolean {
  for (let row = 0; row < Math.min(grid.rows, ROWS); row++) {
    for (let column = 0; column < Math.min(grid.width, COLUMNS); column++) {
      if (grid.code(row, column) !== 0 && OWN.has(headingKey(grid.text(row, column).slice(0, 60)))) return true;
    }
  }
  return false;
}
