import { cleanText, compareKey } from '../domain/vietnameseText.ts';

/** Family names that nearly all Vietnamese bear. */
const FAMILY_NAMES = new Set(
  [
    'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Lương, Trịnh, Mai',
    'Cao, Tạ, Châu, Hà, Đoàn, Tô, Lưu, Lâm, Thái, Triệu, Nông, Hứa, Quách, Vương, Tống, Đào, Đàm, Chu, Kiều, Thạch',
    'Trương, La, Lại, Phùng, Quan, Tăng, Tôn, Từ, Văn, Vi, Hầu, Giàng, Lò, Quàng, Sùng, Thào, Vàng, Ksor, Rơ, Siu, Niê',
  ]
    .join(', ')
    .split(', ')
    .map(compareKey),
);
const TITLE = /^(?:ông|bà|đ\/c|đồng chí|cán bộ|chuyên viên|công chức)[ .:]{1,2}(?=\p{Lu})/iu;
const WORD = /^\p{Lu}\p{Ll}*$/u;

/** Names of persons in a cell: "Nguyễn Văn An", "Ông Trần Bình; bà Lê Thị C". A text such as "Chuyên viên" names none. */
export function personNamesIn(text: string): readonly string[] {
  return cleanText(text)
    .split(/[,;/()]| [-–] /)
    .map((piece) => piece.trim().replace(TITLE, ''))
    .filter(isPersonName);
}

function isPersonName(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => WORD.test(word)) &&
    FAMILY_NAMES.has(compareKey(words[0]!))
  );
}
