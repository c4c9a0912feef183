import { formatDate, parseDate } from '../../domain/calendarDate.ts';
import { foldText } from '../../domain/foldedText.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

/** When something was sent: minutes after midnight, and the day where the cell tells it. */
export interface SentAt {
  readonly minutes: number;
  readonly day?: number;
}

const CLOCK = /^(?:luc |hoi |gio )?(\d{1,2}) ?(?::|h|g|gio)(?: ?(\d{2})(?::\d{2})?)? ?(?:p|phut)?$/;
const MINUTES_A_DAY = 1440;

/** Reads a time such as `15h45`, `16:05`, `16 giờ 00 phút`, `29/05/2026 16:20`, or an Excel time stored as a fraction of
 *  a day. Null when the cell is blank, `unreadable` when it is no time. For `view.derive`. */
export function sentAt(cell: Cell, text: string): SentAt | null | 'unreadable' {
  if (saysNothing(cell, text)) return null;
  if (cell.kind === 'number') {
    const share = Number(cell.raw);
    return share >= 0 && share < 1 ? { minutes: Math.round(share * MINUTES_A_DAY) } : 'unreadable';
  }
  const date = parseDate(text);
  if (date.ok) {
    return date.value.minutes === undefined ? 'unreadable' : { minutes: date.value.minutes, day: date.value.day };
  }
  const clock = text.length > 40 ? null : CLOCK.exec(foldText(text).text.replace(/\s+/g, ' ').trim());
  const minutes = clock === null ? -1 : Number(clock[1]) * 60 + Number(clock[2] ?? 0);
  return clock === null || Number(clock[1]) > 23 || Number(clock[2] ?? 0) > 59 ? 'unreadable' : { minutes };
}

/** A time of day as letters write it: 16:00. */
export const formatMinutes = (minutes: number): string =>
  formatDate({ iso: '2000-01-01', minutes }).slice('01/01/2000 '.length);

/** Minutes of a setting such as `16:00`. */
export const minutesOf = (setting: string): number => Number(setting.slice(0, 2)) * 60 + Number(setting.slice(3, 5));
