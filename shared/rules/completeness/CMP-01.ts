import type { DatasetId } from '../../domain/datasets.ts';
import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

/** Sheet kinds whose rows are read by the name too; elsewhere the code alone names the procedure. */
const NAMED: ReadonlySet<DatasetId> = new Set(['procedures']);

// Workflow sheets are left out: they name the procedure once, in the block above the table (rule WFL-05).
export default defineRule({
  id: 'CMP-01',
  title: 'Mỗi dòng có mã và tên TTHC',
  severity: 'error',
  scope: 'row',
  why: 'Thiếu mã hoặc tên thì không xác định được dòng này nói về thủ tục nào: không đối chiếu được với danh mục quốc gia và không cấu hình được trên Cổng Dịch vụ công quốc gia.',
  howToFix:
    'Điền mã TTHC (dạng 1.001234) và tên TTHC đúng như trên Cơ sở dữ liệu quốc gia về TTHC. Dòng tiêu đề nhóm hoặc dòng thừa thì xóa khỏi bảng.',
  legal: [{ doc: 'NĐ 63/2010/NĐ-CP', article: 'Điều 8 khoản 2 điểm a' }],
  asks: ['003 §1đ'],
  datasets: ['procedures', 'channels', 'components', 'feeConfigs', 'links', 'pendingDossiers'],
  reads: [],
  mayRead: ['ma_tthc', 'ten_tthc'],
  messages: {
    noCode: 'Dòng này thiếu mã TTHC.',
    noName: 'Dòng này thiếu tên TTHC.',
    noCodeColumn: 'Bảng không có cột Mã TTHC nên không đối chiếu được với danh mục quốc gia.',
    noNameColumn: 'Bảng danh mục không có cột Tên TTHC.',
  },
  en: {
    title: 'Every row has a procedure code and name',
    why: 'Without code or name nobody can tell which procedure the row is about: it can be neither compared with the national catalogue nor configured on the national portal.',
    howToFix:
      'Fill in the code (such as 1.001234) and the name exactly as in the national database. Delete rows that are only group titles or left over.',
    messages: {
      noCode: 'This row has no procedure code.',
      noName: 'This row has no procedure name.',
      noCodeColumn:
        'The sheet has no column for the procedure code, so it cannot be compared with the national catalogue.',
      noNameColumn: 'The catalogue sheet has no column for the procedure name.',
    },
  },
  check(view) {
    // What is missing in a table unfolded out of another is reported there.
    if (view.table.unfoldedFrom !== undefined) return;
    if (view.has('ma_tthc')) reportBlanks(view, 'ma_tthc', { message: 'noCode' });
    else view.report(null, null, { message: 'noCodeColumn' });
    if (!NAMED.has(view.table.dataset)) return;
    if (view.has('ten_tthc')) reportBlanks(view, 'ten_tthc', { message: 'noName' });
    else view.report(null, null, { message: 'noNameColumn' });
  },
});
