import {
  layOut,
  type CellPlaces,
  type SampleRecord,
  type SampleSheet,
} from '../../electron/node/sample/sampleSheet.ts';
import type { DatasetId } from '../../shared/domain/datasets.ts';
import type { FieldKey } from '../../shared/domain/fields.ts';
import { placeOf, sheetPlace, type Round, type RoundChecked } from './round.ts';

/** A sheet of a clean round and the copy that mistakes are put into. */
export interface Draft {
  readonly path: string;
  /** Folder of the file: whose sheet it is. */
  readonly agency: string;
  readonly original: SampleSheet;
  readonly copy: SampleSheet;
  readonly dataset: DatasetId;
  /** Each row of the original in small letters, for finding what names something. */
  readonly rowTexts: readonly string[];
  /** Field of each column, null for one that was not understood. */
  readonly fields: readonly (FieldKey | null)[];
  /** Column key by field; of several columns for one field the first. */
  readonly keys: ReadonlyMap<FieldKey, string>;
}

/** Copies of all sheets of a round. Sheets that were not recognised are copied, too, and never spoiled. */
export function draftsOf(round: Round, clean: RoundChecked): readonly (readonly (Draft | null)[])[] {
  return round.files.map(({ path, sheets }) =>
    sheets.map((original): Draft | null => {
      const understood = clean.sheets.get(sheetPlace(path, original.name));
      if (understood === undefined) return null;
      const fields = original.columns.map((_, column) => understood.fields[column] ?? null);
      const keys = new Map<FieldKey, string>();
      fields.forEach((field, column) => {
        if (field !== null && !keys.has(field)) keys.set(field, original.columns[column]!.key);
      });
      const copy = { ...original, records: original.records.map((record) => ({ ...record })) };
      const agency = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const rowTexts = original.records.map((record) => Object.values(record).join('\n').toLowerCase());
      return { path, rowTexts, agency, original, copy, dataset: understood.dataset, fields, keys };
    }),
  );
}

/** What a row is about: two mistakes about one subject could meet. */
export function subjectOf({ agency, path, original }: Draft, row: number): string {
  const record = original.records[row]!;
  const name = record['ma_tthc'] ?? record['cccd'] ?? record['dau_moi'] ?? record['ma_don_vi'];
  return name === undefined || name === '' ? `${path} ${original.name} ${row}` : `${agency} ${name}`;
}

const layouts = new WeakMap<SampleSheet, { readonly records: number; readonly place: CellPlaces }>();

/** Where the copy's cells stand. Mistakes change values, which move nothing, or put a row under the table. */
function placesOf({ copy }: Draft): CellPlaces {
  const known = layouts.get(copy);
  if (known?.records === copy.records.length) return known.place;
  const { place } = layOut(copy);
  layouts.set(copy, { records: copy.records.length, place });
  return place;
}

/** Where a record's cell stands in the copy. */
export const cellPlace = (draft: Draft, record: SampleRecord, key: string): string =>
  placeOf(draft.path, draft.copy.name, placesOf(draft)(record, key));

/** Names of a row's cells, and of the row itself. */
export function rowPlaces(draft: Draft, record: SampleRecord): string[] {
  const place = placesOf(draft);
  const addresses = draft.copy.columns.map(({ key }) => place(record, key));
  const row = /\d+$/.exec(addresses[0]!)![0];
  return [...addresses, row].map((address) => placeOf(draft.path, draft.copy.name, address));
}
