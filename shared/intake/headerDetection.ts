import { channelHeading } from './channelHeadings.ts';
import { fieldsOfHeading } from './headings.ts';
import { HEADER_SEARCH_ROWS, type SheetGrid } from './sheetGrid.ts';

/** A header of one to four rows; stored rows, inclusive. */
export interface HeaderBlock {
  readonly first: number;
  readonly last: number;
  /** Per sheet column its heading with parents, parents first; empty for a column without heading. */
  readonly paths: readonly (readonly string[])[];
}

const HIGHEST_HEADER = 4;
/** A longer text is a sentence, not a heading. */
const LONGEST_HEADING = 120;
/** Columns that one unmerged parent heading can span; also bounds the work on absurdly wide sheets. */
const WIDEST_PARENT = 60;
/** Share of the header's columns from which one merged text is the sheet's title rather than a parent heading. */
const TITLE_SHARE = 0.6;

/** The block of rows near the top of a sheet that looks most like a header; null when no row holds a known heading. */
export function detectHeader(grid: SheetGrid): HeaderBlock | null {
  let found: { block: HeaderBlock; score: number } | undefined;
  for (let first = 0; first < Math.min(grid.rows, HEADER_SEARCH_ROWS); first++) {
    const last = lastHeaderRow(grid, first);
    if (last === null) continue;
    const block = headerBlock(grid, first, last);
    const score = knownHeadings(block);
    // Of two equal blocks the shorter is the header (the longer begins with a title); of two equally high ones the later
    // is the header repeated on a new page.
    const better =
      found === undefined || score > found.score || (score === found.score && height(block) < height(found.block));
    if (score > 0 && better) found = { block, score };
  }
  return found?.block ?? null;
}

const height = (block: HeaderBlock): number => block.last - block.first + 1;

