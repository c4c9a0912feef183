import type { Duration, DurationPart, DurationUnit, LabelledDuration } from './duration.ts';
import { scanDurations, WORKING_HOURS_PER_DAY } from './durationScanner.ts';
import type { DurationMention } from './durationScanner.ts';
import { foldText, sourceSlice, sourceSpan } from './foldedText.ts';
import type { FoldedText } from './foldedText.ts';
import { parsed, refused } from './parsed.ts';
import type { Parsed, Span } from './parsed.ts';

/** Why a deadline could not be read: nothing written · "Không có thông tin" · a figure without a unit or with the unit
 *  "khác" · a figure below zero · anything else. */
export type DurationReason = 'empty' | 'notStated' | 'unitMissing' | 'negative' | 'unreadable';

const NOT_STATED =
  /^(?:khong(?: co(?: thong tin)?| quy dinh| xac dinh)?|chua (?:quy dinh|co(?: thong tin)?|xac dinh)|n\/a|null|none|[-.]{1,3})\.?$/;
const BARE_FIGURE = /^(-?)(\d{1,4}(?:[.,]\d{1,2})?|\d\/\d{1,2})(?: {0,3}\([^()\d]{0,40}\))?\.?$/;
const IMMEDIATELY =
  /(?<![a-z])ngay(?: lap tuc)?(?: sau)? (?:khi|thoi diem|trong buoi)|(?<![a-z])ngay lap tuc|(?:giai quyet|thuc hien|tra ket qua|tra|cap|tiep nhan) ngay(?![a-z])/;
const WITHIN_THE_DAY =
  /(?<![a-z])(?:trong|cung) (?:cung )?(?:mot )?ngay(?! {0,3}[\d\u0000])(?! (?:lam viec )?(?:tiep|ke tiep|hom sau|sau))(?![a-z])/;
const BY_REFERENCE =
  /(?<![a-z])(?:theo|can cu|thuc hien theo) [^\n]{0,60}(?:quy dinh|luat|nghi dinh|thong tu|quyet dinh|nghi quyet|lich|ke hoach|hop dong|thong bao|huong dan)|quy dinh tai|(?<![a-z])dieu \d/;
const AT_MOST = /(?:khong (?:vuot )?qua|toi da|cham nhat|khong cham hon)(?: la)?[ :]{0,3}$/;
const EXTENSION =
  /gia han|keo dai|(?:truong hop|neu|vu viec|doi voi)[^.;\n]{0,80}(?:xac minh|phuc tap|can thiet|dac biet|giam dinh)/;
const SUSPENDED = /(?:khong|chua) (?:tinh|ke|bao gom)(?: ca)? [^.;\n]{0,40}?thoi (?:gian|han)|tru thoi gian/;
const SHARES = /trong do|bao gom|(?<![a-z])gom(?: co)?(?=[ :])/;

/** Reads a deadline cell (DOMAIN §3). `unitHint` is the unit named elsewhere in the row (column "Đơn vị thời gian") and
 *  is used only when the text has a bare figure. Spans are offsets of `text`. */
export function parseDuration(text: string, unitHint?: DurationUnit): Parsed<Duration, DurationReason> {
  const folded = foldText(text);
  const flat = folded.text.trim().replace(/\s+/g, ' ');
  if (flat === '') return refused('empty', 0, text.length);
  if (NOT_STATED.test(flat)) return refused('notStated', 0, text.length);

  const bare = BARE_FIGURE.exec(flat);
  if (bare !== null) return bareFigure(text, bare[1] === '-', bare[2]!, unitHint);
  if (/^-\d/.test(flat) && !/[\n;]/.test(folded.text)) return refused('negative', 0, text.length);

  const { mentions, unitless } = scanDurations(folded);
  if (mentions.length === 0 && unitless.length > 0) {
    const span = sourceSpan(folded, unitless[0]!.start, unitless[0]!.end);
    return refused('unitMissing', span.start, span.end);
  }
  return readMentions(folded, mentions);
}

function bareFigure(
  text: string,
  negative: boolean,
  figure: string,
  unit: DurationUnit | undefined,
): Parsed<Duration, DurationReason> {
  if (negative) return refused('negative', 0, text.length);
  if (unit === undefined) return refused('unitMissing', 0, text.length);
  const [numerator, denominator] = figure.split('/');
  const amount = denominator === undefined ? Number(figure.replace(',', '.')) : Number(numerator) / Number(denominator);
  if (!Number.isFinite(amount)) return refused('unreadable', 0, text.length);
  return parsed({ kind: 'fixed', parts: [{ amount, unit }], atMost: false, spans: [{ start: 0, end: text.length }] });
}

interface Reading {
  readonly base: DurationMention[];
  readonly shares: LabelledDuration[];
  readonly extension?: Duration['extension'];
}

