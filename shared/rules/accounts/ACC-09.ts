import { formatTreasuryCode, parseTreasuryCode } from '../../domain/treasuryCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

type Message = 'malformed' | 'lostZero' | 'padded' | 'codeBeforeName';

// The list of offices after the reorganisation of 2025 is not published: only the form is judged.
export default defineRule({
  id: 'ACC-09',
  title: 'Mã Kho bạc (KBNN) đủ 4 chữ số',
  severity: 'error',
  scope: 'row',
  why: 'Mã KBNN cho biết Kho bạc nào giữ tài khoản. Thiếu số 0 hoặc ghi tên thay mã thì hệ thống không tìm được nơi nhận tiền.',
  howToFix: 'Đặt cột ở định dạng Văn bản và ghi mã 4 chữ số, ví dụ 0011; tên Kho bạc ghi ở cột Ngân hàng.',
  legal: [],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ma_kbnn'],
  messages: {
    malformed: 'Mã KBNN "{value}" phải là 4 chữ số (ví dụ 0011).',
    lostZero: 'Mã KBNN "{value}" mất số 0 ở đầu; mã đầy đủ là {code}.',
    padded: 'Bù số 0 ở đầu cho đủ 4 chữ số; nhập dưới dạng văn bản.',
    codeBeforeName: 'Chỉ giữ mã đứng trước tên Kho bạc.',
  },
  en: {
    title: 'Treasury codes have four digits',
    why: 'The code tells which treasury office keeps the account. Without its zeros, or with a name in its place, the system does not find where to pay.',
    howToFix:
      'Format the column as Text and write the four digits, e.g. 0011; the office’s name belongs in the bank column.',
    messages: {
      malformed: 'Treasury code "{value}" must have four digits (e.g. 0011).',
      lostZero: 'Treasury code "{value}" has lost leading zeros; in full it is {code}.',
      padded: 'Add leading zeros up to four digits; type it as text.',
      codeBeforeName: 'Keep only the code in front of the office’s name.',
    },
  },
  check(view) {
    view.perValue('ma_kbnn', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const code = parseTreasuryCode(text);
  if (code.ok) return null;
  if (code.reason === 'lostZero') {
    const value = formatTreasuryCode(text.replace(/^'/, ''));
    const confidence = cell.kind === 'number' ? 'certain' : 'likely';
    return { message: 'lostZero', args: { code: value }, expected: value, fix: { value, confidence, why: 'padded' } };
  }
  const value = /^(\d{4}) ?[ :,.–-] ?[^\d.,-]/.exec(text)?.[1];
  if (value === undefined) return { message: 'malformed', expected: '4 chữ số' };
  return { message: 'malformed', expected: value, fix: { value, confidence: 'likely', why: 'codeBeforeName' } };
}
