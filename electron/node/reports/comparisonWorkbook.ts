import ExcelJS from 'exceljs';
import { countsOf } from '../../../shared/comparison/comparisonCounts.ts';
import {
  comparedFieldName,
  fieldLine,
  listLine,
  sourceLines,
  type ComparisonInfo,
  type FieldLine,
  type ListLine,
  type Sides,
} from '../../../shared/comparison/comparisonTexts.ts';
import type { Comparison } from '../../../shared/comparison/compareLists.ts';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import { columnLetters } from '../../../shared/table/cell.ts';

/** Longest text an Excel cell holds. */
const MAX_TEXT = 32_767;

/** Excel's limit for a row, and a line of 10-point type, in points. */
const MAX_ROW_HEIGHT = 409;
const LINE_HEIGHT = 13;

const FONT = 'Times New Roman';
const fill = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const HEAD_FILL = fill('FFD9E2F3');
const DIFFERENT_FILL = fill('FFF8D7DA');
const EDIT_FILL = fill('FFF2F8EC');
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };

/** A column of a sheet of differences. `side`: the cell is marked where that list differs. */
interface Column<Line> {
  readonly heading: string;
  readonly width: number;
  readonly value: (line: Line) => string;
  readonly side?: keyof Sides;
}

const OPINION = 'comparison.opinion';

const LIST_COLUMNS: readonly Column<ListLine>[] = [
  { heading: 'comparison.code', width: 11, value: ({ code }) => code },
  { heading: 'comparison.name', width: 36, value: ({ name }) => name },
  { heading: 'comparison.agencyState', width: 30, value: ({ agencies }) => agencies, side: 'agency' },
  { heading: 'comparison.nationalState', width: 20, value: ({ national }) => national, side: 'national' },
  { heading: 'comparison.provinceState', width: 18, value: ({ province }) => province, side: 'province' },
  { heading: 'comparison.remark', width: 28, value: ({ remark }) => remark },
  { heading: OPINION, width: 16, value: () => '' },
];

const FIELD_COLUMNS: readonly Column<FieldLine>[] = [
  { heading: 'comparison.columnAgency', width: 17, value: ({ agency }) => agency },
  { heading: 'comparison.code', width: 10, value: ({ code }) => code },
  { heading: 'comparison.name', width: 25, value: ({ name }) => name },
  { heading: 'comparison.columnField', width: 12, value: ({ field }) => field },
  { heading: 'comparison.place', width: 15, value: ({ place }) => place },
  { heading: 'comparison.agencyValue', width: 20, value: ({ agencyText }) => agencyText, side: 'agency' },
  { heading: 'comparison.nationalValue', width: 20, value: ({ nationalText }) => nationalText, side: 'national' },
  { heading: 'comparison.provinceValue', width: 20, value: ({ provinceText }) => provinceText, side: 'province' },
  { heading: 'comparison.columnKind', width: 19, value: ({ pattern }) => pattern },
  { heading: 'comparison.remark', width: 18, value: ({ remark }) => remark },
  { heading: OPINION, width: 14, value: () => '' },
];

/** Bytes of a comparison as an .xlsx workbook: a summary, the lists side by side, the values side by side. Every value is
 *  text. What differs is filled and carries a mark in front, for those who print without colours. */
