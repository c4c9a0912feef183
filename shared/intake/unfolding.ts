import { CHANNELS, type Channel } from '../domain/channel.ts';
import { FIELDS, type FieldKey } from '../domain/fields.ts';
import type { Table, TableColumn } from '../table/table.ts';
import { ColumnEncoder } from './columnEncoder.ts';
import type { ExtendedDictionary } from '../table/extendedDictionary.ts';
import type { ColumnMapping } from './reading.ts';

/** A sheet's rows before they become tables. `codes` are of the workbook's (extended) dictionary, per plan column. */
export interface TableSource {
  readonly head: Omit<Table, 'rowNumbers' | 'columns'>;
  readonly rowNumbers: Uint32Array;
  readonly columns: readonly ColumnMapping[];
  readonly codes: readonly Uint32Array[];
  readonly dictionary: ExtendedDictionary;
}

/** National spelling of a channel (DOMAIN §1.2). */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Dịch vụ bưu chính',
};

/** Columns that are repeated beside each channel. */
const REPEATED: readonly FieldKey[] = ['stt', 'ma_tthc', 'ma_dvc', 'ten_tthc', 'truong_hop', 'don_vi'];

/** Unfolds the per-channel columns of a wide catalogue ("Phí, lệ phí / Trực tuyến") into a channels table: one row per
 *  line and channel that says anything. Addresses point at the original cells; that of `hinh_thuc_nop`, which no cell
 *  holds, at the channel's first filled cell. Null when no column is per channel. */
export function unfoldChannels(source: TableSource): Table | null {
  const { columns, codes, rowNumbers, dictionary } = source;
  const groups = CHANNELS.map((channel) => ({
    channel,
    members: columns.flatMap((column, at) =>
      column.channel === channel && column.field !== null ? [{ at, column }] : [],
    ),
  })).filter((group) => group.members.length > 0);
  if (groups.length === 0) return null;

  const lines = new Lines(rowNumbers.length * groups.length);
  for (let row = 0; row < rowNumbers.length; row++) {
    groups.forEach((group, index) => {
      if (group.members.some(({ at }) => codes[at]![row] !== 0)) lines.add(row, index);
    });
  }
  const encoder = new ColumnEncoder(dictionary);
  const repeated = REPEATED.flatMap((field) => {
    const at = columns.findIndex((column) => column.field === field && column.channel === undefined);
    return at < 0 ? [] : [at];
  }).map((at) => {
    const { field, heading, sheetColumn } = columns[at]!;
    return { field, heading, sheetColumn, codes: lines.map((row) => codes[at]![row]!) };
  });
  const names = groups.map((group) => dictionary.add(CHANNEL_NAMES[group.channel]));
  const channel = {
    field: 'hinh_thuc_nop' as const,
    heading: FIELDS.hinh_thuc_nop.vi,
    sheetColumn: lines.mapColumns((row, group) => {
      const { members } = groups[group]!;
      return (members.find(({ at }) => codes[at]![row] !== 0) ?? members[0]!).column.sheetColumn;
    }),
    codes: lines.map((_, group) => names[group]!),
  };
  const fields = [...new Set(groups.flatMap((group) => group.members.map(({ column }) => column.field!)))];
  const unfolded = fields.map((field) => {
    const memberOf = groups.map((group) => group.members.find(({ column }) => column.field === field));
    const headings = memberOf.flatMap((member) => (member === undefined ? [] : [member.column.heading]));
    return {
      field,
      heading: headings[0]!,
      sheetColumn: lines.mapColumns((_, group) => (memberOf[group] ?? groups[group]!.members[0]!).column.sheetColumn),
      codes: lines.map((row, group) => {
        const member = memberOf[group];
        return member === undefined ? 0 : codes[member.at]![row]!;
      }),
    };
  });
  return {
    ...source.head,
    dataset: 'channels',
    unfoldedFrom: source.head.dataset,
    rowNumbers: lines.map((row) => rowNumbers[row]!),
    columns: [...repeated, channel, ...unfolded].map((column) =>
      encoder.encode(column.field, column.heading, column.sheetColumn, column.codes),
    ),
  };
}

/** Unfolds several "to step" columns ("Đến Form", "Đến Form 2") into one row per transition; a line without any target
 *  keeps one row. Null when the sheet has at most one such column. */
export function unfoldTargets(source: TableSource): Table | null {
  const { columns, codes, rowNumbers, dictionary } = source;
  const targets = columns.flatMap((column, at) => (column.field === 'buoc_tiep_theo' ? [at] : []));
  if (targets.length < 2 || source.head.dataset !== 'transitions') return null;
  const lines = new Lines(rowNumbers.length * targets.length);
  for (let row = 0; row < rowNumbers.length; row++) {
    let any = false;
    targets.forEach((at, target) => {
      if (codes[at]![row] === 0) return;
      lines.add(row, target);
      any = true;
    });
    if (!any) lines.add(row, 0);
  }
  const encoder = new ColumnEncoder(dictionary);
  const unfolded = columns.flatMap((column, at): TableColumn[] => {
    if (column.field !== 'buoc_tiep_theo') {
      return [
        encoder.encode(
          column.field,
          column.heading,
          column.sheetColumn,
          lines.map((row) => codes[at]![row]!),
        ),
      ];
    }
    if (at !== targets[0]) return [];
    const sheetColumns = lines.mapColumns((_, target) => columns[targets[target]!]!.sheetColumn);
    const values = lines.map((row, target) => codes[targets[target]!]![row]!);
    return [encoder.encode('buoc_tiep_theo', column.heading, sheetColumns, values)];
  });
  return { ...source.head, rowNumbers: lines.map((row) => rowNumbers[row]!), columns: unfolded };
}

/** The rows of an unfolded table: for each the row it comes from and which part of it. */
class Lines {
  readonly #rows: Uint32Array;
  readonly #parts: Uint16Array;
  #length = 0;

  constructor(capacity: number) {
    this.#rows = new Uint32Array(capacity);
    this.#parts = new Uint16Array(capacity);
  }

  add(row: number, part: number): void {
    this.#rows[this.#length] = row;
    this.#parts[this.#length++] = part;
  }

  map(value: (row: number, part: number) => number): Uint32Array {
    const values = new Uint32Array(this.#length);
    for (let at = 0; at < this.#length; at++) values[at] = value(this.#rows[at]!, this.#parts[at]!);
    return values;
  }

  mapColumns(value: (row: number, part: number) => number): Uint16Array {
    return Uint16Array.from(this.map(value));
  }
}
