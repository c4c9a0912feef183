import { defineRule, type TableView, type Verdict } from '../../engine/rule.ts';
import { rowToTell } from '../rowToTell.ts';
import { procedureDeadlines, type ProcedureDeadlines } from './procedureDeadlines.ts';
import { isZeroTime, readStepTime, stepTotals, type StepTotal } from './stepTimes.ts';
import { formatTimeAmount, type TimeAmount } from './timeAmount.ts';
import { workflowsIn } from './workflowRows.ts';

type Field =
  | 'ma_tthc'
  | 'ten_quy_trinh'
  | 'buoc'
  | 'thoi_gian_buoc'
  | 'dv_tinh_thoi_han'
  | 'thoi_han'
  | 'thoi_han_cat_giam';
type Message = 'differs' | 'unitUnclear' | 'unreadable';

// Working time is added at 8 hours a day; calendar days are never converted (BLDS Đ147–148): with steps in working time and
// a deadline in calendar days, or the reverse, nothing is said. One exception: steps in plain "ngày" under a deadline in
// working days are how people abbreviate, so a difference is then a warning. Figures without any unit are right if hours or
// working days fit. Shorter than the deadline is a warning, since an agency may plan with a reserve; shorter than the
// national one (no deadline of the agency known) a note. All steps at zero are WFL-04's.
export default defineRule({
  id: 'WFL-01',
  title: 'Tổng thời gian các bước bằng thời hạn giải quyết',
  severity: 'error',
  scope: 'agency',
  why: 'Các bước cộng lại dài hơn thời hạn thì hồ sơ chắc chắn quá hạn dù ai cũng đúng hạn; ngắn hơn thì hệ thống báo trễ sớm và hẹn trả sai.',
  howToFix:
    'Chia lại thời gian các bước cho khớp thời hạn của thủ tục (1 ngày làm việc = 8 giờ), hoặc sửa thời hạn theo quyết định công bố.',
  legal: [{ doc: 'TT 01/2018/TT-VPCP', article: 'Điều 8' }],
  asks: ['003 §1đ'],
  datasets: ['workflows', 'procedures', 'channels'],
  reads: [],
  mayRead: ['ma_tthc', 'ten_quy_trinh', 'buoc', 'thoi_gian_buoc', 'dv_tinh_thoi_han', 'thoi_han', 'thoi_han_cat_giam'],
  readsAll: true,
  needs: { workflows: ['thoi_gian_buoc'] },
  messages: {
    differs: 'Tổng thời gian các bước ({sum}) khác thời hạn của TTHC {code} ({deadline}, theo {source}).',
    unitUnclear:
      'Thời gian các bước không ghi đơn vị; tổng {figure} chỉ bằng thời hạn {deadline} khi tính bằng ngày làm việc.',
    unreadable: 'Không đọc được thời gian của bước "{value}".',
  },
  en: {
    title: 'The steps add up to the deadline',
    why: 'With steps that add up to more, dossiers are overdue though everybody is in time; with less, the system warns too early and promises a wrong day.',
    howToFix:
      'Divide the time anew so that it adds up to the deadline (1 working day = 8 hours), or correct the deadline.',
    messages: {
      differs: 'The steps add up to {sum}, but the deadline of procedure {code} is {deadline} (from {source}).',
      unitUnclear:
        'The steps have no unit of time; the total {figure} only equals the deadline {deadline} when read as working days.',
      unreadable: 'The time of the step, "{value}", cannot be read.',
    },
  },
  checkAll(views, { ref }) {
    const deadlineOf = procedureDeadlines(views, ref);
    for (const view of views) {
      if (view.table.dataset === 'workflows' && view.has('thoi_gian_buoc')) checkSheet(view, deadlineOf);
    }
  },
});

function checkSheet(
  view: TableView<Field, Message>,
  deadlineOf: (code: string) => ProcedureDeadlines | undefined,
): void {
  view.perValue('thoi_gian_buoc', (cell, text) => (readStepTime(cell, text).kind === 'unreadable' ? UNREADABLE : null));
  const timeOf = view.derive('thoi_gian_buoc', readStepTime);
  const totalOf = stepTotals(view);
  for (const { code, rows } of workflowsIn(view)) {
    const deadlines = deadlineOf(code);
    const total = deadlines === undefined ? undefined : totalOf(rows);
    if (deadlines === undefined || total === undefined || rows.every((row) => isZeroTime(timeOf(row)))) continue;
    const verdict = judge(total, deadlines, code);
    if (verdict !== null) view.report(rowToTell(view, rows, 'buoc'), 'thoi_gian_buoc', verdict);
  }
}

const UNREADABLE: Verdict<Message> = { message: 'unreadable', severity: 'warning' };
const SOURCES = { own: 'danh mục của đơn vị', national: 'danh mục quốc gia' } as const;
const ABBREVIATED = 'Bước ghi "ngày" được tính là ngày làm việc.';

function judge(
  total: StepTotal,
  { source, amounts, doubt }: ProcedureDeadlines,
  code: string,
): Verdict<Message> | null {
  const { family } = amounts[0]!;
  const [plain, asDays] = total.readings.filter((reading) => reading.family === family);
  const sum = plain ?? (family === 'working' ? total.asWorking : undefined);
  const isDeadline = (reading: TimeAmount): boolean => amounts.some(({ amount }) => amount === reading.amount);
  if (sum === undefined || isDeadline(sum)) return null;
  const deadline = [...new Set(amounts.map(formatTimeAmount))].join(' hoặc ');
  if (asDays !== undefined && isDeadline(asDays)) {
    const figure = String(sum.amount).replace('.', ',');
    return { message: 'unitUnclear', args: { figure, deadline }, severity: 'info' };
  }
  const evidence = [
    plain === undefined ? ABBREVIATED : '',
    asDays === undefined ? '' : 'Thời gian các bước không ghi đơn vị; đã thử tính theo giờ và theo ngày làm việc.',
    total.blankSteps === 0 ? '' : `Có ${total.blankSteps} bước để trống thời gian.`,
    doubt.evidence ?? '',
  ].filter((part) => part !== '');
  const longest = Math.max(...amounts.map(({ amount }) => amount));
  const shortest = Math.min(...amounts.map(({ amount }) => amount));
  const isLonger = sum.amount > longest;
  const severity =
    doubt.severity ??
    (isLonger ? (plain === undefined ? 'warning' : 'error') : source === 'national' ? 'info' : 'warning');
  return {
    message: 'differs',
    args: { sum: formatTimeAmount(sum), code, deadline, source: SOURCES[source] },
    expected: deadline,
    difference: differenceTo(sum, isLonger ? longest : sum.amount < shortest ? shortest : undefined),
    severity,
    ...(evidence.length > 0 && { evidence: evidence.join(' ') }),
  };
}

/** "thừa 02 ngày làm việc"; '' between the shortest and the longest of several deadlines. */
function differenceTo(sum: TimeAmount, deadline: number | undefined): string {
  if (deadline === undefined) return '';
  const amount = Math.round(Math.abs(sum.amount - deadline) * 100) / 100;
  return `${sum.amount > deadline ? 'thừa' : 'thiếu'} ${formatTimeAmount({ ...sum, amount })}`;
}
