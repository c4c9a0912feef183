import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** What an account at the State Treasury (KBNN) is for. `estimate` 9xxx dự toán: spends, never receives fees ·
 *  `deposit` 37xx tiền gửi, fees included · `payable` 35xx phải trả về thu ngân sách: fees before they are remitted. */
export type TreasuryAccountGroup = 'estimate' | 'deposit' | 'payable' | 'other';

/** Account at the State Treasury: TKKT.cấpNS.ĐVQHNS[.CTMT], e.g. `3716.2.1046476.00000` (TT 18/2020/TT-BTC Đ4, Đ9.4b). */
export interface TreasuryAccount {
  /** Accounting account (TKKT), four digits. */
  readonly account: string;
  /** Budget level (cấp ngân sách): 1 central, 2 province, 3 district, 4 commune. */
  readonly budgetLevel: string;
  /** Budget unit code (mã ĐVQHNS), seven digits. */
  readonly budgetUnit: string;
  /** Target programme (CTMT), five digits; absent for accounts of an estimate. */
  readonly programme?: string;
  readonly group: TreasuryAccountGroup;
  /** Written without its dots. */
  readonly compact: boolean;
}

/** Why a text is no treasury account: nothing there · Excel wrote it as 3.51E+12 · not digits and dots · a part of the wrong
 *  length · an accounting account that needs, or must not have, a programme. */
export type TreasuryAccountReason = 'empty' | 'scientific' | 'malformed' | 'wrongLength' | 'wrongParts';

const DOTTED = /^(\d{4})\.(\d)\.(\d{7})(?:\.(\d{5}))?$/;
const COMPACT = /^(\d{4})(\d)(\d{7})(\d{5})?$/;

/** Reads an account at the treasury, with dots (or blanks or dashes in their place) or without. */
export function parseTreasuryAccount(text: string): Parsed<TreasuryAccount, TreasuryAccountReason> {
  const refuse = (reason: TreasuryAccountReason): Parsed<TreasuryAccount, TreasuryAccountReason> =>
    refused(reason, 0, text.length);
  const clean = cleanText(text).replace(/^'/, '');
  if (clean === '') return refuse('empty');
  if (isScientific(clean)) return refuse('scientific');
  const dotted = clean.replace(/ ?[ .-] ?/g, '.');
  if (!/^[\d.]+$/.test(dotted)) return refuse('malformed');
  const compact = !dotted.includes('.');
  const match = (compact ? COMPACT : DOTTED).exec(dotted);
  if (match === null) return refuse('wrongLength');
  const [, account, budgetLevel, budgetUnit, programme] = match as unknown as [string, string, string, string, string?];
  const group = groupOf(account);
  if (group !== 'other' && (programme === undefined) !== (group === 'estimate')) return refuse('wrongParts');
  return parsed({
    account,
    budgetLevel,
    budgetUnit,
    ...(programme === undefined ? {} : { programme }),
    group,
    compact,
  });
}

/** With dots, as TT 18/2020/TT-BTC writes it. */
export function formatTreasuryAccount(account: Omit<TreasuryAccount, 'group' | 'compact'>): string {
  const parts = [account.account, account.budgetLevel, account.budgetUnit];
  return (account.programme === undefined ? parts : [...parts, account.programme]).join('.');
}

/** Whether fees can be paid into it (groups 35 and 37). `other` is unknown, so undefined. */
export function receivesFees(account: TreasuryAccount): boolean | undefined {
  return account.group === 'other' ? undefined : account.group !== 'estimate';
}

/** Whether an account number is meant for the treasury rather than a bank: dotted after four digits, or 12 or 17 digits that
 *  begin with a treasury group. */
export function looksLikeTreasuryAccount(text: string): boolean {
  const clean = cleanText(text);
  return /^\d{4}\.\d?\./.test(clean) || /^9\d{11}$/.test(clean) || /^3[57]\d{15}$/.test(clean);
}

/** Whether Excel has turned the number into powers of ten, which loses digits for good (rule ACC-01). */
export const isScientific = (text: string): boolean => /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text.trim());

function groupOf(account: string): TreasuryAccountGroup {
  if (account.startsWith('9')) return 'estimate';
  if (account.startsWith('37')) return 'deposit';
  return account.startsWith('35') ? 'payable' : 'other';
}
