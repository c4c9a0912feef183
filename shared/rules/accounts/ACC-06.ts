import { parseBankAccount } from '../../domain/bankAccount.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { accountsOf, KEEPER_FIELDS, type AccountCell } from './beneficiaryAccount.ts';

type Message = 'several' | 'lookAlike' | 'malformed' | 'tooShort' | 'tooLong' | 'asDigits';

const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };

// Banks have neither a common structure nor a public check digit: only what no bank accepts is reported.
export default defineRule({
  id: 'ACC-06',
  title: 'Số tài khoản ngân hàng hợp lệ',
  severity: 'error',
  scope: 'row',
  why: 'Số tài khoản không hợp lệ thì lệnh chuyển tiền bị ngân hàng từ chối; người dân đã thanh toán nhưng hồ sơ không chuyển bước.',
  howToFix:
    'Nhập lại số tài khoản theo thông báo của ngân hàng: chỉ gồm chữ số (một số ngân hàng dùng chữ cái), từ 6 đến 19 ký tự, mỗi ô một tài khoản.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan'],
  mayRead: KEEPER_FIELDS,
  messages: {
    several: 'Ô chứa nhiều số tài khoản; mỗi dòng chỉ khai một tài khoản thụ hưởng.',
    lookAlike: 'Số tài khoản "{value}" có chữ cái O, I hoặc l lẫn trong chữ số.',
    malformed: 'Số tài khoản "{value}" có ký tự không hợp lệ.',
    tooShort: 'Số tài khoản "{value}" quá ngắn; tài khoản ngân hàng có từ 6 ký tự.',
    tooLong: 'Số tài khoản "{value}" quá dài; tài khoản ngân hàng có nhiều nhất 19 ký tự.',
    asDigits: 'Chữ O đọc là số 0; chữ I, l đọc là số 1.',
  },
  en: {
    title: 'Bank account numbers are valid',
    why: 'A bank refuses transfers to an invalid number; citizens have paid, but their dossier does not move on.',
    howToFix:
      'Type the number again from the bank’s notice: digits (some banks use letters), 6 to 19 characters, one account per cell.',
    messages: {
      several: 'The cell holds several account numbers; a row has one beneficiary account.',
      lookAlike: 'Account number "{value}" has a letter O, I or l among its digits.',
      malformed: 'Account number "{value}" has characters that no account number has.',
      tooShort: 'Account number "{value}" is too short; bank accounts have 6 characters or more.',
      tooLong: 'Account number "{value}" is too long; bank accounts have 19 characters at most.',
      asDigits: 'Letter O read as 0, letters I and l as 1.',
    },
  },
  check(view) {
    const accountOf = accountsOf(view);
    for (let row = 0; row < view.rows; row += 1) {
      const found = accountOf(row);
      const verdict = found?.keeper === 'bank' ? judge(found.account) : null;
      if (verdict !== null) view.report(row, 'so_tai_khoan', verdict);
    }
  },
});

const judge = onceFor(({ text, asBank }: AccountCell): Verdict<Message> | null => {
  if (asBank.ok || asBank.reason === 'empty' || asBank.reason === 'scientific') return null;
  const parts = text.split(/[\n;,/]/).filter((part) => /\d{6}/.test(part));
  if (parts.length > 1) return { message: 'several' };
  if (asBank.reason !== 'lookAlike') return { message: asBank.reason };
  const value = text.replace(/[OoIl]/g, (letter) => DIGIT_OF[letter]!);
  if (!parseBankAccount(value).ok) return { message: 'lookAlike' };
  return { message: 'lookAlike', expected: value, fix: { value, confidence: 'likely', why: 'asDigits' } };
});
