import { parseServiceLevel } from '../../domain/serviceLevel.ts';
import { defineRule, type TableView } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { nationalCodeOf } from '../nationalCatalogue/nationalRecord.ts';
import { saysNo, saysYes } from './yesNo.ts';

type Field = 'ma_tthc' | 'muc_do_dvc' | 'co_bm_dien_tu';
type View = TableView<Field, 'none' | 'nonInComponents'>;

const isFullyOnline = (_cell: Cell, text: string): boolean => {
  const level = parseServiceLevel(text);
  return level.ok && level.value.level === 'full';
};

// One e-form is enough: which papers are forms is not told. A column that is never filled says nothing of e-forms.
export default defineRule({
  id: 'DOC-07',
  title: 'Dịch vụ công toàn trình có biểu mẫu điện tử',
  severity: 'warning',
  scope: 'agency',
  why: 'Dịch vụ công toàn trình không có biểu mẫu điện tử thì người dân phải in, ký và chụp tờ khai giấy, không nộp được trọn vẹn trên môi trường mạng.',
  howToFix: 'Cấu hình biểu mẫu điện tử tương tác cho tờ khai của thủ tục, hoặc ghi lại đúng mức độ dịch vụ công.',
  legal: [{ doc: 'NĐ 224/2026/NĐ-CP', article: 'điểm b, điểm c khoản 1 Điều 15' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'components'],
  reads: ['ma_tthc'],
  mayRead: ['co_bm_dien_tu'],
  needs: { procedures: ['muc_do_dvc'] },
  messages: {
    none: 'TTHC {code} là dịch vụ công toàn trình nhưng ghi không có biểu mẫu điện tử.',
    nonInComponents:
      'TTHC {code} là dịch vụ công toàn trình nhưng không giấy tờ nào trong bảng thành phần hồ sơ có biểu mẫu điện tử.',
  },
  en: {
    title: 'A fully online service has an e-form',
    why: 'Without an e-form citizens print, sign and photograph a paper form, and the service is not fully online.',
    howToFix: 'Configure an interactive e-form for the procedure, or state the right service level.',
    messages: {
      none: 'Procedure {code} is fully online, but is said to have no e-form.',
      nonInComponents: 'Procedure {code} is fully online, but no paper in the component sheet has an e-form.',
    },
  },
  checkAll(views) {
    const inComponents = electronicForms(views.filter(({ table }) => table.dataset === 'components'));
    for (const view of views) {
      if (view.table.dataset !== 'procedures' || !view.has('muc_do_dvc')) continue;
      const codeOf = view.derive('ma_tthc', nationalCodeOf);
      const fullyOnline = view.derive('muc_do_dvc', isFullyOnline);
      const yes = view.derive('co_bm_dien_tu', saysYes);
      const no = view.derive('co_bm_dien_tu', saysNo);
      for (let row = 0; row < view.rows; row += 1) {
        const code = codeOf(row);
        if (code === '' || !fullyOnline(row) || yes(row)) continue;
        if (no(row)) view.report(row, 'co_bm_dien_tu', { message: 'none', args: { code } });
        else if (inComponents.get(code) === false) {
          view.report(row, 'muc_do_dvc', { message: 'nonInComponents', args: { code } });
        }
      }
    }
  },
});

/** By procedure, whether any of its papers has an e-form. Blanks mean no only in a column of ticks, in which nobody writes
 *  "Không". */
function electronicForms(views: readonly View[]): ReadonlyMap<string, boolean> {
  const forms = new Map<string, boolean>();
  for (const view of views) {
    const codeOf = view.derive('ma_tthc', nationalCodeOf);
    const yes = view.derive('co_bm_dien_tu', saysYes);
    const no = view.derive('co_bm_dien_tu', saysNo);
    let anyYes = false;
    let anyNo = false;
    for (let row = 0; row < view.rows; row += 1) {
      anyYes ||= yes(row);
      anyNo ||= no(row);
    }
    const blankIsNo = anyYes && !anyNo;
    for (let row = 0; row < view.rows; row += 1) {
      if (yes(row)) forms.set(codeOf(row), true);
      else if ((no(row) || blankIsNo) && !forms.has(codeOf(row))) forms.set(codeOf(row), false);
    }
  }
  return forms;
}
