import { DATASET_IDS } from '../../domain/datasets.ts';
import { defineRule } from '../../engine/rule.ts';
import { holdsCodes } from './codeFields.ts';
import { perTypedText } from './sheetTexts.ts';

// What scanning and retyping confuse in the words of this field: Công/Cổng and chuyên/chuyển. Each phrase is wrong
// wherever it stands; three of them were found in national records.
const CONFUSIONS: ReadonlyMap<string, string> = new Map([
  ['công dịch vụ công', 'Cổng Dịch vụ công'],
  ['cồng dịch vụ công', 'Cổng Dịch vụ công'],
  ['dịch vụ cổng', 'dịch vụ công'],
  ['công thông tin điện tử', 'Cổng thông tin điện tử'],
  ['chuyên đổi', 'chuyển đổi'],
  ['chuyên tiếp', 'chuyển tiếp'],
  ['chuyên xử lý', 'chuyển xử lý'],
  ['chuyên trả', 'chuyển trả'],
  ['chuyên hồ sơ', 'chuyển hồ sơ'],
  ['chuyên nhượng', 'chuyển nhượng'],
  ['luân chuyên', 'luân chuyển'],
  ['chuyển viên', 'chuyên viên'],
  ['chuyển môn', 'chuyên môn'],
  ['chuyển trách', 'chuyên trách'],
]);

// "điều chuyển viên chức" is right.
const PHRASE = new RegExp(`(?<!\\p{L})(?:${[...CONFUSIONS.keys()].join('|')})(?!\\p{L}| chức)`, 'giu');

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
  check(view) {
    perTypedText(view, (_, clean, { field }) => {
      if (holdsCodes(field)) return null;
      const phrase = clean.match(PHRASE)?.[0];
      if (phrase === undefined) return null;
      const meant = CONFUSIONS.get(phrase.toLowerCase()) ?? '';
      return { message: 'confused', args: { phrase, meant }, expected: meant };
    });
  },
});
