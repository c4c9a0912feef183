import { translate, type Language } from '../../i18n/index.ts';
import { cellText, heightOf, MOST_ROWS, type BookCell, type BookSheet } from './book.ts';
import type { Look } from './looks.ts';

/** A column of a sheet with one line per item. */
export interface PlainColumn<Line> {
  /** Message key. */
  readonly heading: string;
  readonly width: number;
  readonly value: (line: Line) => string | number;
  /** Look of the cell; left out, text. */
  readonly look?: (line: Line) => Look;
}

/** A sheet with a head and one line per item; null without items, so that no empty sheet is sent. Items beyond Excel's
 *  last row are left out. */
export function plainSheet<Line>(
  name: string,
  columns: readonly PlainColumn<Line>[],
  lines: () => Iterable<Line>,
  language: Language,
  foot?: BookSheet['foot'],
): BookSheet | null {
  if (lines()[Symbol.iterator]().next().done === true) return null;
  const widths = columns.map(({ width }) => width);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    landscape: true,
    frozen: { rows: 1, columns: 0 },
    repeatedRows: 1,
    filter: true,
    ...(foot === undefined ? {} : { foot }),
    *rows() {
      yield {
        cells: columns.map(({ heading }) => ({ value: translate(language, heading), look: 'head' })),
        height: 32,
      };
      let left = MOST_ROWS - 1;
      for (const line of lines()) {
        left -= 1;
        if (left < 0) return;
        const cells = columns.map(({ value, look }): BookCell => {
          const content = value(line);
          return {
            value: typeof content === 'number' ? content : cellText(content),
            look: look?.(line) ?? (typeof content === 'number' ? 'count' : 'text'),
          };
        });
        yield {
          cells,
          height: heightOf(
            cells.map((cell) => cell.value),
            widths,
          ),
        };
      }
    },
  };
}
