import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

export default defineRule({
  id: 'CMP-02',
  title: 'TTHC có trình tự thực hiện',
  severity: 'warning',
  scope: 'row',
  why: 'Trình tự thực hiện là bộ phận bắt buộc của thủ tục. Thiếu thì người dân không biết phải làm những bước nào, cán bộ không có căn cứ để hướng dẫn.',
  howToFix:
    'Điền trình tự thực hiện theo quyết định công bố. "Không có thông tin" được coi là còn trống; phải thay bằng nội dung thật.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm b' }],
  asks: ['003 §1đ'],
  datasets: ['procedures'],
  reads: ['trinh_tu'],
  messages: { missing: 'Chưa nêu trình tự thực hiện của TTHC.' },
  en: {
    title: 'The procedure states its steps',
    why: 'The steps are a mandatory part of a procedure. Without them citizens do not know what to do and officers have nothing to guide them by.',
    howToFix:
      'Fill in the steps from the publishing decision. "Không có thông tin" (no information) counts as blank and must be replaced by the real text.',
    messages: { missing: 'The steps of the procedure are not stated.' },
  },
  check(view) {
    reportBlanks(view, 'trinh_tu', { message: 'missing' });
  },
});
