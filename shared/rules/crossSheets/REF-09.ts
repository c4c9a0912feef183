import type { FormIndex } from '../../reference/formList.ts';
import { splitValues } from '../../domain/multiValue.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';

type Message = 'unknown' | 'noFile';

/** Codes only: a paper on a set form that names none is DOC-02's. */
export default defineRule({
  id: 'REF-09',
  title: 'Biểu mẫu có trong danh mục biểu mẫu và đã có tệp',
  severity: 'warning',
  scope: 'row',
  why: 'Mã biểu mẫu không có trong danh mục hoặc chưa có tệp thì người dân bấm vào biểu mẫu nhưng không mở được để khai.',
  howToFix: 'Sửa mã biểu mẫu theo danh mục; biểu mẫu chưa có tệp thì đính kèm tệp mẫu.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['components', 'procedures'],
  reads: ['ma_bieu_mau'],
  refs: ['forms'],
  messages: {
    unknown: 'Biểu mẫu {codes} không có trong danh mục biểu mẫu.',
    noFile: 'Biểu mẫu {codes} có trong danh mục nhưng chưa đính kèm tệp.',
  },
  en: {
    title: 'Forms stand in the list of forms, with their file',
    why: 'A form that is not listed or has no file cannot be opened and filled in by citizens.',
    howToFix: 'Correct the code after the list of forms, or attach the file that is missing.',
    messages: {
      unknown: 'Form {codes} is not in the list of forms.',
      noFile: 'Form {codes} is in the list, but has no file.',
    },
  },
  check(view, { ref }) {
    view.perValue('ma_bieu_mau', (cell, text) => (saysNothing(cell, text) ? null : judge(text, ref.forms)));
  },
});

function judge(text: string, forms: FormIndex): Verdict<Message> | null {
  const codes = splitValues(text).map((value) => value.text);
  const unknown = codes.filter((code) => forms.byCode(code) === undefined);
  if (unknown.length > 0) return { message: 'unknown', args: { codes: unknown.join(', ') } };
  const bare = codes.filter((code) => forms.byCode(code)?.file === '');
  return bare.length > 0 ? { message: 'noFile', args: { codes: bare.join(', ') } } : null;
}
