import { isNoInformation } from '../../domain/placeholder.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { isNumberCell } from '../codes/statedCodes.ts';
import { accountIn } from './beneficiaryAccount.ts';
import { isPersonalName } from './personalHolder.ts';

// No completeness rule asks for the holder, so a blank beside an account number is reported here; placeholders are
// CMP-12's. That fees belong into an organisation's account follows from who may collect them (Luật 97/2015 Điều 7).
export default defineRule({
  id: 'ACC-11',
  title: 'Chủ tài khoản thụ hưởng là tổ chức thu phí, không phải cá nhân',
  severity: 'error',
  scope: 'row',
  why: 'Phí, lệ phí là khoản thu của Nhà nước hoặc của tổ chức thu phí. Chuyển vào tài khoản cá nhân là trái quy định, không đối soát được và người dân có thể mất tiền.',
  howToFix:
    'Ghi tên tổ chức thu phí đúng như chủ tài khoản trên thông báo của Kho bạc, ngân hàng; mở tài khoản của tổ chức nếu chưa có.',
  legal: [{ doc: 'Luật 97/2015/QH13', article: 'Điều 7' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ten_tai_khoan'],
  mayRead: ['so_tai_khoan'],
  messages: {
    personal: 'Tài khoản thụ hưởng đứng tên cá nhân "{value}"; phải là tài khoản của tổ chức thu phí.',
    missing: 'Có số tài khoản nhưng chưa ghi tên chủ tài khoản.',
  },
  en: {
    title: 'The account holder is the collecting organisation, not a person',
    why: 'Fees belong to the state or to the collecting organisation. Paying them into a private account is unlawful, cannot be reconciled, and citizens may lose their money.',
    howToFix:
      'Write the collecting organisation as the treasury’s or bank’s notice names the holder; open an account for it if there is none.',
    messages: {
      personal:
        'The beneficiary account is a private one, of "{value}"; it must belong to the collecting organisation.',
      missing: 'There is an account number but no account holder.',
    },
  },
  check(view) {
    view.perValue('ten_tai_khoan', judge);
    const hasAccount = view.derive('so_tai_khoan', holdsAccount);
    const isMissing = view.derive('ten_tai_khoan', saysNoHolder);
    for (let row = 0; row < view.rows; row += 1) {
      if (isMissing(row) && hasAccount(row)) view.report(row, 'ten_tai_khoan', MISSING);
    }
  },
});

const MISSING = { message: 'missing' } as const;
const PERSONAL = { message: 'personal' } as const;

const judge = (cell: Cell, text: string): Verdict<'personal'> | null =>
  !saysNothing(cell, text) && isPersonalName(text) ? PERSONAL : null;
const holdsAccount = (cell: Cell, text: string): boolean =>
  accountIn(cell, text) !== null || (isNumberCell(cell) && Number(cell.raw) !== 0);
const saysNoHolder = (_cell: Cell, text: string): boolean => text === '' || isNoInformation(text);
