import { parseDate } from '../../domain/calendarDate.ts';
import type { FieldKey } from '../../domain/fields.ts';
import { cleanText, searchKey } from '../../domain/vietnameseText.ts';
import { compareText } from '../../engine/findingLog.ts';
import type { Findings, SeverityCounts } from '../../engine/findings.ts';
import { countIn } from '../../rules/dailyReports/count.ts';
import { minutesOf, sentAt } from '../../rules/dailyReports/timeOfDay.ts';
import type { DailyRoute, Office } from '../../settings/office.ts';
import { columnOf, rowCount, type Table } from '../../table/table.ts';
import type { Check } from '../check.ts';
import { maskPersonal, type PersonalData } from '../masking.ts';
import { dailyRoutes, routeOf, senderOf, type Sender } from './routes.ts';

/** Figures of a daily report, in the order of its columns. */
export const FIGURES = [
  'sl_tiep_nhan',
  'sl_truc_tuyen',
  'sl_truc_tiep',
  'sl_buu_chinh',
  'sl_da_giai_quyet',
  'sl_dang_giai_quyet',
  'sl_qua_han',
] as const satisfies readonly FieldKey[];

/** Key of a figure. */
export type Figure = (typeof FIGURES)[number];

/** What one unit reported of the day. */
export interface UnitDay {
  readonly unit: string;
  readonly sender: Sender;
  /** Null where the unit gave no number that can be read. */
  readonly figures: Readonly<Record<Figure, number | null>>;
  /** Minutes after midnight at which it was sent; null when it does not say. */
  readonly sentAt: number | null;
  /** Sent after the hour of its route. */
  readonly late: boolean;
  /** How many reports of this day it sent; figures are those of the last one. */
  readonly reports: number;
}

/** An incident as units report it (letter 003 §4đ, §5d). */
export interface Incident {
  readonly unit: string;
  /** Day it was reported, ISO. */
  readonly day: string;
  readonly system: string;
  readonly what: string;
  readonly cause: string;
  readonly plan: string;
  readonly completion: string;
  readonly result: string;
  readonly mended: boolean;
}

/** The daily report of a round: what came in, what is missing, what went wrong. */
export interface DailyReport {
  /** ISO date. */
  readonly day: string;
  readonly routes: readonly DailyRoute[];
  readonly units: readonly UnitDay[];
  readonly total: Readonly<Record<Figure, number>>;
  /** Agencies of the round that have sent daily reports before and none of this day, or none at all. */
  readonly missing: readonly { readonly unit: string; readonly sender: Sender }[];
  /** Those reported or mended on the day, and older ones that are not mended yet. */
  readonly incidents: readonly Incident[];
  /** What the round found in agencies' sheets. */
  readonly found: SeverityCounts;
  readonly agencies: number;
}

const MENDED = /\b(?:da xu l[iy]|da khac phuc|da hoan thanh|hoan thanh|da xong|da giai quyet|xong)\b/;
const NOT_MENDED = /\b(?:chua|dang)\b/;

/** Draws the report of a day out of the daily sheets and incident sheets of a round.
 *  @param day  ISO date; left out, the last day of which any unit reported, or the day of the check */
export function dailyReportOf(
  check: Check,
  findings: Findings,
  office: Office,
  personal: PersonalData,
  day = lastDay(check) ?? check.today,
): DailyReport {
  const routes = dailyRoutes(office);
  const tables = sheets(check);
  const units = new Map<string, UnitDay>();
  const reporters = new Set<string>();
  for (const table of tables.filter(({ dataset }) => dataset === 'dailyReports')) {
    const at = reader(table);
    for (let row = 0; row < rowCount(table); row += 1) {
      const unit = at.text('don_vi', row) || table.agency.name;
      if (at.day('ngay_bao_cao', row) !== day) continue;
      reporters.add(table.agency.id);
      const key = searchKey(unit);
      units.set(key, unitDay(unit, at, row, routes, units.get(key)?.reports ?? 0));
    }
  }
  const agencies = new Map(tables.map(({ agency }) => [agency.id, agency.name]));
  const missing = [...agencies]
    .filter(([id, name]) => !reporters.has(id) && !units.has(searchKey(name)))
    .map(([, unit]) => ({ unit, sender: senderOf(unit) }))
    .sort((a, b) => compareText(a.unit, b.unit));
  const listed = [...units.values()].sort((a, b) => compareText(a.unit, b.unit));
  const total = Object.fromEntries(
    FIGURES.map((figure) => [figure, listed.reduce((sum, { figures }) => sum + (figures[figure] ?? 0), 0)]),
  ) as Record<Figure, number>;
  return {
    day,
    routes,
    units: listed,
    total,
    missing,
    incidents: incidentsOf(tables, day, personal),
    found: findings.counts(),
    agencies: agencies.size,
  };
}