function readMentions(folded: FoldedText, mentions: readonly DurationMention[]): Parsed<Duration, DurationReason> {
  const { base, shares, extension } = sortMentions(folded, mentions);
  const first = base[0];
  const lead = leadingPhrase(folded, first);
  const suspended = SUSPENDED.test(folded.text);
  const extras = {
    ...(extension === undefined ? {} : { extension }),
    ...(suspended ? { suspended } : {}),
  };

  if (lead !== undefined) {
    const parts: DurationPart[] = lead.sameDay ? [{ amount: WORKING_HOURS_PER_DAY, unit: 'workingHour' }] : [];
    const kind = lead.sameDay ? 'sameDay' : 'immediate';
    if (first === undefined) return parsed({ kind, parts, atMost: false, ...extras, spans: [lead.span] });
    const cases = [{ label: '', parts, span: lead.span }, ...labelCases(folded, base)];
    return parsed({ kind: 'cases', parts: [], atMost: false, cases, ...extras, spans: cases.map(({ span }) => span) });
  }
  if (first === undefined) {
    if (!BY_REFERENCE.test(folded.text)) return refused('unreadable', 0, folded.source.length);
    const whole = { start: 0, end: folded.source.length };
    return parsed({ kind: 'byReference', parts: [], atMost: false, ...extras, spans: [whole] });
  }

  const atMost = base.some((mention) =>
    AT_MOST.test(folded.text.slice(Math.max(0, mention.start - 30), mention.start)),
  );
  const spans = base.map((mention) => sourceSpan(folded, mention.start, mention.end));
  if (base.some((mention) => !sameParts(mention.parts, first.parts))) {
    return parsed({ kind: 'cases', parts: [], atMost, cases: labelCases(folded, base), ...extras, spans });
  }
  const from = first.from === undefined ? {} : { from: first.from };
  const breakdown = shares.length === 0 ? {} : { breakdown: shares };
  const kind = shares.length > 0 ? 'breakdown' : first.parts.length > 1 ? 'composite' : 'fixed';
  return parsed({ kind, parts: first.parts, atMost, ...from, ...breakdown, ...extras, spans });
}

/** Tells deadlines from shares of them, extensions and time that does not count. */
function sortMentions(folded: FoldedText, mentions: readonly DurationMention[]): Reading {
  const base: DurationMention[] = [];
  let shares: LabelledDuration[] = [];
  let sharesEnd = -1;
  let extension: Duration['extension'];
  let previousEnd = 0;
  mentions.forEach((mention, index) => {
    const before = folded.text.slice(previousEnd, mention.start);
    const beforeStart = previousEnd;
    previousEnd = mention.end;
    if (mention.start < sharesEnd) return;
    const lastClause = before.slice(
      Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1,
    );
    if (SUSPENDED.test(lastClause)) return;
    const hasLead = base.length > 0 || index > 0 || leadingPhrase(folded, mention) !== undefined;
    if (hasLead && EXTENSION.test(before)) {
      const condition = sourceSlice(folded, Math.max(beforeStart, mention.start - LABEL_LENGTH), mention.start).replace(
        /^[\s,.;:)\-–+]+/u,
        '',
      );
      extension = { max: mention.parts, condition, span: sourceSpan(folded, mention.start, mention.end) };
      return;
    }
    base.push(mention);
    if (base.length > 1) return;
    const found = readShares(folded, mention);
    shares = found.shares;
    sharesEnd = found.end;
  });
  return { base, shares, ...(extension === undefined ? {} : { extension }) };
}

/** Shares after a total: `15 ngày, trong đó: Sở A 10 ngày, UBND tỉnh 5 ngày`, `15 ngày (A 10 ngày, B 5 ngày)`.
 *  A share without a unit takes that of the total. `end` is where the list ends, or -1. */
function readShares(folded: FoldedText, total: DurationMention): { shares: LabelledDuration[]; end: number } {
  const rest = folded.text.slice(total.end);
  const word = SHARES.exec(rest);
  const bracket = /^ {0,3}\(/.exec(rest);
  const named = word !== null && scanDurations(foldText(rest.slice(0, word.index))).mentions.length === 0;
  if (!named && bracket === null) return { shares: [], end: -1 };
  const from = total.end + (named ? word.index + word[0].length : bracket![0].length);
  const stop = /\)(?= {0,3}(?:[.,;\n]|$))|gia han|keo dai|(?<=[.;\n] {0,3})(?:truong hop|neu) /.exec(
    folded.text.slice(from),
  );
  const end = stop === null ? folded.text.length : from + stop.index;

  const unit = total.parts.at(-1)!.unit;
  const shares: LabelledDuration[] = [];
  let at = from;
  for (const piece of folded.text.slice(from, end).split(/(,(?!\d)|;|\n| va (?=[a-z]))/)) {
    const share = readShare(folded, at, at + piece.length, unit);
    if (share !== undefined) shares.push(share);
    at += piece.length;
  }
  return shares.length >= (named ? 1 : 2) ? { shares, end } : { shares: [], end: -1 };
}

