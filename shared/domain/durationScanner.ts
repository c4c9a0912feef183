import type { DurationPart, DurationUnit } from './duration.ts';
import { foldText, sourceSlice, sourceSpan } from './foldedText.ts';
import type { FoldedText } from './foldedText.ts';
import type { Span } from './parsed.ts';

/** Figures with a unit that stand together in a text, as offsets of the folded text. */
export interface DurationMention {
  readonly parts: readonly DurationPart[];
  readonly from?: DurationPart;
  readonly start: number;
  readonly end: number;
}

/** Working hours of a working day (Bộ luật Lao động 2019 Đ105; NĐ 61/2018 Đ17–19 for "trong ngày"). */
export const WORKING_HOURS_PER_DAY = 8;

const WORKING = String.raw`(?:[ ._]{0,2}lam[ ._]{0,2}vi?ec|[ .]{0,2}l\.?v(?![a-z]))`;
/** Spellings of units over folded text, the longer first; the last two are the words of the new portal. */
const UNITS: readonly (readonly [DurationUnit | 'week' | 'other', string])[] = [
  ['workingDay', String.raw`ngay${WORKING}|nlv|working[ _]?days?`],
  ['workingHour', String.raw`gio${WORKING}|glv|working[ _]?hours?`],
  ['day', 'ngay|days?'],
  ['hour', 'gio|hours?|h'],
  ['minute', 'phut|minutes?'],
  ['week', 'tuan|weeks?'],
  ['month', 'thang|months?'],
  ['year', 'nam|years?'],
  ['other', String.raw`other|\(?khac\)?`],
];

const UNIT = UNITS.map(([, spelling]) => `(${spelling})`).join('|');
const IN_WORDS = String.raw`(?:\([^()\d\n]{0,40}\)[ ]{0,3})?`;
/** A figure, its words in brackets, a unit: `15 (mười lăm) ngày`, `0,5 ngày`, `½ ngày`, `3 WORKING_DAY`. */
const FIGURE_WITH_UNIT = new RegExp(
  String.raw`(?<![\d.,/a-z])(?:(\d{1,4}(?:[.,]\d{1,2})?)(?: {1,2}(?=\d\/\d))?)?(?:(\d)\/(\d{1,2}))?[ \n]{0,3}${IN_WORDS}(?:${UNIT})(?![a-z0-9_])`,
  'g',
);
/** `nửa ngày`. */
const HALF = new RegExp(String.raw`(?<![a-z])(?:mot )?nua {1,3}(?:${UNIT})(?![a-z0-9_])`, 'g');
/** Opening hours, "ngày 31 tháng 12", "năm 2026": figures beside unit words that are points in time. */
const CLOCK_RANGE = /tu {1,3}\d{1,2} {0,2}(?:gio|h)[ \d]{0,6}den {1,3}\d{1,2} {0,2}(?:gio|h)/g;
const CALENDAR_DATE =
  /(?<![a-z])(?:ngay {1,3}\d{1,2} {1,3})?thang {1,3}\d{1,2}(?: {1,3}nam {1,3}\d{4})?(?!\d| {0,3}(?:ngay|gio))/g;

const RANK: Record<DurationUnit, number> = {
  year: 6,
  month: 5,
  day: 4,
  workingDay: 4,
  hour: 3,
  workingHour: 3,
  minute: 2,
};

/** Which unit a cell such as "Ngày làm việc", "WORKING_DAY" or "giờ" names: `other` for "khác", undefined if none. */
export function parseDurationUnit(text: string): DurationUnit | 'other' | undefined {
  const key = foldText(text).text.trim();
  for (const [unit, spelling] of UNITS) {
    if (unit !== 'week' && new RegExp(`^(?:${spelling})$`).test(key)) return unit;
  }
  return undefined;
}

/** Every amount of time in a text with its place, e.g. to hold a description against a deadline (rule DUE-09). */
export function findDurations(text: string): { readonly parts: readonly DurationPart[]; readonly span: Span }[] {
  const folded = foldText(text);
  return scanDurations(folded).mentions.map(({ parts, start, end }) => ({
    parts,
    span: sourceSpan(folded, start, end),
  }));
}

