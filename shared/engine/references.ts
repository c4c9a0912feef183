import type { NationalProcedure, CatalogueSnapshot } from '../reference/catalogue.ts';

/** A national procedure proposed for a name, with a similarity of 0 … 1. */
export interface NameCandidate {
  readonly procedure: NationalProcedure;
  readonly score: number;
}

/** Indexes over an imported national catalogue. */
export interface ProcedureIndex {
  readonly snapshot: CatalogueSnapshot;
  /** Record of a national code (`d.dddddd`), or undefined. */
  byCode(code: string): NationalProcedure | undefined;
  /** Best matches of a name, best first, at most `limit`. */
  byName(name: string, limit: number): readonly NameCandidate[];
}

/** References a rule can ask for by name. What is built in (administrative units, banks) is imported, not asked for. */
export interface ReferenceIndexes {
  readonly procedures: ProcedureIndex;
}

/** Name of a reference that may be missing in a run. */
export type ReferenceName = keyof ReferenceIndexes;
