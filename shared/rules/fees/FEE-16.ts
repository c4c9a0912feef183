import { formatAmount } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { readFeeCell, type FeeCell } from './feeCell.ts';
import { feeDescriptionOf, isInForce, isOfOtherChannel, type FeeDescription } from './feeDescription.ts';
import { perAlikeRows } from '../alikeRows.ts';

/** A description that tells of an exemption explains the two, and one that leaves the level to the council is FEE-17's.
 *  Amounts of another channel or no longer in force accuse nobody. */
export default defineRule({
  id: 'FEE-16',
  title: 'Ghi miễn phí thì mô tả không nêu mức thu',
  severity: 'warning',
  scope: 'row',
  why: 'Ô ghi miễn phí nhưng mô tả nêu số tiền: hệ thống không yêu cầu thanh toán, đơn vị thu thiếu hoặc thu ngoài hệ thống.',
  howToFix:
    'Đối chiếu văn bản quy định mức thu: nếu có thu, nhập số tiền vào ô mức thu; nếu được miễn, ghi rõ căn cứ và thời gian miễn trong mô tả.',
  legal: [],
  asks: ['000 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['mo_ta', 'hinh_thuc_nop'],
  messages: { named: 'Ghi không thu nhưng mô tả nêu mức thu {amount}.' },
  en: {
    title: 'Where the cell says free, the description names no fee',
    why: 'The system requests no payment although the description names an amount: too little is collected, or outside the system.',
    howToFix:
      'Look it up in the legal text: enter the amount if there is a fee; if there is an exemption, write its basis and period in the description.',
    messages: { named: 'The cell says free of charge, but the description names {amount}.' },
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

function judge({ value }: FeeCell, description: FeeDescription, today: string): Verdict<'named'> | null {
  if (value?.kind !== 'free' || description.exemption || description.council) return null;
  const statement = description.statements.find(
    (clause) => !isOfOtherChannel(clause, description) && isInForce(clause, today),
  );
  const [named] = statement?.amounts ?? [];
  if (statement === undefined || named === undefined) return null;
  return {
    message: 'named',
    args: { amount: formatAmount(named.amount, named.currency) },
    expected: formatAmount(named.amount, named.currency),
    evidence: statement.words,
  };
}
