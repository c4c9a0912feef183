import { parseBankCode } from '../../domain/bankCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { accountsOf, keeperIn } from './beneficiaryAccount.ts';

type Message = 'notTreasury' | 'lostZero' | 'padded';

/** All 80 treasury codes that were seen have bank number 701. Judged where the bank column names the treasury, or where it
 *  names nothing and the account has the treasury's dots; a bank's name beside such an account is ACC-07's. */
export default defineRule({
  id: 'ACC-08',
  title: 'Mã CITAD của Kho bạc có dạng PP701BBB',
  severity: 'error',
  scope: 'row',
  why: 'Lệnh chuyển vào tài khoản Kho bạc phải ghi mã CITAD của chính Kho bạc. Ghi mã khác thì tiền sang ngân hàng khác hoặc bị trả lại.',
  howToFix:
    'Ghi mã CITAD 8 số của Kho bạc nơi mở tài khoản (2 số tỉnh, 701, 3 số đơn vị), dạng văn bản. Mã KBNN 4 số ghi ở cột Mã KBNN.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ma_ngan_hang'],
  mayRead: ['so_tai_khoan', 'ngan_hang'],
  messages: {
    notTreasury: 'Mã "{value}" không phải mã CITAD của Kho bạc (PP701BBB), trong khi tài khoản mở tại Kho bạc.',
    lostZero: 'Mã CITAD Kho bạc "{value}" mất số 0 ở đầu; mã đầy đủ là {code}.',
    padded: 'Bù số 0 ở đầu mà Excel đã bỏ; nhập dưới dạng văn bản.',
  },
  en: {
    title: 'CITAD codes of the treasury have the form PP701BBB',
    why: 'A transfer to a treasury account needs the CITAD code of the treasury. With another one the money goes to another bank or comes back.',
    howToFix:
      'Write the eight-digit CITAD code of the treasury office that keeps the account (2 digits province, 701, 3 digits office), as text. The four-digit treasury code has a column of its own.',
    messages: {
      notTreasury: 'Code "{value}" is no CITAD code of the treasury (PP701BBB), though the account is kept there.',
      lostZero: 'The treasury’s CITAD code "{value}" has lost its first zero; in full it is {code}.',
      padded: 'Add the leading zero that Excel dropped; type it as text.',
    },
  },
  check(view) {
    const verdictOf = view.derive('ma_ngan_hang', judge);
    const bankOf = view.derive('ngan_hang', keeperIn);
    const accountOf = accountsOf(view);
    for (let row = 0; row < view.rows; row += 1) {
      const verdict = verdictOf(row);
      if (verdict !== null && (bankOf(row).keeper ?? accountOf(row)?.keeper) === 'treasury') {
        view.report(row, 'ma_ngan_hang', verdict);
      }
    }
  },
});

/** What to say of a code if the row is the treasury's. */
function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const code = parseBankCode(text);
  if (code.ok && code.value.kind === 'citad' && code.value.treasury) return null;
  const value = `0${text.replace(/^'/, '')}`;
  const padded = code.ok || code.reason !== 'lostZero' ? undefined : parseBankCode(value);
  if (padded?.ok !== true || padded.value.kind !== 'citad' || !padded.value.treasury) {
    return { message: 'notTreasury', expected: 'PP701BBB' };
  }
  return {
    message: 'lostZero',
    args: { code: value },
    expected: value,
    fix: { value, confidence: 'likely', why: 'padded' },
  };
}
