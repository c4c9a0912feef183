import { translate, type Language } from '../../../shared/i18n/index.ts';
import type { Annotation, AnnotationLine } from '../../../shared/reports/annotation.ts';
import { cellAddress, columnLetters } from '../../../shared/table/cell.ts';
import type { CellStyles } from './cellStyles.ts';
import { DeflatedPart, type PackedContent } from './deflatedPart.ts';
import { SEVERITY_FILL } from './markRecord.ts';
import { isStrict } from './workbookList.ts';
import { escapeText } from './xmlEscape.ts';

/** Excel refuses a sheet with more hyperlinks than 65,530. */
export const MAX_LINKS = 65_000;

const HEAD_ROW = 3;

/** Most lines the list holds: a sheet has 1,048,576 rows. */
export const MAX_LINES = 1_048_576 - HEAD_ROW;

/** Rows that are printed on top of each page. */
export const TITLE_ROWS = { first: HEAD_ROW, last: HEAD_ROW };

/** Excel's limit for a row, and a line of 10-point type, in points. */
const MAX_ROW_HEIGHT = 409;
const LINE_HEIGHT = 13;

interface ListColumn {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: AnnotationLine, severity: string) => string;
}

const COLUMNS: readonly ListColumn[] = [
  { heading: 'annotate.list.ordinal', width: 5, value: () => '' },
  { heading: 'findingColumn.severity', width: 9, value: (_, severity) => severity },
  { heading: 'findingColumn.sheet', width: 12, value: ({ sheet }) => sheet },
  { heading: 'findingColumn.cell', width: 7, value: ({ cell }) => cell },
  { heading: 'findingColumn.key', width: 13, value: ({ key }) => key },
  { heading: 'findingColumn.field', width: 13, value: ({ field }) => field },
  { heading: 'findingColumn.value', width: 18, value: ({ value }) => value },
  { heading: 'findingColumn.expected', width: 18, value: ({ expected }) => expected },
  { heading: 'findingColumn.message', width: 32, value: ({ message }) => message },
  { heading: 'findingColumn.howToFix', width: 28, value: ({ howToFix }) => howToFix },
  { heading: 'findingColumn.legal', width: 17, value: ({ legal }) => legal },
  { heading: 'findingColumn.ruleId', width: 9, value: ({ ruleId }) => ruleId },
];
const SEVERITY_COLUMN = 1;
const LINK_COLUMN = 3;
const LAST_LETTERS = columnLetters(COLUMNS.length - 1);

/** Languages a list may be in. */
export const LIST_LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Message keys of what stands above the columns, and above that. */
export const LIST_TITLE = 'annotate.list.title';
export const LIST_HEADINGS: readonly string[] = COLUMNS.map(({ heading }) => heading);

/** Indexes of the cell styles the list is drawn with. */
interface ListStyles {
  readonly title: number;
  readonly summary: number;
  readonly head: number;
  readonly ordinal: number;
  readonly text: number;
  readonly link: number;
  readonly severity: Readonly<Record<AnnotationLine['severity'], number>>;
}

/** The sheet that lists what to correct, each line with a link to its cell. All values are text.
 *
 *  @param styles  the workbook's styles, which the list adds its own to
 *  @param namespace  of spreadsheet elements */
