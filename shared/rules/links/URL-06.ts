import { isTestHost } from '../../domain/portalLink.ts';
import { defineRule } from '../../engine/rule.ts';
import { perLink, SHEETS_WITH_LINKS } from './linkCell.ts';

// Whatever else is wrong with such a link (http, outside .gov.vn, home page) has the same cause and is not reported twice.
export default defineRule({
  id: 'URL-06',
  title: 'Đường dẫn không trỏ tới môi trường thử nghiệm',
  severity: 'warning',
  scope: 'row',
  why: 'Hồ sơ nộp vào hệ thống thử nghiệm, địa chỉ IP nội bộ hay máy cá nhân sẽ không ai giải quyết; ngoài mạng nội bộ người dân còn không mở được.',
  howToFix: 'Thay bằng địa chỉ chính thức của hệ thống, dạng https://<tên miền>.gov.vn/….',
  legal: [],
  asks: ['001 §2b'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop'],
  messages: {
    test: 'Đường dẫn trỏ tới môi trường thử nghiệm hoặc máy nội bộ ({host}).',
  },
  en: {
    title: 'Links do not lead to test systems',
    why: 'Nobody handles dossiers submitted to a test system, an internal IP address or somebody’s computer, and citizens cannot open them from outside.',
    howToFix: 'Replace it by the official address of the system, https://<domain>.gov.vn/….',
    messages: {
      test: 'The link leads to a test system or an internal computer ({host}).',
    },
  },
  check(view) {
    perLink(view, (link) => (isTestHost(link) ? { message: 'test', args: { host: link.host } } : null));
  },
});
