import ExcelJS from 'exceljs';
import { formatDate } from '../../../shared/domain/calendarDate.ts';
import { translate, type Language } from '../../../shared/i18n/index.ts';
import { printable } from '../../../shared/reports/pages/officialDocument.ts';
import { AREAS } from '../../../shared/domain/readinessArea.ts';
import type { ReadyChange, RoundProgress } from '../../../shared/reports/readiness/compareRounds.ts';
import type { AreaState, Readiness } from '../../../shared/reports/readiness/readiness.ts';
import { withFixedTimes } from './zipTimes.ts';

const FONT = 'Times New Roman';
const HEAD_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E2F3' } };
const LINE: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFBFBFBF' } };
const BORDER: Partial<ExcelJS.Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Steps of readiness and their colours; the number in the cell says the same. */
const STEPS = [
  { below: 50, argb: 'FFF8D7DA' },
  { below: 90, argb: 'FFFFF3CD' },
  { below: 100, argb: 'FFEFF6E6' },
  { below: 101, argb: 'FFD5EBC7' },
] as const;

/** Bytes of the readiness of a round as .xlsx: the matrix, the counts behind it, and the progress since the round before
 *  where there was one. The same readiness always gives the same bytes.
 *  @param day  ISO date of the check */
export async function readinessWorkbook(
  readiness: Readiness,
  progress: RoundProgress | null,
  round: string,
  day: string,
  language: Language,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const made = new Date(`${day}T00:00:00Z`);
  Object.assign(book, { creator: 'Rà soát TTHC', created: made, modified: made });
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    translate(language, `readiness.${key}`, params);
  drawMatrix(book, readiness, say('subject', { round, day: formatDate(day) }), say);
  drawDetails(book, readiness, say);
  if (progress !== null) drawProgress(book, progress, say);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Nothing a cell holds is a formula: texts are texts, control characters are replaced. */
const cellText = (text: string): string => printable(text).slice(0, 32_767);

function drawMatrix(book: ExcelJS.Workbook, readiness: Readiness, subject: string, say: Say): void {
  const sheet = newSheet(book, say('sheetMatrix'), [5, 34, ...AREAS.map(() => 12), 10], { rows: 4, columns: 2 });
  const width = AREAS.length + 3;
  for (const [text, font] of [
    [say('title').toUpperCase(), { bold: true, size: 14 }],
    [subject, { italic: true, size: 12 }],
  ] as const) {
    const row = sheet.addRow([cellText(text)]);
    sheet.mergeCells(row.number, 1, row.number, width);
    row.getCell(1).font = { name: FONT, ...font };
    row.getCell(1).alignment = { horizontal: 'center' };
  }
  sheet.addRow([]);
  drawHead(sheet, ['TT', say('columnAgency'), ...AREAS.map((area) => say(`short.${area}`)), say('columnAll')]);
  const line = (
    name: string,
    states: Readonly<Record<(typeof AREAS)[number], AreaState>>,
    ready: number,
    ordinal: number | '',
  ) => {
    const values = AREAS.map((area) => states[area].ready);
    const row = sheet.addRow([ordinal, cellText(name), ...values.map(share), share(ready)]);
    drawRow(row, 2);
    [...values, ready].forEach((value, at) => drawShare(row.getCell(at + 3), value));
    return row;
  };
  readiness.agencies.forEach(({ agency, areas, ready }, at) => line(agency.name, areas, ready, at + 1));
  line(say('whole'), readiness.total, readiness.ready, '').font = { name: FONT, size: 11, bold: true };
  const note = sheet.addRow([cellText(say('howCounted'))]);
  sheet.mergeCells(note.number, 1, note.number, width);
  note.height = 34;
  note.getCell(1).font = { name: FONT, size: 11, italic: true };
  note.getCell(1).alignment = { wrapText: true, vertical: 'top' };
  sheet.pageSetup.printTitlesRow = '4:4';
}

/** Per cent as Excel counts it; a dash where there was nothing. */
const share = (ready: number | null): number | string => (ready === null ? '–' : ready / 100);

function drawShare(cell: ExcelJS.Cell, ready: number | null): void {
  cell.alignment = { horizontal: 'center', vertical: 'top' };
  cell.numFmt = '0%';
  const step = ready === null ? undefined : STEPS.find(({ below }) => ready < below);
  if (step !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: step.argb } };
}

