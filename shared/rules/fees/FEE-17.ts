import { defineRule, type Verdict } from '../../engine/rule.ts';
import { resolutionsOf } from './councilResolution.ts';
import { readFeeCell } from './feeCell.ts';
import { feeDescriptionOf } from './feeDescription.ts';

/** A description that cites a resolution by its number shows that the council has decided, even for free: fine. */
export default defineRule({
  id: 'FEE-17',
  title: 'Mức thu do HĐND cấp tỉnh quyết định thì nhập mức của tỉnh',
  severity: 'warning',
  scope: 'row',
  why: 'Danh mục quốc gia để "Miễn phí" vì mức thu do từng tỉnh quy định; chép nguyên sang thì tỉnh không thu được khoản HĐND đã quyết định.',
  howToFix:
    'Tra nghị quyết của HĐND tỉnh: nhập mức thu của tỉnh; nếu tỉnh miễn thu, ghi số nghị quyết trong mô tả hoặc cột căn cứ thu phí.',
  legal: [{ doc: 'Luật 97/2015/QH13', article: 'khoản 2 Điều 4' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['phi_le_phi'],
  mayRead: ['mo_ta', 'hinh_thuc_nop', 'can_cu_thu_phi'],
  messages: {
    council: 'Mức thu do HĐND cấp tỉnh quyết định; phải nhập mức của tỉnh, không để "{value}".',
  },
  en: {
    title: 'Where the provincial council sets the fee, the province’s level is entered',
    why: 'The national catalogue says "free" because every province sets its own level; copied as it is, the province cannot collect what its council decided.',
    howToFix:
      'Look up the council’s resolution and enter the province’s level; if the province charges nothing, write the number of the resolution in the description or the legal-basis column.',
    messages: { council: 'The provincial council sets this fee; enter the province’s level instead of "{value}".' },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const descriptionOf = feeDescriptionOf(view, context);
    const citedBy = resolutionsOf(view);
    for (let row = 0; row < view.rows; row += 1) {
      if (!descriptionOf(row).council || feeOf(row).value?.kind !== 'free') continue;
      if (citedBy(row).length === 0) view.report(row, 'phi_le_phi', COUNCIL);
    }
  },
});

const COUNCIL: Verdict<'council'> = { message: 'council' };
