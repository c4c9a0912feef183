import { headingKey } from '../domain/vietnameseText.ts';
import { isNumberingRow } from './headerDetection.ts';
import type { SkippedRows } from './reading.ts';
import type { SheetGrid } from './sheetGrid.ts';

/** A row that names the group of the rows below it. */
export interface GroupRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What the rows below a header are. Rows are stored rows. */
export interface RowRoles {
  /** Rows of data, in order. */
  readonly data: Uint32Array;
  readonly groups: readonly GroupRow[];
  readonly skipped: SkippedRows;
}

/** What row classification needs to know of the sheet's layout. */
export interface RowLayout {
  /** Stored rows of the header block. */
  readonly firstHeaderRow: number;
  readonly lastHeaderRow: number;
  /** Codes per sheet column, with merged cells filled down. */
  readonly codes: readonly Uint32Array[];
  /** Sheet columns that name a row (code, name), the surest first; a row in which the first is filled is data. */
  readonly keyColumns: readonly number[];
  /** Whether the first key column holds names, among which a total may stand ("Tổng cộng" under "Đơn vị"). */
  readonly keyIsName: boolean;
  /** Sheet columns that are understood. */
  readonly mappedColumns: readonly number[];
}

/** A row with at most so many filled cells may be a group, total or footer line. */
const FEW_CELLS = 4;

const TOTAL = /^(?:(?:tongcong|cong|tong|tongso)\d*(?:tthc|thutuc|hoso|dong|muc)?|tongthoigian[a-z]*)$/;
const FOOTER =
  /^(?:noinhan|nguoilap|nguoitonghop|nguoibaocao|thutruong|tmuybannhandan|tmubnd|ktchutich|ktgiamdoc|ktthutruong|tlchutich|tugiamdoc|chutich$|phochutich$|giamdoc$|phogiamdoc$|truongphong$|kyten|kyghiro|lanhdaodonvi$|xacnhancua|ghichu|luuy|ngaythangnam|ngay\d{1,2}thang|ngaythang)/;
const DATE_LINE = /ngay\d{0,2}thang\d{0,2}nam(?:\d{2,4})?$/;
const ROMAN_OR_LETTER = /^(?:[IVXLC]{1,7}|[A-HĐ])(?:[.)/\-:]|\s|$)/;
const GROUP_WORD =
  /^(?:lĩnh vực|nhóm|phần|mục|thủ tục hành chính|danh mục|tthc|cấp|ubnd|ủy ban|uỷ ban|sở|xã|phường|đặc khu|ban|công an)\s/i;

/** Tells data rows from group headings, repeated headers, numbering, totals and what follows the table. Only rows with
 *  few filled cells or without their key are looked at; all others are data. */
export function classifyRows(grid: SheetGrid, layout: RowLayout): RowRoles {
  const first = layout.lastHeaderRow + 1;
  const filled = countFilled(layout.codes, grid.rows);
  const data = new Uint32Array(Math.max(0, grid.rows - first));
  const groups: GroupRow[] = [];
  const skipped = { groupRows: 0, numberingRows: 0, totalRows: 0, repeatedHeaders: 0, footerRows: 0 };
  const lastFull = lastFullRow(filled, first);
  let kept = 0;
  let afterHeader = true;
  for (let row = first; row < grid.rows; row++) {
    const cells = filled[row]!;
    if (cells === 0) continue;
    if (isHeaderAgain(layout, row)) {
      skipped.repeatedHeaders++;
      afterHeader = true;
      continue;
    }
    if (afterHeader && isNumberingRow(grid, row)) {
      skipped.numberingRows++;
      continue;
    }
    afterHeader = false;
    if (layout.keyIsName && isTotal(grid.textOf(layout.codes[layout.keyColumns[0]!]?.[row] ?? 0))) {
      skipped.totalRows++;
      continue;
    }
    if (cells <= FEW_CELLS || isBlankAt(layout, row)) {
      const role = roleOf(grid, layout, row, cells);
      if (role === 'footer') {
        skipped.footerRows++;
        if (row < lastFull) continue;
        for (let rest = row + 1; rest < grid.rows; rest++) if (filled[rest]! > 0) skipped.footerRows++;
        break;
      }
      if (role === 'total') {
        skipped.totalRows++;
        continue;
      }
      if (role !== 'data') {
        skipped.groupRows++;
        groups.push({ row, ...role });
        continue;
      }
    }
    data[kept++] = row;
  }
  return { data: data.slice(0, kept), groups, skipped };
}

function countFilled(codes: readonly Uint32Array[], rows: number): Uint16Array {
  const filled = new Uint16Array(rows);
  for (const column of codes) {
    const length = Math.min(rows, column.length);
    for (let row = 0; row < length; row++) if (column[row] !== 0) filled[row]!++;
  }
  return filled;
}

