import type { BookSheet } from '../../../shared/reports/book/book.ts';
import {
  BOOK_FONT,
  BORDER_COLOUR,
  LINK_COLOUR,
  LOOK_NAMES,
  traitsOf,
  type LookTraits,
} from '../../../shared/reports/book/looks.ts';
import { columnLetters } from '../../../shared/table/cell.ts';
import { escapeText } from '../annotate/xmlEscape.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

/** Relationships numbered rId1, rId2, …; targets are escaped already. */
export const relationshipsXml = (relations: readonly Relation[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
    .map(
      ({ type, target, isExternal }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"${isExternal === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** The parts of a package around its sheets, by name. */
export function packageParts(sheets: readonly BookSheet[]): ReadonlyMap<string, string> {
  const parts = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  return new Map([
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationshipsXml([{ type: `${RELATIONS}/officeDocument`, target: 'xl/workbook.xml' }])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ...parts.map((target) => ({ type: `${RELATIONS}/worksheet`, target })),
        { type: `${RELATIONS}/styles`, target: 'styles.xml' },
      ]),
    ],
  ]);
}

function workbookXml(sheets: readonly BookSheet[]): string {
  const list = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escapeText(name)}" sheetId="${at + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, at) => definedNames(sheet, at));
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${list.join('')}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  );
}

/** What is printed and repeated; whole columns, so that the number of rows need not be known. */
function definedNames({ name, repeatedRows, printedColumns }: BookSheet, at: number): readonly string[] {
  const quoted = escapeText(`'${name.replaceAll("'", "''")}'`);
  const defined = (what: string, range: string): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${at}">${quoted}!${range}</definedName>`;
  return [
    ...(printedColumns === undefined ? [] : [defined('Print_Area', `$A:$${columnLetters(printedColumns - 1)}`)]),
    ...(repeatedRows === undefined ? [] : [defined('Print_Titles', `$1:$${repeatedRows}`)]),
  ];
}

const contentTypes = (sheets: readonly string[]): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
  `${sheets.map((name) => `<Override PartName="/xl/${name}" ContentType="${SPREADSHEET}.worksheet+xml"/>`).join('')}</Types>`;

/** Number formats by their ids; those of Excel itself need no definition. */
const FORMAT_IDS = { '0': 1, '#,##0': 3, '#,##0.0': 164, '@': 49 } as const;

/** Style 0 is plain; the looks follow in their order. One font and fill each: there are few. */
export const BOOK_STYLES: string = stylesXml(LOOK_NAMES.map(traitsOf));

function stylesXml(looks: readonly LookTraits[]): string {
  const fonts = looks.map(
    ({ size, bold, italic, link }) =>
      `<font>${bold === true ? '<b/>' : ''}${italic === true ? '<i/>' : ''}${link === true ? '<u/>' : ''}<sz val="${size}"/>` +
      `${link === true ? `<color rgb="FF${LINK_COLOUR}"/>` : ''}<name val="${BOOK_FONT}"/><family val="1"/></font>`,
  );
  const fills = looks.map(({ fill }) =>
    fill === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`,
  );
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FF${BORDER_COLOUR}"/></${side}>`;
  const formats = looks.map(
    ({ border, horizontal, vertical, number, open }, at) =>
      `<xf numFmtId="${FORMAT_IDS[number ?? '@']}" fontId="${at + 1}" fillId="${at + 2}" borderId="${border === true ? 1 : 0}" ` +
      'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">' +
      `<alignment horizontal="${horizontal ?? 'left'}" vertical="${vertical ?? 'top'}" wrapText="1"/>` +
      `<protection locked="${open === true ? 0 : 1}"/></xf>`,
  );
  return (
    `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>` +
    `<fonts count="${fonts.length + 1}"><font><sz val="11"/><name val="${BOOK_FONT}"/><family val="1"/></font>${fonts.join('')}</fonts>` +
    `<fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills.join('')}</fills>` +
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
