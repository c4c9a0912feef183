import { formatAmountVnd, type FeeAmount } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { isBelowThousand, levelOf, readFeeCell, type FeeCell } from './feeCell.ts';
import { feeDescriptionOf, type FeeDescription } from './feeDescription.ts';

/** 87 lines of 44 national procedures have lost three zeros ("135.000" → 135). ×1.000 is proposed only where the row's own
 *  text names exactly that amount; 1.003133 ("40 … 4.000đ") and 1.012680 ("25 … 25.000.000đ") show that even then a person
 *  decides. The same figure in USD is FEE-04's. A fee per small unit (500 đồng/trang) may be right: a warning. */
export default defineRule({
  id: 'FEE-02',
  title: 'Mức thu không mất ba số 0',
  severity: 'error',
  scope: 'row',
  why: 'Hệ thống sẽ yêu cầu người dân nộp đúng con số đã nhập, ví dụ 135 đồng thay cho 135.000 đồng; đơn vị thu thiếu và phải truy thu.',
  howToFix:
    'Đối chiếu văn bản quy định mức thu rồi nhập đủ số, ví dụ 135000. Khi dán từ Word sang Excel, để ô ở dạng Văn bản để dấu chấm không bị hiểu là dấu thập phân.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['mo_ta', 'hinh_thuc_nop'],
  messages: {
    tooSmall: 'Mức thu {amount} bất thường, có thể mất ba số 0.',
    described: 'Chính dòng này nêu mức {full}; cần người kiểm tra xác nhận.',
  },
  en: {
    title: 'The fee has not lost three zeros',
    why: 'The system asks citizens for exactly the figure entered, e.g. 135 instead of 135,000 đồng; the unit collects too little.',
    howToFix:
      'Look the level up in its legal text and enter it in full, e.g. 135000. Format the cell as Text before pasting, so that the dot is not taken for a decimal sign.',
    messages: {
      tooSmall: 'The fee {amount} is implausible; three zeros may be lost.',
      described: 'The row itself names {full}; a person has to confirm it.',
    },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const descriptionOf = feeDescriptionOf(view, context);
    const judgePair = oncePerPairOfRun(context, judge);
    for (let row = 0; row < view.rows; row += 1) {
      const fee = feeOf(row);
      if (!isBelowThousand(fee)) continue;
      const verdict = judgePair(fee, descriptionOf(row));
      if (verdict !== null) view.report(row, 'phi_le_phi', verdict);
    }
  },
});

function judge(fee: FeeCell, { statements }: FeeDescription): Verdict<'tooSmall' | 'described'> | null {
  const level = levelOf(fee.value);
  if (level === undefined) return null;
  const named = statements.flatMap(({ amounts }) => amounts);
  if (named.some(({ amount, currency }) => currency === 'USD' && amount === level.amount)) return null;
  const full = level.amount * 1000;
  const isNamed = named.some(({ amount, currency }) => currency === 'VND' && amount === full);
  return {
    message: 'tooSmall',
    args: { amount: formatAmountVnd(level.amount), full: formatAmountVnd(full) },
    ...(level.unit !== undefined && !isNamed ? { severity: 'warning' as const } : {}),
    ...(isNamed
      ? {
          expected: formatAmountVnd(full),
          fix: { value: corrected(fee, level, full), confidence: 'possible', why: 'described' } as const,
        }
      : {}),
  };
}

/** The cell with only its figure changed. */
function corrected({ kind, text }: FeeCell, level: FeeAmount, amount: number): string {
  if (kind === 'number') return String(amount);
  return `${text.slice(0, level.start)}${formatAmountVnd(amount)}${text.slice(level.end)}`;
}
