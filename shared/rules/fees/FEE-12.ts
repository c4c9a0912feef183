import { compareFees, formatAmount, formatFee, type Fee } from '../../domain/money.ts';
import { defineRule } from '../../engine/rule.ts';
import { onlineBesideDirect } from '../channelPairs.ts';
import { isBelowThousand, levelOf, readFeeCell } from './feeCell.ts';

/** Compares lines of the same table. Where several direct lines stand beside each other (unnamed cases), the online one
 *  must be dearer than all of them. Levels below 1.000 đ are FEE-02's. That online submission is not dearer is a principle of encouragement (reductions of
 *  TT 63/2023/TT-BTC, ended), not an article, so no law is cited. */
export default defineRule({
  id: 'FEE-12',
  title: 'Mức thu nộp trực tuyến không cao hơn nộp trực tiếp',
  severity: 'warning',
  scope: 'table',
  why: 'Nộp trực tuyến mà phải trả nhiều hơn thì trái với chủ trương khuyến khích dịch vụ công trực tuyến; thường là do nhập nhầm dòng.',
  howToFix: 'So hai dòng của cùng thủ tục với văn bản quy định mức thu; sửa dòng nhập nhầm.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['channels', 'feeConfigs', 'procedures'],
  reads: ['ma_tthc', 'hinh_thuc_nop', 'phi_le_phi'],
  mayRead: ['truong_hop', 'don_vi', 'loai_phi'],
  messages: { dearer: 'Mức thu nộp trực tuyến ({online}) cao hơn nộp trực tiếp ({direct}).' },
  en: {
    title: 'Submitting online does not cost more than in person',
    why: 'Paying more online runs against the promotion of online services; usually a line was mistyped.',
    howToFix: 'Compare both lines of the procedure with the legal text of the fee and mend the mistyped one.',
    messages: { dearer: 'The online fee ({online}) is higher than the one in person ({direct}).' },
  },
  check(view) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const feesOf = (row: number): readonly Fee[] => {
      const fee = feeOf(row);
      return fee.whole.ok && fee.whole.value.kind !== 'unknown' && !isBelowThousand(fee) ? [fee.whole.value] : [];
    };
    for (const { online, direct } of onlineBesideDirect(view)) {
      const inPerson = direct.flatMap(feesOf);
      if (inPerson.length === 0) continue;
      for (const row of online) {
        const dearer = feesOf(row).find((fee) => inPerson.every((other) => amountAbove(fee, other) > 0));
        if (dearer === undefined) continue;
        const shown = [...new Set(inPerson.map((fee) => formatFee(fee)))].sort().join('; ');
        view.report(row, 'phi_le_phi', {
          message: 'dearer',
          args: { online: formatFee(dearer), direct: shown },
          expected: shown,
          difference: `+${formatAmount(
            Math.min(...inPerson.map((other) => amountAbove(dearer, other))),
            levelOf(dearer)?.currency ?? 'VND',
          )}`,
        });
      }
    }
  },
});

/** How much dearer the first fee is; 0 or less where it is not, or where the two cannot be compared. */
function amountAbove(fee: Fee, other: Fee): number {
  if (compareFees(fee, other) !== 'different') return 0;
  const [a, b] = [levelOf(fee), levelOf(other)];
  if (a === undefined) return 0;
  if (b === undefined) return a.amount;
  return a.currency === b.currency ? a.amount - b.amount : 0;
}
