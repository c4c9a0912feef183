import { defineRule, type Verdict } from '../../engine/rule.ts';
import { nameDifferenceOf, type NameDifference } from '../nationalCatalogue/nationalName.ts';
import { onceFor } from '../onceFor.ts';

// Exclusive with NAT-03, which speaks of other words. White space, NFC and the like are the TXT rules': names are
// compared as cleaned text.
export default defineRule({
  id: 'ROW-08',
  title: 'Tên TTHC viết đúng như danh mục quốc gia',
  severity: 'info',
  scope: 'row',
  why: 'Tên chỉ khác cách viết (chữ hoa, dấu câu, kiểu bỏ dấu, thêm chữ "Thủ tục") vẫn là cùng một thủ tục, nhưng khi tìm kiếm và đồng bộ theo tên thì không khớp.',
  howToFix: 'Thay bằng tên trong danh mục quốc gia.',
  legal: [],
  asks: ['003 §1d'],
  datasets: ['procedures'],
  reads: ['ma_tthc', 'ten_tthc'],
  refs: ['procedures'],
  messages: {
    spelling: 'Tên khác cách viết với danh mục quốc gia: "{national}".',
    nationalName: 'Cùng một tên, chỉ khác cách viết; lấy cách viết của danh mục quốc gia.',
  },
  en: {
    title: 'The name is spelt as in the national catalogue',
    why: 'A name that differs in spelling only (capitals, punctuation, tone marks, a leading "Thủ tục") is the same procedure, but searches and synchronisation by name miss it.',
    howToFix: 'Use the name of the national catalogue.',
    messages: {
      spelling: 'The name is spelt differently in the national catalogue: "{national}".',
      nationalName: 'The same name in another spelling; take the spelling of the national catalogue.',
    },
  },
  check(view, context) {
    const differenceOf = nameDifferenceOf(view, context);
    for (let row = 0; row < view.rows; row += 1) {
      const difference = differenceOf(row);
      if (difference?.relation === 'spelling') view.report(row, 'ten_tthc', verdictOn(difference));
    }
  },
});

const verdictOn = onceFor(
  ({ record: { ten_tthc: national } }: NameDifference): Verdict<'spelling' | 'nationalName'> => ({
    message: 'spelling',
    args: { national },
    expected: national,
    fix: { value: national, confidence: 'certain', why: 'nationalName' },
  }),
);
