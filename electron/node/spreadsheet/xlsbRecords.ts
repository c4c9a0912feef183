import { FileRefusal } from './fileRefusal.ts';
import type { ReadLimits } from './readLimits.ts';

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

// Record types of [MS-XLSB] 2.3.2; a number means the same record in every part.
const RECORD = { row: 0x0000, columns: 0x003c, link: 0x01ee, richCell: 0x003e } as const;
/** BrtCellBlank to BrtFmlaError begin with their column; the short ones that follow stand beside the cell before. */
const LAST_WITH_COLUMN = 0x000b;
const LAST_CELL = 0x0012;

/** Looks through the records of .xlsb parts before SheetJS does, which follows rows, columns and links wherever they point:
 *  to row two billion, or over as many cells.
 *
 *  @returns a function to be given one part after the other; it throws FileRefusal `file.damaged.structure` for records that
 *  lie outside a sheet or run past the part's end, `file.tooLarge.cells` for more cells than SheetJS can hold */
export function createXlsbCheck({ maxWholeCells }: ReadLimits): (part: Uint8Array) => void {
  let cells = 0;
  return (part) => {
    for (const { type, start } of recordsOf(part)) {
      if (type === RECORD.row) refuseFrom(MAX_ROWS, uint32(part, start));
      else if (type <= LAST_CELL || type === RECORD.richCell) {
        cells++;
        if (type <= LAST_WITH_COLUMN || type === RECORD.richCell) refuseFrom(MAX_COLUMNS, uint32(part, start));
      } else if (type === RECORD.columns) {
        refuseFrom(MAX_COLUMNS, uint32(part, start), uint32(part, start + 4));
      } else if (type === RECORD.link) {
        const [firstRow, lastRow] = [uint32(part, start), uint32(part, start + 4)];
        const [firstColumn, lastColumn] = [uint32(part, start + 8), uint32(part, start + 12)];
        refuseFrom(MAX_ROWS, firstRow, lastRow);
        refuseFrom(MAX_COLUMNS, firstColumn, lastColumn);
        cells += Math.max(0, lastRow - firstRow + 1) * Math.max(0, lastColumn - firstColumn + 1);
      }
      if (cells > maxWholeCells) throw new FileRefusal('file.tooLarge.cells', { limit: maxWholeCells });
    }
  };
}

/** The records of a part: a type of one or two bytes, a length of one to four, seven bits in each ([MS-XLSB] 2.1.4). */
function* recordsOf(part: Uint8Array): Generator<{ readonly type: number; readonly start: number }, void, void> {
  for (let at = 0; at < part.length;) {
    let type = part[at++]!;
    if (type >= 0x80) type = (type & 0x7f) | (((part[at++] ?? 0) & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = part[at++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    yield { type, start: at };
    at += length;
    if (at > part.length) throw new FileRefusal('file.damaged.structure');
  }
}

function refuseFrom(limit: number, ...places: readonly number[]): void {
  if (places.some((place) => place >= limit)) throw new FileRefusal('file.damaged.structure');
}

/** A number of four bytes; those that are missing count as 0, as SheetJS reads them. */
const uint32 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
