import {
  banks,
  findBank,
  isKnownBankNumber,
  parseBankCode,
  TREASURY_BANK_NUMBER,
  type BankCode,
} from '../../domain/bankCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { oncePerPair } from '../oncePerPair.ts';
import { accountsOf, keeperIn, keeperOfRow, type KeeperCell } from './beneficiaryAccount.ts';

type Message = 'malformed' | 'lostZero' | 'unknown' | 'unknownBank' | 'otherBank' | 'padded' | 'binOfBank';

/** Codes of accounts kept at the treasury are ACC-08's. Our list of CITAD bank numbers is not complete, so a number that it
 *  lacks is a note. SWIFT codes of listed banks name the bank as well. */
export default defineRule({
  id: 'ACC-07',
  title: 'Mã ngân hàng có trong danh mục và khớp tên ngân hàng',
  severity: 'warning',
  scope: 'row',
  why: 'Nền tảng thanh toán tìm ngân hàng nhận theo mã. Mã không có hoặc của ngân hàng khác thì tiền không tới tài khoản thụ hưởng.',
  howToFix: 'Ghi mã BIN 6 số (ví dụ 970436) hoặc mã CITAD 8 số của chi nhánh mở tài khoản, dạng văn bản.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ma_ngan_hang'],
  mayRead: ['ngan_hang', 'so_tai_khoan'],
  messages: {
    malformed: 'Mã ngân hàng "{value}" không phải mã BIN (6 số) hay mã CITAD (8 số).',
    lostZero: 'Mã ngân hàng "{value}" có 7 chữ số, có thể là mã CITAD mất số 0 ở đầu.',
    unknown: 'Mã ngân hàng "{value}" không có trong danh mục.',
    unknownBank: 'Mã CITAD "{value}" có số hiệu ngân hàng {number} ngoài danh mục đang dùng; cần kiểm tra.',
    otherBank: 'Mã {value} là của {ofCode}, nhưng cột Ngân hàng ghi {named}.',
    padded: 'Bù số 0 ở đầu mà Excel đã bỏ; nhập dưới dạng văn bản.',
    binOfBank: 'Mã BIN của ngân hàng được nêu.',
  },
  en: {
    title: 'Bank codes are in the list and fit the bank’s name',
    why: 'The payment platform finds the receiving bank by its code. With an unknown one, or another bank’s, the money does not arrive.',
    howToFix:
      'Write the BIN of six digits (e.g. 970436) or the CITAD code of eight digits of the branch that keeps the account, as text.',
    messages: {
      malformed: 'Bank code "{value}" is neither a BIN (6 digits) nor a CITAD code (8 digits).',
      lostZero: 'Bank code "{value}" has seven digits: perhaps a CITAD code that lost its first zero.',
      unknown: 'Bank code "{value}" is not in the list.',
      unknownBank: 'CITAD code "{value}" has bank number {number}, which our list does not hold; check it.',
      otherBank: 'Code {value} is that of {ofCode}, but the bank column says {named}.',
      padded: 'Add the leading zero that Excel dropped; type it as text.',
      binOfBank: 'The BIN of the bank that is named.',
    },
  },
  check(view) {
    const codeOf = view.derive('ma_ngan_hang', codeIn);
    const bankOf = view.derive('ngan_hang', keeperIn);
    const keeperOf = keeperOfRow(view);
    const accountOf = accountsOf(view);
    const judge = oncePerPair(judgeCode);
    for (let row = 0; row < view.rows; row += 1) {
      const code = codeOf(row);
      if (code === null || (bankOf(row).keeper ?? accountOf(row)?.keeper ?? keeperOf(row)) === 'treasury') continue;
      const verdict = judge(code, bankOf(row));
      if (verdict !== null) view.report(row, 'ma_ngan_hang', verdict);
    }
  },
});

interface StatedCode {
  readonly text: string;
}
const codeIn = (cell: Cell, text: string): StatedCode | null => (saysNothing(cell, text) ? null : { text });

function judgeCode({ text }: StatedCode, { bank: named }: KeeperCell): Verdict<Message> | null {
  const code = parseBankCode(text);
  if (code.ok) return judgeBank(code.value, named);
  if (code.reason === 'unknownBin' || code.reason === 'unknownProvince') return { message: 'unknown' };
  if (code.reason === 'lostZero') {
    const value = `0${text.replace(/^'/, '')}`;
    if (!parseBankCode(value).ok) return { message: 'unknown' };
    return { message: 'lostZero', expected: value, fix: { value, confidence: 'likely', why: 'padded' } };
  }
  if (isSwift(text)) return null;
  const value = (findBank(text) ?? named)?.bin;
  if (value === undefined) return { message: 'malformed' };
  return { message: 'malformed', expected: value, fix: { value, confidence: 'possible', why: 'binOfBank' } };
}

function judgeBank(code: BankCode, named: KeeperCell['bank']): Verdict<Message> | null {
  if (code.kind === 'citad' && !isKnownBankNumber(code.bankNumber)) {
    return { message: 'unknownBank', severity: 'info', args: { number: code.bankNumber } };
  }
  if (named === undefined || code.bank === undefined) {
    const isTreasury = code.kind === 'citad' && code.bankNumber === TREASURY_BANK_NUMBER;
    return isTreasury && named !== undefined ? otherBank('Kho bạc Nhà nước', named.shortName) : null;
  }
  const isSame = code.bank === named || (code.bank.bin !== undefined && code.bank.bin === named.bin);
  return isSame ? null : otherBank(code.bank.shortName, named.shortName);
}

const otherBank = (ofCode: string, named: string): Verdict<Message> => ({
  message: 'otherBank',
  args: { ofCode, named },
});

/** SWIFT code of a listed bank, with or without its branch: BFTVVNVX, BFTVVNVX007. */
const isSwift = (text: string): boolean =>
  /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text) && banks().some(({ swift }) => swift === text.slice(0, 8));
