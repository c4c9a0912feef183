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

/** The catalogue again.
 *  @param largest  bytes of its text; the national one has some ten million. Unbounded for what `packSnapshot` has written
 *  into a database whose integrity was checked
 *  @throws when it is none, or larger, as one that came from elsewhere may be */
export function unpackSnapshot(content: Uint8Array, largest = Infinity): CatalogueSnapshot {
  const text = gunzipSync(content, largest === Infinity ? {} : { maxOutputLength: largest }).toString('utf8');
  const stored = JSON.parse(text) as StoredSnapshot;
  return {
    ...stored,
    procedures: stored.procedures.map((record) => ({ ...record, cap_thuc_hien: new Set(record.cap_thuc_hien) })),
  };
}
