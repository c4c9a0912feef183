import { z } from 'zod';
import { dayNumber, formatDate, isoOfDay, weekday } from '../../domain/calendarDate.ts';
import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { placesOf, type PlacedRow } from '../uniqueness/repeatedRows.ts';
import { reportsByUnit, unitName } from './reportUnit.ts';

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
    const last = Math.max(...[...units.values()].flatMap((days) => [...days.keys()].filter((day) => day <= now)));
    for (const reports of units.values()) {
      for (const [day, rows] of reports) {
        if (day > now) tell(rows, 'future', day);
        else if (rows.length > 1) tell(rows, 'repeated', day);
      }
      const days = [...reports.keys()].filter((day) => day <= now).sort((a, b) => a - b);
      if (days.length === 0) continue;
      let next = params.from === undefined ? days[0]! : Math.min(dayNumber(params.from), days[0]!);
      for (const day of days) {
        tellGap(next, day - 1, isDue, reports.get(day)!);
        next = day + 1;
      }
      tellGap(next, last, isDue, reports.get(days.at(-1)!)!);
    }
  },
});

function tell(rows: readonly Report[], message: 'future' | 'repeated', day: number): void {
  const verdict: Verdict<Message> = {
    message,
    args: { from: formatDate(isoOfDay(day)), unit: unitName(rows[0]!.view, rows[0]!.row), count: rows.length },
    ...(message === 'repeated' ? { evidence: `Các dòng liên quan: ${placesOf(rows)}.` } : {}),
  };
  for (const { view, row } of rows) view.report(row, 'ngay_bao_cao', verdict);
}

/** Tells of the days `from` … `until` on which a report was due and none came, at one of the given reports. */
function tellGap(from: number, until: number, isDue: (day: number) => boolean, at: readonly Report[]): void {
  let [first, last, days] = [0, 0, 0];
  for (let day = from; day <= until; day += 1) {
    if (!isDue(day)) continue;
    if (days === 0) first = day;
    last = day;
    days += 1;
  }
  if (days === 0) return;
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
