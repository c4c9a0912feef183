import { defineRule, type TableView } from '../../engine/rule.ts';
import type { PlacedRow } from '../uniqueness/repeatedRows.ts';
import { countIn, type Count } from './count.ts';
import { reportsByUnit } from './reportUnit.ts';

const CHANNELS = ['sl_truc_tuyen', 'sl_truc_tiep', 'sl_buu_chinh'] as const;

type Field =
  | 'ngay_bao_cao'
  | 'don_vi'
  | 'sl_tiep_nhan'
  | (typeof CHANNELS)[number]
  | 'sl_da_giai_quyet'
  | 'sl_dang_giai_quyet'
  | 'sl_qua_han';
type View = TableView<Field, 'channels' | 'overdue' | 'carried'>;

// The book leaves open what "đang xử lý" must equal: forms count per day or since the start. A row is wrong only when it
// fits neither: not (open yesterday + received − resolved), nor (received − resolved). That needs the day before; some
// forms count dossiers returned to applicants elsewhere, hence a warning.
export default defineRule({
  id: 'RPT-03',
  title: 'Số liệu báo cáo cân đối',
  severity: 'error',
  scope: 'round',
  why: 'Số liệu không cân thì tổng hợp của tỉnh gửi Trung tâm Dữ liệu quốc gia sai, không biết còn bao nhiêu hồ sơ của người dân chưa giải quyết.',
  howToFix:
    'Kiểm tra lại từng cột: tổng tiếp nhận bằng trực tuyến cộng trực tiếp cộng bưu chính; số quá hạn không vượt số hồ sơ đã và đang giải quyết.',
  legal: [],
  asks: [],
  datasets: ['dailyReports'],
  reads: ['ngay_bao_cao', 'sl_tiep_nhan'],
  mayRead: ['don_vi', ...CHANNELS, 'sl_da_giai_quyet', 'sl_dang_giai_quyet', 'sl_qua_han'],
  messages: {
    channels: 'Số tiếp nhận {total} khác tổng các kênh {sum}.',
    overdue: 'Số quá hạn {overdue} lớn hơn tổng số đã và đang giải quyết {handled}.',
    carried: 'Số đang giải quyết {open} không khớp: hôm trước {before}, tiếp nhận {total}, đã giải quyết {resolved}.',
  },
  en: {
    title: 'The figures of a report add up',
    why: 'Figures that do not add up spoil the province’s report, and nobody knows how many citizens’ dossiers are still open.',
    howToFix:
      'Check each column: received is online plus in person plus post; overdue cannot exceed resolved plus open.',
    messages: {
      channels: 'Received {total} is not the sum of the channels {sum}.',
      overdue: 'Overdue {overdue} exceeds resolved plus open {handled}.',
      carried: 'Open {open} does not follow: {before} the day before, {total} received, {resolved} resolved.',
    },
  },
  checkAll(views) {
    for (const view of views) {
      for (let row = 0; row < view.rows; row += 1) {
        judgeChannels(view, row);
        judgeOverdue(view, row);
      }
    }
    for (const days of reportsByUnit(views).values()) {
      for (const [day, reports] of days) {
        const before = days.get(day - 1);
        // Which of two reports of a day counts, nobody knows (RPT-01).
        if (reports.length === 1 && before?.length === 1) judgeCarried(reports[0]!, before[0]!);
      }
    }
  },
});

const count = (view: View, field: Field, row: number): Count => view.derive(field, countIn)(row);

function judgeChannels(view: View, row: number): void {
  const total = count(view, 'sl_tiep_nhan', row);
  if (typeof total !== 'number' || !view.has('sl_truc_tuyen') || !view.has('sl_truc_tiep')) return;
  const parts = CHANNELS.filter((field) => view.has(field)).map((field) => count(view, field, row));
  const known = parts.filter((part) => typeof part === 'number');
  if (known.length === 0 || parts.includes('unreadable')) return;
  const sum = known.reduce((all, part) => all + part, 0);
  // A blank channel may be none or forgotten; only a sum that is too large is then certain.
  if (sum === total || (known.length < parts.length && sum < total)) return;
  view.report(row, 'sl_tiep_nhan', {
    message: 'channels',
    args: { total, sum },
    expected: String(sum),
    difference: signed(total - sum),
  });
}

function judgeOverdue(view: View, row: number): void {
  const overdue = count(view, 'sl_qua_han', row);
  const resolved = count(view, 'sl_da_giai_quyet', row);
  const open = count(view, 'sl_dang_giai_quyet', row);
  if (typeof overdue !== 'number' || typeof resolved !== 'number' || typeof open !== 'number') return;
  const handled = resolved + open;
  if (overdue <= handled) return;
  view.report(row, 'sl_qua_han', {
    message: 'overdue',
    args: { overdue, handled },
    difference: signed(overdue - handled),
  });
}

function judgeCarried({ view, row }: PlacedRow<View>, yesterday: PlacedRow<View>): void {
  const open = count(view, 'sl_dang_giai_quyet', row);
  const before = count(yesterday.view, 'sl_dang_giai_quyet', yesterday.row);
  const total = count(view, 'sl_tiep_nhan', row);
  const resolved = count(view, 'sl_da_giai_quyet', row);
  if (typeof open !== 'number' || typeof before !== 'number') return;
  if (typeof total !== 'number' || typeof resolved !== 'number') return;
  const expected = before + total - resolved;
  if (open === expected || open === total - resolved) return;
  view.report(row, 'sl_dang_giai_quyet', {
    message: 'carried',
    severity: 'warning',
    args: { open, before, total, resolved },
    expected: String(expected),
    difference: signed(open - expected),
  });
}

const signed = (value: number): string => (value > 0 ? `+${value}` : `−${-value}`);
