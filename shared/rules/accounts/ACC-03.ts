import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { isEstimate, judgeTreasuryAccounts, KEEPER_FIELDS, type AccountCell } from './beneficiaryAccount.ts';

type Message = 'estimate' | 'otherGroup' | 'budgetRevenue';

// 7111 (thu ngân sách nhà nước) is in use where charges go straight to the budget, and whether the new platform takes it is
// not known: a note, not a warning.
export default defineRule({
  id: 'ACC-03',
  title: 'Tài khoản Kho bạc thuộc loại nhận phí, lệ phí',
  severity: 'warning',
  scope: 'row',
  why: 'Tài khoản dự toán (9xxx) chỉ để chi, không nhận được tiền; phí, lệ phí chuyển vào sẽ bị trả lại và hồ sơ bị treo ở bước thanh toán.',
  howToFix:
    'Hỏi kế toán, Kho bạc số tài khoản tiền gửi thu phí (nhóm 37) hoặc tài khoản phải trả về thu ngân sách (nhóm 35) của đơn vị rồi thay.',
  legal: [{ doc: 'TT 18/2020/TT-BTC', article: 'Điều 4' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan'],
  mayRead: KEEPER_FIELDS,
  messages: {
    estimate: 'Tài khoản {value} là tài khoản dự toán (9xxx), không nhận phí, lệ phí.',
    otherGroup: 'Tài khoản {value} (nhóm {account}) không thuộc nhóm 35, 37 là nhóm nhận phí, lệ phí.',
    budgetRevenue:
      'Tài khoản {value} là tài khoản thu ngân sách ({account}); cần xác nhận nền tảng thanh toán chuyển được vào tài khoản này.',
  },
  en: {
    title: 'Treasury accounts are of a kind that receives fees',
    why: 'An estimate account (9xxx) is for spending and receives nothing; fees come back and dossiers hang at the payment step.',
    howToFix:
      'Ask accounting or the treasury for the unit’s deposit account for fees (group 37) or account payable to the budget (group 35).',
    messages: {
      estimate: 'Account {value} belongs to an estimate (9xxx) and receives no fees.',
      otherGroup: 'Account {value} (group {account}) is not of group 35 or 37, which receive fees.',
      budgetRevenue:
        'Account {value} is a budget revenue account ({account}); have it confirmed that the payment platform can pay into it.',
    },
  },
  check(view) {
    judgeTreasuryAccounts(view, judge);
  },
});

const EXPECTED = '35xx hoặc 37xx';

const judge = onceFor(({ text, asTreasury }: AccountCell): Verdict<Message> | null => {
  if (isEstimate(text)) return { message: 'estimate', expected: EXPECTED };
  // A number in a wrong form is ACC-02's.
  if (!asTreasury.ok || asTreasury.value.group !== 'other') return null;
  const { account } = asTreasury.value;
  if (account.startsWith('71')) return { message: 'budgetRevenue', severity: 'info', args: { account } };
  return { message: 'otherGroup', args: { account }, expected: EXPECTED };
});
