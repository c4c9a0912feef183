import { DATASET_IDS } from '../../domain/datasets.ts';
import { findDecomposed } from '../../domain/textDefects.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-01',
  title: 'Chữ có dấu viết bằng Unicode dựng sẵn',
  severity: 'warning',
  scope: 'row',
  why: 'Chữ Unicode tổ hợp (chữ cái và dấu là hai ký tự rời) nhìn giống hệt nhưng máy coi là khác: tìm kiếm không ra, so khớp tên TTHC, cơ quan, đơn vị tính thời hạn bị sai.',
  howToFix:
    'Dùng bộ gõ đặt ở Unicode dựng sẵn và gõ lại, hoặc chấp nhận văn bản đề xuất (chữ không đổi, chỉ đổi cách lưu).',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    decomposed: 'Văn bản ở dạng Unicode tổ hợp ({count} chữ).',
    composed: 'Cùng văn bản, lưu bằng Unicode dựng sẵn.',
  },
  en: {
    title: 'Letters with marks are written in composed Unicode',
    why: 'Decomposed text (letter and mark as two characters) looks the same but is different to a machine: searches miss it, and comparing names, agencies and deadline units goes wrong.',
    howToFix:
      'Set the typing tool to composed Unicode and type again, or accept the proposed text (the letters stay, only their storage changes).',
    messages: {
      decomposed: 'The text is in decomposed Unicode ({count} letters).',
      composed: 'The same text in composed Unicode.',
    },
  },
  check(view, context) {
    // TXT-01, 03, 04 and 06 all propose the wholly cleaned cell, so that applying several of them cannot undo one.
    perTypedText(view, context, 'unusual', () => judge);
  },
});

function judge(typed: string, clean: string): Verdict<'decomposed' | 'composed'> | null {
  if (typed === clean) return null;
  const count = findDecomposed(typed).length;
  if (count === 0) return null;
  return {
    message: 'decomposed',
    args: { count },
    expected: clean,
    fix: { value: clean, confidence: 'certain', why: 'composed' },
  };
}