/** Whether a round holds anything that a daily report is made of. */
export const hasDailyReport = (check: Check): boolean =>
  sheets(check).some(({ dataset }) => dataset === 'dailyReports' || dataset === 'incidents');

function unitDay(unit: string, at: Reader, row: number, routes: readonly DailyRoute[], before: number): UnitDay {
  const figures = Object.fromEntries(
    FIGURES.map((figure) => {
      const count = at.count(figure, row);
      return [figure, typeof count === 'number' ? count : null];
    }),
  ) as Record<Figure, number | null>;
  const sent = at.sent('gio_gui', row);
  const sender = senderOf(unit);
  const route = routeOf(routes, sender);
  const late = sent !== null && route !== undefined && sent > minutesOf(route.due);
  return { unit, sender, figures, sentAt: sent, late, reports: before + 1 };
}

function incidentsOf(tables: readonly Table[], day: string, personal: PersonalData): readonly Incident[] {
  const incidents: Incident[] = [];
  for (const table of tables.filter(({ dataset }) => dataset === 'incidents')) {
    const at = reader(table);
    const masked = (field: FieldKey, row: number): string => maskPersonal(field, at.text(field, row), personal);
    for (let row = 0; row < rowCount(table); row += 1) {
      const what = masked('loi_su_co', row);
      const reported = at.day('ngay_bao_cao', row);
      if (what === '' || (reported !== null && reported > day)) continue;
      const result = masked('ket_qua_xu_ly', row);
      const key = searchKey(result);
      const mended = MENDED.test(key) && !NOT_MENDED.test(key);
      const completed = at.day('thoi_gian_hoan_thanh', row);
      if (mended && reported !== day && completed !== day) continue;
      incidents.push({
        unit: at.text('don_vi', row) || table.agency.name,
        day: reported ?? '',
        system: at.text('he_thong', row),
        what,
        cause: masked('nguyen_nhan', row),
        plan: masked('phuong_an_xu_ly', row),
        completion: at.text('thoi_gian_hoan_thanh', row),
        result,
        mended,
      });
    }
  }
  return incidents.sort(
    (a, b) => Number(a.mended) - Number(b.mended) || compareText(a.unit, b.unit) || compareText(a.day, b.day),
  );
}

function lastDay(check: Check): string | null {
  let last: string | null = null;
  for (const table of sheets(check).filter(({ dataset }) => dataset === 'dailyReports')) {
    const at = reader(table);
    for (let row = 0; row < rowCount(table); row += 1) {
      const day = at.day('ngay_bao_cao', row);
      if (day !== null && day <= check.today && (last === null || day > last)) last = day;
    }
  }
  return last;
}

const sheets = (check: Check): readonly Table[] =>
  check.files.flatMap(({ readings }) =>
    readings.flatMap(({ tables }) => tables.filter(({ unfoldedFrom }) => unfoldedFrom === undefined)),
  );

/** Cells of a table by field; a column that is missing reads as blank. */
interface Reader {
  text(field: FieldKey, row: number): string;
  day(field: FieldKey, row: number): string | null;
  count(field: FieldKey, row: number): number | 'blank' | 'unreadable';
  sent(field: FieldKey, row: number): number | null;
}

function reader(table: Table): Reader {
  const text = (field: FieldKey, row: number): string => cleanText(columnOf(table, field)?.at(row).text ?? '');
  return {
    text,
    day(field, row) {
      const date = parseDate(text(field, row));
      return date.ok ? date.value.iso : null;
    },
    count(field, row) {
      const cell = columnOf(table, field)?.at(row);
      return cell === undefined ? 'blank' : countIn(cell, cleanText(cell.text));
    },
    sent(field, row) {
      const cell = columnOf(table, field)?.at(row);
      const sent = cell === undefined ? null : sentAt(cell, cleanText(cell.text));
      return sent === null || sent === 'unreadable' ? null : sent.minutes;
    },
  };
}
