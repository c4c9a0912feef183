import { parseCitizenId, repairCitizenId, type CitizenIdReason } from '../../domain/citizenId.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isNumberCell, isStated } from '../codes/statedCodes.ts';

type Message = 'notDigits' | 'wrongLength' | 'lostZeros' | 'withZeros';

const MESSAGE_OF: Readonly<Partial<Record<CitizenIdReason, Message>>> = {
  notDigits: 'notDigits',
  lostZero: 'lostZeros',
  wrongLength: 'wrongLength',
};

// Numbers of 9 digits are USR-03's. The book calls every 11-digit number one that lost its zero; in a text cell it may
// as well lack another digit, so there the proposal is no more than possible. Ids of Hà Nội, Hà Giang, Cao Bằng … begin
// with 00: a number cell leaves 10 digits of them.
export default defineRule({
  id: 'USR-01',
  title: 'Số CCCD có đủ 12 chữ số',
  severity: 'error',
  scope: 'row',
  why: 'Tài khoản cán bộ gắn với số định danh cá nhân. Số thiếu hoặc sai chữ số thì cán bộ không đăng nhập được qua VNeID, hồ sơ của người dân không có người tiếp nhận.',
  howToFix:
    'Đặt cột CCCD ở định dạng Văn bản (Text), nhập lại đủ 12 chữ số theo thẻ căn cước; số 0 ở đầu phải giữ nguyên.',
  legal: [{ doc: 'NĐ 137/2015/NĐ-CP', article: 'Điều 13' }],
  asks: ['000 §1', '004 §1'],
  datasets: ['accounts'],
  reads: ['cccd'],
  messages: {
    notDigits: 'Số CCCD "{value}" có ký tự không phải chữ số.',
    wrongLength: 'Số CCCD "{value}" có {digits} chữ số, phải có 12.',
    lostZeros: 'Số CCCD "{value}" chỉ có {digits} chữ số, có thể đã mất số 0 ở đầu.',
    withZeros: 'Thêm số 0 ở đầu để đủ 12 chữ số; đối chiếu với thẻ trước khi sửa.',
  },
  en: {
    title: 'The citizen id has 12 digits',
    why: 'Staff accounts are tied to the personal identification number. With a missing or wrong digit the officer cannot log in through VNeID and nobody receives the citizens’ dossiers.',
    howToFix: 'Format the column as Text and type all 12 digits from the card again, leading zeros included.',
    messages: {
      notDigits: 'Citizen id "{value}" holds characters that are no digits.',
      wrongLength: 'Citizen id "{value}" has {digits} digits; it must have 12.',
      lostZeros: 'Citizen id "{value}" has only {digits} digits; its leading zeros may be lost.',
      withZeros: 'Put zeros in front to make 12 digits; compare with the card first.',
    },
  },
  check(view) {
    view.perValue('cccd', judge);
  },
});

function judge(cell: Cell, text: string): Verdict<Message> | null {
  if (!isStated(text)) return null;
  const id = parseCitizenId(text);
  if (id.ok) return null;
  const digits = text.replace(/\D/g, '').length;
  const lost = isNumberCell(cell) && digits === 10 && repairCitizenId(text) !== undefined;
  const message = lost ? 'lostZeros' : MESSAGE_OF[id.reason];
  if (message === undefined) return null;
  const repaired = message === 'lostZeros' ? repairCitizenId(text) : undefined;
  if (repaired === undefined) return { message, args: { digits } };
  const confidence = isNumberCell(cell) ? 'likely' : 'possible';
  return { message, args: { digits }, expected: repaired, fix: { value: repaired, confidence, why: 'withZeros' } };
}
