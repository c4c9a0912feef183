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

/** Headings under which an agency answers a correction list, a set per language. */
const ANSWERS = [
  ['giatrisua', 'giunguyenvi'],
  ['correctedvalue', 'keptbecause'],
];

/** Whether a sheet is a correction list of ours and no data of an agency. */
export function isOwnSheet(grid: SheetGrid): boolean {
  for (let row = 0; row < Math.min(grid.rows, ROWS); row++) {
    for (const key of keysOf(grid, row)) if (OWN.has(key)) return true;
  }
  return false;
}

/** Whether a sheet is the one of a correction list in which an agency answers. */
export function isAnsweredSheet(grid: SheetGrid): boolean {
  for (let row = 0; row < Math.min(grid.rows, ROWS); row++) {
    const keys = new Set(keysOf(grid, row));
    if (ANSWERS.some((headings) => headings.every((heading) => keys.has(heading)))) return true;
  }
  return false;
}

function* keysOf(grid: SheetGrid, row: number): Generator<string, void, undefined> {
  for (let column = 0; column < Math.min(grid.width, COLUMNS); column++) {
    if (grid.code(row, column) !== 0) yield headingKey(grid.text(row, column).slice(0, 60));
  }
}
