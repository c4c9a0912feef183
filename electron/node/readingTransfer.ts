import type { SheetReading } from '../../shared/intake/reading.ts';
import { buffersOf, packTable, unpackTable, type PackedTable } from '../../shared/table/packedTable.ts';
import type { TextPool } from '../../shared/table/textPool.ts';
import type { Workbook } from '../../shared/table/sheet.ts';

/** What intake made of a file: its format, and a reading of each sheet with its tables. */
export interface UnderstoodFile {
  readonly format: Workbook['format'];
  readonly readings: readonly SheetReading[];
}

/** The same as it crosses from one thread to another. */
export interface TransferableReadings {
  readonly format: Workbook['format'];
  readonly readings: readonly (Omit<SheetReading, 'tables'> & { readonly tables: readonly PackedTable[] })[];
}

/** Packs the readings of a workbook that a reader of this program made. `transfer` lists the buffers to hand over;
 *  afterwards the tables are empty on this side. */
export function packReadings({ format, readings }: UnderstoodFile): {
  packed: TransferableReadings;
  transfer: ArrayBuffer[];
} {
  const packed = readings.map((reading) => ({ ...reading, tables: reading.tables.map(packTable) }));
  return { packed: { format, readings: packed }, transfer: buffersOf(packed.flatMap(({ tables }) => tables)) };
}

/** The readings on the other side.
 *  @param pool  texts that files have in common */
export const unpackReadings = ({ format, readings }: TransferableReadings, pool: TextPool): UnderstoodFile => ({
  format,
  readings: readings.map((reading) => ({
    ...reading,
    tables: reading.tables.map((table) => unpackTable(table, pool)),
  })),
});
