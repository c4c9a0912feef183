import ExcelJS from 'exceljs';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import { columnLetters } from '../../../shared/table/cell.ts';
import type { ExceptionLine, UncheckedLine } from '../../../shared/reports/exceptions.ts';
import type { CorrectionLine, CorrectionList } from '../../../shared/reports/correctionList.ts';

/** Excel refuses a sheet with more hyperlinks than this; later lines show the address without a link. */
const MAX_LINKS = 65_000;

/** Longest text an Excel cell holds. */
const MAX_TEXT = 32_767;

/** Excel's limit for a row, and a line of 10-point type, in points. */
const MAX_ROW_HEIGHT = 409;
const LINE_HEIGHT = 13;

const FONT = 'Times New Roman';
const HEAD_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E2F3' } };
const SEVERITY_FILL: Readonly<Record<string, string>> = { error: 'FFF8D7DA', warning: 'FFFFF3CD', info: 'FFE7F1FB' };
const EDIT_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F8EC' } };
const THIN: Partial<ExcelJS.Borders> = {
  top: { style: 'thin', color: { argb: 'FFBFBFBF' } },
  left: { style: 'thin', color: { argb: 'FFBFBFBF' } },
  bottom: { style: 'thin', color: { argb: 'FFBFBFBF' } },
  right: { style: 'thin', color: { argb: 'FFBFBFBF' } },
};

interface ListColumn {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: CorrectionLine, ordinal: number) => string | number;
}

const COLUMNS: readonly ListColumn[] = [
  { heading: 'STT', width: 5, value: (_, ordinal) => ordinal },
  { heading: 'findingColumn.severity', width: 9, value: (line) => line.severity },
  { heading: 'findingColumn.sheet', width: 12, value: (line) => line.sheet },
  { heading: 'findingColumn.cell', width: 7, value: (line) => line.cell },
  { heading: 'findingColumn.key', width: 13, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 12, value: (line) => line.field },
  { heading: 'findingColumn.value', width: 19, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.expected', width: 19, value: ({ finding }) => finding.expected },
  { heading: 'findingColumn.difference', width: 10, value: ({ finding }) => finding.difference },
  {
    heading: 'findingColumn.message',
    width: 28,
    value: ({ finding }) => withEvidence(finding.message, finding.evidence),
  },
  { heading: 'findingColumn.howToFix', width: 28, value: (line) => line.howToFix },
  { heading: 'findingColumn.legal', width: 15, value: (line) => line.legal },
  { heading: 'findingColumn.correction', width: 14, value: () => '' },
  { heading: 'findingColumn.opinion', width: 14, value: () => '' },
  { heading: 'findingColumn.file', width: 24, value: ({ finding }) => finding.file },
  { heading: 'findingColumn.ruleId', width: 9, value: ({ finding }) => finding.ruleId },
  { heading: 'findingColumn.identity', width: 30, value: ({ finding }) => finding.identity },
];
const column = (heading: string): number => COLUMNS.findIndex((one) => one.heading === heading) + 1;
const CELL_COLUMN = column('findingColumn.cell');
/** What is printed: everything up to the agency's own columns; file, rule and identity stay on the screen. */
const LAST_PRINTED = columnLetters(column('findingColumn.opinion') - 1);
const EDIT_COLUMNS = [column('findingColumn.correction'), column('findingColumn.opinion')];

interface PlainColumn<Line> {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: Line) => string;
}

const EXCEPTION_COLUMNS: readonly PlainColumn<ExceptionLine>[] = [
  { heading: 'findingColumn.sheet', width: 14, value: ({ finding }) => finding.sheet },
  { heading: 'findingColumn.cell', width: 8, value: ({ finding }) => finding.cell },
  { heading: 'findingColumn.key', width: 14, value: ({ finding }) => finding.key },
  { heading: 'findingColumn.field', width: 14, value: ({ field }) => field },
  { heading: 'findingColumn.value', width: 22, value: ({ finding }) => finding.value },
  { heading: 'findingColumn.message', width: 32, value: ({ finding }) => finding.message },
  { heading: 'list.exceptionReason', width: 30, value: ({ reason }) => reason },
  { heading: 'list.exceptionDecision', width: 16, value: ({ decision }) => decision },
  { heading: 'list.exceptionBy', width: 20, value: ({ by }) => by },
  { heading: 'list.exceptionUntil', width: 12, value: ({ until }) => until },
  { heading: 'findingColumn.file', width: 24, value: ({ finding }) => finding.file },
  { heading: 'findingColumn.ruleId', width: 9, value: ({ finding }) => finding.ruleId },
];