function drawDetails(book: ExcelJS.Workbook, readiness: Readiness, say: Say): void {
  const sheet = newSheet(book, say('sheetDetails'), [34, 34, 11, 12, 10, 12, 11], { rows: 1, columns: 2 });
  drawHead(sheet, [
    say('columnAgency'),
    say('columnArea'),
    say('columnRows'),
    say('columnBroken'),
    say('columnErrors'),
    say('columnWarnings'),
    say('columnReady'),
  ]);
  for (const { agency, areas } of readiness.agencies) {
    for (const area of AREAS) {
      const { rows, broken, counts, ready } = areas[area];
      if (ready === null && counts.error + counts.warning === 0) continue;
      const row = sheet.addRow([
        cellText(agency.name),
        say(`area.${area}`),
        rows,
        broken,
        counts.error,
        counts.warning,
        share(ready),
      ]);
      drawRow(row, 2);
      drawShare(row.getCell(7), ready);
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: 7 } };
  sheet.pageSetup.printTitlesRow = '1:1';
}

function drawProgress(book: ExcelJS.Workbook, progress: RoundProgress, say: Say): void {
  const sheet = newSheet(book, say('sheetProgress'), [5, 46, 15, 15, 15, 15, 15], { rows: 2, columns: 2 });
  const title = sheet.addRow([cellText(say('tableProgress', { before: progress.before }))]);
  sheet.mergeCells(1, 1, 1, 7);
  title.getCell(1).font = { name: FONT, size: 12, bold: true };
  drawHead(sheet, [
    'TT',
    say('columnAgency'),
    say('columnMended'),
    say('columnAdded'),
    say('columnUnchanged'),
    say('columnReadyBefore'),
    say('columnReadyNow'),
  ]);
  const line = (
    ordinal: number | '',
    name: string,
    counts: readonly (number | string)[],
    { before, now }: ReadyChange,
  ): ExcelJS.Row => {
    const row = sheet.addRow([ordinal, cellText(name), ...counts, share(before), share(now)]);
    drawRow(row, 2);
    [before, now].forEach((ready, at) => drawShare(row.getCell(at + 6), ready));
    return row;
  };
  progress.agencies.forEach(({ agency, total, ready, absent }, at) => {
    const name = absent ? say('absent', { agency: agency.name }) : agency.name;
    const counts = absent ? ['–', '–', '–'] : [total.mended, total.added, total.unchanged];
    line(at + 1, name, counts, ready);
  });
  const { mended, added, unchanged } = progress.total;
  line('', say('whole'), [mended, added, unchanged], progress.ready).font = { name: FONT, size: 11, bold: true };
}

function newSheet(
  book: ExcelJS.Workbook,
  name: string,
  widths: readonly number[],
  frozen: { readonly rows: number; readonly columns: number },
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  return sheet;
}

function drawHead(sheet: ExcelJS.Worksheet, headings: readonly string[]): void {
  const row = sheet.addRow([...headings]);
  row.height = 32;
  row.eachCell((cell) => {
    cell.font = { name: FONT, size: 11, bold: true };
    cell.fill = HEAD_FILL;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
}

/** @param textColumns  how many columns at the left are text */
function drawRow(row: ExcelJS.Row, textColumns: number): void {
  row.font = { name: FONT, size: 11 };
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.border = BORDER;
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: column > textColumns ? 'right' : 'left' };
    if (column > textColumns) cell.numFmt = '#,##0';
  });
}
