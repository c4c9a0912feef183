import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysNothing } from '../completeness/blankCells.ts';

const EXPECTED = { message: 'malformed', expected: '7 chữ số' } as const;

// The circular has it that a communal committee is no collecting agency; whether that holds in the two-level model is not
// verified (DOMAIN §2.4), so only the form is judged.
export default defineRule({
  id: 'ACC-15',
  title: 'Mã cơ quan thu đủ 7 chữ số',
  severity: 'warning',
  scope: 'row',
  why: 'Kho bạc ghi nhận khoản thu cho cơ quan thu theo mã. Sai mã thì khoản thu không về đúng cơ quan khi đối soát.',
  howToFix: 'Ghi mã cơ quan thu 7 chữ số do cơ quan tài chính cấp (theo mã số đơn vị có quan hệ với ngân sách).',
  legal: [{ doc: 'TT 185/2015/TT-BTC', article: 'Điều 5' }],
  asks: ['000 §1', '002 §2', '004 §1'],
  datasets: ['feeConfigs'],
  reads: ['ma_cq_thu'],
  messages: {
    malformed: 'Mã cơ quan thu "{value}" phải là 7 chữ số.',
    withoutSeparators: 'Bỏ dấu chấm, khoảng trắng giữa các chữ số.',
  },
  en: {
    title: 'Codes of collecting agencies have seven digits',
    why: 'The treasury books receipts for the collecting agency by its code. With a wrong one they do not reach the agency’s accounts.',
    howToFix: 'Write the seven digits given by the finance office (from the budget unit code).',
    messages: {
      malformed: 'Code of the collecting agency "{value}" must have seven digits.',
      withoutSeparators: 'Drop dots and blanks between the digits.',
    },
  },
  check(view) {
    view.perValue('ma_cq_thu', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<'malformed' | 'withoutSeparators'> | null {
  if (saysNothing(cell, text) || /^\d{7}$/.test(text)) return null;
  const value = text.replace(/[ .,'-]/g, '');
  if (!/^\d{7}$/.test(value)) return EXPECTED;
  return { ...EXPECTED, expected: value, fix: { value, confidence: 'likely', why: 'withoutSeparators' } };
}
