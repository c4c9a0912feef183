import type { Look } from './looks.ts';

/** A workbook that leaves the office, before any writer draws it: no formula has a place in it. Rows are made one at a time
 *  and in the order of the sheets, so that a long list never stands in memory whole. */
export interface Book {
  readonly sheets: readonly BookSheet[];
}

export interface BookSheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly BookColumn[];
  rows(): Iterable<BookRow>;
  readonly landscape?: true;
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Rows that every printed page begins with: the first so many. */
  readonly repeatedRows?: number;
  /** Columns that are printed: the first so many; all when left out. */
  readonly printedColumns?: number;
  /** A filter over the whole table, whose head is row 1. */
  readonly filter?: true;
  /** Cells can be changed only where their look is open. No password: it keeps from slips, not from people. */
  readonly isProtected?: true;
  readonly isHidden?: true;
  /** Left out of the workbook when it turns out to have no rows. */
  readonly noRowsNoSheet?: true;
  readonly noGrid?: true;
  /** Text at the left of the page's foot; page numbers stand at its right. */
  readonly foot?: { readonly left: string; readonly pages: string };
  /** Cells whose number is drawn as a bar. Asked for after the rows. */
  bars?(): readonly BookBar[];
}

export interface BookColumn {
  /** Characters. */
  readonly width: number;
  readonly isHidden?: true;
}

export interface BookRow {
  readonly cells: readonly (BookCell | null)[];
  /** Points; left out, one line. */
  readonly height?: number;
  /** Spans of columns that are one cell, 0-based and inclusive. */
  readonly merges?: readonly (readonly [first: number, last: number])[];
}

export interface BookCell {
  readonly value: string | number;
  readonly look: Look;
  /** Where a click leads: a relative address. */
  readonly link?: string;
  /** Values offered for the cell: a range of another sheet. Other values are allowed. */
  readonly choices?: string;
}

/** Bars over cells of one column, 1-based rows. */
export interface BookBar {
  /** 0-based. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** RRGGBB. */
  readonly colour: string;
}

/** Excel's limits: rows of a sheet, characters of a cell, hyperlinks of a sheet, points of a row. */
export const MOST_ROWS = 1_048_576;
export const MOST_TEXT = 32_767;
export const MOST_LINKS = 65_000;
const MOST_HEIGHT = 409;

/** Drop-downs of one sheet. Excel opens more, but slowly. */
export const MOST_CHOICES = 20_000;

const LINE_HEIGHT = 13;

/** Height in points that shows every text whole, for 10-point type: Excel does not grow rows of a file that it did not
 *  write itself.
 *  @param widths  of the columns, in characters */
export function heightOf(texts: readonly (string | number)[], widths: readonly number[]): number {
  let most = 1;
  for (const [at, text] of texts.entries()) {
    if (typeof text === 'number' || text === '') continue;
    let lines = 0;
    for (const part of text.split('\n')) lines += Math.max(1, Math.ceil((part.length * 0.8) / (widths[at] ?? 10)));
    if (lines > most) most = lines;
  }
  return Math.min(MOST_HEIGHT, most * LINE_HEIGHT + 3);
}

/** The codes of a page's foot: ampersands start codes there. */
export const footCodes = ({ left, pages }: NonNullable<BookSheet['foot']>): string =>
  `&L${FOOT_FONT}${left.replaceAll('&', '&&').slice(0, 120)}&R${FOOT_FONT}${pages}`;

const FOOT_FONT = '&"Times New Roman,Regular"&9 ';

/** Text from a file as a cell can hold it: one kind of line break, no control characters, cut at Excel's limit, never inside a character. */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
  if (clean.length <= MOST_TEXT) return clean;
  const cut = clean.slice(0, MOST_TEXT - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
