import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isPlaceholder } from '../../domain/placeholder.ts';
import { charges, readFeeCell, type FeeCell } from './feeCell.ts';
import { judgeAlikeRows } from '../alikeRows.ts';

type FeeType = 'phi' | 'le_phi' | 'both' | 'none' | 'blank' | 'other';

/** "Phí thẩm định …" is a phí, "Lệ phí cấp …" a lệ phí. FEE and SERVICE_FEE are the new portal's words, 1 and 2 those of the
 *  old packets (DOMAIN §1.2, §2.3). */
const readType = (_cell: Cell, text: string): FeeType => {
  const key = searchKey(text);
  if (key === '' || isPlaceholder(text)) return 'blank';
  if (/^(?:khong(?: co| thu| phi| le phi)?|mien(?: phi| le phi)?|0)$/.test(key)) return 'none';
  if (key === 'fee' || key === '2') return 'le_phi';
  if (key === 'service fee' || key === '1') return 'phi';
  const both = /\bphi\b/.test(key.replaceAll('le phi', '')) && key.includes('le phi');
  if (both) return 'both';
  return key.startsWith('le phi') ? 'le_phi' : key.startsWith('phi') ? 'phi' : 'other';
};

/** A blank type is told here, and only beside an amount, because no rule of completeness asks for it. */
export default defineRule({
  id: 'FEE-09',
  title: 'Phân biệt phí và lệ phí',
  severity: 'error',
  scope: 'row',
  why: 'Phí và lệ phí hạch toán vào tài khoản, tiểu mục khác nhau; gộp chung thì nền tảng thanh toán không tách được khoản thu và đối soát với kho bạc sai.',
  howToFix:
    'Ghi "Phí" hoặc "Lệ phí". Thủ tục có cả hai khoản thì tách thành hai dòng, mỗi dòng một loại với mã và mức thu riêng.',
  legal: [{ doc: 'Luật 97/2015/QH13', article: 'Điều 3' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['channels', 'feeConfigs', 'procedures'],
  reads: ['phi_le_phi'],
  mayRead: ['loai_phi'],
  messages: {
    missing: 'Có mức thu nhưng chưa ghi là phí hay lệ phí.',
    both: 'Ô ghi cả phí và lệ phí "{value}"; cần tách thành hai dòng.',
    other: 'Loại "{value}" không phải là phí hay lệ phí.',
    bothAmounts: 'Ô mức thu gộp cả phí và lệ phí; cần tách thành hai dòng.',
  },
  en: {
    title: 'Phí and lệ phí are told apart',
    why: 'The two are booked to different accounts; mixed, the payment platform cannot split them and the treasury’s figures will not agree.',
    howToFix: 'Write "Phí" or "Lệ phí". A procedure with both needs two rows, each with its own code and level.',
    messages: {
      missing: 'There is a fee, but not whether it is phí or lệ phí.',
      both: 'The cell names both phí and lệ phí ("{value}"); make it two rows.',
      other: 'The type "{value}" is neither phí nor lệ phí.',
      bothAmounts: 'The fee cell holds both a phí and a lệ phí; make it two rows.',
    },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const typeOf = view.derive('loai_phi', readType);
    // In the catalogue for citizens one cell with both is readable; only payment needs two rows.
    const mixed = view.table.dataset === 'procedures' ? BOTH_AMOUNTS_IN_CATALOGUE : BOTH_AMOUNTS;
    const asksType = view.has('loai_phi');
    judgeAlikeRows(view, context, ['phi_le_phi', 'loai_phi'], (row) => {
      const fee = feeOf(row);
      if (hasBothAmounts(fee)) return { at: 'phi_le_phi', verdict: mixed };
      const verdict = asksType ? judge(typeOf(row), fee) : null;
      return verdict === null ? null : { at: 'loai_phi', verdict };
    });
  },
});

type Message = 'missing' | 'both' | 'other' | 'bothAmounts';

const BOTH_AMOUNTS: Verdict<Message> = { message: 'bothAmounts' };
const BOTH_AMOUNTS_IN_CATALOGUE: Verdict<Message> = { message: 'bothAmounts', severity: 'warning' };
const MISSING: Verdict<Message> = { message: 'missing' };
const BOTH: Verdict<Message> = { message: 'both' };
const OTHER: Verdict<Message> = { message: 'other' };

function judge(type: FeeType, { value }: FeeCell): Verdict<Message> | null {
  if (type === 'both') return charges(value) || value?.kind === 'byReference' ? BOTH : null;
  if (type === 'other') return OTHER;
  return (type === 'blank' || type === 'none') && charges(value) ? MISSING : null;
}

const hasBothAmounts = ({ whole }: FeeCell): boolean => {
  const types = new Set(
    whole.ok ? whole.value.amounts.flatMap(({ amount, type }) => (amount > 0 ? (type ?? []) : [])) : [],
  );
  return types.size > 1;
};
