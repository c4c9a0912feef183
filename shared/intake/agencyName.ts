import { communeFullName, findCommune } from '../domain/administrativeUnit.ts';
import { cleanText, compareKey, headingKey, searchKey } from '../domain/vietnameseText.ts';

/** Departments of a province as their names are spelled; capitals of a letterhead don't tell (DOMAIN §7.4). */
const DEPARTMENTS = [
  'Y tế',
  'Tài chính',
  'Tư pháp',
  'Nội vụ',
  'Xây dựng',
  'Công Thương',
  'Ngoại vụ',
  'Du lịch',
  'Giáo dục và Đào tạo',
  'Khoa học và Công nghệ',
  'Nông nghiệp và Môi trường',
  'Văn hóa, Thể thao và Du lịch',
  'Văn hóa và Thể thao',
  'Dân tộc và Tôn giáo',
  'Công an',
  'Quốc phòng',
  'Quy hoạch - Kiến trúc',
  'An toàn thực phẩm',
] as const;

/** First words of an agency's name: key → spelling. Longer ones first. */
const KINDS: readonly (readonly [string, string])[] = [
  ['trung tam phuc vu hanh chinh cong', 'Trung tâm Phục vụ hành chính công'],
  ['ban quan ly', 'Ban Quản lý'],
  ['van phong', 'Văn phòng'],
  ['trung tam', 'Trung tâm'],
  ['cong an', 'Công an'],
  ['chi cuc', 'Chi cục'],
  ['dac khu', 'đặc khu'],
  ['thi tran', 'thị trấn'],
  ['thanh pho', 'thành phố'],
  ['phuong', 'phường'],
  ['huyen', 'huyện'],
  ['quan', 'quận'],
  ['tinh', 'tỉnh'],
  ['xa', 'xã'],
  ['so', 'Sở'],
  ['bo', 'Bộ'],
  ['cuc', 'Cục'],
  ['ban', 'Ban'],
  ['thue', 'Thuế'],
];
/** Kinds that stand before the proper name of a place. */
const PLACES = new Set(['đặc khu', 'thị trấn', 'thành phố', 'phường', 'huyện', 'quận', 'tỉnh', 'xã']);

const COMMITTEE = /^(?:uy ban nhan dan|ubnd)\s+/;
/** Words that begin many file and folder names and are no agency: "Bộ thủ tục …", "Sổ theo dõi …". */
const NOT_AN_AGENCY =
  /^(?:bo (?:phan|thu tuc|tthc|quy|ho so|chi so|du lieu)|ban (?:hanh|do|sao|chinh|ghi)|so (?:theo|lieu|luong|tiep|ho so|tt|thu|\d+)|quan ly|thue (?:suat|phi)|xa hoi|tinh (?:hinh|trang|den|toan))( |$)/;

/** Words with which files of this field begin. */
const GENERAL_WORDS =
  /^(?:(?:danh sach|danh sách|danh muc|danh mục|ds|dm|tthc|thu tuc hanh chinh|thủ tục hành chính|bieu|biểu|phu luc|phụ lục)\s+)+/i;

const LONGEST_NAME = 150;

/** Whether a text is the name of an agency ("Sở Y tế", "UBND xã Núi Cấm", "Xã Núi Cấm"). Diacritics count where the text
 *  has any ("Số 12" and "Bản đồ" are none); a text without them is read as typed without ("so y te"). */
export function isAgencyName(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const plain = searchKey(text);
  if (plain === '' || NOT_AN_AGENCY.test(plain)) return false;
  const rest = plain.replace(COMMITTEE, '');
  if (rest !== plain) return rest !== '';
  const marked = compareKey(text);
  return KINDS.some(([kind, spelling]) =>
    plain === marked ? plain.startsWith(`${kind} `) : marked.startsWith(`${compareKey(spelling)} `),
  );
}

/** Stable id of an agency from its name: `sở Y tế` → `so-y-te`; "UBND xã Núi Cấm" and "Xã Núi Cấm" are one agency,
 *  `xa-nui-cam`. Spelling, case, diacritics and the words "Ủy ban nhân dân" do not count. */