function readShare(folded: FoldedText, start: number, end: number, unit: DurationUnit): LabelledDuration | undefined {
  const piece = folded.text.slice(start, end);
  const mention = scanDurations({ ...folded, text: piece, offsets: folded.offsets.slice(start, end + 1) }).mentions[0];
  const bare = mention === undefined ? /(?<![\w./,])(\d{1,3}(?:[.,]\d)?) {0,3}[.)]?$/.exec(piece.trimEnd()) : null;
  const from = mention?.start ?? bare?.index;
  if (from === undefined) return undefined;
  const to = mention?.end ?? from + bare![1]!.length;
  const parts = mention?.parts ?? [{ amount: Number(bare![1]!.replace(',', '.')), unit }];
  const nearby = start + Math.max(0, from - LABEL_LENGTH);
  const label =
    cleanLabel(sourceSlice(folded, nearby, start + from)) ||
    cleanLabel(sourceSlice(folded, start + to, Math.min(end, start + to + LABEL_LENGTH)));
  return { label, parts, span: sourceSpan(folded, start + from, start + to) };
}

/** Names each deadline by the words before it, or after it where none stand before. */
function labelCases(folded: FoldedText, base: readonly DurationMention[]): LabelledDuration[] {
  return base.map((mention, index) => {
    const previous = base[index - 1]?.end ?? 0;
    const next = base[index + 1]?.start ?? folded.text.length;
    const breaks = [...folded.text.slice(previous, mention.start).matchAll(/[;\n|]|\. /g)].at(-1);
    const opening = breaks === undefined ? (index === 0 ? 0 : mention.start) : previous + breaks.index + 1;
    const from = wholeWords(folded, opening, mention.start);
    const after = /^[^;\n|.]{0,200}/.exec(folded.text.slice(mention.end, next))![0].length;
    const label =
      cleanLabel(sourceSlice(folded, from, mention.start)) ||
      cleanLabel(sourceSlice(folded, mention.end, mention.end + after));
    return { label, parts: mention.parts, span: sourceSpan(folded, mention.start, mention.end) };
  });
}

/** Longer labels are prose; the end of it, next to the figure, is what names the case. */
const LABEL_LENGTH = 200;
const FILLER =
  /^(?:[\s\-–—+*•:,.()/]|(?:không quá|tối đa|trong thời hạn|trong vòng|thời hạn giải quyết|là)(?=\s|$|:))+|[\s\-–—+*•:,.(]+$/giu;
const TRAILING_WORDS =
  /(?:[\s:,.(-]|(?<=\s|^)(?:không quá|tối đa|trong thời hạn|trong vòng|thời hạn giải quyết|là))+$/iu;

/** Where the last words before `end` begin, not further back than `start` and a label's length. */
function wholeWords(folded: FoldedText, start: number, end: number): number {
  if (end - start <= LABEL_LENGTH) return start;
  const blank = folded.text.indexOf(' ', end - LABEL_LENGTH);
  return blank === -1 || blank >= end ? end - LABEL_LENGTH : blank;
}

function cleanLabel(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').replace(TRAILING_WORDS, '').replace(FILLER, '').trim();
}

/** "Trong ngày" or "ngay sau khi…" where it is the deadline, or a case of its own before the first figure. */
function leadingPhrase(
  folded: FoldedText,
  first: DurationMention | undefined,
): { sameDay: boolean; span: Span } | undefined {
  const head = folded.text.slice(0, first?.start ?? folded.text.length);
  const within = WITHIN_THE_DAY.exec(head);
  const sameDay = within !== null;
  const match = within ?? firstImmediately(folded, head);
  if (match === null) return undefined;
  if (first !== undefined && !/[.;\n]|truong hop|neu |(?<![a-z])hoac /.test(head.slice(match.index))) return undefined;
  return { sameDay, span: sourceSpan(folded, match.index, match.index + match[0].length) };
}

function firstImmediately(folded: FoldedText, head: string): RegExpExecArray | null {
  if (/^\s*ngay\.?\s*$/.test(head)) {
    const start = head.indexOf('ngay');
    return saysImmediately(folded, start) ? /ngay/.exec(head) : null;
  }
  const match = IMMEDIATELY.exec(head);
  if (match === null) return null;
  return saysImmediately(folded, match.index + match[0].indexOf('ngay')) ? match : null;
}

/** Whether the word at `start` is "ngay" (at once) and not "ngày" (day): the tone mark tells, where the text has any. */
function saysImmediately(folded: FoldedText, start: number): boolean {
  return (
    sourceSlice(folded, start, start + 4)
      .normalize('NFC')
      .toLowerCase() === 'ngay'
  );
}

function sameParts(a: readonly DurationPart[], b: readonly DurationPart[]): boolean {
  return (
    a.length === b.length && a.every((part, index) => part.amount === b[index]!.amount && part.unit === b[index]!.unit)
  );
}
