import { formatAmount, type FeeAmount } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { oncePerPairOfRun } from '../oncePerPair.ts';
import { readFeeCell, type FeeCell } from './feeCell.ts';
import { feeDescriptionOf, type FeeDescription } from './feeDescription.ts';
import { perAlikeRows } from '../alikeRows.ts';

/** The same figure once in VND and once in USD, in the cell or between the cell and its description, as in the national
 *  1.003358: "155 VNĐ (155 USD/thẻ)". Which of the two is right a person decides. */
export default defineRule({
  id: 'FEE-04',
  title: 'Đơn vị tiền thống nhất',
  severity: 'error',
  scope: 'row',
  why: 'Thu 155 đồng thay cho 155 đô la Mỹ (hoặc ngược lại) là thu sai mức hàng nghìn lần.',
  howToFix: 'Đối chiếu thông tư quy định mức thu, ghi đúng VNĐ hoặc USD ở cả ô mức thu và mô tả.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['mo_ta', 'hinh_thuc_nop'],
  messages: { mixed: 'Sai đơn vị tiền: ô ghi {actual} nhưng mô tả ghi {described}.' },
  en: {
    title: 'One currency only',
    why: 'Charging 155 đồng for 155 US dollars (or the reverse) is wrong by a factor of thousands.',
    howToFix: 'Look the level up in its circular and write VND or USD alike in the fee cell and the description.',
    messages: { mixed: 'Wrong currency: the cell says {actual}, the description {described}.' },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const descriptionOf = feeDescriptionOf(view, context);
    const judgePair = oncePerPairOfRun(context, judge);
    perAlikeRows(view, context, ['phi_le_phi', 'mo_ta', 'hinh_thuc_nop'], 'phi_le_phi', (row) =>
      judgePair(feeOf(row), descriptionOf(row)),
    );
  },
});

function judge({ whole, value }: FeeCell, { statements }: FeeDescription): Verdict<'mixed'> | null {
  const own = value?.amounts ?? [];
  const stated = [...(whole.ok ? whole.value.amounts : []), ...statements.flatMap(({ amounts }) => amounts)];
  const isSameFigure = (a: FeeAmount, b: FeeAmount): boolean =>
    a.amount > 0 && a.amount === b.amount && a.currency !== b.currency && b.stated;
  for (const amount of own) {
    const other = stated.find((candidate) => isSameFigure(amount, candidate));
    // A description that names the figure in both currencies ("145 USD (không phải 145 VNĐ)") proves nothing.
    if (other === undefined || statements.some(({ amounts }) => amounts.some((named) => sameMoney(named, amount))))
      continue;
    return {
      message: 'mixed',
      args: {
        actual: formatAmount(amount.amount, amount.currency),
        described: formatAmount(other.amount, other.currency),
      },
      expected: formatAmount(other.amount, other.currency),
    };
  }
  return null;
}

const sameMoney = (a: FeeAmount, b: FeeAmount): boolean =>
  a.amount === b.amount && a.currency === b.currency && a.stated;