/** Last row that is at least half as full as the fullest: a table goes on at least to there. */
function lastFullRow(filled: Uint16Array, first: number): number {
  let most = 0;
  for (let row = first; row < filled.length; row++) if (filled[row]! > most) most = filled[row]!;
  for (let row = filled.length - 1; row >= first; row--)
    if (filled[row]! * 2 >= most && filled[row]! > FEW_CELLS) return row;
  return first;
}

const isTotal = (text: string): boolean => text.length <= 80 && TOTAL.test(headingKey(text));

/** Whether the row's key is blank; false where no column is a key. */
const isBlankAt = (layout: RowLayout, row: number): boolean => {
  const [column] = layout.keyColumns;
  return column !== undefined && (layout.codes[column]?.[row] ?? 0) === 0;
};

/** Whether the row repeats a line of the header: the same texts in the same columns. */
function isHeaderAgain(layout: RowLayout, row: number): boolean {
  const [probe] = layout.mappedColumns;
  if (probe === undefined) return false;
  for (let header = layout.firstHeaderRow; header <= layout.lastHeaderRow; header++) {
    let same = 0;
    let other = 0;
    for (const column of layout.mappedColumns) {
      const code = layout.codes[column]?.[row] ?? 0;
      if (code === 0) continue;
      if (code === layout.codes[column]?.[header]) same++;
      else other++;
      if (other > 1) break;
    }
    if (same >= 2 && same > other * 2) return true;
  }
  return false;
}

function roleOf(
  grid: SheetGrid,
  layout: RowLayout,
  row: number,
  cells: number,
): 'data' | 'total' | 'footer' | Omit<GroupRow, 'row'> {
  const [a, b] = firstTexts(grid, layout, row);
  if (a === undefined) return 'data';
  const keyed = !isBlankAt(layout, row) && layout.keyColumns.length > 0;
  const label = b !== undefined && ROMAN_OR_LETTER.test(a.text) && a.text.length <= 7 ? b : a;
  for (const { text } of b === undefined ? [a] : [a, b]) {
    const key = headingKey(text.slice(0, 80));
    if (!keyed && TOTAL.test(key)) return 'total';
    // A numbered line is data even when its name begins like a footer ("5 | Xác nhận của …").
    if (/^\d+$/.test(a.text)) continue;
    if (cells <= FEW_CELLS && text.length <= 300 && (!keyed || a.column === layout.keyColumns[0])) {
      if (FOOTER.test(key) || (DATE_LINE.test(key) && /^(?:ngày|.{0,40},\s*ngày)/i.test(text))) return 'footer';
    }
  }
  return isGroup(grid, layout, row, cells, a, label) ? { column: label.column, text: label.text } : 'data';
}

interface CellText {
  readonly column: number;
  readonly text: string;
}

function firstTexts(grid: SheetGrid, layout: RowLayout, row: number): CellText[] {
  const texts: CellText[] = [];
  for (let column = 0; column < layout.codes.length && texts.length < 2; column++) {
    const code = layout.codes[column]?.[row] ?? 0;
    if (code !== 0) texts.push({ column, text: grid.textOf(code) });
  }
  return texts;
}

/** A group heading fills one cell, or a Roman numeral or letter and one cell. A row of data may be that empty too, so a
 *  lone text in a column that names rows needs a sign: a numeral, a group word, capitals, or a merged cell. */
function isGroup(
  grid: SheetGrid,
  layout: RowLayout,
  row: number,
  cells: number,
  first: CellText,
  label: CellText,
): boolean {
  const numbered = label !== first;
  if (cells > (numbered ? 2 : 1) || label.text.length > 200) return false;
  if (numbered) return true;
  const merged = spansColumns(grid, row, first.column);
  if (!/\p{L}{2}/u.test(first.text)) return false;
  if (merged || ROMAN_OR_LETTER.test(first.text) || GROUP_WORD.test(first.text)) return !/^\d\.\d{6}/.test(first.text);
  const inNameColumn = layout.keyColumns.includes(first.column);
  const mapped = layout.mappedColumns.includes(first.column);
  return inNameColumn ? first.text === first.text.toUpperCase() : !mapped || first.column === layout.mappedColumns[0];
}

function spansColumns(grid: SheetGrid, row: number, column: number): boolean {
  const rowNumber = grid.rowNumber(row);
  return (
    mergesByRow(grid)
      .get(rowNumber)
      ?.some(([from, to]) => from <= column && to > column) ?? false
  );
}

const mergesOf = new WeakMap<SheetGrid, ReadonlyMap<number, readonly (readonly [number, number])[]>>();

/** Merged stretches within one row, by 1-based sheet row; collected once per sheet. */
function mergesByRow(grid: SheetGrid): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const known = mergesOf.get(grid);
  if (known !== undefined) return known;
  const byRow = new Map<number, [number, number][]>();
  for (const range of grid.sheet.merges) {
    if (range.firstRow !== range.lastRow) continue;
    const list = byRow.get(range.firstRow);
    if (list === undefined) byRow.set(range.firstRow, [[range.firstColumn, range.lastColumn]]);
    else list.push([range.firstColumn, range.lastColumn]);
  }
  mergesOf.set(grid, byRow);
  return byRow;
}
