import { z } from 'zod';
import { formatDate, parseDate, type CalendarDate } from '../../domain/calendarDate.ts';
import { parseDossierCode } from '../../domain/dossierCode.ts';
import { foldLookAlikes } from '../../domain/lookAlikes.ts';
import type { Cell } from '../../table/cell.ts';

/** A moment as a setting: `2026-05-29T22:00`, Vietnamese time. */
export const momentSetting = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => parseDate(text).ok, 'không phải ngày giờ');

/** When the new portal took over: 22:00 on 29/5/2026 (letters 000, 003, 004). */
export const CUTOVER = '2026-05-29T22:00';

/** A moment: the day number and the minutes of that day. */
export interface Moment {
  readonly day: number;
  readonly minutes: number;
  /** As people write it. */
  readonly text: string;
}

/** Reads a moment that {@link momentSetting} has accepted. */
export function momentOf(setting: string): Moment {
  const date = parseDate(setting);
  if (!date.ok) throw new Error(`not a moment: ${setting}`);
  return { day: date.value.day, minutes: date.value.minutes ?? 0, text: formatDate(date.value) };
}

/** Whether a dossier came in before a moment. A receipt without a time of day on the very day counts as before: offices
 *  receive by day and the cutover was at night. */
export const isBefore = (date: CalendarDate, moment: Moment): boolean =>
  date.day < moment.day || (date.day === moment.day && (date.minutes ?? 0) < moment.minutes);

/** The date of a cell; null when there is none that can be read (FMT-15). For `view.derive`. */
export const dateIn = (_cell: Cell, text: string): CalendarDate | null => {
  const date = parseDate(text);
  return date.ok ? date.value : null;
};

/** The day of receipt that a dossier code tells; null when it tells none (FMT-12, FMT-13). For `view.derive`. */
export const dateInCode = (_cell: Cell, text: string): CalendarDate | null => {
  const code = parseDossierCode(foldLookAlikes(text));
  return code.ok ? code.value.received : null;
};
