import { isHomePage, isRetiredPortal, isTestHost } from '../../domain/portalLink.ts';
import type { WebAddress } from '../../domain/webAddress.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { perLink, SHEETS_WITH_LINKS } from './linkCell.ts';

// Only rows that name a procedure: a list of systems may give their home pages.
export default defineRule({
  id: 'URL-03',
  title: 'Đường dẫn tới đúng trang nộp hồ sơ của thủ tục',
  severity: 'error',
  scope: 'row',
  why: 'Khi đi từ Cổng Dịch vụ công quốc gia, người dân phải tới thẳng giao diện nộp hồ sơ của thủ tục. Đưa về trang chủ thì họ phải tìm lại thủ tục từ đầu, nhiều người bỏ dở.',
  howToFix: 'Thay bằng địa chỉ trang nộp hồ sơ (hoặc trang chi tiết) của chính thủ tục trên dòng đó.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop', 'ma_tthc'],
  messages: {
    homePage: 'Đường dẫn chỉ tới trang chủ {host}, không tới giao diện nộp hồ sơ của thủ tục.',
  },
  en: {
    title: 'The link leads to the procedure’s own submission page',
    why: 'Coming from the national portal, citizens must land on the submission form of the procedure. Sent to a home page, they have to search for it again, and many give up.',
    howToFix: 'Replace it by the address of the submission (or detail) page of the procedure in that row.',
    messages: {
      homePage: 'The link leads to the home page of {host} only, not to the submission form of the procedure.',
    },
  },
  check(view) {
    const noCode = view.derive('ma_tthc', saysNothing);
    perLink(view, judge, (row) => !noCode(row));
  },
});

const judge = (link: WebAddress): Verdict<'homePage'> | null =>
  isHomePage(link) && !isRetiredPortal(link) && !isTestHost(link)
    ? { message: 'homePage', args: { host: link.host } }
    : null;
