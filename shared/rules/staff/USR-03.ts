import { parseCitizenId } from '../../domain/citizenId.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';

export default defineRule({
  id: 'USR-03',
  title: 'Không dùng số CMND 9 số cho tài khoản',
  severity: 'error',
  scope: 'row',
  why: 'VNeID chỉ nhận số định danh 12 số. Tài khoản khai bằng CMND 9 số không đăng nhập được.',
  howToFix: 'Hỏi cán bộ số CCCD (12 số) và thay số CMND; không tự thêm số 0 vào CMND.',
  legal: [],
  asks: ['001 §1e', '004 §1'],
  datasets: ['accounts'],
  reads: ['cccd'],
  messages: {
    oldCard: 'Số "{value}" là CMND 9 số, không dùng để đăng nhập VNeID.',
  },
  en: {
    title: 'No account is given by a 9-digit identity card number',
    why: 'VNeID takes only the 12-digit identification number. An account registered with an old 9-digit number cannot log in.',
    howToFix: 'Ask the officer for the 12-digit number and replace the old one; do not put zeros in front of it.',
    messages: {
      oldCard: '"{value}" is an old 9-digit identity card number; VNeID does not take it.',
    },
  },
  check(view) {
    view.perValue('cccd', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<'oldCard'> | null {
  const id = parseCitizenId(text);
  return !id.ok && id.reason === 'oldCard' ? { message: 'oldCard' } : null;
}
