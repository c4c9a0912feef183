import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { saysAny } from '../phrases.ts';
import { citizenDigits, saysClosed, statedKey } from './accountHolder.ts';

const saysLeft = saysAny([
  'nghỉ hưu',
  'nghỉ việc',
  'đã nghỉ',
  'nghỉ chế độ',
  'thôi việc',
  'chuyển công tác',
  'đã chuyển',
  'không còn công tác',
  'không còn làm việc',
  'chấm dứt hợp đồng',
  'hết hợp đồng',
]);
const saysArrived = saysAny([
  'mới chuyển',
  'chuyển đến',
  'chuyển công tác đến',
  'chuyển về',
  'mới nhận',
  'tiếp nhận từ',
]);

const hasLeft = (_cell: Cell, text: string): boolean => saysLeft(text) && !saysArrived(text);

const NOT_LISTED: Verdict<'notListed'> = { message: 'notListed' };
const LEFT: Verdict<'left'> = { message: 'left' };

// Two sources: what the sheet itself says of the person, and the current staff list where one was imported. Without the
// list the rule still runs on the first, so the list is not among `refs`. Somebody whose id is not in the list but whose
// name is, without an id there, is taken for the same person.
export default defineRule({
  id: 'USR-10',
  title: 'Không còn tài khoản của người đã chuyển công tác, nghỉ việc',
  severity: 'error',
  scope: 'row',
  why: 'Người đã chuyển, nghỉ vẫn vào được hệ thống, xem và xử lý được hồ sơ của người dân; hồ sơ giao cho tài khoản đó thì không ai giải quyết.',
  howToFix:
    'Đề nghị khóa tài khoản, bàn giao hồ sơ đang xử lý cho người thay thế; tài khoản đã khóa thì ghi "Đã khóa" ở cột Trạng thái.',
  legal: [],
  asks: ['001 §1d', '003 §1b'],
  datasets: ['accounts'],
  reads: ['ho_ten'],
  mayRead: ['cccd', 'trang_thai', 'ghi_chu', 'chuc_vu', 'ket_qua_dang_nhap'],
  messages: {
    left: 'Cán bộ đã chuyển hoặc nghỉ theo nội dung "{value}" nhưng tài khoản chưa khóa.',
    notListed: 'Chủ tài khoản "{value}" không có trong danh sách cán bộ hiện tại.',
  },
  en: {
    title: 'No open account of somebody who has left',
    why: 'Somebody who moved or retired still gets in, sees and handles citizens’ dossiers; what is assigned to that account is handled by nobody.',
    howToFix: 'Have the account locked and open dossiers handed over; write "Đã khóa" as state of a locked account.',
    messages: {
      left: 'The officer has left according to the remark "{value}", but the account is not locked.',
      notListed: 'Account holder "{value}" is not in the current staff list.',
    },
  },
  check(view, { ref }) {
    const remarks = (['trang_thai', 'ghi_chu', 'chuc_vu'] as const).map(
      (field) => [field, view.derive(field, hasLeft)] as const,
    );
    const closed = (['trang_thai', 'ghi_chu', 'ket_qua_dang_nhap'] as const).map((field) =>
      view.derive(field, saysClosed),
    );
    const idOf = view.derive('cccd', citizenDigits);
    const nameOf = view.derive('ho_ten', statedKey);
    for (let row = 0; row < view.rows; row += 1) {
      if (closed.some((isClosed) => isClosed(row))) continue;
      const remark = remarks.find(([, left]) => left(row));
      if (remark !== undefined) view.report(row, remark[0], LEFT);
      else if (
        ref.staff !== undefined &&
        nameOf(row) !== '' &&
        !ref.staff.employs(idOf(row), view.text('ho_ten', row))
      ) {
        view.report(row, 'ho_ten', NOT_LISTED);
      }
    }
  },
});
