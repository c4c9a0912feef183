import { findDocumentNumbers } from '../../domain/documentNumber.ts';
import { isNoInformation, isPlaceholder } from '../../domain/placeholder.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { charges, readFeeCell } from './feeCell.ts';

type Citation = 'none' | 'numbered' | 'vague';

const readCitation = (_cell: Cell, text: string): Citation => {
  if (text === '' || isPlaceholder(text) || isNoInformation(text)) return 'none';
  return findDocumentNumbers(text).length > 0 ? 'numbered' : 'vague';
};

/** The basis may stand in its own column, in the fee cell or in the description. A basis without a document number
 *  ("theo quy định hiện hành") cannot be checked by anyone: a warning. */
export default defineRule({
  id: 'FEE-15',
  title: 'Thu phí, lệ phí có căn cứ',
  severity: 'error',
  scope: 'row',
  why: 'Thu phí, lệ phí mà không có văn bản quy định là tự đặt khoản thu; đơn vị có thể bị xử phạt và phải hoàn trả.',
  howToFix:
    'Ghi số, ký hiệu văn bản quy định mức thu (thông tư của Bộ Tài chính hoặc nghị quyết của HĐND cấp tỉnh) vào cột căn cứ thu phí.',
  legal: [{ doc: 'NĐ 02/2026/NĐ-CP', article: 'khoản 1 Điều 10' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['feeConfigs', 'channels', 'procedures'],
  reads: ['phi_le_phi', 'can_cu_thu_phi'],
  mayRead: ['mo_ta'],
  messages: {
    missing: 'Có thu nhưng không nêu căn cứ thu.',
    vague: 'Căn cứ thu "{value}" không có số, ký hiệu văn bản.',
  },
  en: {
    title: 'A charge has its legal basis',
    why: 'Charging without a legal text is inventing a fee; the unit may be fined and has to pay the money back.',
    howToFix:
      'Write the number of the text that sets the fee (circular of the Ministry of Finance or resolution of the provincial council) in the legal-basis column.',
    messages: {
      missing: 'There is a fee, but no legal basis for it.',
      vague: 'The legal basis "{value}" names no document number.',
    },
  },
  check(view) {
    const feeOf = view.derive('phi_le_phi', readFeeCell);
    const citationOf = view.derive('can_cu_thu_phi', readCitation);
    const inFee = view.derive('phi_le_phi', readCitation);
    const inDescription = view.derive('mo_ta', readCitation);
    for (let row = 0; row < view.rows; row += 1) {
      if (!charges(feeOf(row).value)) continue;
      const citation = citationOf(row);
      if (citation === 'numbered' || inFee(row) === 'numbered' || inDescription(row) === 'numbered') continue;
      view.report(row, 'can_cu_thu_phi', citation === 'none' ? MISSING : VAGUE);
    }
  },
});

const MISSING: Verdict<'missing' | 'vague'> = { message: 'missing' };
const VAGUE: Verdict<'missing' | 'vague'> = { message: 'vague', severity: 'warning' };
