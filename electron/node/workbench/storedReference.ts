import { gunzipSync, gzipSync } from 'node:zlib';
import type { Level } from '../../../shared/domain/level.ts';
import type { CatalogueSnapshot, NationalProcedure } from '../../../shared/reference/catalogue.ts';

type StoredProcedure = Omit<NationalProcedure, 'cap_thuc_hien'> & { readonly cap_thuc_hien: readonly Level[] };
type StoredSnapshot = Omit<CatalogueSnapshot, 'procedures'> & { readonly procedures: readonly StoredProcedure[] };

/** A national catalogue as bytes for the workspace. */
export function packSnapshot(snapshot: CatalogueSnapshot): Uint8Array {
  const stored: StoredSnapshot = {
    ...snapshot,
    procedures: snapshot.procedures.map((record) => ({ ...record, cap_thuc_hien: [...record.cap_thuc_hien] })),
  };
  return gzipSync(JSON.stringify(stored), { level: 1 });
}

/** The catalogue again. */
export function unpackSnapshot(content: Uint8Array): CatalogueSnapshot {
  // Written by `packSnapshot`, in a database whose integrity was checked.
  const stored = JSON.parse(gunzipSync(content).toString('utf8')) as StoredSnapshot;
  return {
    ...stored,
    procedures: stored.procedures.map((record) => ({ ...record, cap_thuc_hien: new Set(record.cap_thuc_hien) })),
  };
}
