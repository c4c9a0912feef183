import { findCommune, findProvince } from '../../domain/administrativeUnit.ts';
import { compareKey, searchKey } from '../../domain/vietnameseText.ts';

/** Family names that stay telling without diacritics. The others then look like words of offices: Lê like lệ (phí), Đặng like
 *  Đảng, Chu like Chủ (tịch). */
const PLAIN_FAMILIES = wordsIn('Nguyễn Trần Phạm Hoàng Huỳnh Phan Võ Bùi Ngô Dương Trịnh Đinh Phùng Quách', searchKey);
const FAMILIES = wordsIn(
  `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai
   Tô Tạ Hà Cao Thái Chu Châu Lương Lưu Tăng Quách Kiều Lò Nông Bế Thạch Hứa Triệu Tống Đàm Doãn Khổng Nghiêm Vàng Giàng
   Sùng Thào Lầu Quàng Ksor Siu Niê Bạch Cù`,
  compareKey,
);

/** Beginnings of offices and of kinds of fees that read like a family name. */
const NO_PERSON =
  /^(?:cao dang|dao tao|doan (?:thanh nien|kinh te|thanh tra|luat su|kham)|ho (?:so|chua|tich)|lam (?:truong|nghiep|nong)|luu (?:tru|hanh|thong)|luong thuc|li lich|thai hoc|tang (?:cuong|thu)|truong (?:thpt|thcs|pt|tieu|trung|mam|mau|dai|cao|pho|day|dan|chinh|nghe|quan|van hoa|si quan))(?: |$)/;
/** Words of organisations that no person's name has. */
const OFFICE =
  /(?:^| )(?:ubnd|hdnd|uy ban|nhan dan|trung tam|cong an|van phong|kho bac|kbnn|cong ty|cty|tnhh|benh vien|hospital|bank|thpt|thcs|bao hiem|ngan hang|hop tac xa|chi nhanh|phong giao dich|ban quan li|chi cuc)(?: |$)/;
const TITLE = /^(?:ông|bà|anh|chị|đồng chí)\s+(?=\p{L})/iu;
const MIDDLE_NAME = / (?:van|thi) /;
const LETTERS = /^[\p{L}\p{M} '’-]+$/u;

/** Whether the holder of an account is a person by its name: a family name, then one to four words, each with a capital,
 *  nothing of an organisation or a place. Two words count only behind "Ông", "Bà"; without diacritics a rarer family name
 *  needs "Van" or "Thi". Offices called after persons ("Trường THPT Lê Hồng Phong") begin otherwise. */
export function isPersonalName(text: string): boolean {
  // "Nguyễn Thị Lan (kế toán UBND xã …)", "Nguyen Thi Lan - TK thu phi": the holder stands first.
  const [head = ''] = text.normalize('NFC').split(/[(,;/\n]| [-–] /);
  const isTitled = TITLE.test(head);
  const name = head.replace(TITLE, '').trim();
  const plain = searchKey(name);
  const words = plain.split(' ').length;
  if (!LETTERS.test(name) || words < (isTitled ? 2 : 3) || words > 5) return false;
  if (NO_PERSON.test(plain) || OFFICE.test(plain)) return false;
  const hasMiddleName = MIDDLE_NAME.test(plain);
  const hasMarks = /[^\0-\x7F]/.test(name);
  if (hasMarks) {
    const isTitleCase = name.split(' ').every((word) => /^\p{Lu}/u.test(word));
    if (!isTitleCase || !FAMILIES.has(compareKey(name).split(' ')[0]!)) return false;
  } else if (!PLAIN_FAMILIES.has(plain.split(' ')[0]!)) {
    if (!hasMiddleName || !PLAIN_OF_ALL.has(plain.split(' ')[0]!)) return false;
  }
  // "Hồ Chí Minh" is a city as well; with "Văn" or "Thị" in the middle it is a person.
  return isTitled || hasMiddleName || (findProvince(name) === undefined && findCommune(name) === undefined);
}

function wordsIn(names: string, keyOf: (text: string) => string): ReadonlySet<string> {
  return new Set(names.split(/\s+/).map(keyOf));
}

const PLAIN_OF_ALL: ReadonlySet<string> = new Set([...FAMILIES].map(searchKey));
