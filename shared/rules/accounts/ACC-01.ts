import { isScientific } from '../../domain/treasuryAccount.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isNumberCell } from '../codes/statedCodes.ts';
import { saysNothing } from '../completeness/blankCells.ts';

type Message = 'digitsLost' | 'date' | 'numberCell' | 'apostrophe' | 'asText' | 'withoutApostrophe';

/** Excel keeps 15 digits of a number. */
const MOST_DIGITS = 1e15;

// Number cells are this rule's alone: the other account rules judge text. A number of up to 15 digits is whole, but zeros
// in front of it may be gone (many banks' numbers begin with 0): a warning, and the digits shown are proposed, no more.
export default defineRule({
  id: 'ACC-01',
  title: 'Số tài khoản là văn bản, không bị Excel đổi thành số',
  severity: 'error',
  scope: 'row',
  why: 'Excel chỉ giữ 15 chữ số và bỏ số 0 ở đầu. Số tài khoản bị đổi dạng sẽ khác số thật: tiền của người dân bị trả về hoặc chuyển vào tài khoản của người khác.',
  howToFix:
    'Đặt cột Số tài khoản ở định dạng Văn bản (Text) rồi nhập lại từ thông báo mở tài khoản của Kho bạc hoặc ngân hàng; không khôi phục từ số đang hiển thị.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['so_tai_khoan'],
  messages: {
    digitsLost: 'Excel đã đổi số tài khoản thành số ({value}) và làm mất chữ số; phải nhập lại dạng văn bản.',
    date: 'Excel đã đổi số tài khoản thành ngày ({value}); phải nhập lại dạng văn bản.',
    numberCell: 'Số tài khoản {value} đang là ô số, có thể đã mất số 0 ở đầu; phải nhập lại dạng văn bản.',
    apostrophe: 'Số tài khoản có dấu nháy ở đầu ({value}); dấu này sẽ vào hệ thống cùng số tài khoản.',
    asText: 'Các chữ số đang hiển thị, dạng văn bản; đối chiếu số 0 ở đầu trước khi dùng.',
    withoutApostrophe: 'Bỏ dấu nháy và để ô ở định dạng Văn bản.',
  },
  en: {
    title: 'Account numbers are text cells, not turned into numbers by Excel',
    why: 'Excel keeps 15 digits and drops leading zeros. The number then is not the real one: payments come back or go to somebody else.',
    howToFix:
      'Format the account column as Text and type the number again from the treasury’s or bank’s notice; do not rebuild it from what is shown.',
    messages: {
      digitsLost: 'Excel turned the account number into a number ({value}) and lost digits; type it again as text.',
      date: 'Excel turned the account number into a date ({value}); type it again as text.',
      numberCell:
        'Account number {value} stands in a number cell and may have lost leading zeros; type it again as text.',
      apostrophe: 'The account number begins with an apostrophe ({value}), which would go to the system with it.',
      asText: 'The digits shown, as text; check for leading zeros before using them.',
      withoutApostrophe: 'Drop the apostrophe and format the cell as Text.',
    },
  },
  check(view) {
    view.perValue('so_tai_khoan', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  if (cell.kind === 'date') return { message: 'date' };
  if (!isNumberCell(cell)) {
    if (isScientific(text)) return { message: 'digitsLost' };
    if (!/^'[\d.]{6,30}$/.test(text)) return null;
    const value = text.slice(1);
    return {
      message: 'apostrophe',
      severity: 'warning',
      expected: value,
      fix: { value, confidence: 'certain', why: 'withoutApostrophe' },
    };
  }
  // A lone 0 says that there is no account (FEE-11).
  const number = Number(cell.raw);
  if (number === 0) return null;
  const isWhole = /^\d{1,15}$/.test(cell.raw) && number < MOST_DIGITS;
  if (!isWhole) return { message: 'digitsLost' };
  return {
    message: 'numberCell',
    severity: 'warning',
    expected: cell.raw,
    fix: { value: cell.raw, confidence: 'possible', why: 'asText' },
  };
}
