import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { CellDictionaryBuilder, STORED } from '../../../shared/table/cellDictionary.ts';
import type { CellRange, Workbook } from '../../../shared/table/sheet.ts';
import { FileRefusal } from './fileRefusal.ts';
import { megabytesOf, type ReadLimits } from './readLimits.ts';
import { createCellBudget, SheetColumns, type CellBudget } from './sheetColumns.ts';
import { readOdsVisibility, rowsInStretches, type OdsSheet } from './odsVisibility.ts';
import { refuseUnfoldingHtml, refuseUnfoldingOds, refuseUnfoldingXml2003 } from './unfoldedSize.ts';
import { cellKey, readXlsRecords, type OleContainer, type XlsSheet } from './xlsRecords.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Formats that are left to SheetJS, which reads more old files right than any other library. */
export type LegacyFormat = Exclude<Workbook['format'], 'xlsx' | 'csv'>;

/** Reads an old or rare format with SheetJS and turns the result into columns: raw values, number formats, merged ranges,
 *  hidden rows, columns and sheets. SheetJS holds the file in memory as a whole, hence the limit of its own.
 *
 *  @param content  the bytes, or for a format that is text the text
 *  @param odsContent  `content.xml` of an .ods package, for what is hidden in it
 *  @throws FileRefusal `file.tooLarge.*`, `file.encrypted`, `file.unknownFormat` for an OLE2 file that is no workbook,
 *  `file.damaged` with the library's own words, `file.damaged.structure` when it has none */
export async function readLegacyWorkbook(
  content: Uint8Array | string,
  format: LegacyFormat,
  limits: ReadLimits,
  odsContent?: string,
): Promise<Workbook> {
  if (content.length > limits.maxWholeFileBytes) {
    throw new FileRefusal('file.tooLarge.file', { megabytes: megabytesOf(limits.maxWholeFileBytes) });
  }
  const { book, passedOver } = await readBook(content, format, limits, odsContent);
  const dictionary = new CellDictionaryBuilder(book.Workbook?.WBProps?.date1904 === true);
  const budget = createCellBudget(limits);
  if (book.SheetNames.length > limits.maxSheets) {
    throw new FileRefusal('file.tooLarge.entries', { limit: limits.maxSheets });
  }
  // The library keeps sheets by name: of two with one name the second would be read twice, of a thousand a thousand times.
  if (new Set(book.SheetNames).size < book.SheetNames.length) throw new FileRefusal('file.damaged.structure');
  const scanned = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') return [];
    const more = passedOver[index] ?? {};
    const columns = readCells(sheet, dictionary, budget, more.fonts);
    return [{ columns, look: { name, ...lookOf(sheet, book, index, more) }, more }];
  });
  const finished = dictionary.finish();
  const sheets = scanned.map(({ columns, look, more: { hiddenStretches } }) => {
    const sheet = columns.finish(look, finished);
    if (hiddenStretches === undefined) return sheet;
    return { ...sheet, hiddenRows: rowsInStretches(sheet.rowNumbers, hiddenStretches) };
  });
  return { format, sheets };
}

/** What the library does not tell of a sheet and was read beside it. */
type PassedOver = Partial<XlsSheet & OdsSheet>;

interface LegacyBook {
  readonly book: WorkBook;
  /** Per sheet; empty when nothing is known. */
  readonly passedOver: readonly PassedOver[];
}

