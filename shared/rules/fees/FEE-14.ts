import { formatAmount, type Fee } from '../../domain/money.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { readFeeCell } from './feeCell.ts';

type Message = 'mixed' | 'ambiguous' | 'normalised';

/** The portal's own "1,000,000 VNĐ" is one style and fine; the fault is two styles in one cell, or a figure such as "1.000"
 *  without currency, which may be one thousand or one. Wrong groups of digits are FEE-01's. */
export default defineRule({
  id: 'FEE-14',
  title: 'Dấu phân cách hàng nghìn thống nhất',
  severity: 'warning',
  scope: 'row',
  why: 'Dấu chấm và dấu phẩy lẫn lộn làm hệ thống hiểu sai số tiền, có khi lệch nghìn lần.',
  howToFix:
    'Ghi số tiền với dấu chấm ngăn cách hàng nghìn và có đơn vị tiền, ví dụ "1.234.567 đồng", hoặc nhập số không có dấu.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  messages: {
    mixed: 'Dấu phân cách hàng nghìn không thống nhất trong "{value}".',
    ambiguous: 'Không rõ "{value}" là {thousands} hay là số lẻ, vì không có đơn vị tiền.',
    normalised: 'Viết lại số tiền với dấu chấm ngăn cách hàng nghìn và đơn vị tiền.',
  },
  en: {
    title: 'One thousands separator',
    why: 'Mixed dots and commas make systems misread an amount, sometimes a thousandfold.',
    howToFix:
      'Write amounts with a dot between thousands and with their currency ("1.234.567 đồng"), or as a bare number.',
    messages: {
      mixed: 'The thousands separators of "{value}" are not of one kind.',
      ambiguous: 'It is not clear whether "{value}" means {thousands} or a decimal number, for it has no currency.',
      normalised: 'Amounts written with dots between thousands and with their currency.',
    },
  },
  check(view) {
    view.perValue('phi_le_phi', judgeCell);
  },
});

function judgeCell(cell: Cell, text: string): Verdict<Message> | null {
  const { whole, kind } = readFeeCell(cell, text);
  return whole.ok && kind === 'text' ? judge(whole.value, text) : null;
}

function judge(fee: Fee, text: string): Verdict<Message> | null {
  const styles = new Set(fee.amounts.map(({ style }) => style).filter((style) => style !== 'plain'));
  const ambiguous = fee.amounts.find((amount) => amount.ambiguous === true);
  if (styles.size < 2 && !styles.has('mixed') && ambiguous === undefined) return null;
  const value = normalised(fee, text);
  const fix = { value, confidence: ambiguous === undefined ? 'likely' : 'possible', why: 'normalised' } as const;
  return styles.size < 2 && !styles.has('mixed') && ambiguous !== undefined
    ? { message: 'ambiguous', args: { thousands: formatAmount(ambiguous.amount, 'VND') }, expected: value, fix }
    : { message: 'mixed', expected: value, fix };
}

/** The text with every amount written "1.234.567 đ"; what stands between them stays. */
function normalised({ amounts }: Fee, text: string): string {
  return amounts
    .toReversed()
    .reduce(
      (left, { amount, currency, start, end }) =>
        left.slice(0, start) + formatAmount(amount, currency) + left.slice(end),
      text,
    );
}
