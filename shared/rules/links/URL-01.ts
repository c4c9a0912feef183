import { z } from 'zod';
import { isRetiredPortal, isStateHost, isTestHost } from '../../domain/portalLink.ts';
import { parseWebAddress, repairWebAddress } from '../../domain/webAddress.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import { saysNothing } from '../completeness/blankCells.ts';
import { SHEETS_WITH_LINKS } from './linkCell.ts';

type Message =
  | 'unreadable'
  | 'several'
  | 'noScheme'
  | 'blank'
  | 'credentials'
  | 'notSecure'
  | 'foreignHost'
  | 'repaired';

// One link, one finding: a retired page is URL-02's and a test system URL-06's, whatever else is wrong with the address.
export default defineRule({
  id: 'URL-01',
  title: 'Đường dẫn đọc được, dùng https và thuộc tên miền .gov.vn',
  severity: 'error',
  scope: 'row',
  why: 'Cổng Dịch vụ công quốc gia chuyển người dân theo đúng đường dẫn đã khai báo. Đường dẫn sai thì nút nộp hồ sơ không mở được; đường dẫn không mã hóa hoặc ra ngoài tên miền của cơ quan nhà nước thì lộ thông tin cá nhân.',
  howToFix:
    'Mở trang nộp hồ sơ của thủ tục bằng trình duyệt rồi sao chép nguyên địa chỉ, bắt đầu bằng https://, không có khoảng trắng, mỗi ô một đường dẫn.',
  legal: [],
  asks: ['002 §2'],
  datasets: SHEETS_WITH_LINKS,
  reads: ['link_nop'],
  params: z.object({
    allowedHosts: z
      .array(z.string())
      .default([])
      .describe('Tên miền ngoài .gov.vn được chấp nhận, kể cả các tên miền con của chúng (ví dụ vneid.vn)'),
  }),
  messages: {
    unreadable: 'Đường dẫn không hợp lệ: {value}.',
    several: 'Ô chứa nhiều đường dẫn; mỗi thủ tục chỉ khai báo một đường dẫn.',
    noScheme: 'Đường dẫn thiếu phần https:// ở đầu: {value}.',
    blank: 'Đường dẫn có khoảng trắng ở giữa: {value}.',
    credentials: 'Đường dẫn chứa tên đăng nhập hoặc mật khẩu trước tên máy chủ; phải bỏ và đổi mật khẩu đó.',
    notSecure: 'Đường dẫn dùng http, không mã hóa: {value}.',
    foreignHost: 'Đường dẫn tới {host}, không thuộc tên miền .gov.vn của cơ quan nhà nước.',
    repaired: 'Thêm hoặc sửa phần https:// và bỏ khoảng trắng; mở thử trước khi lưu.',
  },
  en: {
    title: 'Links are readable, use https and stay below .gov.vn',
    why: 'The national portal sends citizens exactly where the link says. A wrong link leaves them without a form; an unencrypted one, or one outside the state’s domain, exposes personal data.',
    howToFix:
      'Open the procedure’s submission page in a browser and copy the whole address: it begins with https://, has no blanks, and stands alone in its cell.',
    messages: {
      unreadable: 'The link is not valid: {value}.',
      several: 'The cell holds several links; a procedure has one.',
      noScheme: 'The link lacks https:// at its beginning: {value}.',
      blank: 'The link has a blank inside: {value}.',
      credentials: 'The link holds a user name or password in front of the host; remove it and change that password.',
      notSecure: 'The link uses unencrypted http: {value}.',
      foreignHost: 'The link leads to {host}, which is not below the state’s domain .gov.vn.',
      repaired: 'Add or mend https:// and drop the blanks; try the link before saving.',
    },
  },
  check(view, { params }) {
    if (view.table.unfoldedFrom !== undefined) return;
    const isAllowed = (host: string): boolean =>
      params.allowedHosts.some((known) => host === known.toLowerCase() || host.endsWith(`.${known.toLowerCase()}`));
    view.perValue('link_nop', (cell, text) => (saysNothing(cell, text) ? null : judge(text, isAllowed)));
  },
});

function judge(text: string, isAllowed: (host: string) => boolean): Verdict<Message> | null {
  const address = parseWebAddress(text);
  if (!address.ok) {
    const { reason } = address;
    if (reason === 'several' || reason === 'credentials') return { message: reason };
    if (reason === 'noScheme') return { message: 'noScheme', ...repair(text) };
    if (reason !== 'blank') return { message: 'unreadable' };
    // Words around a link ("xem tại …") are no blank inside a link: joining them would make up another host.
    return /^https?:\/\//i.test(text) ? { message: 'blank', ...repair(text) } : { message: 'unreadable' };
  }
  const { host, scheme } = address.value;
  if (isRetiredPortal(address.value) || isTestHost(address.value)) return null;
  if (!isStateHost(address.value) && !isAllowed(host)) return { message: 'foreignHost', args: { host } };
  return scheme === 'https' ? null : { message: 'notSecure', ...repair(text) };
}

function repair(text: string): Pick<Verdict<Message>, 'expected' | 'fix'> {
  const value = repairWebAddress(text);
  if (value === undefined || !/^https:\/\/[^/]{1,253}\.vn(?:[/:?#]|$)/.test(value)) return {};
  return { expected: value, fix: { value, confidence: 'likely', why: 'repaired' } };
}
