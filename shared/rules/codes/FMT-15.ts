import { formatDate, isoOfDay, parseDate, type DateReason } from '../../domain/calendarDate.ts';
import type { FieldKey } from '../../domain/fields.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { perStatedCode } from './statedCodes.ts';

// Validity periods of fees and completion times of incidents are free text ("từ … đến …", "trong tuần"): not here.
const DATE_FIELDS = [
  'ngay_quyet_dinh',
  'ngay_sinh',
  'ngay_tiep_nhan',
  'han_tra',
  'ngay_bao_cao',
] as const satisfies readonly FieldKey[];

type Message =
  | 'unreadable'
  | 'incomplete'
  | 'shortYear'
  | 'impossible'
  | 'monthFirst'
  | 'serial'
  | 'dayFirst'
  | 'shown';

const MESSAGE_OF: Readonly<Record<Exclude<DateReason, 'empty'>, Message>> = {
  unreadable: 'unreadable',
  noDay: 'incomplete',
  yearOnly: 'incomplete',
  shortYear: 'shortYear',
  impossible: 'impossible',
  monthFirst: 'monthFirst',
};

export default defineRule({
  id: 'FMT-15',
  title: 'Ngày đọc được và có thật, viết theo ngày/tháng/năm',
  severity: 'warning',
  scope: 'row',
  why: 'Ngày không đọc được hoặc viết tháng trước ngày làm sai thời hạn, sai thứ tự văn bản và sai hạn trả kết quả cho người dân khi nhập vào hệ thống.',
  howToFix: 'Viết lại theo dạng dd/mm/yyyy, ví dụ 29/05/2026, đủ ngày, tháng và năm bốn chữ số.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'accounts', 'pendingDossiers', 'dailyReports', 'incidents'],
  reads: [],
  anyOf: DATE_FIELDS,
  messages: {
    unreadable: 'Không đọc được ngày "{value}".',
    incomplete: 'Ngày "{value}" thiếu ngày hoặc tháng.',
    shortYear: 'Ngày "{value}" chỉ ghi hai chữ số của năm.',
    impossible: 'Ngày "{value}" không có trong lịch.',
    monthFirst: 'Ngày "{value}" viết tháng trước ngày.',
    serial: 'Ô ngày đang hiện con số {value} thay cho ngày tháng.',
    dayFirst: 'Đổi lại thứ tự ngày, tháng.',
    shown: 'Con số này trong Excel là ngày {date}.',
  },
  en: {
    title: 'Dates can be read, exist, and are written day/month/year',
    why: 'A date that cannot be read, or with the month first, spoils deadlines, the order of documents and the date on which citizens get their result.',
    howToFix: 'Write it as dd/mm/yyyy, e.g. 29/05/2026, with day, month and a year of four digits.',
    messages: {
      unreadable: 'Date "{value}" cannot be read.',
      incomplete: 'Date "{value}" lacks its day or month.',
      shortYear: 'Date "{value}" gives only two digits of the year.',
      impossible: 'There is no such date as "{value}".',
      monthFirst: 'Date "{value}" is written month first.',
      serial: 'The date cell shows the number {value} instead of a date.',
      dayFirst: 'Put the day before the month.',
      shown: 'In Excel this number is the date {date}.',
    },
  },
  check(view) {
    for (const field of DATE_FIELDS) perStatedCode(view, field, judgeDate);
  },
});

function judgeDate(cell: Cell, text: string): Verdict<Message> | null {
  if (cell.kind === 'number') return judgeNumber(cell);
  const date = parseDate(text);
  if (date.ok || date.reason === 'empty') return null;
  const message = MESSAGE_OF[date.reason];
  const swapped = date.reason === 'monthFirst' ? dayFirst(text) : undefined;
  if (swapped === undefined) return { message };
  return { message, expected: swapped, fix: { value: swapped, confidence: 'likely', why: 'dayFirst' } };
}

// Excel's day 25569 is 1970-01-01. Numbers outside 1950 … 2099 are no dates that these sheets hold.
const SERIAL_OF_1970 = 25_569;
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

function judgeNumber(cell: Cell): Verdict<Message> {
  const serial = Math.floor(Number(cell.raw));
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) {
    return { message: /^\d{4}$/.test(cell.text) ? 'incomplete' : 'unreadable' };
  }
  const date = formatDate({ iso: isoOfDay(serial - SERIAL_OF_1970) });
  return {
    message: 'serial',
    args: { date },
    expected: date,
    fix: { value: date, confidence: 'likely', why: 'shown' },
  };
}

/** `05/13/2026` → `13/05/2026`; undefined when even that is no date. */
function dayFirst(text: string): string | undefined {
  const swapped = text.replace(/(\d{1,2})(\s?[/.-]\s?)(\d{1,2})/, '$3$2$1');
  const date = parseDate(swapped);
  return date.ok ? formatDate(date.value) : undefined;
}
