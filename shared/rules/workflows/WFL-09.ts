import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysAny } from '../phrases.ts';
import { rowToTell } from '../rowToTell.ts';
import { workflowsIn } from './workflowRows.ts';

// "Thử nghiệm" is what some procedures are about, and "nháp" without diacritics is "nhập".
const namesTrial = saysAny(['test', 'demo', 'abc', 'xyz', 'asdf', 'qwe']);
const DRAFT = /(?<!\p{L})nháp(?!\p{L})/iu;
// "Qt123-abc"; 123/2015/NĐ-CP is a document.
const COUNTING = /(?<!\d)123(?!\d|\/)/;
// "tạm" set off by a sign, or before the name; "công trình tạm", "tạm ngừng kinh doanh" are what procedures are about.
const PROVISIONAL =
  /[-–_(,.]\s{0,2}tạm(?: thời)?[ )_.-]{0,3}$|^(?:quy trình|qt)[ _-]tạm(?: thời)?(?=[ _-]|$)(?! (?:trú|vắng|ngừng|dừng|nhập|xuất))/iu;

const isTrial = (_cell: Cell, text: string): boolean =>
  namesTrial(text) || DRAFT.test(text) || COUNTING.test(text) || PROVISIONAL.test(text);
const TRIAL: Verdict<'trial'> = { message: 'trial' };

/** Told once per workflow. */
export default defineRule({
  id: 'WFL-09',
  title: 'Quy trình không mang tên thử nghiệm',
  severity: 'info',
  scope: 'table',
  why: 'Quy trình thử còn sót trên hệ thống thật có thể bị chọn nhầm khi tiếp nhận, hồ sơ của người dân chạy vào quy trình không ai theo dõi.',
  howToFix: 'Xóa hoặc ngừng quy trình thử; quy trình thật thì đặt tên theo thủ tục.',
  legal: [],
  asks: [],
  datasets: ['workflows'],
  reads: ['ten_quy_trinh'],
  mayRead: ['ma_tthc', 'buoc'],
  readsAll: true,
  messages: { trial: 'Quy trình mang tên thử nghiệm: "{value}".' },
  en: {
    title: 'No workflow bears the name of a trial',
    why: 'A trial workflow left on the live system may be chosen by mistake, and citizens’ dossiers run where nobody looks.',
    howToFix: 'Delete or stop trial workflows; name real ones after their procedure.',
    messages: { trial: 'The workflow bears the name of a trial: "{value}".' },
  },
  check(view) {
    const trialAt = view.derive('ten_quy_trinh', isTrial);
    for (const { rows } of workflowsIn(view)) {
      if (trialAt(rows[0]!)) view.report(rowToTell(view, rows, 'buoc'), 'ten_quy_trinh', TRIAL);
    }
  },
});
