import type { NationalProcedure, CatalogueSnapshot } from '../reference/catalogue.ts';
import type { CutoverChecklist } from '../reference/cutoverChecklist.ts';
import type { FormIndex } from '../reference/formList.ts';
import type { PortalDossiers } from '../reference/portalDossiers.ts';
import type { PortalProcedures } from '../reference/portalProcedures.ts';
import type { PreviousRound } from '../reference/previousRound.ts';
import type { RoleIndex } from '../reference/roleList.ts';
import type { StaffIndex } from '../reference/staffList.ts';

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
  /** Roles per system: `he_thong`, `vai_tro`. */
  readonly roles: RoleIndex;
  /** Forms given out with procedures: `ma_bieu_mau`, `mau_don` (file or link). */
  readonly forms: FormIndex;
  /** Current staff: `ho_ten`, `cccd`. */
  readonly staff: StaffIndex;
  /** What the old portal publishes: `ma_tthc`, `trang_thai`. */
  readonly oldPortalProcedures: PortalProcedures;
  /** What the new portal publishes for these agencies: `ma_tthc`, `trang_thai`. */
  readonly newPortalProcedures: PortalProcedures;
  /** Dossiers on the new portal: `ma_ho_so`, `trang_thai_ho_so`, `trang_thai_thanh_toan`. */
  readonly newPortalDossiers: PortalDossiers;
  /** The same agencies' tables of an earlier round. */
  readonly previousRound: PreviousRound;
  /** Back-up and roll-back arrangements: task, owner, result. */
  readonly cutoverChecklist: CutoverChecklist;
}

/** Name of a reference that may be missing in a run. */
export type ReferenceName = keyof ReferenceIndexes;
