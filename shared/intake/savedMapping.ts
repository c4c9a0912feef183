import { CHANNELS, type Channel } from '../domain/channel.ts';
import { DATASET_IDS, type DatasetId } from '../domain/datasets.ts';
import { isFieldKey, type FieldKey } from '../domain/fields.ts';
import { headingKey } from '../domain/vietnameseText.ts';
import { fingerprintOfParts } from '../fingerprint.ts';
import { fail, succeed, type Result } from '../result.ts';
import type { ColumnMapping, SheetReading } from './reading.ts';

/** A user's decision about a layout, kept for the next file that looks the same. */
export interface SavedMapping {
  /** Name of the layout: its headings and the columns they stand in. */
  readonly layout: string;
  readonly dataset: DatasetId;
  /** 1-based first row of the header where it was confirmed; the layout is found again in other rows too. */
  readonly headerRow: number;
  /** Rows of the header block. */
  readonly headerHeight: number;
  readonly columns: readonly SavedColumn[];
}

/** One column of a saved mapping. */
export interface SavedColumn {
  readonly sheetColumn: number;
  readonly heading: string;
  readonly field: FieldKey | null;
  readonly channel?: Channel;
}

const FORMAT = 'rasoat-anh-xa-cot';
const VERSION = 1;

/** Name of a layout from its columns' headings and places; columns without heading don't count. */
export const layoutOfColumns = (columns: readonly Pick<ColumnMapping, 'sheetColumn' | 'heading'>[]): string =>
  fingerprintOfParts(
    columns
      .filter((column) => column.heading !== '')
      .map((column) => `${column.sheetColumn}=${column.heading.split(' / ').map(headingKey).join('/')}`),
  );

/** Name of the layout of a sheet that was read; null when no header was found. */
export const layoutOf = (reading: SheetReading): string | null =>
  reading.header === null ? null : layoutOfColumns(reading.columns);

/** What is saved of a reading that the user confirmed; null when it has no kind or no header. */
export function mappingOf(reading: SheetReading): SavedMapping | null {
  const { header, dataset } = reading;
  if (header === null || dataset === null) return null;
  return {
    layout: layoutOfColumns(reading.columns),
    dataset,
    headerRow: header.firstRow,
    headerHeight: header.lastRow - header.firstRow + 1,
    columns: reading.columns.map(({ sheetColumn, heading, field, channel }) => ({
      sheetColumn,
      heading,
      field,
      ...(channel === undefined ? {} : { channel }),
    })),
  };
}

/** Text of a mapping file. */
export const formatSavedMapping = (mapping: SavedMapping): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...mapping }, null, 2)}\n`;

/** Reads a mapping file. Errors: `mapping.notJson`, `mapping.notAMapping`, `mapping.newerVersion`, `mapping.badValue`
 *  (names the place). */
export function parseSavedMapping(text: string): Result<SavedMapping> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('mapping.notJson');
  }
  if (!isRecord(value) || value['format'] !== FORMAT) return fail('mapping.notAMapping');
  if (value['version'] !== VERSION) return fail('mapping.newerVersion', { version: String(value['version']) });
  const { layout, dataset, headerRow, headerHeight, columns } = value;
  if (typeof layout !== 'string' || !/^[0-9a-f]{28}$/.test(layout)) return badValue('layout');
  if (!isDataset(dataset)) return badValue('dataset');
  if (!isWhole(headerRow, 1, 1_048_576)) return badValue('headerRow');
  if (!isWhole(headerHeight, 1, 10)) return badValue('headerHeight');
  if (!Array.isArray(columns) || columns.length === 0) return badValue('columns');
  const read: SavedColumn[] = [];
  for (const [at, column] of columns.entries()) {
    const parsed = savedColumn(column);
    if (parsed === null) return badValue(`columns[${at}]`);
    read.push(parsed);
  }
  if (layoutOfColumns(read) !== layout) return badValue('layout');
  return succeed({ layout, dataset, headerRow, headerHeight, columns: read });
}

function savedColumn(value: unknown): SavedColumn | null {
  if (!isRecord(value)) return null;
  const { sheetColumn, heading, field, channel } = value;
  if (!isWhole(sheetColumn, 0, 16_383) || typeof heading !== 'string') return null;
  if (field !== null && (typeof field !== 'string' || !isFieldKey(field))) return null;
  if (channel === undefined) return { sheetColumn, heading, field };
  const known = CHANNELS.find((one) => one === channel);
  return known === undefined ? null : { sheetColumn, heading, field, channel: known };
}

const badValue = (place: string): Result<never> => fail('mapping.badValue', { place });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDataset = (value: unknown): value is DatasetId => DATASET_IDS.some((id) => id === value);

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
