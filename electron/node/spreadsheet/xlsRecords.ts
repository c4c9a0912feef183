import { legacyFontOf } from '../../../shared/domain/legacyFonts.ts';
import { FileRefusal } from './fileRefusal.ts';
import type { ReadLimits } from './readLimits.ts';

/** What SheetJS passes over in a sheet of an .xls file. */
export interface XlsSheet {
  /** Font of a text cell by `cellKey`, where it is one of before Unicode. */
  readonly fonts: ReadonlyMap<number, string>;
  /** 0-based. */
  readonly hiddenColumns: ReadonlySet<number>;
}

/** An OLE2 file taken apart: its streams by their paths. The library has no type for it. */
export interface OleContainer {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

/** Key of a cell in `XlsSheet.fonts`.
 *  @param row  0-based  @param column  0-based */
export const cellKey = (row: number, column: number): number => row * 65_536 + column;

// Record types of BIFF5 and BIFF8 ([MS-XLS] 2.3.1).
const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  sheet: 0x0085,
  font: 0x0031,
  style: 0x00e0,
  column: 0x007d,
  numbers: 0x00bd,
  link: 0x01b8,
  linkTip: 0x0800,
} as const;
/** Cells and beginnings as BIFF2 numbered them, which no later file holds; over them SheetJS may read without end. */
const OF_BIFF2: ReadonlySet<number> = new Set([0x0002, 0x0003, 0x0004, 0x0005, 0x0007, 0x0009]);
/** Cells that may hold a text; all begin with row, column and style: FORMULA, RSTRING, LABELSST, LABEL. */
const TEXT_CELLS: ReadonlySet<number> = new Set([0x0006, 0x00d6, 0x00fd, 0x0204]);
/** NUMBER, BOOLERR, RK. */
const NUMBER_CELLS: ReadonlySet<number> = new Set([0x0203, 0x0205, 0x027e]);
const BIFF8 = 0x0600;
const COLUMNS = 256;

/** Walks over the records of an .xls workbook for what SheetJS does not hand over: fonts of before Unicode, which are found
 *  in old files above all, and hidden columns.
 *
 *  @returns one per sheet, in the order of their places in the stream, which is SheetJS's order; none when the file is not
 *  laid out as expected
 *  @throws FileRefusal `file.tooLarge.cells` for more cells than SheetJS can hold, `file.damaged.structure` */
export function readXlsRecords(container: OleContainer, { maxWholeCells }: ReadLimits): readonly XlsSheet[] {
  const stream = workbookStream(container);
  if (stream === undefined) return [];
  const { sheets, styleFonts } = readGlobals(stream);
  const legacy = styleFonts.map((font) => (legacyFontOf(font) === undefined ? undefined : font));
  let cells = 0;
  return sheets
    .toSorted((a, b) => a - b)
    .map((start) => {
      const sheet = readSheet(stream, start, legacy, maxWholeCells - cells);
      cells += sheet.cells;
      if (cells > maxWholeCells) throw new FileRefusal('file.tooLarge.cells', { limit: maxWholeCells });
      return sheet;
    });
}

/** The stream that SheetJS reads: `Workbook`, else `Book`. Excel 97 could write both, for itself and for Excel 95. */
function workbookStream({ FullPaths, FileIndex }: OleContainer): Uint8Array | undefined {
  const root = (FullPaths[0] ?? '').slice(0, -1);
  for (const name of ['workbook', 'book']) {
    const path = `${root}/${name}`.toLowerCase();
    const content = FileIndex[FullPaths.findIndex((candidate) => candidate.toLowerCase() === path)]?.content;
    if (content !== undefined) return Uint8Array.from(content);
  }
  return undefined;
}

/** One record: its type and where its data stands. */
interface BiffRecord {
  readonly type: number;
  readonly start: number;
  readonly length: number;
}

