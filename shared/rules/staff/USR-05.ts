import { parseEmail, repairEmail, type EmailReason } from '../../domain/email.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isStated } from '../codes/statedCodes.ts';

type Message = 'noAt' | 'several' | 'blank' | 'diacritics' | 'malformed' | 'notOfficial' | 'mended';

const MESSAGE_OF: Readonly<Record<Exclude<EmailReason, 'empty'>, Message>> = {
  noAt: 'noAt',
  severalAts: 'several',
  several: 'several',
  blank: 'blank',
  diacritics: 'diacritics',
  badMailbox: 'malformed',
  badDomain: 'malformed',
};

export default defineRule({
  id: 'USR-05',
  title: 'Địa chỉ email dùng được và là thư công vụ',
  severity: 'warning',
  scope: 'row',
  why: 'Thông báo cấp tài khoản, đặt lại quyền gửi qua email. Địa chỉ sai thì cán bộ không nhận được; hộp thư cá nhân thì thông tin công vụ ra ngoài phạm vi quản lý.',
  howToFix: 'Ghi một địa chỉ thư công vụ (…gov.vn) cho mỗi người, không dấu, không khoảng trắng.',
  legal: [],
  asks: ['000 §1'],
  datasets: ['accounts', 'contacts', 'units'],
  reads: ['email'],
  messages: {
    noAt: 'Email "{value}" thiếu ký tự @.',
    several: 'Ô email "{value}" chứa nhiều địa chỉ.',
    blank: 'Email "{value}" có khoảng trắng hoặc dấu phẩy.',
    diacritics: 'Email "{value}" có dấu tiếng Việt hoặc ký tự lạ.',
    malformed: 'Email "{value}" sai cấu trúc.',
    notOfficial: 'Email "{value}" không phải thư công vụ (tên miền .gov.vn).',
    mended: 'Bỏ khoảng trắng, dấu tiếng Việt và ký tự thừa.',
  },
  en: {
    title: 'The e-mail address works and is an official mailbox',
    why: 'News about accounts and rights goes out by e-mail. A wrong address never receives it; a private mailbox takes official matters out of the office’s hands.',
    howToFix: 'Write one official address (…gov.vn) per person, without diacritics or blanks.',
    messages: {
      noAt: 'E-mail "{value}" has no @.',
      several: 'The e-mail cell "{value}" holds several addresses.',
      blank: 'E-mail "{value}" holds a blank or a comma.',
      diacritics: 'E-mail "{value}" holds diacritics or odd characters.',
      malformed: 'E-mail "{value}" is malformed.',
      notOfficial: 'E-mail "{value}" is no official mailbox (domain .gov.vn).',
      mended: 'Blanks, diacritics and surplus characters removed.',
    },
  },
  check(view) {
    view.perValue('email', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  if (!isStated(text)) return null;
  const email = parseEmail(text);
  if (email.ok) return email.value.official ? null : { message: 'notOfficial', severity: 'info' };
  if (email.reason === 'empty') return null;
  const message = MESSAGE_OF[email.reason];
  // Without one @ there is no telling which address was meant.
  const repaired = message === 'noAt' || message === 'several' ? undefined : repairEmail(text);
  if (repaired === undefined) return { message };
  return { message, expected: repaired, fix: { value: repaired, confidence: 'likely', why: 'mended' } };
}
