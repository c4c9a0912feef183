import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { SHEETS_WITH_PROCEDURE_CODES } from '../codes/procedureCodeSheets.ts';
import { forOwnCodes } from './ownCodes.ts';

// What the agency itself marks as withdrawn is no surprise to it.
const ENDED =
  /\b(?:bai bo|huy bo|het hieu luc|ngung|dung (?:thuc hien|ap dung|tiep nhan)|khong con|bi thay the|thoi ap dung)\b/;

/** Whether a cell of states says that the procedure has ended. For `view.derive`. */
export const saysEnded = (_cell: Cell, text: string): boolean => ENDED.test(searchKey(text));

export default defineRule({
  id: 'NAT-02',
  title: 'TTHC còn hiệu lực trên Cơ sở dữ liệu quốc gia',
  severity: 'error',
  scope: 'agency',
  why: 'Thủ tục đã bãi bỏ mà vẫn tiếp nhận thì người dân làm hồ sơ, nộp phí cho việc không còn được giải quyết.',
  howToFix:
    'Đưa thủ tục vào danh sách bãi bỏ, gỡ cấu hình thu phí, quy trình và đường dẫn; nếu có thủ tục thay thế thì dùng mã mới theo quyết định công bố.',
  legal: [],
  asks: ['003 §8b'],
  datasets: SHEETS_WITH_PROCEDURE_CODES,
  reads: ['ma_tthc'],
  mayRead: ['trang_thai'],
  refs: ['procedures'],
  messages: {
    withdrawn: 'TTHC {code} đã bãi bỏ hoặc không còn công khai trên Cơ sở dữ liệu quốc gia.',
    notOpen: 'TTHC {code} đã công bố nhưng chưa mở trên Cổng Dịch vụ công quốc gia.',
  },
  en: {
    title: 'The procedure is in force in the national database',
    why: 'When a withdrawn procedure is still received, citizens prepare dossiers and pay for something that is no longer done.',
    howToFix:
      'Put the procedure on the list of withdrawn ones and take down its fee configuration, workflow and links; where another replaces it, use the new code of the publishing decision.',
    messages: {
      withdrawn: 'Procedure {code} was withdrawn or is no longer public in the national database.',
      notOpen: 'Procedure {code} is published but not open on the national portal yet.',
    },
  },
  checkAll(views, { ref }) {
    forOwnCodes(views, (view, row, code) => {
      const state = ref.procedures.byCode(code)?.state;
      if (state === 'withdrawn' && !view.derive('trang_thai', saysEnded)(row)) {
        view.report(row, 'ma_tthc', { message: 'withdrawn', args: { code } });
      }
      // Opening is the publisher's and the portal's step; the agency has to follow it up, its list is not wrong.
      if (state === 'notOpen') view.report(row, 'ma_tthc', { message: 'notOpen', args: { code }, severity: 'warning' });
    });
  },
});