const UNCHECKED_COLUMNS: readonly PlainColumn<UncheckedLine>[] = [
  { heading: 'findingColumn.ruleId', width: 10, value: ({ ruleId }) => ruleId },
  { heading: 'list.uncheckedTitle', width: 52, value: ({ title }) => title },
  { heading: 'list.uncheckedReason', width: 62, value: ({ reason }) => reason },
];

/** Bytes of a correction list as an .xlsx workbook ready to send: a cover, one line per finding, and, where there are any,
 *  the accepted exceptions and the rules that did not run.
 *  @param linkTo  address of an original file as seen from where the list will lie, or null when it won't be there */
export async function correctionWorkbook(
  list: CorrectionList,
  language: Language,
  linkTo: (file: string) => string | null,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Rà soát TTHC';
  drawCover(book, list, language);
  drawFindings(book, list, language, linkTo);
  drawLines(book, translate(language, 'list.sheetExceptions'), EXCEPTION_COLUMNS, list.exceptions(), language);
  drawLines(book, translate(language, 'list.sheetUnchecked'), UNCHECKED_COLUMNS, list.unchecked, language);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function drawCover(book: ExcelJS.Workbook, list: CorrectionList, language: Language): void {
  const text = (key: string): string => translate(language, key);
  const sheet = book.addWorksheet(text('list.sheetCover'), {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  });
  sheet.columns = [34, 22, 28, 9, 9, 11, 9].map((width) => ({ width }));
  const line = (values: readonly (string | number)[], style: Partial<ExcelJS.Font> = {}): ExcelJS.Row => {
    const row = sheet.addRow([...values]);
    row.font = { name: FONT, size: 12, ...style };
    return row;
  };
  const wide = (content: string, style: Partial<ExcelJS.Font> = {}, lines = 1): void => {
    const row = line([content], style);
    sheet.mergeCells(row.number, 1, row.number, 7);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top', horizontal: 'left' };
    row.height = 17 * lines;
  };

  wide(text('list.title'), { size: 14, bold: true });
  sheet.getCell('A1').alignment = { horizontal: 'center', vertical: 'middle' };
  wide(text('list.subtitle'), { size: 12, italic: true });
  sheet.getCell('A2').alignment = { horizontal: 'center', wrapText: true };
  line([]);
  for (const [key, value] of [
    ['list.agency', list.agency.agency.name],
    ['list.round', list.round],
    ['list.date', list.date],
    ['list.reference', list.reference],
  ] as const) {
    const row = line([text(key), value]);
    row.getCell(1).font = { name: FONT, size: 12, bold: true };
    sheet.mergeCells(row.number, 2, row.number, 7);
    row.getCell(2).alignment = { wrapText: true, vertical: 'top' };
  }
  line([]);
  wide(text('list.totals'), { bold: true });
  const head = line(
    [
      'findingColumn.file',
      'findingColumn.sheet',
      'list.kind',
      'list.rows',
      'list.errors',
      'list.warnings',
      'list.notes',
    ].map(text),
    { bold: true },
  );
  head.eachCell((cell) => {
    cell.fill = HEAD_FILL;
    cell.border = THIN;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  for (const { file, sheet: name, kind, rows, counts } of list.cover) {
    bordered(line([safeText(file), safeText(name), kind, rows, counts.error, counts.warning, counts.info]));
  }
  const { counts, rows, ready } = list.agency;
  bordered(line([text('list.totalRow'), '', '', rows, counts.error, counts.warning, counts.info], { bold: true }));
  const readyRow = line([text('list.ready'), `${ready} %`]);
  readyRow.getCell(1).font = { name: FONT, size: 12, bold: true };
  line([]);
  const accepted = [...list.exceptions()].length;
  if (accepted > 0) wide(`${text('list.exceptionCount')}: ${accepted}`);
  if (list.unchecked.length > 0) wide(`${text('list.uncheckedCount')}: ${list.unchecked.length}`);
  if (list.size === 0) wide(text('list.clean'), { bold: true });
  wide(text('list.howTo'), { bold: true });
  wide(text('list.howTo1'), {}, 2);
  wide(text('list.howTo2'), {}, 2);
  wide(text('list.howTo3'), {}, 2);
  line([]);
  wide(text('list.severityNote'), { italic: true }, 2);
  wide(text('list.legalNote'), { italic: true }, 5);
}

function bordered(row: ExcelJS.Row): void {
  row.eachCell({ includeEmpty: true }, (cell, index) => {
    cell.border = THIN;
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: index > 3 ? 'right' : 'left' };
    if (index > 3) cell.numFmt = '#,##0';
  });
}

function drawFindings(
  book: ExcelJS.Workbook,
  list: CorrectionList,
  language: Language,
  linkTo: (file: string) => string | null,
): void {
  const sheet = book.addWorksheet(translate(language, 'list.sheetFindings'), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: CELL_COLUMN }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footerText(list.agency.agency.name)}&R${translate(language, 'list.pageFooter')}` },
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  // The identity finds the line again when the list comes back; nobody needs to see it.
  sheet.getColumn(column('findingColumn.identity')).hidden = true;
  sheet.pageSetup.printArea = `A$1:${LAST_PRINTED}$${Math.max(2, list.size + 1)}`;

  drawHead(
    sheet,
    COLUMNS.map(({ heading }) => (heading === 'STT' ? heading : translate(language, heading))),
  );
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMNS.length } };

  let ordinal = 0;
  for (const line of list.lines()) {
    ordinal += 1;
    const values = COLUMNS.map(({ value }) => safeText(value(line, ordinal)));
    const row = sheet.addRow(values);
    row.height = rowHeight(values);
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.font = { name: FONT, size: 10 };
      cell.border = THIN;
      cell.alignment = { vertical: 'top', wrapText: true };
      // Text, whatever it looks like: a code must not turn into a number, nor a value into a formula.
      cell.numFmt = '@';
    });
    row.getCell(1).numFmt = '0';
    row.getCell(2).fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: SEVERITY_FILL[line.finding.severity]! },
    };
    for (const index of EDIT_COLUMNS) row.getCell(index).fill = EDIT_FILL;
    const target = ordinal <= MAX_LINKS ? linkTo(line.finding.file) : null;
    if (target !== null) {
      const cell = row.getCell(CELL_COLUMN);
      cell.value = { text: line.cell, hyperlink: `${target}#${quotedSheet(line.sheet)}!${jumpCell(line)}` };
      cell.font = { name: FONT, size: 10, underline: true, color: { argb: 'FF0563C1' } };
    }
  }
}

