import { DATASET_IDS } from '../../domain/datasets.ts';
import { findWrongD } from '../../domain/textDefects.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-06',
  title: 'Chữ Đ, đ là chữ của tiếng Việt',
  severity: 'warning',
  scope: 'row',
  why: 'Chữ Ð (U+00D0) của tiếng Iceland trông giống chữ Đ nhưng máy coi là chữ khác: tra "Nghị định", "QĐ" không ra.',
  howToFix: 'Gõ lại chữ Đ bằng bộ gõ tiếng Việt, hoặc chấp nhận văn bản đề xuất.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    wrongD: 'Dùng sai chữ Đ ({count} chỗ): {characters}.',
    rightD: 'Thay bằng chữ Đ, đ của tiếng Việt.',
  },
  en: {
    title: 'Đ and đ are the Vietnamese letters',
    why: 'The Icelandic letter Ð (U+00D0) looks like Đ but is another letter to a machine: searches for "Nghị định" or "QĐ" miss it.',
    howToFix: 'Type the letter again with a Vietnamese typing tool, or accept the proposed text.',
    messages: {
      wrongD: 'Wrong letter for Đ ({count} places): {characters}.',
      rightD: 'Replaced by the Vietnamese Đ, đ.',
    },
  },
  check(view, context) {
    perTypedText(view, context, 'unusual', () => judge);
  },
});

function judge(typed: string, clean: string): Verdict<'wrongD' | 'rightD'> | null {
  if (typed === clean) return null;
  const found = findWrongD(typed);
  if (found.length === 0) return null;
  const characters = [...new Set(found.map(({ start }) => typed[start]!))].sort().join(', ');
  return {
    message: 'wrongD',
    args: { count: found.length, characters },
    expected: clean,
    fix: { value: clean, confidence: 'certain', why: 'rightD' },
  };
}
