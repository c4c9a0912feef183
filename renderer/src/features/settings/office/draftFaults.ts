import { formatDate } from '../../../../../shared/domain/calendarDate.ts';
import type { Fault } from '../../../../../shared/result.ts';
import { parseDayList } from './dayList.ts';
import { DATE_FIELDS, DAY_FIELDS, entriesOf, LIST_FIELDS, wholeNumber, type OfficeDraft } from './officeDraft.ts';

/** What is wrong with the fields of the form, by the name of the field; routes are `to.0`, `due.0` and so on. */
export function draftFaults(draft: OfficeDraft): ReadonlyMap<string, Fault> {
  const faults = new Map<string, Fault>();
  const set = (field: string, code: string, params: Fault['params'] = {}): void => {
    if (!faults.has(field)) faults.set(field, { code: `officeForm.${code}`, params });
  };
  for (const [field, [most, longest]] of entries(LIST_FIELDS)) {
    const lines = entriesOf(draft[field]);
    if (lines.length > most) set(field, 'tooMany', { most, lines: lines.length });
    const tooLong = lines.findIndex((line) => line.length > longest);
    if (tooLong >= 0) set(field, 'lineTooLong', { line: tooLong + 1, most: longest });
  }
  for (const [field, most] of entries(DAY_FIELDS)) {
    const days = wholeNumber(draft[field]);
    if (!(days >= 1 && days <= most)) set(field, 'badDays', { most });
  }
  for (const [field, most] of entries(DATE_FIELDS)) {
    const days = parseDayList(draft[field]);
    if (!days.ok) faults.set(field, days.error);
    else if (days.value.length > most) set(field, 'tooManyDays', { most, days: days.value.length });
  }
  const [off, worked] = [parseDayList(draft.daysOff), parseDayList(draft.workingDays)];
  const both = off.ok && worked.ok ? worked.value.find((day) => off.value.includes(day)) : undefined;
  if (both !== undefined) set('workingDays', 'dayInBoth', { day: formatDate(both) });
  if (!/^(?:\d{2})?$/.test(draft.province.trim())) set('province', 'badProvince');
  draft.routes?.forEach(({ to, due }, at) => {
    if (to.trim() === '') set(`to.${at}`, 'noTo');
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(due)) set(`due.${at}`, 'badDue');
  });
  return faults;
}

/** Entries with their keys as they are declared. */
const entries = <T extends object>(record: T) => Object.entries(record) as [keyof T & string, T[keyof T]][];
