import type { Channel } from '../domain/channel.ts';

/** One way of submitting, as read from a source: texts only. */
export interface ChannelDraft {
  readonly channel: Channel;
  readonly deadlineText: string;
  readonly feeText: string;
  readonly feeNote?: string;
  readonly note?: string;
}

/** Where a draft was read, for messages: row is 1-based (a line number in a text file). */
export interface DraftSource {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** One national record as one source writes it: cleaned texts, '' = not published there. Several drafts of one code make
 *  a record. */
export interface ProcedureDraft {
  readonly source: DraftSource;
  readonly ma_tthc: string;
  readonly ten_tthc: string;
  readonly linh_vuc: readonly string[];
  readonly co_quan_cong_bo: string;
  readonly co_quan_thuc_hien: readonly string[];
  readonly cap_thuc_hien: string;
  readonly doi_tuong: string;
  readonly loai_tthc: string;
  readonly so_quyet_dinh: string;
  readonly ngay_quyet_dinh: string;
  readonly ma_ket_qua: readonly string[];
  readonly thanh_phan_ho_so: readonly string[];
  readonly channels: readonly ChannelDraft[];
  readonly trang_thai: string;
  readonly portalId: string;
  /** Whether the source says more than a list does. `foreign`: it does, but of another procedure (NAT-12). */
  readonly detail: 'none' | 'own' | 'foreign';
}
