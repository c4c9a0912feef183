import { PackedDictionary, type TransferableDictionary } from '../../../shared/table/cellDictionary.ts';
import type { Sheet, Workbook } from '../../../shared/table/sheet.ts';

/** A workbook as it crosses from one thread to another: buffers are handed over, never copied. */
export interface TransferableWorkbook {
  readonly format: Workbook['format'];
  readonly sheets: readonly Omit<Sheet, 'dictionary'>[];
  /** Distinct dictionaries, and for each sheet the index of its own: the sheets of a workbook share one. */
  readonly dictionaries: readonly TransferableDictionary[];
  readonly dictionaryOfSheet: readonly number[];
}

/** Packs a workbook that a reader of this program made. `transfer` lists the buffers to hand over; afterwards the workbook
 *  is empty on this side. */
export function packWorkbook(workbook: Workbook): { packed: TransferableWorkbook; transfer: ArrayBuffer[] } {
  const dictionaries = [...new Set(workbook.sheets.map(({ dictionary }) => dictionary))];
  const buffers = new Set<ArrayBuffer>();
  const packedDictionaries = dictionaries.map((dictionary) => {
    if (!(dictionary instanceof PackedDictionary)) throw new TypeError('only packed dictionaries can change threads');
    const source = dictionary.toTransferable();
    for (const part of [source.arena, source.ends, source.kinds, source.formats]) buffers.add(part);
    return source;
  });
  const sheets = workbook.sheets.map((sheet) => {
    // Blank columns share one array: a buffer can be handed over once only.
    for (const column of [sheet.rowNumbers, ...sheet.columns]) buffers.add(column.buffer as ArrayBuffer);
    const { name, visibility, rowNumbers, columns, merges, hiddenRows, hiddenColumns } = sheet;
    return { name, visibility, rowNumbers, columns, merges, hiddenRows, hiddenColumns };
  });
  return {
    packed: {
      format: workbook.format,
      sheets,
      dictionaries: packedDictionaries,
      dictionaryOfSheet: workbook.sheets.map(({ dictionary }) => dictionaries.indexOf(dictionary)),
    },
    transfer: [...buffers],
  };
}

/** The workbook on the other side. */
export function unpackWorkbook(packed: TransferableWorkbook): Workbook {
  const dictionaries = packed.dictionaries.map((source) => new PackedDictionary(source));
  return {
    format: packed.format,
    sheets: packed.sheets.map((sheet, index) => ({
      ...sheet,
      dictionary: dictionaries[packed.dictionaryOfSheet[index]!]!,
    })),
  };
}