/** The block made of given stored rows: headings flattened, merged and unmerged parents filled to the right. */
export function headerBlock(grid: SheetGrid, first: number, last: number): HeaderBlock {
  const paths = Array.from({ length: grid.width }, (_, column) => {
    const path: string[] = [];
    let previous = '';
    for (let row = first; row <= last; row++) {
      const source = headingSource(grid, first, last, row, column);
      if (source === previous) continue;
      previous = source;
      const text = source === '' ? '' : grid.text(...cellOf(source));
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    return path;
  });
  return { first, last, paths: dropTitle(paths) };
}

/** Which cell heads a column in a header row, as "row:column"; '' when none does. */
function headingSource(grid: SheetGrid, first: number, last: number, row: number, column: number): string {
  const origin = grid.origin(row, column);
  if (origin.row >= first && grid.code(origin.row, origin.column) !== 0) return `${origin.row}:${origin.column}`;
  if (grid.code(row, column) !== 0) return `${row}:${column}`;
  // Files without merges (.csv, copies) leave the parent's text in its first column only.
  if (row === last || !hasTextBelow(grid, row, last, column)) return '';
  for (let left = column - 1; left >= Math.max(0, column - WIDEST_PARENT); left--) {
    if (grid.code(row, left) === 0 && grid.origin(row, left).row === row) {
      if (!hasTextBelow(grid, row, last, left)) return '';
      continue;
    }
    return hasTextBelow(grid, row, last, left) && grid.origin(row, left).columns === 1 ? `${row}:${left}` : '';
  }
  return '';
}

const cellOf = (source: string): [number, number] => {
  const [row, column] = source.split(':');
  return [Number(row), Number(column)];
};

function hasTextBelow(grid: SheetGrid, row: number, last: number, column: number): boolean {
  for (let below = row + 1; below <= last; below++) {
    if (grid.code(below, column) !== 0) return true;
  }
  return false;
}

/** Takes away a first line that covers most columns: the sheet's title, not a parent. */
function dropTitle(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const headed = paths.filter((path) => path.length > 0);
  const title = headed.find((path) => path.length > 1)?.[0];
  if (title === undefined) return paths;
  const under = headed.filter((path) => path.length > 1 && path[0] === title).length;
  if (under <= 2 || under < headed.length * TITLE_SHARE) return paths;
  return paths.map((path) => (path.length > 1 && path[0] === title ? path.slice(1) : path));
}

/** Last stored row of the header that starts at `first`; null when it would be higher than headers are: then `first` is a
 *  title or letterhead whose merged cells only look like parents. */
function lastHeaderRow(grid: SheetGrid, first: number): number | null {
  let last = first;
  while (last + 1 < grid.rows && continuesHeader(grid, first, last)) {
    last++;
    if (last - first + 1 > HIGHEST_HEADER) return null;
  }
  return last;
}

/** Whether the row below `last` holds sub-headings: every text stands under a parent that spans several columns, under a
 *  blank, or is a unit in brackets; and at least one stands under a spanning parent. */
function continuesHeader(grid: SheetGrid, first: number, last: number): boolean {
  const row = last + 1;
  let underParent = false;
  for (let column = 0; column < grid.width; column++) {
    const origin = grid.origin(row, column);
    if (origin.row < row && origin.row >= first) {
      // A merge reaches down from the header into this row: the row belongs to the header.
      if (grid.code(origin.row, origin.column) !== 0) underParent ||= origin.columns === 1 || origin.column === column;
      continue;
    }
    if (grid.code(row, column) === 0) continue;
    const text = grid.text(row, column);
    if (!isHeadingLike(grid, row, column, text)) return false;
    const above = spanAbove(grid, first, last, column);
    if (above === 'parent') underParent = true;
    else if (above === 'single' && !/^\(\D+\)$/.test(text)) return false;
  }
  return underParent;
}

function isHeadingLike(grid: SheetGrid, row: number, column: number, text: string): boolean {
  return text.length <= LONGEST_HEADING && grid.cell(row, column).kind === 'text' && !isNumbering(text);
}

/** What stands above a cell in the header's last row. */
function spanAbove(grid: SheetGrid, first: number, last: number, column: number): 'parent' | 'single' | 'blank' {
  const origin = grid.origin(last, column);
  if (origin.row >= first && grid.code(origin.row, origin.column) !== 0) {
    if (origin.columns > 1) return 'parent';
    if (origin.row < last) return 'single';
  }
  if (grid.code(last, column) !== 0) return hasChildren(grid, last, column) ? 'parent' : 'single';
  for (let left = column - 1; left >= Math.max(0, column - WIDEST_PARENT) && grid.code(last + 1, left) !== 0; left--) {
    if (grid.code(last, left) !== 0) return 'parent';
  }
  return 'blank';
}

/** Whether an unmerged heading is followed by blanks that have texts below them: its children. */
function hasChildren(grid: SheetGrid, row: number, column: number): boolean {
  const end = Math.min(grid.width, column + WIDEST_PARENT);
  for (
    let right = column + 1;
    right < end && grid.code(row, right) === 0 && grid.origin(row, right).row === row;
    right++
  ) {
    if (grid.code(row + 1, right) !== 0) return true;
  }
  return false;
}

/** How many different fields the listed headings of a block name; general headings count half. */
function knownHeadings(block: HeaderBlock): number {
  const known = new Map<string, number>();
  for (const path of block.paths) {
    if (path.length === 0 || path.at(-1)!.length > LONGEST_HEADING) continue;
    const perChannel = channelHeading(path);
    const [candidate] = fieldsOfHeading(path);
    if (perChannel !== null) known.set(`${perChannel.field} ${perChannel.channel}`, 1);
    else if (candidate !== undefined) {
      known.set(candidate.field, Math.max(known.get(candidate.field) ?? 0, candidate.confidence >= 0.8 ? 1 : 0.5));
    }
  }
  return [...known.values()].reduce((sum, weight) => sum + weight, 0);
}

/** Whether a cell numbers a column: "(1)", "2", "A", "(5)=(3)+(4)". */
export const isNumbering = (text: string): boolean =>
  text.length <= 24 && /^\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=[\s\d()+*/,.x-]*)?$/.test(text);

/** Whether a stored row numbers the columns, as under many headers: "(1) (2) (3)", "A B 1 2". Rows of figures do not. */
export function isNumberingRow(grid: SheetGrid, row: number): boolean {
  let numbers = 0;
  let next: number | undefined;
  for (let column = 0; column < grid.width; column++) {
    const text = grid.text(row, column);
    if (text === '') continue;
    if (!isNumbering(text)) return false;
    numbers++;
    const figure = /^\(?(\d{1,2})/.exec(text)?.[1];
    if (figure === undefined) continue;
    if (next !== undefined && Number(figure) !== next) return false;
    if (next === undefined && Number(figure) > 4) return false;
    next = Number(figure) + 1;
  }
  return numbers >= 3;
}

/** Text of a heading path for people. */
export const headingText = (path: readonly string[]): string => path.join(' / ');
