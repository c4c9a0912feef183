import { formatAmount } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { isBelowThousand, levelOf, readFeeCell, type FeeCell } from './feeCell.ts';
import { feeDescriptionOf, isInForce, isOfOtherChannel, type FeeDescription } from './feeDescription.ts';
import { perAlikeRows } from '../alikeRows.ts';

/** The description (column Mô tả, or what stands in brackets behind the value) names amounts, and none of them, nor their
 *  sum, is the value. Clauses about another channel, special cases and levels not in force accuse nobody. The same figure in
 *  another currency is FEE-04's, a value below 1.000 đ FEE-02's. */
export default defineRule({
  id: 'FEE-03',
  title: 'Mức thu khớp số tiền trong mô tả',
  severity: 'warning',
  scope: 'row',
  why: 'Người dân đọc mô tả một số tiền nhưng hệ thống yêu cầu nộp số khác; dễ bị khiếu nại là thu sai mức.',
  howToFix: 'Đối chiếu văn bản quy định mức thu, sửa ô mức thu hoặc sửa mô tả cho cùng một số tiền.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['mo_ta', 'hinh_thuc_nop'],
  messages: { differs: 'Mức thu {actual} khác số tiền trong mô tả {described}.' },
  en: {
    title: 'The fee agrees with the amount in the description',
    why: 'Citizens read one amount and are asked to pay another, which leads to complaints.',
    howToFix: 'Look the level up in its legal text and mend the fee cell or the description.',
    messages: { differs: 'The fee {actual} differs from the amount in the description {described}.' },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const descriptionOf = feeDescriptionOf(view, context);
    const judgePair = context.memo(judge, () =>
      oncePerPair((fee: FeeCell, description: FeeDescription) => judge(fee, description, context.today)),
    );
    perAlikeRows(view, context, ['phi_le_phi', 'mo_ta', 'hinh_thuc_nop'], 'phi_le_phi', (row) => {
      const description = descriptionOf(row);
      return description.statements.length === 0 ? null : judgePair(feeOf(row), description);
    });
  },
});

function judge(fee: FeeCell, description: FeeDescription, today: string): Verdict<'differs'> | null {
  const level = levelOf(fee.value);
  if (level === undefined || isBelowThousand(fee)) return null;
  const named = description.statements.flatMap(({ amounts }) => amounts);
  if (named.some(({ amount }) => amount === level.amount)) return null;
  if (named.reduce((sum, { amount }) => sum + amount, 0) === level.amount) return null;
  const statement = description.statements.find((clause) => {
    if (isOfOtherChannel(clause, description) || !isInForce(clause, today)) return false;
    // A clause about the row's own channel speaks of this fee even when it reads "trường hợp nộp trực tuyến …".
    return clause.channels.length > 0 ? description.channels.length > 0 : !clause.conditional;
  });
  const other = statement?.amounts.find(({ currency }) => currency === level.currency);
  if (statement === undefined || other === undefined) return null;
  const described = formatAmount(other.amount, other.currency);
  return {
    message: 'differs',
    args: { actual: formatAmount(level.amount, level.currency), described },
    expected: described,
    evidence: statement.words,
  };
}
