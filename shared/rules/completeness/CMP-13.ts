import { defineRule } from '../../engine/rule.ts';
import { reportBlanks } from './blankCells.ts';

// Not in the rule book, whose rules of accounts judge what is written. Where the unit is blank its code or the sender may
// tell it, so that is a warning.
export default defineRule({
  id: 'CMP-13',
  title: 'Mỗi tài khoản ghi đủ họ tên, CCCD, đơn vị, vai trò',
  severity: 'error',
  scope: 'row',
  why: 'Thiếu CCCD thì cán bộ không đăng nhập được qua VNeID; thiếu vai trò thì tài khoản không có quyền; thiếu họ tên, đơn vị thì không biết cấp cho ai, ở đâu.',
  howToFix: 'Điền ô còn trống theo hồ sơ cán bộ; dòng không dùng thì xóa cả dòng.',
  legal: [],
  asks: ['000 §1', '001 §1d', '003 §1b', '004 §1'],
  datasets: ['accounts'],
  reads: [],
  anyOf: ['ho_ten', 'cccd', 'don_vi', 'vai_tro'],
  mayRead: ['ho_ten', 'cccd', 'don_vi', 'vai_tro'],
  messages: {
    noName: 'Tài khoản chưa ghi họ tên cán bộ.',
    noId: 'Tài khoản chưa ghi số CCCD; không đăng nhập được qua VNeID.',
    noRole: 'Tài khoản chưa ghi vai trò, quyền.',
    noUnit: 'Tài khoản chưa ghi đơn vị.',
  },
  en: {
    title: 'Every account states name, citizen id, unit and role',
    why: 'Without a citizen id the officer cannot log in through VNeID, without a role the account has no rights, without name or unit nobody knows whose it is.',
    howToFix: 'Fill in the blank cell from the officer’s file; delete rows that are not used.',
    messages: {
      noName: 'The account states no name.',
      noId: 'The account states no citizen id; there is no log-in through VNeID without it.',
      noRole: 'The account states no role.',
      noUnit: 'The account states no unit.',
    },
  },
  check(view) {
    if (view.has('ho_ten')) reportBlanks(view, 'ho_ten', { message: 'noName' });
    if (view.has('cccd')) reportBlanks(view, 'cccd', { message: 'noId' });
    if (view.has('vai_tro')) reportBlanks(view, 'vai_tro', { message: 'noRole' });
    if (view.has('don_vi')) reportBlanks(view, 'don_vi', { message: 'noUnit', severity: 'warning' });
  },
});
