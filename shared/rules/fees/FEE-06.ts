import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { DocumentNumber } from '../../domain/documentNumber.ts';
import { nationalLinesOf, type NationalLines } from '../nationalLines.ts';
import { CITING_FIELDS, resolutionsOf } from './councilResolution.ts';
import { charges, readFeeCell, type FeeCell } from './feeCell.ts';
import { feeDescriptionOf } from './feeDescription.ts';
import { perAlikeRows } from '../alikeRows.ts';

type Message = 'noLevel' | 'noResolution' | 'oldResolution';

// The provinces were merged on 01/7/2025 (NQ 202/2025/QH15). A resolution of 2025 may be of either province: accepted.
const FIRST_YEAR_OF_NEW_PROVINCES = 2025;

/** Told by the cell, its description or the national line. A row that says free of charge is FEE-17's. Whether a province
 *  was merged at all is not known here, so an older resolution is a question, not a fault. */
export default defineRule({
  id: 'FEE-06',
  title: 'Mức thu thuộc thẩm quyền HĐND cấp tỉnh có nghị quyết của tỉnh mới',
  severity: 'warning',
  scope: 'row',
  why: 'Sau sắp xếp, mức thu theo nghị quyết của tỉnh cũ có thể khác nhau giữa các địa bàn hoặc đã hết hiệu lực; thu khi không có nghị quyết là thu không có căn cứ.',
  howToFix:
    'Ghi mức thu cụ thể và số nghị quyết của HĐND tỉnh mới (hoặc văn bản cho tiếp tục áp dụng nghị quyết cũ) ở cột căn cứ thu phí. Tỉnh không sắp xếp thì chỉ cần xác nhận nghị quyết còn hiệu lực.',
  legal: [{ doc: 'Luật 97/2015/QH13', article: 'khoản 2 Điều 4' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['procedures', 'channels', 'feeConfigs'],
  reads: ['ma_tthc', 'phi_le_phi'],
  mayRead: ['mo_ta', 'can_cu_thu_phi', 'hinh_thuc_nop'],
  refs: ['procedures'],
  messages: {
    noLevel: 'Phí thuộc thẩm quyền HĐND cấp tỉnh nhưng chưa nêu mức thu của tỉnh.',
    noResolution: 'Phí thuộc thẩm quyền HĐND cấp tỉnh nhưng không nêu nghị quyết của tỉnh mới.',
    oldResolution:
      'Nghị quyết {resolution} ban hành trước khi sắp xếp tỉnh; cần nghị quyết của tỉnh mới hoặc văn bản cho tiếp tục áp dụng.',
  },
  en: {
    title: 'A fee set by the provincial council rests on a resolution of the new province',
    why: 'After the merger, levels of the old provinces may differ between areas or have lapsed; charging without a resolution has no basis.',
    howToFix:
      'Write the level and the number of the new province’s resolution (or the text that keeps the old one in force) in the legal-basis column. Where the province was not merged, confirm that the resolution is in force.',
    messages: {
      noLevel: 'The provincial council sets this fee, but the level is not given.',
      noResolution: 'The provincial council sets this fee, but no resolution of the new province is cited.',
      oldResolution:
        'Resolution {resolution} was passed before the provinces were merged; one of the new province, or a text that keeps it in force, is needed.',
    },
  },
  check(view, context) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const descriptionOf = feeDescriptionOf(view, context);
    const citedBy = resolutionsOf(view);
    const linesOf = nationalLinesOf(view, context);
    perAlikeRows(view, context, ['ma_tthc', 'hinh_thuc_nop', ...CITING_FIELDS], 'phi_le_phi', (row) => {
      const fee = feeOf(row);
      if (fee.blank || !fee.whole.ok || fee.value?.kind === 'free') return null;
      const council = fee.whole.value.council === true || descriptionOf(row).council || isCouncils(linesOf(row));
      return council ? judge(fee, citedBy(row)) : null;
    });
  },
});

const isCouncils = (national: NationalLines | null): boolean =>
  national?.lines.some(({ fee }) => fee?.kind === 'byCouncil') ?? false;

const NO_LEVEL: Verdict<Message> = { message: 'noLevel' };
const NO_RESOLUTION: Verdict<Message> = { message: 'noResolution' };

function judge({ value }: FeeCell, resolutions: readonly DocumentNumber[]): Verdict<Message> | null {
  if (!charges(value)) return NO_LEVEL;
  if (resolutions.length === 0) return NO_RESOLUTION;
  if (resolutions.some(({ year }) => year === undefined || year >= FIRST_YEAR_OF_NEW_PROVINCES)) return null;
  const [{ number, year, symbol }] = resolutions as readonly [DocumentNumber];
  return { message: 'oldResolution', args: { resolution: `${number}/${year}/${symbol}` } };
}