/** The records of one substream, those of charts embedded in it left out. */
function* recordsOf(stream: Uint8Array, from: number): Generator<BiffRecord, void, void> {
  let depth = 0;
  for (let at = from; at + 4 <= stream.length;) {
    const type = uint16(stream, at);
    const length = uint16(stream, at + 2);
    const start = at + 4;
    if (start + length > stream.length) return;
    if (OF_BIFF2.has(type)) throw new FileRefusal('file.damaged.structure');
    if (type === RECORD.bof) depth++;
    if (depth <= 1) yield { type, start, length };
    if (type === RECORD.eof && --depth <= 0) return;
    at = start + length;
  }
}

function readGlobals(stream: Uint8Array): { readonly sheets: number[]; readonly styleFonts: string[] } {
  const sheets: number[] = [];
  const fonts: string[] = [];
  const styles: number[] = [];
  let isBiff8 = true;
  for (const { type, start, length } of recordsOf(stream, 0)) {
    if (type === RECORD.bof) isBiff8 = length >= 2 && uint16(stream, start) === BIFF8;
    else if (type === RECORD.sheet && length >= 4) {
      sheets.push(uint16(stream, start) + uint16(stream, start + 2) * 65_536);
    } else if (type === RECORD.font) fonts.push(fontName(stream.subarray(start, start + length), isBiff8));
    else if (type === RECORD.style && length >= 2) styles.push(uint16(stream, start));
  }
  // There is no font number 4: the fifth font of the list is number 5 ([MS-XLS] 2.5.129).
  return { sheets, styleFonts: styles.map((number) => fonts[number > 4 ? number - 1 : number] ?? '') };
}

/** Name in a FONT record: its length at 14; in BIFF8 then a flag for two bytes per character ([MS-XLS] 2.4.122). */
function fontName(record: Uint8Array, isBiff8: boolean): string {
  const length = record[14] ?? 0;
  if (!isBiff8) return Buffer.from(record.subarray(15, 15 + length)).toString('latin1');
  const isWide = ((record[15] ?? 0) & 1) === 1;
  return Buffer.from(record.subarray(16, 16 + length * (isWide ? 2 : 1))).toString(isWide ? 'utf16le' : 'latin1');
}

/** Reads a sheet, no further than one cell more than are allowed. */
function readSheet(
  stream: Uint8Array,
  from: number,
  styleFonts: readonly (string | undefined)[],
  allowed: number,
): XlsSheet & { readonly cells: number } {
  const fonts = new Map<number, string>();
  const hiddenColumns = new Set<number>();
  let cells = 0;
  for (const { type, start, length } of recordsOf(stream, from)) {
    if (TEXT_CELLS.has(type) || NUMBER_CELLS.has(type)) {
      cells++;
      if (length >= 4 && uint16(stream, start + 2) >= COLUMNS) throw new FileRefusal('file.damaged.structure');
    }
    // MULRK: six bytes beside the cells, six per cell ([MS-XLS] 2.4.175).
    else if (type === RECORD.numbers) cells += Math.floor(Math.max(0, length - 6) / 6);
    // SheetJS looks at every cell of a link's range, be it blank; row and column, first and last ([MS-XLS] 2.4.140).
    else if ((type === RECORD.link || type === RECORD.linkTip) && length >= 10) {
      const at = type === RECORD.link ? start : start + 2;
      const rows = uint16(stream, at + 2) - uint16(stream, at) + 1;
      const columns = uint16(stream, at + 6) - uint16(stream, at + 4) + 1;
      cells += Math.max(0, rows) * Math.max(0, columns);
    }
    if (cells > allowed) break;
    if (TEXT_CELLS.has(type) && length >= 6) {
      const font = styleFonts[uint16(stream, start + 4)];
      if (font !== undefined) fonts.set(cellKey(uint16(stream, start), uint16(stream, start + 2)), font);
    } else if (type === RECORD.column && length >= 10 && (uint16(stream, start + 8) & 1) === 1) {
      // COLINFO: first and last column, width, style, flags of which the lowest hides ([MS-XLS] 2.4.53).
      const last = Math.min(uint16(stream, start + 2), COLUMNS - 1);
      for (let column = uint16(stream, start); column <= last; column++) hiddenColumns.add(column);
    }
  }
  return { fonts, hiddenColumns, cells };
}

const uint16 = (bytes: Uint8Array, at: number): number => bytes[at]! | (bytes[at + 1]! << 8);
