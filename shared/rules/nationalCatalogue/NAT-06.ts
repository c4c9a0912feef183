import { dayNumber, formatDate, parseDate } from '../../domain/calendarDate.ts';
import { formatDecisionNumber, type DecisionNumber } from '../../domain/decisionNumber.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { NationalProcedure } from '../../reference/catalogue.ts';
import type { Cell } from '../../table/cell.ts';
import { onceFor } from '../onceFor.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { comparedRecordOf, steppedDown } from './nationalRecord.ts';
import { decisionsIn, isOfSameMinistry, isSameDecision, NO_DECISIONS, readDecision } from './publishingDecisions.ts';

type Message = 'replaced' | 'newer' | 'other';

const dateIn = (_cell: Cell, text: string): string => {
  const date = parseDate(text);
  return date.ok ? date.value.iso : '';
};

// A province's own decision (…/QĐ-UBND, NĐ 63/2010 Điều 13 khoản 2) publishes the same procedure again and replaces
// nothing, so only decisions of the same issuer are compared. Many records give no date: then nobody can tell which of
// the two decisions is the newer one, and the difference is only told.
export default defineRule({
  id: 'NAT-06',
  title: 'Quyết định công bố là quyết định hiện hành',
  severity: 'warning',
  scope: 'row',
  why: 'Quyết định công bố mới thường đổi phí, thời hạn hoặc thành phần hồ sơ. Đơn vị còn theo quyết định cũ là đang hướng dẫn người dân theo quy định đã hết hiệu lực.',
  howToFix: 'Lấy quyết định công bố mới, cập nhật nội dung thủ tục theo quyết định đó rồi sửa số và ngày.',
  legal: [],
  asks: ['003 §8b'],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'so_quyet_dinh'],
  mayRead: ['ngay_quyet_dinh'],
  refs: ['procedures'],
  messages: {
    replaced: 'Quyết định công bố đã được thay bằng {national}.',
    newer: 'Quyết định của đơn vị mới hơn danh mục quốc gia đang dùng ({national}).',
    other: 'Quyết định công bố khác danh mục quốc gia ({national}).',
  },
  en: {
    title: 'The publishing decision is the current one',
    why: 'A new publishing decision mostly changes fee, deadline or papers. An agency that follows the old one guides citizens by rules no longer in force.',
    howToFix: 'Obtain the new decision, update the procedure by it, and then correct number and date.',
    messages: {
      replaced: 'The publishing decision was replaced by {national}.',
      newer: 'The agency’s decision is newer than the national catalogue in use ({national}).',
      other: 'The publishing decision differs from the national catalogue ({national}).',
    },
  },
  check(view, context) {
    const recordOf = comparedRecordOf(view, context);
    const decisionsOf = view.derive('so_quyet_dinh', decisionsIn);
    const dateOf = view.derive('ngay_quyet_dinh', dateIn);
    const differenceOf = oncePerPairOfRun(context, differenceBetween);
    for (let row = 0; row < view.rows; row += 1) {
      const record = recordOf(row);
      const decisions = decisionsOf(row);
      if (record === undefined || decisions === NO_DECISIONS) continue;
      const difference = differenceOf(decisions, record);
      if (difference !== null) view.report(row, 'so_quyet_dinh', verdictOn(difference, dateOf(row)));
    }
  },
});

/** A decision of the agency that is not the national one. */
interface Difference {
  readonly own: DecisionNumber;
  readonly national: DecisionNumber;
  readonly record: NationalProcedure;
  /** The cell names no other decision, so the date beside it is this one's. */
  readonly alone: boolean;
  /** By the date beside it. */
  readonly verdicts: Map<string, Verdict<Message>>;
}

const nationalDecision = onceFor((record: NationalProcedure) => readDecision(record.so_quyet_dinh));

function differenceBetween(decisions: readonly DecisionNumber[], record: NationalProcedure): Difference | null {
  const national = nationalDecision(record);
  if (national === undefined || decisions.some((decision) => isSameDecision(decision, national))) return null;
  const own = decisions.find((decision) => isOfSameMinistry(decision, national));
  return own === undefined ? null : { own, national, record, alone: decisions.length === 1, verdicts: new Map() };
}

function verdictOn(difference: Difference, columnDate: string): Verdict<Message> {
  let verdict = difference.verdicts.get(columnDate);
  if (verdict === undefined) difference.verdicts.set(columnDate, (verdict = judge(difference, columnDate)));
  return verdict;
}

function judge({ own, national, record, alone }: Difference, columnDate: string): Verdict<Message> {
  const ownDate = own.signedOn?.iso ?? (alone ? columnDate : '');
  const nationalDate = record.ngay_quyet_dinh || (national.signedOn?.iso ?? '');
  const number = formatDecisionNumber(national);
  const shown = nationalDate === '' ? number : `${number} ngày ${formatDate({ iso: nationalDate })}`;
  const told = { args: { national: shown }, expected: number, ...steppedDown(record, ['duplicateCode']) };
  if (ownDate === '' || nationalDate === '' || ownDate === nationalDate) {
    const evidence = 'Không đủ ngày ký để biết quyết định nào mới hơn.';
    return { message: 'other', severity: 'info', evidence, ...told };
  }
  if (ownDate > nationalDate) return { message: 'newer', severity: 'info', ...told };
  return { message: 'replaced', difference: `cũ hơn ${dayNumber(nationalDate) - dayNumber(ownDate)} ngày`, ...told };
}
