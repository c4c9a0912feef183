import type { Level } from './level.ts';
import { splitValues } from './multiValue.ts';
import { compareKey } from './vietnameseText.ts';

/** Levels that the name of an agency can tell. */
export type AgencyLevel = Exclude<Level, 'other'>;

/** An agency that handles procedures, reduced to what two spellings of it have in common. National records name kinds of
 *  agencies ("Ủy ban nhân dân cấp xã", "Sở Tài chính các tỉnh, thành phố"), agencies' own lists name one of them ("UBND
 *  xã Núi Cấm", "Sở Tài chính tỉnh An Giang"): both have the same organ and the same level. */
export interface ImplementingAgency {
  /** The name as written. */
  readonly name: string;
  /** Key of what the agency is, without its head, place and level, e.g. that of "ủy ban nhân dân". */
  readonly organ: string;
  /** Level of government, where the name tells it. */
  readonly level?: AgencyLevel;
}

/** Abbreviations that stand for whole words in names of agencies. */
const ABBREVIATIONS = keyed([
  ['UBND', 'ủy ban nhân dân'],
  ['CA', 'công an'],
  ['TTPVHCC', 'trung tâm phục vụ hành chính công'],
  ['TTHCC', 'trung tâm phục vụ hành chính công'],
  ['TT PVHCC', 'trung tâm phục vụ hành chính công'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['VP', 'văn phòng'],
  ['VPĐKĐĐ', 'văn phòng đăng ký đất đai'],
  ['KBNN', 'kho bạc nhà nước'],
  ['BQL', 'ban quản lý'],
  ['NN&MT', 'nông nghiệp và môi trường'],
  ['NN và MT', 'nông nghiệp và môi trường'],
  ['NNMT', 'nông nghiệp và môi trường'],
  ['KH&CN', 'khoa học và công nghệ'],
  ['KHCN', 'khoa học và công nghệ'],
  ['GD&ĐT', 'giáo dục và đào tạo'],
  ['GDĐT', 'giáo dục và đào tạo'],
  ['VHTT&DL', 'văn hóa thể thao và du lịch'],
  ['VHTTDL', 'văn hóa thể thao và du lịch'],
  ['TP', 'thành phố'],
]);

/** Words that tell the level; what stands before them is the organ. */
const LEVEL_WORDS = keyed<AgencyLevel>([
  ['tỉnh', 'province'],
  ['thành phố', 'province'],
  ['cấp tỉnh', 'province'],
  ['các tỉnh', 'province'],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['thị xã', 'district'],
  ['cấp huyện', 'district'],
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['đặc khu', 'commune'],
  ['thị trấn', 'commune'],
  ['cấp xã', 'commune'],
  ['các xã', 'commune'],
]);

/** "xã" that is no commune: "bảo hiểm xã hội". */
const SOCIAL = wordsOf('xã hội');
/** The head stands for the agency: "Chủ tịch UBND cấp xã". */
const HEADS = ['chủ tịch', 'giám đốc', 'thủ trưởng'].map(wordsOf);
const DEPARTMENT = wordsOf('sở');
const MINISTRY = ['bộ', 'tổng cục', 'cục', 'chính phủ', 'thủ tướng', 'thanh tra bộ', 'thanh tra chính phủ'].map(
  wordsOf,
);
const NOT_MINISTRY = ['bộ phận', 'bộ đội', 'bộ chỉ huy', 'bộ tư lệnh'].map(wordsOf);

// "Bộ Khoa học và Công nghệ (Bộ TTTT cũ)": a bracket remarks on the name and is no part of it.
const REMARK = /\([^()]{0,80}\)/g;

/** Reads the name of one agency. It never fails: what is not understood stays part of the organ. */
export function readAgency(name: string): ImplementingAgency {
  const all = expand(wordsOf(name.replace(REMARK, ' ')));
  const head = HEADS.find((words) => startsWith(all, words) && all.length > words.length);
  const words = all.slice(head?.length ?? 0);
  const found = findLevel(words);
  const organ = words.slice(0, found?.at).join(' ');
  const level = found?.level ?? levelOfBeginning(words);
  return level === undefined ? { name, organ } : { name, organ, level };
}

/** Reads a cell of agencies: one per line or ";", and at commas before a capital letter. A comma before a small one belongs
 *  to the name ("Cục cảnh sát quản lý hành chính về trật tự, xã hội"), and so does one before a level ("UBND phường Bến
 *  Thành, Thành phố Hồ Chí Minh"). */
export function readAgencies(cell: string): ImplementingAgency[] {
  return splitValues(cell).flatMap(({ text }) => {
    const names: string[] = [];
    for (const piece of text.split(/, ?(?=\p{Lu})/u)) {
      if (names.length > 0 && startsWithLevel(wordsOf(piece))) names.push(`${names.pop()}, ${piece}`);
      else if (piece.trim() !== '') names.push(piece.trim());
    }
    return names.map(readAgency);
  });
}

/** Whether two names mean one agency, or one names the kind that the other belongs to. */
export const isSameAgency = (a: ImplementingAgency, b: ImplementingAgency): boolean =>
  a.organ === b.organ && (a.level === b.level || a.level === undefined || b.level === undefined);

function wordsOf(text: string): string[] {
  return compareKey(text).split(' ');
}

function keyed<Value extends string>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  return new Map(entries.map(([word, value]) => [compareKey(word), value]));
}

/** Replaces abbreviations, the longest first. */
function expand(words: readonly string[]): string[] {
  const expanded: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = [3, 2, 1].find((count) => ABBREVIATIONS.has(words.slice(at, at + count).join(' '))) ?? 0;
    if (length === 0) expanded.push(words[at]!);
    else expanded.push(...wordsOf(ABBREVIATIONS.get(words.slice(at, at + length).join(' '))!));
    at += Math.max(1, length);
  }
  return expanded;
}

const levelAt = (words: readonly string[], at: number): AgencyLevel | undefined =>
  words[at] === SOCIAL[0] && words[at + 1] === SOCIAL[1]
    ? undefined
    : (LEVEL_WORDS.get(`${words[at]} ${words[at + 1] ?? ''}`) ?? LEVEL_WORDS.get(words[at]!));

/** The first word of level behind at least one word of the organ. */
function findLevel(words: readonly string[]): { readonly at: number; readonly level: AgencyLevel } | undefined {
  for (let at = 1; at < words.length; at += 1) {
    const level = levelAt(words, at);
    if (level !== undefined) return { at, level };
  }
  return undefined;
}

const startsWithLevel = (words: readonly string[]): boolean => levelAt(expand(words), 0) !== undefined;

function levelOfBeginning(words: readonly string[]): AgencyLevel | undefined {
  if (startsWith(words, DEPARTMENT)) return 'province';
  if (NOT_MINISTRY.some((beginning) => startsWith(words, beginning))) return undefined;
  return MINISTRY.some((beginning) => startsWith(words, beginning)) ? 'ministry' : undefined;
}

const startsWith = (words: readonly string[], beginning: readonly string[]): boolean =>
  beginning.every((word, index) => words[index] === word);