export function listSheet(annotation: Annotation, styles: CellStyles, namespace: string): PackedContent {
  const out = new DeflatedPart();
  const look = addStyles(styles, isStrict(namespace));
  const text = (key: string): string => translate(annotation.language, key);
  const lines = Math.min(annotation.size, MAX_LINES);
  const head = HEAD_ROW + 1;
  out.writeText(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">` +
      '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<dimension ref="A1:${LAST_LETTERS}${HEAD_ROW + lines}"/>` +
      `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="${LINK_COLUMN + 1}" ySplit="${HEAD_ROW}" ` +
      `topLeftCell="${cellAddress(LINK_COLUMN + 1, head)}" activePane="bottomRight" state="frozen"/>` +
      `<selection pane="topRight"/><selection pane="bottomLeft"/>` +
      `<selection pane="bottomRight" activeCell="${cellAddress(LINK_COLUMN + 1, head)}" sqref="${cellAddress(LINK_COLUMN + 1, head)}"/>` +
      '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>' +
      COLUMNS.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join(
        '',
      ) +
      '</cols><sheetData>' +
      `<row r="1" ht="21" customHeight="1">${textCell('A1', text(LIST_TITLE), look.title)}</row>` +
      `<row r="2" ht="32" customHeight="1">${textCell('A2', summary(annotation), look.summary)}</row>` +
      `<row r="${HEAD_ROW}" ht="30" customHeight="1">` +
      COLUMNS.map(({ heading }, at) => textCell(cellAddress(at, HEAD_ROW), text(heading), look.head)).join('') +
      '</row>',
  );
  const links: string[] = [];
  for (let index = 0; index < lines; index++) {
    const line = annotation.line(index);
    const row = head + index;
    const isLinked = line.place !== null && links.length < MAX_LINKS;
    out.writeText(rowXml(line, index + 1, row, isLinked, look, text(`severity.${line.severity}`)));
    if (!isLinked) continue;
    const target = escapeText(`'${line.sheet.replaceAll("'", "''")}'!${line.cell}`);
    links.push(`<hyperlink ref="${cellAddress(LINK_COLUMN, row)}" location="${target}" display="${line.cell}"/>`);
  }
  out.writeText(
    `</sheetData><autoFilter ref="A${HEAD_ROW}:${LAST_LETTERS}${HEAD_ROW + lines}"/>` +
      `<mergeCells count="2"><mergeCell ref="A1:${LAST_LETTERS}1"/><mergeCell ref="A2:${LAST_LETTERS}2"/></mergeCells>`,
  );
  if (links.length > 0) {
    out.writeText('<hyperlinks>');
    for (const link of links) out.writeText(link);
    out.writeText('</hyperlinks>');
  }
  out.writeText(
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
      `<headerFooter><oddFooter>&amp;R${escapeText(text('list.pageFooter'))}</oddFooter></headerFooter></worksheet>`,
  );
  return out.finish();
}

function summary({ file, language, counts }: Annotation): string {
  const { error: errors, warning: warnings, info: notes } = counts;
  return translate(language, 'annotate.list.summary', { file, errors, warnings, notes });
}

function rowXml(
  line: AnnotationLine,
  ordinal: number,
  row: number,
  isLinked: boolean,
  look: ListStyles,
  severity: string,
): string {
  const values = COLUMNS.map(({ value }) => value(line, severity));
  const cells = values.map((value, at) => {
    if (at === 0) return `<c r="A${row}" s="${look.ordinal}"><v>${ordinal}</v></c>`;
    const style =
      at === SEVERITY_COLUMN ? look.severity[line.severity] : at === LINK_COLUMN && isLinked ? look.link : look.text;
    return textCell(cellAddress(at, row), value, style);
  });
  return `<row r="${row}" ht="${rowHeight(values)}" customHeight="1">${cells.join('')}</row>`;
}

const textCell = (address: string, value: string, style: number): string =>
  value === ''
    ? `<c r="${address}" s="${style}"/>`
    : `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;

/** Height in points that shows all texts of a row: Excel does not measure a row that it did not write itself. */
function rowHeight(values: readonly string[]): number {
  const lines = values.map((value, at) =>
    value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 0.85) / COLUMNS[at]!.width)), 0),
  );
  return Math.min(MAX_ROW_HEIGHT, Math.max(...lines) * LINE_HEIGHT + 4);
}

function addStyles(styles: CellStyles, strict: boolean): ListStyles {
  const font = (size: number, look = ''): number =>
    styles.addPlain('fonts', `<font>${look}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`);
  const plain = font(10);
  const bold = font(10, '<b/>');
  const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
  const border = styles.addPlain(
    'borders',
    `<border>${side(strict ? 'start' : 'left')}${side(strict ? 'end' : 'right')}${side('top')}${side('bottom')}<diagonal/></border>`,
  );
  const linkFont = styles.addPlain(
    'fonts',
    '<font><u/><sz val="10"/><color rgb="FF0563C1"/><name val="Times New Roman"/><family val="1"/></font>',
  );
  // Number format 49 is text: what is typed over a listed value stays what was typed.
  const style = (fontId: number, fillId: number, borderId: number, alignment: string, numFmtId = 49): number =>
    styles.addPlain(
      'cellXfs',
      `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" applyNumberFormat="1" ` +
        `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`,
    );
  const filled = (severity: AnnotationLine['severity']): number =>
    style(plain, styles.fill(SEVERITY_FILL[severity]), border, 'vertical="top" wrapText="1"');
  return {
    title: style(font(14, '<b/>'), 0, 0, 'vertical="center"'),
    summary: style(plain, 0, 0, 'vertical="top" wrapText="1"'),
    head: style(bold, styles.fill('FFD9E2F3'), border, 'horizontal="center" vertical="center" wrapText="1"'),
    ordinal: style(plain, 0, border, 'horizontal="center" vertical="top"', 1),
    text: style(plain, 0, border, 'vertical="top" wrapText="1"'),
    link: style(linkFont, 0, border, 'vertical="top" wrapText="1"'),
    severity: { error: filled('error'), warning: filled('warning'), info: filled('info') },
  };
}
