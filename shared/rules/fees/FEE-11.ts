import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { readFeeCode } from './FEE-10.ts';
import { readFeeCell } from './feeCell.ts';
import { perAlikeRows } from '../alikeRows.ts';

const hasAccount = (_cell: Cell, text: string): boolean =>
  !isPlaceholder(text) && !isNoInformation(text) && !/^(?:0|khong(?: co| thu)?)?$/.test(searchKey(text));

const VERDICTS: Readonly<
  Record<'code' | 'account' | 'codeAndAccount', Verdict<'code' | 'account' | 'codeAndAccount'>>
> = {
  code: { message: 'code' },
  account: { message: 'account' },
  codeAndAccount: { message: 'codeAndAccount' },
};

/** A cell that says free of charge and names an amount too is FEE-16's. */
export default defineRule({
  id: 'FEE-11',
  title: 'Dòng không thu thì không có mã phí, tài khoản',
  severity: 'warning',
  scope: 'row',
  why: 'Dòng ghi không thu mà vẫn có mã phí hoặc tài khoản thì hệ thống có thể vẫn tạo yêu cầu thanh toán, hoặc mức thu đã bị bỏ sót.',
  howToFix: 'Nếu thật sự không thu, xóa mã phí và tài khoản của dòng; nếu có thu, nhập mức thu theo văn bản quy định.',
  legal: [],
  asks: ['000 §1'],
  datasets: ['feeConfigs', 'channels', 'procedures'],
  reads: ['phi_le_phi'],
  mayRead: ['ma_phi', 'so_tai_khoan'],
  messages: {
    code: 'Ghi "{value}" nhưng vẫn có mã phí, lệ phí.',
    account: 'Ghi "{value}" nhưng vẫn có tài khoản thụ hưởng.',
    codeAndAccount: 'Ghi "{value}" nhưng vẫn có mã phí, lệ phí và tài khoản thụ hưởng.',
  },
  en: {
    title: 'A row without charge has no fee code or account',
    why: 'With a code or account the system may still request payment, or a fee was forgotten.',
    howToFix: 'If nothing is charged, clear code and account of the row; otherwise enter the fee of the legal text.',
    messages: {
      code: 'The cell says "{value}", but there is a fee code.',
      account: 'The cell says "{value}", but there is a beneficiary account.',
      codeAndAccount: 'The cell says "{value}", but there are a fee code and a beneficiary account.',
    },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const codeOf = view.derive('ma_phi', readFeeCode);
    const accountOf = view.derive('so_tai_khoan', hasAccount);
    perAlikeRows(view, context, ['phi_le_phi', 'ma_phi', 'so_tai_khoan'], 'phi_le_phi', (row) => {
      const { whole } = feeOf(row);
      if (!whole.ok || whole.value.kind !== 'free') return null;
      const hasCode = codeOf(row) !== '';
      if (accountOf(row)) return hasCode ? VERDICTS.codeAndAccount : VERDICTS.account;
      return hasCode ? VERDICTS.code : null;
    });
  },
});
