import { z } from 'zod';
import { dayNumber, formatDate, isoOfDay, weekday } from '../../domain/calendarDate.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { placesOf, type PlacedRow } from '../uniqueness/repeatedRows.ts';
import { reportDay, reportingUnit, reportsByUnit, unitName } from './reportUnit.ts';

type Message = 'missing' | 'missingDays' | 'repeated' | 'future';
type View = TableView<'ngay_bao_cao' | 'don_vi', Message>;
type Report = PlacedRow<View>;

const SUNDAY = 7;
const SATURDAY = 6;

// Reports are due from a unit's own first one (or a day that is set) to the last day on which anybody of the round
// reported: nobody can say from the files that all of them stopped. One finding per gap, at the report behind it (the last
// one when nothing follows), so that one wrong year does not make hundreds. A date after today breaks no series.
export default defineRule({
  id: 'RPT-01',
  title: 'Mỗi đơn vị có đúng một báo cáo mỗi ngày',
  severity: 'error',
  scope: 'round',
  why: 'Thiếu báo cáo thì sự cố của đơn vị không được tổng hợp và hỗ trợ trong ngày; hai báo cáo cùng ngày thì số liệu của tỉnh bị cộng trùng.',
  howToFix: 'Gửi bổ sung báo cáo ngày còn thiếu; ngày bị lặp thì giữ bản đúng, sửa ngày của bản kia.',
  legal: [],
  asks: ['003 §7', '004 §1', '001 §3b'],
  datasets: ['dailyReports'],
  reads: ['ngay_bao_cao'],
  mayRead: ['don_vi'],
  readsAll: true,
  params: z.object({
    from: z.iso
      .date()
      .optional()
      .describe('Ngày đầu tiên phải báo cáo (yyyy-mm-dd); để trống: báo cáo đầu tiên của đơn vị'),
    weekends: z.boolean().default(true).describe('Báo cáo cả thứ Bảy, Chủ nhật'),
  }),
  messages: {
    missing: 'Thiếu báo cáo ngày {from} của {unit}.',
    missingDays: 'Thiếu báo cáo {days} ngày của {unit}: từ {from} đến {until}.',
    repeated: '{unit} có {count} báo cáo cùng ngày {from}.',
    future: 'Ngày báo cáo {from} của {unit} ở sau ngày kiểm tra.',
  },
  en: {
    title: 'Each unit has exactly one report a day',
    why: 'Without a report the unit’s incidents are neither collected nor helped with that day; two of one day are counted twice in the province.',
    howToFix: 'Send the missing report; of two reports of one day keep the right one or correct the other’s date.',
    messages: {
      missing: 'The report of {from} of {unit} is missing.',
      missingDays: '{days} days of {unit} have no report: {from} to {until}.',
      repeated: '{unit} has {count} reports of {from}.',
      future: 'The report date {from} of {unit} is after the day of the check.',
    },
  },
  checkAll(views, { params, today }) {
    const now = dayNumber(today);
    const isDue = (day: number): boolean => params.weekends || (weekday(day) !== SATURDAY && weekday(day) !== SUNDAY);
    const units = reportsByUnit(views);
    const undated = undatedReports(views);
    const last = Math.max(...[...units.values()].flatMap((days) => [...days.keys()].filter((day) => day <= now)));
    for (const [unit, reports] of units) {
      let misdated = undated.get(unit) ?? 0;
      for (const [day, rows] of reports) {
        if (day > now) tell(rows, 'future', day);
        else if (rows.length > 1) tell(rows, 'repeated', day);
        misdated += day > now ? rows.length : rows.length - 1;
      }
      const days = [...reports.keys()].filter((day) => day <= now).sort((a, b) => a - b);
      if (days.length === 0) continue;
      const start = params.from === undefined ? days[0]! : Math.min(dayNumber(params.from), days[0]!);
      const gaps = days.map((day, at) =>
        gapOf(at === 0 ? start : days[at - 1]! + 1, day - 1, isDue, reports.get(day)!),
      );
      gaps.push(gapOf(days.at(-1)! + 1, last, isDue, reports.get(days.at(-1)!)!));
      const lacking = gaps.reduce((sum, { days: count }) => sum + count, 0);
      // As many reports have a date that is wrong: they are those of these days, and their dates are to be corrected.
      if (lacking > misdated) for (const gap of gaps) if (gap.days > 0) tellGap(gap);
    }
  },
});

/** How many reports of each unit have no date that can be read (FMT-15, CMP). */
function undatedReports(views: readonly View[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const view of views) {
    const dayOf = view.derive('ngay_bao_cao', reportDay);
    const unitOf = reportingUnit(view);
    for (let row = 0; row < view.rows; row += 1) {
      if (dayOf(row) === null) counts.set(unitOf(row), (counts.get(unitOf(row)) ?? 0) + 1);
    }
  }
  return counts;
}

function tell(rows: readonly Report[], message: 'future' | 'repeated', day: number): void {
  const verdict: Verdict<Message> = {
    message,
    args: { from: formatDate(isoOfDay(day)), unit: unitName(rows[0]!.view, rows[0]!.row), count: rows.length },
    ...(message === 'repeated' ? { evidence: `Các dòng liên quan: ${placesOf(rows)}.` } : {}),
  };
  for (const { view, row } of rows) view.report(row, 'ngay_bao_cao', verdict);
}

/** Days on which a report was due and none came, and the reports at which it is told. */
interface Gap {
  readonly first: number;
  readonly last: number;
  readonly days: number;
  readonly at: readonly Report[];
}

/** The gap of the days `from` … `until`. */
function gapOf(from: number, until: number, isDue: (day: number) => boolean, at: readonly Report[]): Gap {
  let [first, last, days] = [0, 0, 0];
  for (let day = from; day <= until; day += 1) {
    if (!isDue(day)) continue;
    if (days === 0) first = day;
    last = day;
    days += 1;
  }
  return { first, last, days, at };
}

function tellGap({ first, last, days, at }: Gap): void {
  const { view } = at[0]!;
  const here = at.filter((report) => report.view === view).map((report) => report.row);
  const row = rowToTell(view, here, 'ngay_bao_cao');
  view.report(row, 'ngay_bao_cao', {
    message: days === 1 ? 'missing' : 'missingDays',
    args: {
      unit: unitName(view, row),
      days,
      from: formatDate(isoOfDay(first)),
      until: formatDate(isoOfDay(last)),
    },
    difference: `thiếu ${days} ngày`,
  });
}
