import { DATASET_IDS } from '../../domain/datasets.ts';
import { findHiddenCharacters } from '../../domain/textDefects.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-03',
  title: 'Không có ký tự ẩn, ký hiệu của phông riêng',
  severity: 'warning',
  scope: 'row',
  why: 'Ký tự ẩn làm mã, tên trông đúng nhưng không khớp khi đối chiếu; dấu đầu dòng của phông Wingdings hiện thành ô vuông trên Cổng.',
  howToFix:
    'Dán văn bản qua Notepad rồi chép lại vào ô, hoặc chấp nhận văn bản đề xuất (ký tự ẩn bị xóa, dấu đầu dòng riêng đổi thành dấu gạch).',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    invisible: 'Ô có {count} ký tự ẩn ({codes}).',
    symbolFont: 'Ô có {count} ký hiệu của phông riêng ({codes}), nơi khác hiện thành ô vuông.',
    removed: 'Bỏ ký tự ẩn, đổi dấu đầu dòng riêng thành dấu gạch.',
  },
  en: {
    title: 'No hidden characters, no symbols of private fonts',
    why: 'Hidden characters make codes and names look right but fail to match; Wingdings bullets turn into boxes on the portal.',
    howToFix:
      'Paste the text through Notepad into the cell, or accept the proposed text (hidden characters removed, private bullets turned into dashes).',
    messages: {
      invisible: 'The cell holds {count} hidden characters ({codes}).',
      symbolFont: 'The cell holds {count} symbols of a private font ({codes}), shown as boxes elsewhere.',
      removed: 'Hidden characters removed, private bullets turned into dashes.',
    },
  },
  check(view, context) {
    perTypedText(view, context, 'unusual', () => judge);
  },
});

function judge(typed: string, clean: string): Verdict<'invisible' | 'symbolFont' | 'removed'> | null {
  const hidden = findHiddenCharacters(typed);
  if (hidden.length === 0) return null;
  const message = hidden.some(({ kind }) => kind === 'invisible') ? 'invisible' : 'symbolFont';
  const codes = [...new Set(hidden.map(({ codePoint }) => codePoint))].sort().join(', ');
  const args = { count: hidden.length, codes };
  // Symbols of other private fonts have no known meaning: a person must say what they stood for.
  if (findHiddenCharacters(clean).length > 0) return { message, args };
  return { message, args, expected: clean, fix: { value: clean, confidence: 'certain', why: 'removed' } };
}
