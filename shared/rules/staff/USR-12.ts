import { parsePersonName, titleCaseName, type PersonNameReason } from '../../domain/personName.ts';
import { defineRule, type Verdict } from '../../engine/rule.ts';
import type { Cell } from '../../table/cell.ts';
import { isStated } from '../codes/statedCodes.ts';

type Message = Exclude<PersonNameReason, 'empty'> | 'capitals';

// Decomposed letters and surplus blanks are TXT-01's and TXT-04's: the name is judged as it reads.
export default defineRule({
  id: 'USR-12',
  title: 'Họ tên cán bộ viết chuẩn',
  severity: 'info',
  scope: 'row',
  why: 'Họ tên hiện trên giấy tiếp nhận và kết quả gửi người dân; viết hoa, viết tắt hay lẫn số khiến việc đối chiếu với dữ liệu dân cư khó khăn.',
  howToFix: 'Viết đủ họ, tên đệm và tên, chữ cái đầu mỗi tiếng viết hoa; chức danh, ghi chú để ở cột khác.',
  legal: [],
  asks: [],
  datasets: ['accounts'],
  reads: ['ho_ten'],
  messages: {
    digits: 'Họ tên "{value}" có chữ số.',
    signs: 'Họ tên "{value}" có ký tự không thuộc họ tên.',
    oneWord: 'Họ tên "{value}" chỉ có một tiếng.',
    notTitleCase: 'Họ tên "{value}" chưa viết hoa đúng chữ cái đầu.',
    capitals: 'Viết hoa chữ cái đầu mỗi tiếng.',
  },
  en: {
    title: 'Officers’ names are written in the usual way',
    why: 'The name stands on receipts and results for citizens; capitals, abbreviations or digits make it hard to compare with the population database.',
    howToFix: 'Write the full name, a capital at the head of each word; titles and remarks belong in other columns.',
    messages: {
      digits: 'Name "{value}" holds digits.',
      signs: 'Name "{value}" holds signs that no name has.',
      oneWord: 'Name "{value}" is one word only.',
      notTitleCase: 'Name "{value}" is not capitalised as names are.',
      capitals: 'A capital at the head of each word.',
    },
  },
  check(view) {
    view.perValue('ho_ten', judge);
  },
});

function judge(_cell: Cell, text: string): Verdict<Message> | null {
  if (!isStated(text)) return null;
  const name = parsePersonName(text);
  if (name.ok || name.reason === 'empty') return null;
  const titled = name.reason === 'notTitleCase' ? titleCaseName(text) : undefined;
  if (titled === undefined || !parsePersonName(titled).ok) return { message: name.reason };
  return { message: name.reason, expected: titled, fix: { value: titled, confidence: 'likely', why: 'capitals' } };
}
