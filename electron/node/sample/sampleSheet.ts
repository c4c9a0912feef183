import ExcelJS from 'exceljs';
import { cellAddress } from '../../../shared/table/cell.ts';

/** A value of the sample: text, or a number where Excel turned text into one. */
export type SampleValue = string | number;

/** One record of a sheet, by column key. */
export type SampleRecord = Record<string, SampleValue>;

/** A column: heading, or parent and child for a two-line header. */
export interface SampleColumn {
  readonly key: string;
  readonly heading: string | readonly [parent: string, child: string];
  readonly width?: number;
}

/** A sheet before it is drawn: how an agency lays it out, and its records. */
export interface SampleSheet {
  readonly name: string;
  /** Lines above the table, merged across it. */
  readonly title: readonly string[];
  /** Label and value lines above the table, in the first two columns. */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly SampleColumn[];
  /** A row "(1) (2) (3)" under the header. */
  readonly numbered?: boolean;
  /** Key whose value becomes a row of its own above the records that share it. */
  readonly groupBy?: string;
  readonly footer?: readonly string[];
  readonly records: SampleRecord[];
}

/** A seeded mistake: where it stands and which rule must find it. */
export interface SeededError {
  readonly file: string;
  readonly sheet: string;
  /** A1 address; '' for a mistake of the sheet as a whole. */
  readonly cell: string;
  readonly rule: string;
  readonly note: string;
}

/** Address of each record's cells after a sheet is laid out. */
export type CellPlaces = (record: SampleRecord, key: string) => string;

/** A sheet laid out as rows of values; empty strings are blank cells. */
export interface LaidOutSheet {
  readonly rows: readonly (readonly SampleValue[])[];
  readonly merges: readonly string[];
  readonly place: CellPlaces;
  /** 1-based rows of the header block. */
  readonly headerRows: readonly number[];
}

/** Lays a sheet out: title, header of one or two lines, numbering row, group rows, records, footer. */
export function layOut(sheet: SampleSheet): LaidOutSheet {
  const width = sheet.columns.length;
  const rows: SampleValue[][] = [];
  const merges: string[] = [];
  const places = new Map<SampleRecord, number>();
  const across = (text: string): void => {
    rows.push([text, ...Array.from({ length: width - 1 }, () => '')]);
    merges.push(`A${rows.length}:${cellAddress(width - 1, rows.length)}`);
  };

  sheet.title.forEach(across);
  for (const [label, value] of sheet.facts ?? []) rows.push([label, value]);
  if ((sheet.facts ?? []).length > 0) rows.push([]);
  const headerRows = drawHeader(sheet, rows, merges);
  if (sheet.numbered === true) rows.push(sheet.columns.map((_, index) => `(${index + 1})`));
  let group: SampleValue | undefined;
  for (const record of sheet.records) {
    if (sheet.groupBy !== undefined && record[sheet.groupBy] !== group) {
      group = record[sheet.groupBy];
      rows.push([String(group), ...Array.from({ length: width - 1 }, () => '')]);
    }
    rows.push(sheet.columns.map(({ key }) => record[key] ?? ''));
    places.set(record, rows.length);
  }
  if ((sheet.footer ?? []).length > 0) rows.push([]);
  for (const line of sheet.footer ?? []) {
    rows.push(sheet.columns.map((_, index) => (index === Math.max(0, width - 2) ? line : '')));
  }
  return {
    rows,
    merges,
    headerRows,
    place: (record, key) => {
      const row = places.get(record);
      const column = sheet.columns.findIndex((one) => one.key === key);
      if (row === undefined || column < 0) throw new Error(`no cell for ${key} in sample sheet ${sheet.name}`);
      return cellAddress(column, row);
    },
  };
}

function drawHeader(sheet: SampleSheet, rows: SampleValue[][], merges: string[]): readonly number[] {
  const parents = sheet.columns.map(({ heading }) => (typeof heading === 'string' ? heading : heading[0]));
  if (sheet.columns.every(({ heading }) => typeof heading === 'string')) {
    rows.push(parents);
    return [rows.length];
  }
  const top = rows.length + 1;
  rows.push(
    parents.map((parent, index) => (index > 0 && isChild(sheet, index) && parent === parents[index - 1] ? '' : parent)),
    sheet.columns.map(({ heading }) => (typeof heading === 'string' ? '' : heading[1])),
  );
  sheet.columns.forEach(({ heading }, index) => {
    if (typeof heading === 'string') {
      merges.push(`${cellAddress(index, top)}:${cellAddress(index, top + 1)}`);
    } else if (index === 0 || parents[index - 1] !== parents[index]) {
      let last = index;
      while (isChild(sheet, last + 1) && parents[last + 1] === parents[index]) last += 1;
      if (last > index) merges.push(`${cellAddress(index, top)}:${cellAddress(last, top)}`);
    }
  });
  return [top, top + 1];
}

const isChild = (sheet: SampleSheet, index: number): boolean =>
  typeof (sheet.columns[index]?.heading ?? '') !== 'string';

/** Draws sheets into an .xlsx workbook that looks like an office's own. */
export async function drawWorkbook(sheets: readonly SampleSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Dữ liệu mẫu';
  book.created = new Date(Date.UTC(2026, 7, 28));
  book.modified = book.created;
  for (const sheet of sheets) {
    const { rows, merges, headerRows } = layOut(sheet);
    const drawn = book.addWorksheet(sheet.name);
    drawn.columns = sheet.columns.map(({ width }) => ({ width: width ?? 18 }));
    for (const values of rows) {
      const row = drawn.addRow(values.map((value) => (value === '' ? null : value)));
      row.alignment = { vertical: 'top', wrapText: true };
    }
    for (const range of merges) drawn.mergeCells(range);
    sheet.title.forEach((_, index) => {
      drawn.getCell(index + 1, 1).alignment = { horizontal: 'center', wrapText: true };
      drawn.getCell(index + 1, 1).font = { bold: true };
    });
    for (const row of headerRows) {
      drawn.getRow(row).font = { bold: true };
      drawn.getRow(row).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The first sheet as CSV with semicolons and a BOM, as Vietnamese Excel saves it. */
export function drawCsv(sheet: SampleSheet): string {
  const quote = (value: SampleValue): string => {
    const text = String(value);
    return /[;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${layOut(sheet)
    .rows.map((row) => row.map(quote).join(';'))
    .join('\r\n')}\r\n`;
}
