import { datasetKind, type DatasetId } from '../domain/datasets.ts';
import type { FieldKey } from '../domain/fields.ts';
import { identityKey } from '../engine/businessKey.ts';
import { cleanLines } from '../domain/vietnameseText.ts';
import { columnOf, rowCount, type Table } from '../table/table.ts';

/** A row of an earlier round: cleaned texts of the columns its sheet had. */
export interface PreviousRow {
  readonly texts: ReadonlyMap<FieldKey, string>;
}

/** An agency's sheets of one kind in an earlier round. */
export interface PreviousSheet {
  /** The row of a business key (`identityKey`); null when the key was not the key of exactly one row. */
  row(key: string): PreviousRow | null;
  /** Keys of its rows, in the order of the sheets, with what names the row to people. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The tables of an earlier round of the same agencies, to tell what changed since. */
export interface PreviousRound {
  /** Name of the round as people know it. */
  readonly title: string;
  /** An agency's sheets of one kind; undefined when that round had none. */
  sheet(agencyId: string, dataset: DatasetId): PreviousSheet | undefined;
}

/** Indexes the tables of an earlier round. Rows are read when their sheet is first asked for. */
export function indexPreviousRound(title: string, tables: readonly Table[]): PreviousRound {
  const groups = Map.groupBy(tables, (table) => placeOf(table.agency.id, table.dataset));
  const read = new Map<string, PreviousSheet>();
  return {
    title,
    sheet(agencyId, dataset) {
      const place = placeOf(agencyId, dataset);
      const own = groups.get(place);
      if (own === undefined) return undefined;
      let sheet = read.get(place);
      if (sheet === undefined) read.set(place, (sheet = readSheet(own)));
      return sheet;
    },
  };
}

const placeOf = (agencyId: string, dataset: DatasetId): string => `${agencyId}\u0000${dataset}`;

function readSheet(tables: readonly Table[]): PreviousSheet {
  const places = new Map<string, { readonly table: Table; readonly row: number } | null>();
  const keys = new Map<string, string>();
  for (const table of tables) {
    const [main] = datasetKind(table.dataset).key;
    for (let row = 0; row < rowCount(table); row += 1) {
      const key = identityKey(table, row, null);
      places.set(key, places.has(key) ? null : { table, row });
      if (!keys.has(key)) keys.set(key, main === undefined ? '' : cleanText(columnOf(table, main)?.at(row).text));
    }
  }
  return {
    keys,
    row(key) {
      const place = places.get(key);
      return place == null ? null : { texts: textsOf(place.table, place.row) };
    },
  };
}

const cleanText = (text = ''): string => cleanLines(text).replaceAll('\n', ' ');

function textsOf(table: Table, row: number): ReadonlyMap<FieldKey, string> {
  const texts = new Map<FieldKey, string>();
  for (const column of table.columns) {
    if (column.field !== null && !texts.has(column.field)) texts.set(column.field, cleanLines(column.at(row).text));
  }
  return texts;
}
