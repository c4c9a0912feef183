import { dayNumber } from '../../domain/calendarDate.ts';
import { readAgency } from '../../domain/implementingAgency.ts';
import { translate, type Language } from '../../i18n/index.ts';
import type { DailyRoute, Office } from '../../settings/office.ts';

/** Who sends a daily report. */
export type Sender = DailyRoute['from'];

/** Route where a province has said nothing else: agencies to the provincial police by 16:00, the province to the National
 *  Data Centre by 17:00 (letter 003 §7b; 001 §3b; 002 §3). The letters say "hằng ngày" and except no day, so reports are due
 *  on weekends and holidays as well. */
const COMMON: readonly DailyRoute[] = [
  { from: 'commune', to: 'Công an tỉnh', due: '16:00' },
  { from: 'department', to: 'Công an tỉnh', due: '16:00' },
  { from: 'province', to: 'Trung tâm Dữ liệu quốc gia', due: '17:00' },
];

/** Provinces whose letters tell another way, by code (QĐ 19/2025/QĐ-TTg). */
const OF_PROVINCE: Readonly<Record<string, readonly DailyRoute[]>> = {
  // Bắc Ninh: communes report to the commune's police (letter 004 §1).
  '24': [
    { from: 'commune', to: 'Công an xã', due: '16:00' },
    { from: 'department', to: 'Công an tỉnh', due: '16:00' },
    { from: 'province', to: 'Trung tâm Dữ liệu quốc gia', due: '17:00' },
  ],
};

/** The routes of an office: its own, its province's, or the common ones. */
export const dailyRoutes = (office: Office): readonly DailyRoute[] =>
  office.dailyRoutes ?? (office.province === undefined ? undefined : OF_PROVINCE[office.province]) ?? COMMON;

/** The route of a sender; undefined when the office has none for it. */
export const routeOf = (routes: readonly DailyRoute[], from: Sender): DailyRoute | undefined =>
  routes.find((route) => route.from === from);

/** Whether an agency reports as a commune or as a department of the province. */
export const senderOf = (agency: string): Sender =>
  readAgency(agency).level === 'commune' || /^(?:xã|phường|đặc khu|thị trấn)\s/iu.test(agency.trim().normalize('NFC'))
    ? 'commune'
    : 'department';

/** How near a deadline is: nothing to say, less than an hour, passed. */
export type Nearness = 'far' | 'near' | 'past';

const NEAR_MINUTES = 60;

/** Minutes from a moment to a deadline of the same clock; negative when it has passed.
 *  @param now  local date and time, `2026-09-01T15:20`
 *  @param deadline  likewise */
export function minutesLeft(now: string, deadline: string): number {
  return minutesSince1970(deadline) - minutesSince1970(now);
}

/** How to warn of that many minutes left. */
export const nearness = (minutes: number): Nearness =>
  minutes < 0 ? 'past' : minutes <= NEAR_MINUTES ? 'near' : 'far';

/** The moment a report of a day is due, in the form that {@link minutesLeft} takes.
 *  @param day  ISO date */
export const dueAt = (day: string, route: DailyRoute): string => `${day}T${route.due}`;

/** How near the hour of the report of a day is; `far` when no route is set. Day and moment as in {@link dueWarning}. */
export function dueNearness(office: Office, day: string, now: string): Nearness {
  const route = routeOf(dailyRoutes(office), office.level);
  return route === undefined ? 'far' : nearness(minutesLeft(now, dueAt(day, route)));
}

/** What to say of the report of a day as its hour nears; null while there is time, or when no route is set.
 *  @param day  ISO date
 *  @param now  local date and time, `2026-09-01T15:20` */
export function dueWarning(office: Office, day: string, now: string, language: Language): string | null {
  const route = routeOf(dailyRoutes(office), office.level);
  if (route === undefined) return null;
  const minutes = minutesLeft(now, dueAt(day, route));
  const how = nearness(minutes);
  const params = { minutes: Math.abs(minutes), to: route.to, due: route.due };
  return how === 'far' ? null : translate(language, `daily.${how}`, params);
}

function minutesSince1970(moment: string): number {
  return dayNumber(moment.slice(0, 10)) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}
