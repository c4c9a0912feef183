import { parseBudgetUnitCode } from '../../domain/budgetUnitCode.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

type Message = 'malformed' | 'unknownKind' | 'project' | 'withoutSeparators';

// No code begins with 0, so none is ever lost and none is put back.
export default defineRule({
  id: 'ACC-04',
  title: 'Mã quan hệ ngân sách (QHNS) đủ 7 chữ số',
  severity: 'error',
  scope: 'row',
  why: 'Mã QHNS xác định đơn vị hưởng khoản thu ở Kho bạc. Sai mã thì tiền không vào được tài khoản hoặc ghi cho đơn vị khác.',
  howToFix:
    'Lấy mã trên giấy chứng nhận mã số đơn vị có quan hệ với ngân sách: 7 chữ số, đơn vị bắt đầu bằng 1, 2 hoặc 3.',
  legal: [{ doc: 'TT 185/2015/TT-BTC', article: 'Điều 5 khoản 3' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ma_qhns'],
  messages: {
    malformed: 'Mã QHNS "{value}" không đúng 7 chữ số.',
    unknownKind: 'Mã QHNS "{value}" bắt đầu bằng chữ số {first}; mã của đơn vị bắt đầu bằng 1, 2 hoặc 3.',
    project: 'Mã QHNS "{value}" là mã dự án đầu tư (7, 8), không phải mã của đơn vị thu phí.',
    withoutSeparators: 'Bỏ dấu chấm, khoảng trắng giữa các chữ số.',
  },
  en: {
    title: 'Budget unit codes have seven digits',
    why: 'The code tells the treasury which unit an amount belongs to. With a wrong one the money does not arrive, or is booked for another unit.',
    howToFix:
      'Take the code from the certificate of budget unit codes: seven digits, for units beginning with 1, 2 or 3.',
    messages: {
      malformed: 'Budget unit code "{value}" does not have seven digits.',
      unknownKind: 'Budget unit code "{value}" begins with {first}; those of units begin with 1, 2 or 3.',
      project: 'Budget unit code "{value}" is that of an investment project (7, 8), not of a unit that collects fees.',
      withoutSeparators: 'Drop dots and blanks between the digits.',
    },
  },
  check(view) {
    view.perValue('ma_qhns', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (saysNothing(cell, text)) return null;
  const code = parseBudgetUnitCode(text);
  if (code.ok) return code.value.kind === 'project' ? { message: 'project', severity: 'warning' } : null;
  if (code.reason === 'unknownKind') return { message: 'unknownKind', args: { first: text[0]! } };
  const value = text.replace(/[ .,'-]/g, '');
  const mended = parseBudgetUnitCode(value);
  if (!mended.ok) return { message: 'malformed', expected: '7 chữ số' };
  return { message: 'malformed', expected: value, fix: { value, confidence: 'likely', why: 'withoutSeparators' } };
}
