import { foldText, sourceSlice, sourceSpan } from './foldedText.ts';
import type { Span } from './parsed.ts';

/** A ministry or provincial department that was merged or renamed in 2025, found in a text. */
export interface FormerAgencyName {
  /** The writer's own words. */
  readonly written: string;
  readonly span: Span;
  readonly rank: 'bo' | 'so';
  /** Who took over, e.g. "Bộ Xây dựng". */
  readonly successor: string;
  /** Others that took over a part of the tasks; where there are any, a person has to choose. */
  readonly others: readonly string[];
  /** The text itself says that the name is old: "Bộ xây dựng (Giao thông vận tải cũ)". */
  readonly labelledOld: boolean;
}

interface Merger {
  /** Former name and its abbreviations, over folded text. */
  readonly spelling: string;
  readonly successor: string;
  /** Full names of ministries that took a part; departments follow them. */
  readonly others?: readonly string[];
}

const AND = String.raw`(?: va |, ?| ?& ?| ?- ?| )`;
const PART = String.raw`(?:&| va |-| )?`;
/** NQ 176/2025/QH15 (ministries, from 01/3/2025) and the provincial departments that followed them. */
const MERGERS: readonly Merger[] = [
  { spelling: `giao thong${AND}?van tai|gtvt`, successor: 'Xây dựng' },
  { spelling: `tai nguyen${AND}moi truong|tn${PART}mt`, successor: 'Nông nghiệp và Môi trường' },
  { spelling: `nong nghiep${AND}(?:phat trien nong thon|ptnt)|nn${PART}ptnt`, successor: 'Nông nghiệp và Môi trường' },
  { spelling: `ke hoach${AND}dau tu|kh${PART}dt`, successor: 'Tài chính' },
  {
    spelling: `thong tin${AND}truyen thong|tt${PART}tt`,
    successor: 'Khoa học và Công nghệ',
    others: ['Văn hóa, Thể thao và Du lịch', 'Công an'],
  },
  {
    spelling: `lao dong${AND}thuong binh${AND}xa hoi|ld${PART}tb${PART}xh`,
    successor: 'Nội vụ',
    others: ['Y tế', 'Giáo dục và Đào tạo', 'Công an'],
  },
];
const NAMES = MERGERS.map(({ spelling }) => `(${spelling})`).join('|');
/** A name after its rank, or in a bracket that calls it old. "Cơ sở" is no department. */
const NAMED = new RegExp(String.raw`(?<![a-z])(?<!co )(bo|so) {1,3}(?:${NAMES})(?![a-z])`, 'g');
const LABELLED = new RegExp(String.raw`\( {0,3}(?:(?:bo|so) {1,3})?(?:${NAMES}) {1,3}(?:truoc day|cu)(?![a-z])`, 'g');
const COMMITTEE = /(?<![a-z])(?:uy ban dan toc|ban ton giao chinh phu)(?![a-z])/g;

/** Every former name of a ministry or provincial department in a text (rule ADM-07), in reading order. */
export function formerAgencyNames(text: string): FormerAgencyName[] {
  const folded = foldText(text);
  const found: FormerAgencyName[] = [];
  const add = (start: number, end: number, rank: 'bo' | 'so', merger: Omit<Merger, 'spelling'>): void => {
    const title = rank === 'bo' ? 'Bộ' : 'Sở';
    found.push({
      written: sourceSlice(folded, start, end),
      span: sourceSpan(folded, start, end),
      rank,
      successor: `${title} ${merger.successor}`,
      others: (merger.others ?? []).map((name) =>
        name === 'Công an' && rank === 'so' ? 'Công an tỉnh' : `${title} ${name}`,
      ),
      labelledOld: /^\)? {0,3}\(? {0,3}(?:cu|truoc day)(?![a-z])/.test(folded.text.slice(end, end + 20)),
    });
  };
  for (const match of folded.text.matchAll(NAMED)) {
    // "số TT-TT" is a number and "bỏ …" a verb; without diacritics the benefit of the doubt goes to the agency.
    const rank = sourceSlice(folded, match.index, match.index + 2)
      .normalize('NFC')
      .toLowerCase();
    if (!['bộ', 'sở', 'bo', 'so'].includes(rank)) continue;
    const merger = MERGERS[match.slice(2).findIndex((group) => group !== undefined)]!;
    add(match.index, match.index + match[0].length, match[1] as 'bo' | 'so', merger);
  }
  for (const match of folded.text.matchAll(LABELLED)) {
    const group = match.slice(1).findIndex((one) => one !== undefined);
    const start = match.index + match[0].indexOf(match[group + 1]!);
    const end = start + match[group + 1]!.length;
    if (found.some((known) => known.span.end === sourceSpan(folded, start, end).end)) continue;
    add(start, end, /(?<![a-z])so(?![a-z])/.test(folded.text.slice(0, match.index)) ? 'so' : 'bo', MERGERS[group]!);
  }
  for (const match of folded.text.matchAll(COMMITTEE)) {
    add(match.index, match.index + match[0].length, 'bo', { successor: 'Dân tộc và Tôn giáo' });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
