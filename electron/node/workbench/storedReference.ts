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

/** Bytes of a catalogue as text; the national one has some ten million. */
const LARGEST = 2 ** 29;

/** The catalogue again. @throws when it is none, as one that came from elsewhere may be */
export function unpackSnapshot(content: Uint8Array): CatalogueSnapshot {
  // Written by `packSnapshot`, in a database whose integrity was checked, or in a bundle whose hashes were.
  const text = gunzipSync(content, { maxOutputLength: LARGEST }).toString('utf8');
  const stored = JSON.parse(text) as StoredSnapshot;
  return {
    ...stored,
    procedures: stored.procedures.map((record) => ({ ...record, cap_thuc_hien: new Set(record.cap_thuc_hien) })),
  };
}