/** Amounts of time in a folded text, and the figures whose unit is "khác". */
export function scanDurations(folded: FoldedText): {
  readonly mentions: readonly DurationMention[];
  readonly unitless: readonly Span[];
} {
  const hidden = hidePointsInTime(folded.text);
  const single: { part: DurationPart; start: number; end: number }[] = [];
  const unitless: Span[] = [];
  for (const match of hidden.matchAll(FIGURE_WITH_UNIT)) {
    const [, whole, numerator, denominator] = match;
    if (whole === undefined && numerator === undefined) continue;
    const amount =
      Number((whole ?? '0').replace(',', '.')) +
      (numerator === undefined ? 0 : Number(numerator) / Number(denominator));
    if (!Number.isFinite(amount)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const unit = UNITS[match.slice(4).findIndex((group) => group !== undefined)]![0];
    if (isTimeOfDay(hidden, start, unit)) continue;
    // "1 dây chuyền" folds to "1 day chuyen".
    if (unit === 'day' && /days?$/.test(match[0]) && !/days?$/i.test(sourceSlice(folded, start, end))) continue;
    if (unit === 'other') unitless.push({ start, end });
    else if (unit === 'week') single.push({ part: { amount: amount * 7, unit: 'day' }, start, end });
    else single.push({ part: { amount, unit }, start, end });
  }
  for (const match of hidden.matchAll(HALF)) {
    const unit = UNITS[match.slice(1).findIndex((group) => group !== undefined)]![0];
    if (unit === 'other' || unit === 'week') continue;
    single.push({ part: { amount: 0.5, unit }, start: match.index, end: match.index + match[0].length });
  }
  single.sort((a, b) => a.start - b.start);
  return { mentions: joinMentions(hidden, single), unitless };
}

function hidePointsInTime(text: string): string {
  const blank = (match: string): string => '\u0000'.repeat(match.length);
  return text
    .replace(CLOCK_RANGE, blank)
    .replace(CALENDAR_DATE, blank)
    .replace(/nam {1,3}\d{4}(?!\d)/g, blank);
}

/** "sau 15 giờ", "trước 16h" say when, not how long. */
function isTimeOfDay(text: string, start: number, unit: string): boolean {
  if (unit !== 'hour' && unit !== 'minute') return false;
  return /(?:^|[^a-z])(?:sau|truoc|luc|hoi|vao)(?: khoang)? {1,3}$/.test(text.slice(Math.max(0, start - 20), start));
}

/** Joins `02 tháng và 15 ngày`, `từ 03 đến 05 ngày`, and drops what only repeats: `5 ngày (40 giờ)`. */
function joinMentions(
  text: string,
  single: readonly { part: DurationPart; start: number; end: number }[],
): DurationMention[] {
  const mentions: { parts: DurationPart[]; from?: DurationPart; start: number; end: number }[] = [];
  for (const { part, start, end } of single) {
    const last = mentions.at(-1);
    const tail = last?.parts.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, start);
    if (last !== undefined && tail !== undefined && gap.length <= 20) {
      if (/^ {0,3}(?:va|,|\+)? {0,3}$/.test(gap) && RANK[part.unit] < RANK[tail.unit]) {
        last.parts.push(part);
        last.end = end;
        continue;
      }
      if (
        /^ {0,3}(?:den|-|toi) {0,3}(?:khong qua )?$/.test(gap) &&
        tail.unit === part.unit &&
        tail.amount < part.amount
      ) {
        last.from = tail;
        last.parts[last.parts.length - 1] = part;
        last.end = end;
        continue;
      }
      if (/^ {0,3}(?:\(|=) {0,3}(?:la|tuc|tuc la|=|bang|tuong duong|quy doi)? {0,3}$/.test(gap)) continue;
    }
    const lower = /(?<![\d.,/])(\d{1,4}) {0,3}(?:-|den|toi) {0,3}$/.exec(text.slice(Math.max(0, start - 20), start));
    if (lower !== null && Number(lower[1]) < part.amount) {
      const from = { amount: Number(lower[1]), unit: part.unit };
      mentions.push({ parts: [part], from, start: start - lower[0].length, end });
    } else mentions.push({ parts: [part], start, end });
  }
  return mentions;
}
