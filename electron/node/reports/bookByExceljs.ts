import ExcelJS from 'exceljs';
import { footCodes, type Book, type BookCell, type BookSheet } from '../../../shared/reports/book/book.ts';
import {
  BOOK_FONT,
  BORDER_COLOUR,
  LINK_COLOUR,
  LOOK_NAMES,
  traitsOf,
  type Look,
} from '../../../shared/reports/book/looks.ts';
import { fingerprintOfParts } from '../../../shared/fingerprint.ts';
import { columnLetters } from '../../../shared/table/cell.ts';
import { withFixedTimes } from './zipTimes.ts';

/** The moment that stands on the parts of the package. */
const NO_TIME = new Date('1980-01-01T00:00:00Z');

/** Bytes of a workbook as exceljs writes it. It holds every cell in memory, about 2 KB each: for short lists. The same book
 *  always gives the same bytes. */
export async function bookByExceljs(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: 'Rà soát TTHC', created: NO_TIME, modified: NO_TIME });
  for (const sheet of book.sheets) {
    const drawn = workbook.addWorksheet(sheet.name, optionsOf(sheet));
    await drawSheet(drawn, sheet);
    if (sheet.noRowsNoSheet === true && drawn.rowCount === 0) workbook.removeWorksheet(drawn.id);
  }
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function optionsOf(sheet: BookSheet): Partial<ExcelJS.AddWorksheetOptions> {
  const { frozen, foot } = sheet;
  return {
    ...(sheet.isHidden === true ? { state: 'hidden' as const } : {}),
    views: [
      {
        ...(frozen === undefined ? {} : { state: 'frozen' as const, ySplit: frozen.rows, xSplit: frozen.columns }),
        ...(sheet.noGrid === true ? { showGridLines: false } : {}),
      },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: sheet.landscape === true ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(sheet.repeatedRows === undefined ? {} : { printTitlesRow: `1:${sheet.repeatedRows}` }),
    },
    ...(foot === undefined ? {} : { headerFooter: { oddFooter: footCodes(foot) } }),
  };
}

async function drawSheet(drawn: ExcelJS.Worksheet, sheet: BookSheet): Promise<void> {
  drawn.columns = sheet.columns.map(({ width, isHidden }) => ({ width, hidden: isHidden === true }));
  let number = 0;
  for (const { cells, height, merges } of sheet.rows()) {
    number += 1;
    const row = drawn.getRow(number);
    if (height !== undefined) row.height = height;
    cells.forEach((cell, at) => {
      if (cell !== null) drawCell(row.getCell(at + 1), cell);
    });
    for (const [first, last] of merges ?? []) drawn.mergeCells(number, first + 1, number, last + 1);
  }
  if (sheet.filter === true) {
    drawn.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, number), column: sheet.columns.length } };
  }
  if (sheet.printedColumns !== undefined) {
    drawn.pageSetup.printArea = `A$1:${columnLetters(sheet.printedColumns - 1)}$${Math.max(2, number)}`;
  }
  for (const { column, firstRow, lastRow, colour } of sheet.bars?.() ?? []) {
    const letter = columnLetters(column);
    const ref = `${letter}${firstRow}:${letter}${lastRow}`;
    drawn.addConditionalFormatting({ ref, rules: [barRule(colour, `${drawn.name} ${ref}`)] });
  }
  if (sheet.isProtected === true) {
    await drawn.protect('', {
      spinCount: 1,
      autoFilter: true,
      sort: true,
      formatColumns: true,
      formatRows: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    });
  }
}

/** @param place  tells it from the other bars of the workbook */
const barRule = (colour: string, place: string): ExcelJS.ConditionalFormattingRule =>
  ({
    type: 'dataBar',
    priority: 1,
    gradient: false,
    minLength: 0,
    maxLength: 100,
    cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
    color: { argb: `FF${colour}` },
    // exceljs would put a name made of chance here, and the same book would have other bytes each time.
    get x14Id() {
      const digits = fingerprintOfParts([place]).toUpperCase();
      return `{${digits.slice(0, 8)}-0000-4000-8000-${digits.slice(8, 20)}}`;
    },
    set x14Id(_name) {},
    // The types of exceljs lack the colour that it writes.
  }) as unknown as ExcelJS.ConditionalFormattingRule;

function drawCell(drawn: ExcelJS.Cell, { value, look, link, choices }: BookCell): void {
  const content = typeof value === 'number' ? value : literal(value);
  drawn.value = link === undefined ? content : { text: String(content), hyperlink: link };
  drawn.style = STYLES[look];
  if (choices !== undefined) {
    drawn.dataValidation = { type: 'list', allowBlank: true, formulae: [choices], showErrorMessage: false };
  }
}

/** exceljs does not mark a text that looks like Excel's spelling of a character (ECMA-376 part 1, 22.9.2.19). */
const literal = (text: string): string => text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');

const edge: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: `FF${BORDER_COLOUR}` } };

const STYLES = Object.fromEntries(LOOK_NAMES.map((look) => [look, styleOf(look)])) as Readonly<
  Record<Look, Partial<ExcelJS.Style>>
>;

function styleOf(look: Look): Partial<ExcelJS.Style> {
  const traits = traitsOf(look);
  return {
    font: {
      name: BOOK_FONT,
      size: traits.size,
      ...(traits.bold === true ? { bold: true } : {}),
      ...(traits.italic === true ? { italic: true } : {}),
      ...(traits.link === true ? { underline: true, color: { argb: `FF${LINK_COLOUR}` } } : {}),
    },
    ...(traits.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${traits.fill}` } } }),
    ...(traits.border === true ? { border: { top: edge, left: edge, bottom: edge, right: edge } } : {}),
    alignment: {
      wrapText: true,
      vertical: traits.vertical === 'center' ? 'middle' : 'top',
      horizontal: traits.horizontal ?? 'left',
    },
    numFmt: traits.number ?? '@',
    protection: { locked: traits.open !== true },
  };
}
