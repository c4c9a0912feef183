import { parsePhone, repairPhone, splitPhones, type PhoneReason } from '../../domain/phone.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isStated } from '../codes/statedCodes.ts';

type Message = 'notDigits' | 'lostZero' | 'oldMobile' | 'unknownPrefix' | 'wrongLength' | 'withZero';

const MESSAGE_OF: Readonly<Record<Exclude<PhoneReason, 'empty' | 'several'>, Message>> = {
  notDigits: 'notDigits',
  lostZero: 'lostZero',
  oldMobile: 'oldMobile',
  unknownPrefix: 'unknownPrefix',
  tooShort: 'wrongLength',
  tooLong: 'wrongLength',
};

// The book proposes to rewrite "0986.490101" and "+84…" too; such numbers can be called and are let stand. A cell of
// several numbers is right where each of them is.
export default defineRule({
  id: 'USR-04',
  title: 'Số điện thoại gọi được',
  severity: 'warning',
  scope: 'row',
  why: 'Khi hệ thống gặp sự cố, cán bộ đầu mối phải liên hệ được ngay; số sai thì hồ sơ của người dân ách lại mà không biết gọi ai.',
  howToFix:
    'Nhập lại số ở định dạng Văn bản: di động 10 số bắt đầu bằng 03, 05, 07, 08, 09; cố định 11 số bắt đầu bằng 02; tổng đài 1800, 1900.',
  legal: [],
  asks: ['000 §1', '004 §1'],
  datasets: ['accounts', 'contacts', 'units'],
  reads: ['sdt'],
  messages: {
    notDigits: 'Số điện thoại "{number}" có ký tự không phải chữ số.',
    lostZero: 'Số điện thoại "{number}" thiếu số 0 ở đầu.',
    oldMobile: 'Số di động 11 số "{number}" đã ngừng từ năm 2018.',
    unknownPrefix: 'Số điện thoại "{number}" có đầu số không tồn tại.',
    wrongLength: 'Số điện thoại "{number}" có {digits} chữ số, không đủ hoặc thừa.',
    withZero: 'Thêm số 0 mà Excel đã bỏ ở đầu số.',
  },
  en: {
    title: 'The telephone number can be called',
    why: 'When the system fails, the officer in charge must be reachable at once; with a wrong number citizens’ dossiers wait and nobody knows whom to call.',
    howToFix:
      'Type the number again as Text: mobile 10 digits from 03, 05, 07, 08, 09; landline 11 digits from 02; hotline 1800, 1900.',
    messages: {
      notDigits: 'Telephone number "{number}" holds characters that are no digits.',
      lostZero: 'Telephone number "{number}" lacks its leading zero.',
      oldMobile: 'The 11-digit mobile number "{number}" ended in 2018.',
      unknownPrefix: 'Telephone number "{number}" begins like no network in Viet Nam.',
      wrongLength: 'Telephone number "{number}" has {digits} digits: too few or too many.',
      withZero: 'Put back the leading zero that Excel dropped.',
    },
  },
  check(view) {
    view.perValue('sdt', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  if (!isStated(text)) return null;
  const whole = parsePhone(text);
  if (whole.ok) return null;
  const numbers =
    whole.reason === 'several' ? splitPhones(text).map(({ start, end }) => text.slice(start, end)) : [text];
  for (const number of numbers) {
    const phone = parsePhone(number);
    if (phone.ok || phone.reason === 'empty' || phone.reason === 'several') continue;
    const message = MESSAGE_OF[phone.reason];
    const args = { number, digits: number.replace(/\D/g, '').length };
    const repaired = message === 'lostZero' && numbers.length === 1 ? repairPhone(text) : undefined;
    if (repaired === undefined) return { message, args };
    return { message, args, expected: repaired, fix: { value: repaired, confidence: 'likely', why: 'withZero' } };
  }
  return null;
}