export async function comparisonWorkbook(
  comparison: Comparison,
  info: ComparisonInfo,
  language: Language,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Rà soát TTHC';
  drawSummary(book, comparison, info, language);
  drawSheet(book, 'comparison.sheetLists', LIST_COLUMNS, language, function* () {
    for (const one of comparison.lists) yield listLine(one, comparison, language);
  });
  const columns = FIELD_COLUMNS.filter(
    ({ side }) => (side !== 'province' || comparison.hasProvince) && (side !== 'national' || comparison.hasNational),
  );
  drawSheet(book, 'comparison.sheetFields', columns, language, function* () {
    for (const one of comparison.fields) yield fieldLine(one, language);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function drawSheet<Line extends { readonly differs: Sides }>(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly Column<Line>[],
  language: Language,
  lines: () => Iterable<Line>,
): void {
  const frozen = columns.findIndex(({ heading }) => heading === 'comparison.name');
  const sheet = book.addWorksheet(translate(language, name), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: frozen }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&R${translate(language, 'comparison.pageFooter')}` },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.addRow(columns.map(({ heading }) => translate(language, heading)));
  head.height = 32;
  head.eachCell((cell) => asHead(cell, 10));
  const mark = translate(language, 'comparison.mark');
  let count = 0;
  for (const content of lines()) {
    count += 1;
    const texts = columns.map(({ value, side }) =>
      side !== undefined && content.differs[side] ? mark + value(content) : value(content),
    );
    const row = sheet.addRow(texts.map(safeText));
    row.height = rowHeight(texts, columns);
    row.eachCell({ includeEmpty: true }, (cell, index) => {
      const { side, heading } = columns[index - 1]!;
      cell.font = { name: FONT, size: 10 };
      cell.border = BORDER;
      cell.alignment = { vertical: 'top', wrapText: true };
      // Text, whatever it looks like: a code must not turn into a number, nor a value into a formula.
      cell.numFmt = '@';
      if (side !== undefined && content.differs[side]) cell.fill = DIFFERENT_FILL;
      if (heading === OPINION) cell.fill = EDIT_FILL;
    });
  }
  sheet.autoFilter = `A1:${columnLetters(columns.length - 1)}${count + 1}`;
  if (count === 0) sheet.addRow([translate(language, 'comparison.same')]).font = { name: FONT, size: 10, italic: true };
}

function drawSummary(book: ExcelJS.Workbook, comparison: Comparison, info: ComparisonInfo, language: Language): void {
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    translate(language, `comparison.${key}`, params);
  const sheet = book.addWorksheet(say('sheetSummary'), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  });
  sheet.columns = [72, 16, 16].map((width) => ({ width }));
  const add = (values: readonly (string | number)[], style: Partial<ExcelJS.Font> = {}): ExcelJS.Row => {
    const row = sheet.addRow(values.map((value) => (typeof value === 'number' ? value : safeText(value))));
    row.font = { name: FONT, size: 12, ...style };
    return row;
  };
  const wide = (text: string, style: Partial<ExcelJS.Font> = {}): void => {
    const row = add([text], style);
    sheet.mergeCells(row.number, 1, row.number, 3);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.height = 17 * Math.max(1, Math.ceil(text.length / 95));
  };
  const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void => {
    add(heads.map((key) => say(key))).eachCell((cell) => asHead(cell, 12));
    for (const values of rows) {
      add(values).eachCell((cell, index) => {
        cell.border = BORDER;
        cell.alignment = { wrapText: true, vertical: 'top', horizontal: index === 1 ? 'left' : 'right' };
        cell.numFmt = index === 1 ? '@' : '#,##0';
      });
    }
    add([]);
  };

  const counts = countsOf(comparison);
  wide(say('title'), { size: 14, bold: true });
  for (const text of sourceLines(comparison, info, language)) wide(text);
  add([]);
  wide(say('lists', { count: comparison.lists.length }), { bold: true });
  if (counts.lists.length > 0) {
    table(
      ['columnKind', 'columnCount'],
      counts.lists.map(({ remark, count }) => [say(`list.${remark}`), count]),
    );
  }
  wide(say('fields', { count: counts.different }), { bold: true });
  if (counts.different > 0) {
    table(
      ['columnKind', 'columnCount'],
      counts.patterns.map(({ pattern, count }) => [say(`pattern.${pattern}`), count]),
    );
    table(
      ['columnField', 'columnCount'],
      counts.fields.map(({ field, count }) => [comparedFieldName(field, language), count]),
    );
  }
  if (counts.unclear > 0) wide(say('unclear', { count: counts.unclear }));
  if (comparison.provinceOnly > 0) wide(say('provinceOnly', { count: comparison.provinceOnly }));
  if (counts.agencies.length > 0) {
    add([]);
    wide(say('byAgency'), { bold: true });
    table(
      ['columnAgency', 'columnLists', 'columnFields'],
      counts.agencies.map(({ agency, lists, fields }) => [agency?.name ?? say('provinceSystem'), lists, fields]),
    );
  }
}

function asHead(cell: ExcelJS.Cell, size: number): void {
  cell.font = { name: FONT, size, bold: true };
  cell.fill = HEAD_FILL;
  cell.border = BORDER;
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
}

/** Height in points that shows every text whole: Excel does not grow rows of a file it did not write itself. */
function rowHeight(texts: readonly string[], columns: readonly { readonly width: number }[]): number {
  const lines = texts.map((text, index) =>
    text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 0.85) / columns[index]!.width)), 0),
  );
  return Math.min(MAX_ROW_HEIGHT, Math.max(...lines) * LINE_HEIGHT + 3);
}

/** A text from a file as plain cell text: no control characters XML cannot hold, cut at Excel's limit. */
function safeText(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT - 1)}…` : clean;
}
