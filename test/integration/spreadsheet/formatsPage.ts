import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The page that tells what is read and what is refused; the space around the bars of its tables made one. */
export const FORMATS_PAGE = readFileSync(
  path.resolve(import.meta.dirname, '../../../docs/formats.md'),
  'utf8',
).replaceAll(/ +/g, ' ');

/** A row of a table on that page, or its beginning. */
export const tableRow = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
