import { DATASET_IDS } from '../../domain/datasets.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { holdsCodes } from './codeFields.ts';
import { findConfusedPhrase } from './confusedPhrases.ts';
import { perTypedText } from './sheetTexts.ts';

export default defineRule({
  id: 'TXT-09',
  title: 'Không có chữ nhận dạng nhầm',
  severity: 'info',
  scope: 'row',
  why: 'Văn bản quét rồi nhận dạng chữ, hoặc gõ nhầm dấu, làm sai tên hệ thống, tên bước ("Công Dịch vụ công", "chuyển viên"); người dân đọc thấy lỗi ngay trên Cổng.',
  howToFix: 'Đọc lại câu và sửa nếu đúng là lỗi; so với bản giấy nếu văn bản được quét.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    confused: 'Nghi lỗi nhận dạng chữ: "{phrase}", có thể là "{meant}".',
  },
  en: {
    title: 'No words that were recognised wrongly',
    why: 'Scanned and recognised text, or a mistyped mark, spoils names of systems and steps ("Công Dịch vụ công", "chuyển viên"), and citizens see it on the portal.',
    howToFix: 'Read the sentence again and correct it if it is wrong; compare with the paper if the text was scanned.',
    messages: {
      confused: 'Possibly recognised wrongly: "{phrase}", perhaps "{meant}".',
    },
  },
  check(view, context) {
    perTypedText(view, context, 'confused', ({ field }) => (holdsCodes(field) ? null : judge));
  },
});

function judge(_typed: string, clean: string): Verdict<'confused'> | null {
  const found = findConfusedPhrase(clean);
  if (found === undefined) return null;
  return { message: 'confused', args: { phrase: found.phrase, meant: found.meant }, expected: found.meant };
}
