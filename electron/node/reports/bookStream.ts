import {
  footCodes,
  type Book,
  type BookCell,
  type BookRow,
  type BookSheet,
} from '../../../shared/reports/book/book.ts';
import { LOOK_NAMES, type Look } from '../../../shared/reports/book/looks.ts';
import { columnLetters } from '../../../shared/table/cell.ts';
import { writeArchive } from '../annotate/archiveWriter.ts';
import { DeflatedPart, packed, type PackedContent } from '../annotate/deflatedPart.ts';
import { escapeText } from '../annotate/xmlEscape.ts';
import { BOOK_STYLES, packageParts, relationshipsXml, XML_HEAD } from './bookParts.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Text gathered before it is packed, in characters. */
const GATHERED = 1 << 16;

/** Bytes of the same workbook as `bookByExceljs` draws, written row by row: what stands in memory is the packed file, one
 *  row, and the addresses of links and drop-downs.
 *  @returns null when it would not fit an archive of 4 GiB */
export function bookStream(book: Book): Uint8Array | null {
  const parts = new Map<string, PackedContent>();
  const written: BookSheet[] = [];
  for (const sheet of book.sheets) {
    const { content, links, rows } = sheetPart(sheet);
    if (rows === 0 && sheet.noRowsNoSheet === true) continue;
    written.push(sheet);
    const name = `sheet${written.length}.xml`;
    parts.set(`xl/worksheets/${name}`, content);
    if (links.length > 0) parts.set(`xl/worksheets/_rels/${name}.rels`, packed(linkRelations(links)));
  }
  for (const [name, xml] of packageParts(written)) parts.set(name, packed(xml));
  parts.set('xl/styles.xml', packed(BOOK_STYLES));
  return writeArchive([], new Map(), parts) ?? null;
}

interface SheetPart {
  readonly content: PackedContent;
  readonly links: readonly string[];
  readonly rows: number;
}

function sheetPart(sheet: BookSheet): SheetPart {
  const part = new DeflatedPart();
  let text = `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${beforeRows(sheet)}<sheetData>`;
  const links: { readonly at: string; readonly target: string }[] = [];
  const choices = new Map<string, string[]>();
  const merges: string[] = [];
  let number = 0;
  for (const row of sheet.rows()) {
    number += 1;
    text += rowXml(row, number, links, choices);
    for (const [first, last] of row.merges ?? []) {
      merges.push(`<mergeCell ref="${columnLetters(first)}${number}:${columnLetters(last)}${number}"/>`);
    }
    if (text.length < GATHERED) continue;
    part.writeText(text);
    text = '';
  }
  part.writeText(`${text}</sheetData>`);
  // The order of what follows the rows is prescribed (ECMA-376 part 1, 18.3.1.99).
  if (sheet.isProtected === true) {
    part.writeText(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    );
  }
  if (sheet.filter === true) {
    part.writeText(`<autoFilter ref="A1:${columnLetters(sheet.columns.length - 1)}${Math.max(1, number)}"/>`);
  }
  if (merges.length > 0) part.writeText(`<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`);
  part.writeText(barsXml(sheet));
  writeChoices(part, choices);
  if (links.length > 0) {
    part.writeText(
      `<hyperlinks>${links.map(({ at }, index) => `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`).join('')}</hyperlinks>`,
    );
  }
  part.writeText(afterRows(sheet));
  return { content: part.finish(), links: links.map(({ target }) => target), rows: number };
}

function beforeRows({ columns, frozen, noGrid }: BookSheet): string {
  const grid = noGrid === true ? ' showGridLines="0"' : '';
  const pane =
    frozen === undefined
      ? ''
      : `<pane${frozen.columns === 0 ? '' : ` xSplit="${frozen.columns}"`} ySplit="${frozen.rows}" ` +
        `topLeftCell="${columnLetters(frozen.columns)}${frozen.rows + 1}" activePane="${frozen.columns === 0 ? 'bottomLeft' : 'bottomRight'}" state="frozen"/>`;
  const widths = columns.map(
    ({ width, isHidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${isHidden === true ? ' hidden="1"' : ''}/>`,
  );
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${grid} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>`
  );
}

const STYLE_OF = new Map<Look, number>(LOOK_NAMES.map((look, at) => [look, at + 1]));
const LETTERS = Array.from({ length: 64 }, (_, at) => columnLetters(at));

function rowXml(
  { cells, height }: BookRow,
  number: number,
  links: { readonly at: string; readonly target: string }[],
  choices: Map<string, string[]>,
): string {
  let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
  cells.forEach((cell, at) => {
    if (cell === null) return;
    const address = `${LETTERS[at]}${number}`;
    xml += cellXml(cell, address);
    if (cell.link !== undefined) links.push({ at: address, target: cell.link });
    if (cell.choices === undefined) return;
    const same = choices.get(cell.choices);
    if (same === undefined) choices.set(cell.choices, [address]);
    else same.push(address);
  });
  return `${xml}</row>`;
}

/** Most texts hold nothing that XML or Excel reads otherwise, and none is longer than a cell (`cellText`). */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F&<>"\uD800-\uDFFF\uFFFE\uFFFF]|_x/;

/** An inline string is text whatever it looks like: `=1+1` stays four characters. */
function cellXml({ value, look }: BookCell, address: string): string {
  const start = `<c r="${address}" s="${STYLE_OF.get(look)!}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return value === ''
    ? `${start}/>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${UNSAFE.test(value) ? escapeText(value) : value}</t></is></c>`;
}

function barsXml(sheet: BookSheet): string {
  return (sheet.bars?.() ?? [])
    .map(({ column, firstRow, lastRow, colour }, at) => {
      const letter = columnLetters(column);
      return (
        `<conditionalFormatting sqref="${letter}${firstRow}:${letter}${lastRow}"><cfRule type="dataBar" priority="${at + 1}">` +
        `<dataBar minLength="0" maxLength="100"><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${colour}"/></dataBar>` +
        '</cfRule></conditionalFormatting>'
      );
    })
    .join('');
}

function writeChoices(part: DeflatedPart, choices: ReadonlyMap<string, readonly string[]>): void {
  if (choices.size === 0) return;
  part.writeText(`<dataValidations count="${choices.size}">`);
  for (const [range, cells] of choices) {
    part.writeText(
      `<dataValidation type="list" allowBlank="1" sqref="${cells.join(' ')}"><formula1>${escapeText(range)}</formula1></dataValidation>`,
    );
  }
  part.writeText('</dataValidations>');
}

function afterRows({ landscape, foot }: BookSheet): string {
  const footer =
    foot === undefined ? '' : `<headerFooter><oddFooter>${escapeText(footCodes(foot))}</oddFooter></headerFooter>`;
  return (
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${landscape === true ? 'landscape' : 'portrait'}" fitToHeight="0"/>${footer}</worksheet>`
  );
}

const linkRelations = (targets: readonly string[]): string =>
  relationshipsXml(
    targets.map((target) => ({ type: `${RELATIONS}/hyperlink`, target: escapeText(target), isExternal: true })),
  );
