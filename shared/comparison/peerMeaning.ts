import { parseApplicants } from '../domain/applicants.ts';
import { parseDate } from '../domain/calendarDate.ts';
import { formatDecisionNumber } from '../domain/decisionNumber.ts';
import { formatDuration, formatParts, workingHours, type Duration } from '../domain/duration.ts';
import type { FieldKey } from '../domain/fields.ts';
import { formatLevels } from '../domain/level.ts';
import { formatFee } from '../domain/money.ts';
import { formatServiceLevel, parseServiceLevel } from '../domain/serviceLevel.ts';
import { compareKey } from '../domain/vietnameseText.ts';
import type { TableView } from '../engine/rule.ts';
import { deadlinesOf } from '../rules/deadlines/deadlineCell.ts';
import { isOncePerDossier, levelOf, readFeeCell } from '../rules/fees/feeCell.ts';
import { nameKey } from '../rules/nationalCatalogue/nationalName.ts';
import { decisionsIn } from '../rules/nationalCatalogue/publishingDecisions.ts';
import { levelsIn } from '../rules/rowConsistency/levelsAndAgencies.ts';
import { channelsIn } from '../rules/statedChannels.ts';
import type { Cell } from '../table/cell.ts';

/** A value under which agencies are counted together. */
export interface PeerMeaning {
  /** Equal for values that mean the same. */
  readonly key: string;
  /** The value for people. */
  readonly shown: string;
}

/** Fields of a procedure that are the same for every agency, by the law or by the publishing decision. What belongs to the
 *  agency itself (accounts, links, its own name) is not compared with others. */
export const PEER_FIELDS: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'ten_tthc',
  'so_quyet_dinh',
  'ngay_quyet_dinh',
  'co_quan_cong_bo',
  'linh_vuc',
  'ma_linh_vuc',
  'cap_thuc_hien',
  'loai_tthc',
  'doi_tuong',
  'hinh_thuc_nop',
  'thoi_han',
  'thoi_han_cat_giam',
  'phi_le_phi',
  'loai_phi',
  'ma_phi',
  'can_cu_thu_phi',
  'so_bo',
  'mau_don',
  'ma_bieu_mau',
  'muc_do_dvc',
  'ket_qua',
  'ma_ket_qua',
]);

/** What the cells of a column mean to a comparison between agencies, row by row; undefined for cells that say nothing. */
export function peerMeaningOf(view: TableView, field: FieldKey): (row: number) => PeerMeaning | undefined {
  const meaningOf = readingOf(view, field);
  return (row) => (view.blank(field, row) ? undefined : meaningOf(row));
}

function readingOf(view: TableView, field: FieldKey): (row: number) => PeerMeaning {
  if (field === 'thoi_han' || field === 'thoi_han_cat_giam') {
    const deadlineOf = deadlinesOf(view, field);
    return (row) => {
      const { text, result } = deadlineOf(row);
      return result.ok ? deadlineMeaning(result.value) : asWritten(text);
    };
  }
  return view.derive(field, READERS[field] ?? ((_cell, text) => asWritten(text)));
}

const asWritten = (text: string): PeerMeaning => ({ key: compareKey(text), shown: text });

type Reader = (cell: Cell, text: string) => PeerMeaning;

const READERS: Partial<Record<FieldKey, Reader>> = {
  ten_tthc: (_cell, text) => ({ key: nameKey(text), shown: text }),
  phi_le_phi: feeMeaning,
  cap_thuc_hien: (cell, text) => {
    const levels = levelsIn(cell, text);
    return levels.length === 0 ? asWritten(text) : { key: levels.join(), shown: formatLevels(levels) };
  },
  so_quyet_dinh: (cell, text) => {
    const numbers = decisionsIn(cell, text).map(formatDecisionNumber).sort();
    return numbers.length === 0 ? asWritten(text) : { key: numbers.join(), shown: numbers.join('; ') };
  },
  ngay_quyet_dinh: (_cell, text) => {
    const date = parseDate(text);
    return date.ok ? { key: date.value.iso, shown: text } : asWritten(text);
  },
  muc_do_dvc: (_cell, text) => {
    const level = parseServiceLevel(text);
    return level.ok ? { key: level.value.level, shown: formatServiceLevel(level.value.level) } : asWritten(text);
  },
  hinh_thuc_nop: (cell, text) => {
    const channels = channelsIn(cell, text);
    return channels.length === 0 ? asWritten(text) : { key: channels.join(), shown: text };
  },
  doi_tuong: (_cell, text) => {
    const applicants = parseApplicants(text);
    return applicants.ok ? { key: applicants.value.toSorted().join(), shown: text } : asWritten(text);
  },
};

/** Working days and hours are one; other units are never converted into one another (DOMAIN §3). */
function deadlineMeaning(duration: Duration): PeerMeaning {
  if (duration.parts.length === 0) return asWritten(formatDuration(duration));
  const hours = workingHours(duration.parts);
  const shown = formatParts(duration.parts);
  return { key: hours === undefined ? shown : `${hours} h`, shown };
}

function feeMeaning(cell: Cell, text: string): PeerMeaning {
  const { whole } = readFeeCell(cell, text);
  if (!whole.ok) return asWritten(text);
  const fee = whole.value;
  const level = levelOf(fee);
  const shown = formatFee(fee);
  return {
    key: level !== undefined && isOncePerDossier(fee) ? `${level.amount} ${level.currency}` : compareKey(shown),
    shown,
  };
}
