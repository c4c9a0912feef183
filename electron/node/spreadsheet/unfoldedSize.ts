import { FileRefusal } from './fileRefusal.ts';
import type { ReadLimits } from './readLimits.ts';
import { visitElements } from './xlsx/xmlElements.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Refuses an OpenDocument spreadsheet that says in a few bytes "repeat this a billion times": the library that reads it
 *  obeys, and runs out of memory in a way that ends the whole program.
 *
 *  @param xml  `content.xml`, or a flat document
 *  @throws FileRefusal `file.tooLarge.cells`, `file.damaged.content`, `file.unsafe.doctype` */
export function refuseUnfoldingOds(xml: string, limits: ReadLimits): void {
  const count = cellCounter(limits);
  let rowsOfRow = 1;
  let row = 0;
  let column = 0;
  visitElements(xml, 'content.xml', {
    open(name, attribute) {
      if (name === 'table') row = 0;
      else if (name === 'table-row') {
        rowsOfRow = repetitions(attribute('number-rows-repeated'));
        row += rowsOfRow;
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        const columns = repetitions(attribute('number-columns-repeated'));
        column += columns;
        const isBlank = attribute('value-type') === undefined && attribute('formula') === undefined;
        if (isBlank) return;
        refuseBeyondSheet(row, column, 'content.xml');
        count(rowsOfRow * columns);
      }
    },
  });
}

/** Refuses a SpreadsheetML 2003 workbook that places cells beyond any sheet, or describes more columns than there are.
 *  @throws FileRefusal `file.tooLarge.cells`, `file.damaged.content`, `file.unsafe.doctype` */
export function refuseUnfoldingXml2003(xml: string, limits: ReadLimits): void {
  const count = cellCounter(limits);
  visitElements(xml, 'XML', {
    open(name, attribute) {
      if (name !== 'Row' && name !== 'Cell' && name !== 'Column') return;
      const last = Number(attribute('Index') ?? 1);
      const more = Number(attribute('Span') ?? attribute('MergeAcross') ?? 0);
      if (name === 'Row') refuseBeyondSheet(last, 1, 'XML');
      else refuseBeyondSheet(1, last + more, 'XML');
      count(name === 'Column' ? 1 + more : 1);
    },
  });
}

/** Refuses an HTML table with cells that span beyond any sheet, or with too many.
 *  @throws FileRefusal `file.tooLarge.cells`, `file.damaged.content` */
export function refuseUnfoldingHtml(html: string, limits: ReadLimits): void {
  const count = cellCounter(limits);
  for (let at = nextCell(html, 0); at >= 0; at = nextCell(html, at + 1)) count(1);
  for (const [, direction, number] of html.matchAll(/\b(col|row)span\s{0,9}=\s{0,9}["']?(\d{1,12})/gi)) {
    const spanned = Number(number);
    if (direction!.toLowerCase() === 'col') refuseBeyondSheet(1, spanned, 'HTML');
    else refuseBeyondSheet(spanned, 1, 'HTML');
  }
}

/** Index of the next `<td` or `<th` from `from` on; -1 when there is none. */
function nextCell(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    const name = html.charCodeAt(at + 1) | 0x20;
    const rest = html.charCodeAt(at + 2) | 0x20;
    if (name === LETTER.t && (rest === LETTER.d || rest === LETTER.h)) return at;
  }
  return -1;
}

const LETTER = { t: 0x74, d: 0x64, h: 0x68 } as const;

const repetitions = (text: string | undefined): number => Math.max(1, Math.floor(Number(text ?? 1)) || 1);

function cellCounter({ maxWholeCells }: ReadLimits): (more: number) => void {
  let cells = 0;
  return (more) => {
    cells += more;
    if (cells > maxWholeCells) throw new FileRefusal('file.tooLarge.cells', { limit: maxWholeCells });
  };
}

function refuseBeyondSheet(row: number, column: number, part: string): void {
  if (row > MAX_ROWS || column > MAX_COLUMNS) throw new FileRefusal('file.damaged.content', { part, at: 0 });
}
