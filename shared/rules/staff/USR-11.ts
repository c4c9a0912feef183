import { DATASET_IDS } from '../../domain/datasets.ts';
import { defineRule } from '../../engine/rule.ts';
import { columnLetters } from '../../table/cell.ts';
import { isPasswordColumn, mentionedPasswords, readablePasswords, SHEETS_WITH_LOG_INS } from './passwords.ts';

// One finding for a whole column, about the sheet: a finding at a cell would carry the password as its value into every
// report. Columns without a known heading are looked at too.
export default defineRule({
  id: 'USR-11',
  title: 'Bảng không chứa mật khẩu',
  severity: 'error',
  scope: 'table',
  why: 'Tệp gửi qua thư, qua nhóm trao đổi thì ai cũng đọc được mật khẩu; người ngoài có thể vào hệ thống, xem và sửa hồ sơ của người dân.',
  howToFix:
    'Xóa cột hoặc nội dung mật khẩu trước khi gửi, đổi ngay các mật khẩu đã lộ; mật khẩu chỉ giao riêng cho từng người. Phần mềm không chép cột này vào báo cáo.',
  legal: [],
  asks: [],
  datasets: DATASET_IDS,
  reads: [],
  readsAll: true,
  messages: {
    column: 'Cột {column} chứa mật khẩu dạng rõ ({count} ô); phải xóa trước khi gửi.',
    inText: 'Cột {column} có {count} ô ghi kèm mật khẩu; phải xóa trước khi gửi.',
  },
  en: {
    title: 'The sheet holds no passwords',
    why: 'Anybody who gets the file by mail or chat can read the passwords, get into the system, see and change citizens’ dossiers.',
    howToFix:
      'Delete the column or the remarks before sending, change the passwords that leaked; hand passwords to each person separately. The program copies no such column into reports.',
    messages: {
      column: 'Column {column} holds readable passwords ({count} cells); delete it before sending.',
      inText: 'Column {column} has {count} cells that mention a password; delete it before sending.',
    },
  },
  check(view) {
    const mayMention = SHEETS_WITH_LOG_INS.has(view.table.dataset);
    for (const column of view.ownColumns) {
      const own = isPasswordColumn(column);
      const count = own ? readablePasswords(column) : mayMention ? mentionedPasswords(column) : 0;
      if (count === 0) continue;
      const letters = columnLetters(column.sheetColumnAt(0));
      view.report(null, null, { message: own ? 'column' : 'inText', args: { column: letters, count } });
    }
  },
});
