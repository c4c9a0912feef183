import { defineRule } from '../../engine/rule.ts';
import { boundCode } from '../boundProcedure.ts';
import { reportCodesOutside } from './codesOutside.ts';
import { isUnknownNationally, ownCatalogueOf } from './ownCatalogue.ts';

/** Whether the title of a sheet and its rows name the same procedure is WFL-05's; the title counts here only where the
 *  sheet has no column of codes. */
export default defineRule({
  id: 'REF-02',
  title: 'Quy trình gắn với TTHC trong danh mục của đơn vị',
  severity: 'error',
  scope: 'agency',
  why: 'Quy trình gắn với mã không có trong danh mục thì hồ sơ của thủ tục đúng không chạy theo quy trình nào, không ai được giao xử lý.',
  howToFix: 'Sửa mã gắn với quy trình theo danh mục của đơn vị; quy trình của thủ tục không còn thực hiện thì bỏ.',
  legal: [],
  asks: ['003 §1đ'],
  datasets: ['workflows', 'transitions', 'procedures'],
  reads: [],
  mayRead: ['ma_tthc', 'ten_tthc'],
  needs: { procedures: ['ma_tthc'], workflows: [] },
  messages: {
    notListed: 'Quy trình gắn với mã TTHC không có trong danh mục của đơn vị: {code}.',
    titleNotListed: 'Quy trình của bảng này gắn với mã TTHC không có trong danh mục của đơn vị: {code}.',
    sameName: 'Thủ tục cùng tên trong danh mục của đơn vị mang mã {candidate}.',
  },
  en: {
    title: 'Workflows belong to procedures of the agency’s catalogue',
    why: 'With a code that the catalogue lacks, dossiers of the right procedure run through no workflow, and nobody is put in charge.',
    howToFix:
      'Correct the code of the workflow after the agency’s catalogue; drop workflows of procedures no longer handled.',
    messages: {
      notListed: 'The workflow belongs to a procedure that the agency’s catalogue does not list: {code}.',
      titleNotListed:
        'The workflow of this sheet belongs to a procedure that the agency’s catalogue does not list: {code}.',
      sameName: 'The procedure of the same name in the agency’s catalogue has code {candidate}.',
    },
  },
  checkAll(views, context) {
    const catalogue = ownCatalogueOf(views);
    if (catalogue === undefined) return;
    for (const view of views) {
      if (view.table.dataset === 'procedures') continue;
      if (view.has('ma_tthc')) {
        reportCodesOutside(view, catalogue, 'notListed', context);
        continue;
      }
      const code = boundCode(view.table);
      if (code !== '' && !catalogue.codes.has(code) && !isUnknownNationally(code, context)) {
        view.report(null, null, { message: 'titleNotListed', args: { code } });
      }
    }
  },
});
