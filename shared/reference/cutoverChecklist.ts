import { cleanText } from '../domain/vietnameseText.ts';
import type { ListRow } from './listRow.ts';

/** One line of a checklist for the cutover: what is to be prepared, by whom, how far it is. */
export interface ChecklistItem {
  readonly task: string;
  /** '' when nobody is named. */
  readonly owner: string;
  /** Result as written, '' when there is none yet. */
  readonly outcome: string;
}

/** Checklist of back-up, roll-back and stand-by arrangements. */
export interface CutoverChecklist {
  readonly items: readonly ChecklistItem[];
}

/** Reads a checklist. @param rows  the task in `phuong_an_xu_ly`, `ten_buoc` or `mo_ta`; its owner in `nguoi_xu_ly`,
 *  `dau_moi` or `don_vi`; its result in `ket_qua_xu_ly` or `trang_thai` */
export function readChecklist(rows: readonly ListRow[]): CutoverChecklist {
  const first = (...texts: readonly (string | undefined)[]): string =>
    texts.map((text) => cleanText(text ?? '')).find((text) => text !== '') ?? '';
  return {
    items: rows
      .map((row) => ({
        task: first(row.phuong_an_xu_ly, row.ten_buoc, row.mo_ta),
        owner: first(row.nguoi_xu_ly, row.dau_moi, row.don_vi),
        outcome: first(row.ket_qua_xu_ly, row.trang_thai),
      }))
      .filter(({ task }) => task !== ''),
  };
}
