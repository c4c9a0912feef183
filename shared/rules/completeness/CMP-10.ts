import { findDocumentNumbers } from '../../domain/documentNumber.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { reportBlanks, saysNothing } from './blankCells.ts';

export default defineRule({
  id: 'CMP-10',
  title: 'TTHC có căn cứ pháp lý nêu số văn bản',
  severity: 'warning',
  scope: 'row',
  why: 'Căn cứ pháp lý cho biết thủ tục còn hiệu lực hay không. Không có số văn bản thì không tra được, khi văn bản thay đổi không ai biết phải cập nhật thủ tục nào.',
  howToFix: 'Ghi ít nhất một văn bản kèm số, ký hiệu, ví dụ "Nghị định số 123/2015/NĐ-CP".',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 15 khoản 1 điểm b' }],
  asks: [],
  datasets: ['procedures'],
  reads: ['can_cu_phap_ly'],
  messages: {
    missing: 'Chưa nêu căn cứ pháp lý của TTHC.',
    noNumber: 'Căn cứ pháp lý chưa nêu số, ký hiệu văn bản.',
  },
  en: {
    title: 'The procedure states its legal basis with a document number',
    why: 'The legal basis tells whether a procedure is still in force. Without a number it cannot be looked up, and nobody knows which procedures to update when a text changes.',
    howToFix: 'Write at least one document with its number, such as "Nghị định số 123/2015/NĐ-CP".',
    messages: {
      missing: 'The legal basis of the procedure is not stated.',
      noNumber: 'The legal basis names no document number.',
    },
  },
  check(view) {
    reportBlanks(view, 'can_cu_phap_ly', { message: 'missing' });
    view.perValue('can_cu_phap_ly', judge);
  },
});

const judge = (cell: Cell, text: string): Verdict<'noNumber'> | null =>
  saysNothing(cell, text) || findDocumentNumbers(text).length > 0 ? null : { message: 'noNumber' };
