import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { loginResult } from './loginResult.ts';

type Message = 'failed' | 'untested';

// One finding per account rather than one number: reports count, and each account has to be mended by itself.
export default defineRule({
  id: 'USR-13',
  title: 'Tài khoản đăng nhập được',
  severity: 'warning',
  scope: 'row',
  why: 'Tài khoản không đăng nhập được qua VNeID thì cán bộ không tiếp nhận được hồ sơ ngay từ ngày đầu vận hành.',
  howToFix:
    'Kiểm tra số CCCD, đơn vị, trạng thái tài khoản VNeID; báo đầu mối hỗ trợ rồi thử lại và cập nhật kết quả đăng nhập.',
  legal: [],
  asks: ['000 §1', '001 §2c', '004 §1'],
  datasets: ['accounts'],
  reads: ['ket_qua_dang_nhap'],
  messages: {
    failed: 'Tài khoản đăng nhập thất bại: "{value}".',
    untested: 'Tài khoản chưa được kiểm tra đăng nhập ("{value}").',
  },
  en: {
    title: 'The account can log in',
    why: 'With an account that cannot log in through VNeID the officer receives no dossiers from the first day on.',
    howToFix:
      'Check citizen id, unit and the state of the VNeID account; tell the support desk, try again and update the result.',
    messages: {
      failed: 'Log-in failed: "{value}".',
      untested: 'Log-in has not been tested ("{value}").',
    },
  },
  check(view) {
    view.perValue('ket_qua_dang_nhap', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  const result = loginResult(cell, text);
  if (result === 'failed') return { message: 'failed' };
  return result === 'untested' ? { message: 'untested', severity: 'info' } : null;
}
