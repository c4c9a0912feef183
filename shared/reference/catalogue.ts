import type { Channel } from '../domain/channel.ts';
import type { Duration } from '../domain/duration.ts';
import type { Level } from '../domain/level.ts';
import type { Fee } from '../domain/money.ts';
import type { Fault } from '../result.ts';

/** One line of "Cách thức thực hiện": deadlines and fees live per channel, possibly several lines per channel. */
export interface NationalChannel {
  readonly channel: Channel;
  /** Null when the snapshot says nothing readable of it. */
  readonly deadline: Duration | null;
  /** Deadline as the catalogue writes it; the portal's unit names (`WORKING_DAY`) in words. */
  readonly deadlineText: string;
  /** Null when the snapshot says nothing readable of fees. */
  readonly fee: Fee | null;
  readonly feeText: string;
  /** What stands in brackets beside the fee: the basis of several checks of the record itself. */
  readonly feeNote?: string;
  /** "Mô tả" of this way of submitting. */
  readonly note?: string;
}

/** A sign that the catalogue's own record is faulty (NAT-11, NAT-12): findings that lean on it step down. */
export type RecordDoubt =
  | 'feeBelowThousand'
  | 'freeButAmount'
  | 'freeButCouncil'
  | 'currencyMix'
  | 'amountDiffersFromText'
  | 'agencyEmpty'
  | 'detailOfOtherProcedure'
  | 'unitDiffersFromText'
  | 'codeMalformed'
  | 'duplicateCode';

/** A national record. Texts are cleaned (vietnameseText.cleanText) but otherwise as published; '' = not published. */
export interface NationalProcedure {
  readonly ma_tthc: string;
  readonly ten_tthc: string;
  readonly linh_vuc: readonly string[];
  readonly co_quan_cong_bo: string;
  readonly co_quan_thuc_hien: readonly string[];
  readonly cap_thuc_hien: ReadonlySet<Level>;
  readonly doi_tuong: readonly string[];
  readonly loai_tthc: string;
  readonly so_quyet_dinh: string;
  /** ISO date or ''. */
  readonly ngay_quyet_dinh: string;
  readonly ma_ket_qua: readonly string[];
  readonly thanh_phan_ho_so: readonly string[];
  readonly channels: readonly NationalChannel[];
  readonly state: 'active' | 'withdrawn' | 'notOpen' | 'unknown';
  readonly portalId: string;
  /** False when only list-level fields can be trusted (NAT-12) or the snapshot has no details. */
  readonly hasDetail: boolean;
  readonly doubts: readonly RecordDoubt[];
}

/** An imported national catalogue: immutable, sorted by code, named by the hash of its content. */
export interface CatalogueSnapshot {
  /** Content hash; the same records give the same id whatever file they came from, in whatever order. Title, date and
   *  `complete` are statements about the content and no part of it. */
  readonly id: string;
  readonly title: string;
  /** ISO date the data speaks for; '' when unknown. */
  readonly date: string;
  readonly procedures: readonly NationalProcedure[];
  /** Whether a code that is missing here is proof that it does not exist; a partial list only suggests it. */
  readonly complete: boolean;
  /** What the import had to decide or leave out: rows without a code, sources that contradict each other. Messages
   *  `reference.note.…`. */
  readonly notes?: readonly Fault[];
}
