import { isLoginPage, isRetiredPortal, isTestHost } from '../../domain/portalLink.ts';
import { searchKey } from '../../domain/vietnameseText.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { linkIn, SHEETS_WITH_LINKS } from './linkCell.ts';
import { judgeAlikeRows } from '../alikeRows.ts';

const NATIONAL_PORTAL = /(?:^|\.)dichvucong\.gov\.vn$/;
const NO = /^(?:0|no|false|off|n|k|chua|khong)$|^(?:khong|chua|ko)(?: |$)/;

/** What a cell says of single sign-on: `blank`, `no`, or anything else, which counts as declared ("x" is a tick, "VNPT SSO"
 *  a name; whether it works, only a trial tells). */
const ssoIn = (_cell: Cell, text: string): 'blank' | 'no' | 'declared' => {
  const key = searchKey(text);
  if (key === '') return text.includes('✓') || text.includes('✔') ? 'declared' : 'blank';
  return NO.test(key) || key === 'dang cap nhat' ? 'no' : 'declared';
};

// No completeness rule asks for the column; where a template lacks it, only log-in pages are reported. The national portal
// itself needs no second log-in, but its log-in page is no submission form either.
export default defineRule({
  id: 'URL-05',
  title: 'Đường dẫn đã cấu hình đăng nhập một lần (SSO) qua VNeID',
  severity: 'warning',
  scope: 'row',
  why: 'Người dân đã đăng nhập VNeID trên Cổng Dịch vụ công quốc gia; hệ thống chưa cấu hình SSO thì bắt họ đăng nhập lại hoặc tạo tài khoản riêng, nhiều người bỏ dở.',
  howToFix:
    'Phối hợp Công an và đơn vị quản lý hệ thống cấu hình SSO qua VNeID, thử từ Cổng rồi ghi "Có"; khai đường dẫn tới giao diện nộp hồ sơ, không phải trang đăng nhập.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop'],
  mayRead: ['sso'],
  messages: {
    off: 'Cột SSO ghi "{value}": hệ thống này chưa cấu hình SSO VNeID, người dân phải đăng nhập lại.',
    notDeclared: 'Chưa khai SSO VNeID cho đường dẫn này; người dân có thể phải đăng nhập lại.',
    loginPage: 'Đường dẫn đưa tới trang đăng nhập, trong khi SSO phải đưa thẳng tới giao diện nộp hồ sơ: {value}.',
  },
  en: {
    title: 'Links have single sign-on through VNeID',
    why: 'Citizens are logged in with VNeID on the national portal; a system without single sign-on makes them log in again or open another account, and many give up.',
    howToFix:
      'Have the police and the system’s operator set up single sign-on through VNeID, try it from the portal and write "Có"; give the submission form’s address, not a log-in page.',
    messages: {
      off: 'The SSO column says "{value}": the system has no single sign-on through VNeID, citizens must log in again.',
      notDeclared: 'Single sign-on through VNeID is not declared for this link; citizens may have to log in again.',
      loginPage: 'The link leads to a log-in page, where single sign-on should lead straight to the form: {value}.',
    },
  },
  check(view, context) {
    if (view.table.unfoldedFrom !== undefined) return;
    const linkOf = view.derive('link_nop', linkIn);
    const ssoOf = view.derive('sso', ssoIn);
    const asksSso = view.has('sso');
    judgeAlikeRows(view, context, ['link_nop', 'sso'], (row) => {
      const link = linkOf(row);
      if (link === null || isRetiredPortal(link) || isTestHost(link)) return null;
      const sso = asksSso && !NATIONAL_PORTAL.test(link.host) ? ssoOf(row) : 'declared';
      if (sso !== 'declared') return { at: 'sso', verdict: { message: sso === 'no' ? 'off' : 'notDeclared' } };
      return isLoginPage(link) ? { at: 'link_nop', verdict: { message: 'loginPage' } } : null;
    });
  },
});
