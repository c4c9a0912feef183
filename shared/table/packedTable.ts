import type { DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { PackedDictionary, type TransferableDictionary } from './cellDictionary.ts';
import { selectCells } from './dictionarySelection.ts';
import type { TextPool } from './textPool.ts';
import { TableColumn, type AgencyRef, type Table, type TitleFact } from './table.ts';

/** A table as plain data: buffers that can be handed to another thread or stored as blobs, and the rest as JSON. It holds
 *  the values of its own rows only, and stands for itself: no other table is needed to read it. */
export interface PackedTable {
  /** Everything but the numbers; survives `JSON.stringify` and `JSON.parse`. */
  readonly meta: PackedTableMeta;
  /** The numbers, in the order that {@link unpackTable} expects; in the byte order of the machine. */
  readonly buffers: readonly ArrayBuffer[];
}

/** What is not a number in a packed table. */
export interface PackedTableMeta {
  readonly dataset: DatasetId;
  readonly agency: AgencyRef;
  readonly file: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly PackedColumn[];
  readonly dictionary: Pick<TransferableDictionary, 'formatCodes' | 'fonts' | 'date1904'>;
  readonly unfoldedFrom?: DatasetId;
  readonly titleFacts?: readonly TitleFact[];
}

/** A column without its codes. */
export interface PackedColumn {
  readonly field: FieldKey | null;
  readonly heading: string;
  /** 0-based sheet column; null when it differs per row and stands in a buffer of its own. */
  readonly sheetColumn: number | null;
}

/** Packs a table of one of our readers, edited or not. Columns' codes are shared with it, not copied: transferring them to
 *  another thread empties it here.
 *  @throws TypeError  when the values do not come from a reader's dictionary */
export function packTable(table: Table): PackedTable {
  const { columns, rowNumbers, ...head } = table;
  const selection = selectCells(columns.map(({ dictionary, sources }) => ({ dictionary, codes: sources })));
  const { formatCodes, fonts, date1904, arena, ends, kinds, formats } = selection.dictionary;
  const buffers = [arena, ends, kinds, formats, bufferOf(rowNumbers)];
  columns.forEach((column, at) => {
    buffers.push(bufferOf(column.codes), selection.codes[at]!.buffer);
    if (typeof column.sheetColumn !== 'number') buffers.push(bufferOf(column.sheetColumn));
  });
  return {
    meta: {
      ...head,
      columns: columns.map(({ field, heading, sheetColumn }) => ({
        field,
        heading,
        sheetColumn: typeof sheetColumn === 'number' ? sheetColumn : null,
      })),
      dictionary: { formatCodes, fonts, date1904 },
    },
    buffers,
  };
}

/** The table again, over the same buffers.
 *  @param pool  texts that its dictionary shares with those of other tables */
export function unpackTable({ meta, buffers }: PackedTable, pool?: TextPool): Table {
  const { columns, dictionary: kept, ...head } = meta;
  const [arena, ends, kinds, formats, rows] = buffers as [
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
  ];
  const dictionary = new PackedDictionary({ arena, ends, kinds, formats, ...kept }, pool);
  let next = 5;
  const take = (): ArrayBuffer => buffers[next++]!;
  return {
    ...head,
    rowNumbers: new Uint32Array(rows),
    columns: columns.map(({ field, heading, sheetColumn }) => {
      const codes = new Uint32Array(take());
      const sources = new Uint32Array(take());
      const place = sheetColumn ?? new Uint16Array(take());
      return new TableColumn(field, heading, place, codes, sources, dictionary);
    }),
  };
}

/** The buffers to name when packed tables change threads; each once, because a buffer can be handed over once only. */
export const buffersOf = (tables: readonly PackedTable[]): ArrayBuffer[] => [
  ...new Set(tables.flatMap(({ buffers }) => buffers)),
];

/** The whole buffer behind numbers; a copy where they are only a part of it. */
function bufferOf(numbers: Uint32Array | Uint16Array): ArrayBuffer {
  const whole = numbers.byteLength === numbers.buffer.byteLength;
  return (whole ? numbers : numbers.slice()).buffer as ArrayBuffer;
}
