import {
  formatTreasuryAccount,
  parseTreasuryAccount,
  type TreasuryAccountReason,
} from '../../domain/treasuryAccount.ts';
import { cleanText } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { onceFor } from '../onceFor.ts';
import { isEstimate, judgeTreasuryAccounts, KEEPER_FIELDS, type AccountCell } from './beneficiaryAccount.ts';

type Message = 'malformed' | 'noProgramme' | 'noDots' | 'dots' | 'zeros';

/** Accounts of an estimate (9xxx) are wrong for fees however they are written: ACC-03 alone. A compact number is complete,
 *  only written unlike TT 18/2020 asks: a note. */
export default defineRule({
  id: 'ACC-02',
  title: 'Số tài khoản Kho bạc đủ các đoạn mã TKKT.Cấp NS.ĐVQHNS.CTMT',
  severity: 'error',
  scope: 'row',
  why: 'Nền tảng thanh toán chuyển tiền theo từng đoạn mã của tài khoản Kho bạc. Thiếu hoặc thừa một chữ số thì lệnh chuyển bị từ chối, người dân nộp tiền mà hồ sơ không được ghi nhận.',
  howToFix:
    'Nhập lại theo thông báo số tài khoản của Kho bạc: 4 số, 1 số, 7 số, 5 số cách nhau bằng dấu chấm, ví dụ 3716.2.1046476.00000.',
  legal: [{ doc: 'TT 18/2020/TT-BTC', article: 'Điều 9 khoản 4 điểm b' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan'],
  mayRead: KEEPER_FIELDS,
  messages: {
    malformed:
      'Số tài khoản Kho bạc "{value}" sai cấu trúc Mã TKKT.Cấp NS.Mã ĐVQHNS.Mã CTMT (ví dụ 3716.2.1046476.00000).',
    noProgramme: 'Số tài khoản Kho bạc "{value}" thiếu đoạn mã CTMT (5 số) ở cuối.',
    noDots: 'Số tài khoản Kho bạc "{value}" viết liền hoặc dùng dấu cách khác; cần tách các đoạn bằng dấu chấm.',
    dots: 'Đủ chữ số; chèn dấu chấm giữa các đoạn.',
    zeros: 'Không theo dõi chi tiết thì ghi 00000; đối chiếu thông báo của Kho bạc.',
  },
  en: {
    title: 'Treasury accounts have all their parts',
    why: 'The payment platform transfers by the parts of a treasury account. With a digit too few or too many the order is refused, and citizens have paid without their dossier showing it.',
    howToFix:
      'Type it again from the treasury’s notice: 4, 1, 7 and 5 digits parted by dots, e.g. 3716.2.1046476.00000.',
    messages: {
      malformed:
        'Treasury account "{value}" does not have the form TKKT.level.unit.programme (e.g. 3716.2.1046476.00000).',
      noProgramme: 'Treasury account "{value}" lacks the programme code (5 digits) at its end.',
      noDots: 'Treasury account "{value}" is written without dots between its parts.',
      dots: 'All digits are there; put dots between the parts.',
      zeros: 'Where no detail is kept the code is 00000; compare with the treasury’s notice.',
    },
  },
  check(view) {
    judgeTreasuryAccounts(view, judge);
  },
});

const EXPECTED = '4 số.1 số.7 số.5 số, ví dụ 3716.2.1046476.00000';

const judge = onceFor(({ text, asTreasury }: AccountCell): Verdict<Message> | null => {
  if (isEstimate(text)) return null;
  if (!asTreasury.ok) return refusal(text, asTreasury.reason);
  const value = formatTreasuryAccount(asTreasury.value);
  // An apostrophe in front is ACC-01's.
  if (value === cleanText(text).replace(/^'/, '')) return null;
  return { message: 'noDots', severity: 'info', expected: value, fix: { value, confidence: 'certain', why: 'dots' } };
});

function refusal(text: string, reason: TreasuryAccountReason): Verdict<Message> {
  const whole = `${text}.00000`;
  if (reason !== 'wrongParts' || !parseTreasuryAccount(whole).ok) return { message: 'malformed', expected: EXPECTED };
  return { message: 'noProgramme', expected: whole, fix: { value: whole, confidence: 'possible', why: 'zeros' } };
}
