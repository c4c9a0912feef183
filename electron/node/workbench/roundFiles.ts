import type { SheetReading } from '../../../shared/intake/reading.ts';
import type { Fault } from '../../../shared/result.ts';
import { packTable, unpackTable, type PackedTableMeta } from '../../../shared/table/packedTable.ts';
import type { AgencyRef, Table } from '../../../shared/table/table.ts';
import { agencyIdOf } from '../../../shared/intake/agencyName.ts';
import type { Workbook } from '../../../shared/table/sheet.ts';
import type { StoredFile, StoredTable } from '../workspace/fileStore.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A reading as a round keeps it: whether a person confirmed it stands with it. */
export interface KeptReading extends SheetReading {
  readonly confirmed: boolean;
}

/** A file of an open round. Its tables are as the agency sent them, without corrections. */
export interface RoundFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: Workbook['format'] | null;
  readonly fault: Fault | null;
  /** Agency that a person named; goes before what intake found. */
  readonly agency: string | null;
  readonly readings: readonly KeptReading[];
}

type StoredReading = Omit<KeptReading, 'tables'> & { readonly tables: number };

/** A file as the workspace keeps it. */
export function storedFile(
  file: Omit<RoundFile, 'id'>,
): Omit<StoredFile, 'id'> & { readonly tables: readonly StoredTable[] } {
  const { readings, fault, ...rest } = file;
  return {
    ...rest,
    fault: fault === null ? null : JSON.stringify(fault),
    readings: storedReadings(readings),
    tables: storedTables(readings),
  };
}

/** Readings as JSON; their tables are kept apart. */
export const storedReadings = (readings: readonly KeptReading[]): string =>
  JSON.stringify(readings.map((reading): StoredReading => ({ ...reading, tables: reading.tables.length })));

/** Tables of readings in their order. */
export const storedTables = (readings: readonly KeptReading[]): readonly StoredTable[] =>
  readings
    .flatMap(({ tables }) => tables)
    .map((table) => {
      const { meta, buffers } = packTable(table);
      return { meta: JSON.stringify(meta), buffers: buffers.map((buffer) => new Uint8Array(buffer)) };
    });

/** A stored file with its tables. */
export function loadFile(workspace: Workspace, stored: StoredFile): RoundFile {
  const tables = workspace.files.tables(stored.id).map(({ meta, buffers }) =>
    // Written by `storedTables`; the integrity of the database was checked when it was opened.
    unpackTable({ meta: JSON.parse(meta) as PackedTableMeta, buffers: buffers.map(wholeBuffer) }),
  );
  let next = 0;
  const readings = (JSON.parse(stored.readings) as readonly StoredReading[]).map((reading) => {
    const own = tables.slice(next, next + reading.tables);
    next += reading.tables;
    return { ...reading, tables: own };
  });
  return {
    ...stored,
    format: stored.format as RoundFile['format'],
    fault: stored.fault === null ? null : (JSON.parse(stored.fault) as Fault),
    readings,
  };
}

/** The database's bytes begin anywhere in a larger buffer; numbers need one of their own. */
const wholeBuffer = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;

/** The agency that a person said a file is of; null when nobody did. */
export const agencyOf = ({ agency }: Pick<RoundFile, 'agency'>): AgencyRef | null =>
  agency === null ? null : { id: agencyIdOf(agency), name: agency };

/** The tables of a file for the agency that a person named, or as they are.
 *  @param known  agencies of the round by their ids */
export function tablesOf(file: RoundFile, known: ReadonlyMap<string, AgencyRef>): readonly Table[] {
  const named = agencyOf(file);
  return file.readings.flatMap(({ tables }) =>
    tables.map((table) => {
      const agency = named ?? table.agency;
      return { ...table, agency: known.get(agency.id) ?? agency };
    }),
  );
}

/** Agency of a file as the intake shows it: what a person named, else the one that its sheets agree on. */
export function agencyShown({ agency, readings }: RoundFile): string | null {
  if (agency !== null) return agency;
  const named = new Set(readings.flatMap(({ tables }) => tables.map((table) => table.agency.name)));
  return named.size === 1 ? [...named][0]! : null;
}
