import { defineRule } from '../../engine/rule.ts';
import { reportCodesOutside } from './codesOutside.ts';
import { ownCatalogueOf } from './ownCatalogue.ts';

/** Only for agencies that sent a catalogue of their own. */
export default defineRule({
  id: 'REF-01',
  title: 'Cấu hình thu phí chỉ gồm TTHC trong danh mục của đơn vị',
  severity: 'error',
  scope: 'agency',
  why: 'Cấu hình thu gắn với mã không có trong danh mục thì khi người dân nộp hồ sơ, hệ thống không tìm thấy mức thu và tài khoản nhận tiền.',
  howToFix: 'Sửa mã gõ nhầm; nếu thủ tục thuộc thẩm quyền thì bổ sung vào danh mục, nếu không thì xóa dòng cấu hình.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['feeConfigs', 'procedures'],
  reads: ['ma_tthc'],
  mayRead: ['ten_tthc'],
  needs: { procedures: [], feeConfigs: [] },
  messages: {
    notListed: 'Cấu hình thu phí trỏ tới mã TTHC không có trong danh mục của đơn vị: {code}.',
    sameName: 'Thủ tục cùng tên trong danh mục của đơn vị mang mã {candidate}.',
  },
  en: {
    title: 'The fee configuration holds only procedures of the agency’s catalogue',
    why: 'With a code that the catalogue lacks, the system finds neither fee nor account when a citizen submits a dossier.',
    howToFix: 'Correct a mistyped code; add the procedure to the catalogue if it is the agency’s, or delete the row.',
    messages: {
      notListed: 'The fee configuration names a procedure that the agency’s catalogue does not list: {code}.',
      sameName: 'The procedure of the same name in the agency’s catalogue has code {candidate}.',
    },
  },
  checkAll(views, context) {
    const catalogue = ownCatalogueOf(views);
    if (catalogue === undefined) return;
    for (const view of views) {
      if (view.table.dataset === 'feeConfigs') reportCodesOutside(view, catalogue, 'notListed', context);
    }
  },
});