async function readBook(
  content: Uint8Array | string,
  format: LegacyFormat,
  limits: ReadLimits,
  odsContent: string | undefined,
): Promise<LegacyBook> {
  // Loaded only when such a file comes: a megabyte of program that most runs never need.
  const [library, codepages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel.full.mjs')]);
  library.set_cptable(codepages);
  try {
    const source = { content, format, limits, odsContent };
    const passedOver = readPassedOver(source, library.CFB.read);
    // `raw` keeps codes in HTML tables from being taken for numbers; numbers keep their formats beside them.
    const book = quietly(() =>
      library.read(content, {
        type: typeof content === 'string' ? 'string' : 'array',
        raw: true,
        dense: true,
        cellNF: true,
        cellText: false,
        cellHTML: false,
        codepage: 1258,
        // Only so does the library tell hidden columns of .xlsb.
        cellStyles: format === 'xlsb',
      }),
    );
    return { book, passedOver: passedOver.length === book.SheetNames.length ? passedOver : [] };
  } catch (error) {
    throw error instanceof FileRefusal ? error : refusalOf(error);
  }
}

/** Runs the library without its remarks on the console, which would land among the lines of the command line. */
function quietly<T>(read: () => T): T {
  const { error } = console;
  console.error = () => {};
  try {
    return read();
  } finally {
    console.error = error;
  }
}

interface LegacySource {
  readonly content: Uint8Array | string;
  readonly format: LegacyFormat;
  readonly limits: ReadLimits;
  readonly odsContent: string | undefined;
}

/** Looks at a file before the library does: refuses one that would be too much for it, and notes what it will not tell. */
function readPassedOver(
  { content, format, limits, odsContent }: LegacySource,
  takeApart: (bytes: Uint8Array, options: { type: 'array' }) => OleContainer,
): readonly PassedOver[] {
  if (typeof content !== 'string' && format === 'xls') {
    return readXlsRecords(takeApart(content, { type: 'array' }), limits);
  }
  const text = typeof content === 'string' ? content : odsContent;
  if (text === undefined) return [];
  if (format === 'xml2003') refuseUnfoldingXml2003(text, limits);
  else if (format === 'html') refuseUnfoldingHtml(text, limits);
  if (format !== 'ods') return [];
  refuseUnfoldingOds(text, limits);
  return readOdsVisibility(text);
}

function refusalOf(error: unknown): FileRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(detail)) return new FileRefusal('file.encrypted');
  if (/cannot find workbook stream|unsupported file|not a spreadsheet/i.test(detail)) {
    return new FileRefusal('file.unknownFormat');
  }
  // The library names what it finds wrong in plain errors; any other kind is one of its own slips over such a file.
  const isNamed = error instanceof Error && error.name === 'Error';
  return isNamed
    ? new FileRefusal('file.damaged', { detail: detail.slice(0, 120) })
    : new FileRefusal('file.damaged.structure');
}

function readCells(
  sheet: WorkSheet,
  dictionary: CellDictionaryBuilder,
  budget: CellBudget,
  fonts: XlsSheet['fonts'] | undefined,
): SheetColumns {
  const columns = new SheetColumns(budget);
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!cell) return;
      if (column >= MAX_COLUMNS || row >= MAX_ROWS) throw new FileRefusal('file.damaged.structure');
      const font = cell.t === 's' ? fonts?.get(cellKey(row, column)) : undefined;
      const code = codeOf(cell, dictionary);
      columns.put(row + 1, column, font === undefined ? code : dictionary.inFont(code, dictionary.fontIndex(font)));
    });
  });
  return columns;
}

function codeOf(cell: CellObject, dictionary: CellDictionaryBuilder): number {
  const isFormula = cell.f !== undefined;
  switch (cell.t) {
    case 'n': {
      const format = typeof cell.z === 'string' ? dictionary.formatIndex(cell.z) : 0;
      return dictionary.internText(String(cell.v), STORED.number, format, isFormula);
    }
    case 'b':
      return dictionary.internText(cell.v === true ? 'TRUE' : 'FALSE', STORED.boolean, 0, isFormula);
    case 'e':
      return dictionary.internText(ERRORS[Number(cell.v)] ?? '#ERROR!', STORED.error, 0, isFormula);
    case 's':
      return dictionary.internText(String(cell.v ?? ''), STORED.text, 0, isFormula);
    case 'd':
      return dictionary.internText(dateText(cell.v), STORED.number, 0, isFormula);
    default:
      return 0;
  }
}

const dateText = (value: CellObject['v']): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '');

/** Error codes of BIFF ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

function lookOf(sheet: WorkSheet, book: WorkBook, index: number, more: PassedOver) {
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
  const merges = (sheet['!merges'] ?? []).map(({ s, e }): CellRange => ({
    firstColumn: s.c,
    firstRow: s.r + 1,
    lastColumn: e.c,
    lastRow: e.r + 1,
  }));
  return {
    visibility: more.visibility ?? (hidden === 1 ? 'hidden' : hidden === 2 ? 'veryHidden' : 'visible'),
    merges,
    hiddenRows: indexesOfHidden(sheet['!rows'], 1),
    hiddenColumns: more.hiddenColumns ?? indexesOfHidden(sheet['!cols'], 0),
  } as const;
}

function indexesOfHidden(list: readonly ({ hidden?: boolean } | undefined)[] | undefined, base: number): Set<number> {
  const indexes = new Set<number>();
  list?.forEach((item, index) => {
    if (item?.hidden === true) indexes.add(index + base);
  });
  return indexes;
}