export function agencyIdOf(name: string): string {
  // Unlike `searchKey` the id keeps i and y apart, so that `xa-phu-my` reads as people write it.
  const words = cleanText(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(headingKey)
    .filter((word) => word !== '');
  const key = words.join(' ').replace(COMMITTEE, '');
  return key === '' ? 'khong-ro' : key.replaceAll(' ', '-');
}

/** Spelling of an agency's name for people. A name in capitals or without diacritics (letterheads, folder names) gets the
 *  spelling of its kind and department; a name written with care stays as it is. */
export function readableAgency(text: string): string {
  const name = cleanText(text).replace(/[\s:.,;_-]+$/, '');
  const shouted = name === name.toUpperCase();
  const bare = !/[^\0-\x7F]/.test(name);
  if (!shouted && !bare) return firstCapital(name.replace(/^(?:Ủy|Uỷ) ban nhân dân\s+/i, 'UBND '));
  const words = name.split(' ');
  const key = searchKey(name);
  const committee = COMMITTEE.exec(key)?.[0];
  const skipped = committee === undefined ? 0 : committee.trim().split(' ').length;
  const rest = key.slice(committee?.length ?? 0);
  const [kindKey, kind] = KINDS.find(([start]) => rest.startsWith(`${start} `)) ?? ['', ''];
  const own = words.slice(skipped + (kindKey === '' ? 0 : kindKey.split(' ').length)).join(' ');
  const commune = bare && PLACES.has(kind) ? communeSpelling(`${kind} ${own}`) : undefined;
  if (commune !== undefined)
    return committee === undefined ? commune : `UBND ${commune.charAt(0).toLowerCase()}${commune.slice(1)}`;
  const department = DEPARTMENTS.find((listed) => searchKey(listed) === searchKey(own));
  const proper = department ?? (PLACES.has(kind) || kind === 'Công an' ? titleCase(own) : firstCapital(own));
  const full = [committee === undefined ? '' : 'UBND', kind, proper].filter((part) => part !== '').join(' ');
  return full.charAt(0).toUpperCase() + full.slice(1);
}

/** "xa an lao" → "Xã An Lão" when every commune of that name is spelled alike; undefined otherwise. */
function communeSpelling(text: string): string | undefined {
  const match = findCommune(text);
  const found = match?.kind === 'current' ? [match.commune] : match?.kind === 'ambiguous' ? match.communes : [];
  const spellings = new Set(found.map(communeFullName));
  return spellings.size === 1 ? [...spellings][0] : undefined;
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());

const firstCapital = (text: string): string => {
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
};

/** Readable name from where a file lay: the agency that a folder or the file name names, else the nearest folder, else the
 *  file's own name without extension. @param relativePath  as dropped, with `/` or `\` */
export function agencyFromPath(relativePath: string): string {
  const names = namesIn(relativePath);
  const name = names.at(-2) ?? names.at(-1) ?? '';
  return agencyInPath(relativePath) ?? (name.replace(GENERAL_WORDS, '') || name);
}

/** The agency that the nearest folder or the file name names, e.g. `xa-nui-cam/ds.xlsx` → "Xã Nui Cam" (lost diacritics
 *  come back in kinds and departments only); null when none does. */
export function agencyInPath(relativePath: string): string | null {
  for (const name of namesIn(relativePath).toReversed()) {
    const agency = agencyWithin(name);
    if (agency !== null) return readableAgency(agency);
  }
  return null;
}

const namesIn = (relativePath: string): string[] => {
  const parts = relativePath.split(/[/\\]+/).filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.map((part, at) => spoken(at === parts.length - 1 ? part.replace(/\.[a-z0-9]{1,5}$/i, '') : part));
};

/** "xa-nui-cam", "BoCongAn", "So_Y_te (2)" → words. */
const spoken = (name: string): string =>
  cleanText(
    name
      .normalize('NFC')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/[_\-.+~]+/g, ' ')
      .replace(/\(\d{1,3}\)/g, ' '),
  );

/** What follows an agency in a file name: a number, a round, a date. */
const END_OF_NAME = /^(?:\d.*|(?:lan|lần|dot|đợt|thang|tháng|nam|năm|ngay|ngày|final|ban|bản)\d*|(?:v|q|quy|quý)\d+)$/i;

/** The stretch of words that names an agency: from its kind to a number or the end. */
function agencyWithin(name: string): string | null {
  const words = name.split(' ');
  for (let first = 0; first < words.length && first < 40; first++) {
    const rest = words.slice(first, first + 12);
    const end = rest.findIndex((word, at) => at > 0 && END_OF_NAME.test(word));
    const candidate = (end < 0 ? rest : rest.slice(0, end)).join(' ');
    if (isAgencyName(candidate)) return candidate;
  }
  return null;
}
