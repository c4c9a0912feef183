import { foldText, sourceSlice, sourceSpan, type FoldedText } from './foldedText.ts';
import type { Span } from './parsed.ts';

/** Words that stand before the name of an administrative unit, of today or of before 01/7/2025. */
export type PlaceWord = 'tinh' | 'thanh_pho' | 'huyen' | 'quan' | 'thi_xa' | 'thi_tran' | 'xa' | 'phuong' | 'dac_khu';

/** An administrative unit that a text names with its level, e.g. "xã Núi Cấm" in "UBND xã Núi Cấm, tỉnh An Giang". */
export interface PlaceMention {
  readonly word: PlaceWord;
  /** The name without its level, as written. */
  readonly name: string;
  /** The same with what follows behind a dash, for names such as "Bà Rịa - Vũng Tàu"; absent when nothing does. */
  readonly longName?: string;
  /** The word of level in the text. */
  readonly wordSpan: Span;
  /** The name in the text. */
  readonly nameSpan: Span;
  /** Word of level and name in the text. */
  readonly span: Span;
  /** The text itself says that the unit is of before: "(huyện An Phú cũ)", "xã A, nay là xã B". */
  readonly labelledOld: boolean;
}

const WORDS: Readonly<Record<string, { readonly word: PlaceWord; readonly spelled: string }>> = {
  tinh: { word: 'tinh', spelled: 'tỉnh' },
  'thanh pho': { word: 'thanh_pho', spelled: 'thành phố' },
  tp: { word: 'thanh_pho', spelled: 'tp' },
  huyen: { word: 'huyen', spelled: 'huyện' },
  'huyen dao': { word: 'huyen', spelled: 'huyện đảo' },
  quan: { word: 'quan', spelled: 'quận' },
  'thi xa': { word: 'thi_xa', spelled: 'thị xã' },
  'thi tran': { word: 'thi_tran', spelled: 'thị trấn' },
  xa: { word: 'xa', spelled: 'xã' },
  'xa dao': { word: 'xa', spelled: 'xã đảo' },
  phuong: { word: 'phuong', spelled: 'phường' },
  'dac khu': { word: 'dac_khu', spelled: 'đặc khu' },
};
const LEVEL =
  /(?<![a-z])(?:tinh|thanh {1,3}pho|tp|huyen(?: {1,3}dao)?|quan|thi {1,3}(?:xa|tran)|xa(?: {1,3}dao)?|phuong|dac {1,3}khu)(?![a-z])/g;
const NAME_WORD = /[^ ,;:()/\n.-][^ ,;:()/\n]*/y;
const LABEL_BEHIND =
  /^[ ),(]{0,3}(?:cu|truoc day(?! {1,2}(?:la|thuoc))|nay la|nay thuoc|truoc sap xep|da giai the)(?![a-z])/;
const LABEL_BEFORE = /(?<![a-z])(?:truoc day|truoc kia|tru so cu)(?: {1,2}(?:la|thuoc))?[ :]{1,3}$/;
const MOST_WORDS = 6;
const LONGEST_TEXT = 2000;

/** Every named administrative unit of a text, in reading order. A name goes on over words with a capital or a figure; in
 *  a text of capitals only, up to the next sign or word of level. Words of level count with their diacritics ("quận", not
 *  "quân"), except in a text that has none at all. Whether a unit of that name exists is for the caller to look up. */
export function findPlaceMentions(text: string): PlaceMention[] {
  if (text.length > LONGEST_TEXT) return [];
  const folded = foldText(text);
  const hasMarks = /[^\0-\x7F]/.test(text);
  const onlyCapitals = !/\p{Ll}/u.test(text);
  const levels = [...folded.text.matchAll(LEVEL)].filter((match) => {
    if (!hasMarks) return true;
    const written = sourceSlice(folded, match.index, match.index + match[0].length);
    return WORDS[match[0].replace(/ +/g, ' ')]?.spelled === written.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  });
  return levels.flatMap((match, index): PlaceMention[] => {
    const { word } = WORDS[match[0].replace(/ +/g, ' ')]!;
    const wordEnd = match.index + match[0].length;
    // "TP.HCM", "Tp. Huế"
    const start = wordEnd + /^[. ]*/.exec(folded.text.slice(wordEnd, wordEnd + 8))![0].length;
    const until = levels[index + 1]?.index ?? folded.text.length;
    const end = nameEnd(folded, start, until, onlyCapitals);
    if (end === undefined || (word === 'xa' && /^(?:hoi|vien)(?: |$)/.test(folded.text.slice(start, end)))) return [];
    const dash = /^ {1,2}- {1,2}/.exec(folded.text.slice(end, end + 8))?.[0].length;
    const longEnd = dash === undefined ? undefined : nameEnd(folded, end + dash, until, onlyCapitals);
    return [
      {
        word,
        name: sourceSlice(folded, start, end),
        ...(longEnd === undefined ? {} : { longName: sourceSlice(folded, start, longEnd) }),
        wordSpan: sourceSpan(folded, match.index, wordEnd),
        nameSpan: sourceSpan(folded, start, end),
        span: sourceSpan(folded, match.index, end),
        labelledOld:
          LABEL_BEHIND.test(folded.text.slice(end, end + 24)) ||
          LABEL_BEFORE.test(folded.text.slice(Math.max(0, match.index - 24), match.index)),
      },
    ];
  });
}

/** Where the name that begins at `start` ends; undefined when no name stands there. */
function nameEnd(folded: FoldedText, start: number, until: number, onlyCapitals: boolean): number | undefined {
  let end: number | undefined;
  let at = start;
  for (let words = 0; words < MOST_WORDS; words += 1) {
    while (folded.text[at] === ' ') at += 1;
    NAME_WORD.lastIndex = at;
    const word = at < until ? NAME_WORD.exec(folded.text)?.[0] : undefined;
    if (word === undefined || at + word.length > until) break;
    const first = sourceSlice(folded, at, at + 1).normalize('NFC');
    if (!onlyCapitals && !/^[\p{Lu}\d]/u.test(first)) break;
    at += word.length;
    end = at;
    if (word.endsWith('.')) return at - 1;
  }
  return end;
}