/** A sheet with one line per item; none without items. */
function drawLines<Line>(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly PlainColumn<Line>[],
  lines: Iterable<Line>,
  language: Language,
): void {
  let sheet: ExcelJS.Worksheet | null = null;
  for (const line of lines) {
    if (sheet === null) {
      sheet = book.addWorksheet(name, {
        views: [{ state: 'frozen', ySplit: 1 }],
        pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      });
      sheet.columns = columns.map(({ width }) => ({ width }));
      drawHead(
        sheet,
        columns.map(({ heading }) => translate(language, heading)),
      );
    }
    const row = sheet.addRow(columns.map(({ value }) => safeText(value(line))));
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.font = { name: FONT, size: 10 };
      cell.border = THIN;
      cell.alignment = { vertical: 'top', wrapText: true };
      cell.numFmt = '@';
    });
  }
}

function drawHead(sheet: ExcelJS.Worksheet, headings: readonly string[]): void {
  const head = sheet.addRow([...headings]);
  head.height = 32;
  head.eachCell((cell) => {
    cell.font = { name: FONT, size: 10, bold: true };
    cell.fill = HEAD_FILL;
    cell.border = THIN;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
}

/** Height in points that shows every printed text whole: Excel does not grow rows of a file it did not write itself. */
function rowHeight(values: readonly (string | number)[]): number {
  const lines = values.slice(0, EDIT_COLUMNS.at(-1)).map((value, index) =>
    String(value)
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 0.8) / COLUMNS[index]!.width)), 0),
  );
  return Math.min(MAX_ROW_HEIGHT, Math.max(...lines) * LINE_HEIGHT + 3);
}

const withEvidence = (message: string, evidence: string | undefined): string =>
  evidence === undefined || evidence === '' ? message : `${message}\n${evidence}`;

const jumpCell = ({ finding }: CorrectionLine): string =>
  finding.cell || (finding.row === 0 ? 'A1' : `A${finding.row}`);

const quotedSheet = (sheet: string): string => encodeURI(`'${sheet.replaceAll("'", "''")}'`).replaceAll('#', '%23');

/** Ampersands start codes in headers and footers. */
const footerText = (text: string): string => text.replaceAll('&', '&&');

/** A value from a file as plain cell text: strings only, no control characters XML cannot hold, cut at Excel's limit. */
function safeText(value: string | number): string | number {
  if (typeof value === 'number') return value;
  const text = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
