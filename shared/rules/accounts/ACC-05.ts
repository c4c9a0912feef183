import { parseBudgetUnitCode } from '../../domain/budgetUnitCode.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { accountsOf, isEstimate, KEEPER_FIELDS } from './beneficiaryAccount.ts';

/** The unit code of a cell; '' when it holds none that can be read (ACC-04). */
const unitCodeIn = (_cell: Cell, text: string): string => {
  const code = parseBudgetUnitCode(text);
  return code.ok ? code.value.code : '';
};

// Which of the two is wrong, the row does not tell: nothing is proposed. Accounts in a wrong form are ACC-02's, estimate
// accounts ACC-03's.
export default defineRule({
  id: 'ACC-05',
  title: 'Mã QHNS trong số tài khoản Kho bạc là mã QHNS của đơn vị',
  severity: 'error',
  scope: 'row',
  why: 'Đoạn mã ĐVQHNS phân biệt tài khoản của từng đơn vị. Khác mã của đơn vị nghĩa là tiền của người dân được ghi vào tài khoản của đơn vị khác.',
  howToFix:
    'Đối chiếu thông báo số tài khoản của Kho bạc và giấy chứng nhận mã QHNS, sửa ô sai. Nếu đơn vị thu hộ, ghi mã QHNS của chủ tài khoản.',
  legal: [{ doc: 'TT 18/2020/TT-BTC', article: 'Điều 4 khoản 1' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan', 'ma_qhns'],
  mayRead: KEEPER_FIELDS,
  messages: {
    differs: 'Mã QHNS trong tài khoản ({inAccount}) khác mã QHNS của đơn vị ({ofUnit}).',
  },
  en: {
    title: 'The unit code inside a treasury account is the unit’s own',
    why: 'That part tells the accounts of units apart. Where it differs, citizens’ money is booked for another unit.',
    howToFix:
      'Compare the treasury’s notice with the certificate of the unit code and correct the wrong cell. Where a unit collects for another one, write the account holder’s code.',
    messages: {
      differs: 'The unit code inside the account ({inAccount}) differs from the unit’s own ({ofUnit}).',
    },
  },
  check(view) {
    const accountOf = accountsOf(view);
    const unitOf = view.derive('ma_qhns', unitCodeIn);
    for (let row = 0; row < view.rows; row += 1) {
      const found = accountOf(row);
      const ofUnit = unitOf(row);
      if (ofUnit === '' || found?.keeper !== 'treasury' || isEstimate(found.account.text)) continue;
      const { asTreasury } = found.account;
      if (!asTreasury.ok || asTreasury.value.budgetUnit === ofUnit) continue;
      const { budgetUnit } = asTreasury.value;
      view.report(row, 'so_tai_khoan', {
        message: 'differs',
        args: { inAccount: budgetUnit, ofUnit },
        expected: ofUnit,
      });
    }
  },
});
