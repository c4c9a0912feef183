import type { CellKind } from '../table/cell.ts';
import { dateOf } from './calendarDate.ts';
import { DOCUMENT_NUMBER, scanFeeFigures } from './feeFigures.ts';
import type { FeeFigure } from './feeFigures.ts';
import { foldText, sourceSlice, sourceSpan } from './foldedText.ts';
import type { FoldedText } from './foldedText.ts';
import type { Fee, FeeAmount } from './money.ts';
import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** Why a fee could not be read: a figure below zero · thousands in groups that are not of three digits · anything else. */
export type FeeReason = 'negative' | 'malformedFigure' | 'unreadable';

const LABEL = /^[\s\-+*•(]*(?:(?:muc )?(?:thu )?(?:phi|le phi)[^:;\n\d]{0,60}:)?\s*/;
const UNKNOWN =
  /^\(?(?:(?:khong|chua) (?:co thong tin|(?:duoc )?quy dinh|xac dinh|co quy dinh)|n\/a|null|none|[-.]{1,3})(?![a-z])[^\d]{0,200}$/;
const FREE =
  /^\(?(?:mien(?: phi| thu| le phi)?|khong(?: thu| mat| phai nop| co)?(?: (?:phi|le phi|tien))?|khong dong|0(?:[.,]0+)?(?: {0,2}(?:vnd|dong|d|viet nam dong))?|free)(?:(?:,| va|\/|-) {0,2}le phi)?[\s.)]*$/;
const FREE_OPENING = /^\(?(?:mien (?:phi|le phi|thu)|khong thu (?:phi|le phi))(?![a-z])/;
/** "Miễn lệ phí cho người thuộc hộ nghèo" frees some, and says nothing about the others. */
const EXEMPT_FEW = /^\(?[a-z ]{1,60}?(?:phi|thu)[a-z ,]{0,60} (?:cho|doi voi|truong hop|neu)(?![a-z])/;
const EXEMPTION = /(?<![a-z])mien (?:phi|le phi|thu|nop|giam|toan bo)|khong (?:thu|phai nop|mat) (?:phi|le phi)/;
const COUNCIL = /(?<![a-z])hdnd(?![a-z])|hoi dong nhan dan/;
const REFERENCE =
  /(?<![a-z])(?:theo|quy dinh|thong tu|nghi dinh|nghi quyet|luat|bieu (?:phi|muc|gia)|van ban|hop dong|thoa thuan|thong bao)(?![a-z])/;
const FORMULA =
  /(?:\d|\)|dong|vnd|(?<=\d) ?d) {0,2}(?:\+|×|\*) {0,2}[(\d]|\d {0,2}x {0,2}\d|[)\d] {0,2}(?:dong |d )?(?:x|×|nhan(?: voi)?) {0,2}(?:\(|so )|(?<![a-z])so [a-z ]{1,40} {0,2}(?:x|×|\*) {0,2}\d/;
const FROM_TO =
  /(?<![a-z])(tu|den|truoc)(?: {1,3}het)?(?: {1,3}ngay){0,2} {0,3}(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{1,2}) thang (\d{1,2}) nam (\d{4}))(?!\d)/g;
const CONDITION = /(?<![a-z])(?:doi voi|truong hop|neu|ap dung) [^;\n]{1,200}/;

/** Reads a fee cell (DOMAIN §2.2). A blank cell is `unknown`, never free. Spans are offsets of `text`. */
export function parseFee(text: string): Parsed<Fee, FeeReason> {
  const folded = foldText(text);
  const flat = folded.text.replace(/[ \t]+/g, ' ').trim();
  const clauses = flat
    .split(/[;\n]/)
    .map((clause) => clause.replace(LABEL, '').trim())
    .filter((clause) => clause !== '');
  const plain = { amounts: [], legalRefs: legalReferences(folded), ...validity(folded.text), raw: text };
  if (clauses.every((clause) => UNKNOWN.test(clause))) return parsed({ kind: 'unknown', ...plain });
  if (clauses.every((clause) => FREE.test(clause))) return parsed({ kind: 'free', ...plain });
  if (/^(?:[^:\d]{0,60}: ?)?-\d[\d.,]*(?: ?(?:dong|d|vnd|viet nam dong|usd))?$/.test(flat))
    return refused('negative', 0, text.length);

  const { figures, malformed } = scanFeeFigures(folded);
  if (malformed !== undefined) {
    const span = sourceSpan(folded, malformed.start, malformed.end);
    return refused('malformedFigure', span.start, span.end);
  }
  const common = { ...plain, ...remarks(folded, figures) };
  const kind = kindOf(folded.text, clauses[0]!, figures, plain.legalRefs.length > 0);
  if (kind === undefined) return refused('unreadable', 0, text.length);
  return parsed({ kind, ...common, amounts: figures.filter(isCharged(kind)).map((figure) => figure.amount) });
}

/** Reads a fee cell of a sheet. `kind`, `text` and `raw` are those of the {@link Cell}: a number is taken as it is stored,
 *  in đồng, so that neither its display nor the reader's country changes it. */
export function parseAmountCell(text: string, kind: CellKind, raw: string): Parsed<Fee, FeeReason> {
  if (kind === 'text' || kind === 'empty') return parseFee(text);
  const amount = Number(raw);
  if (kind !== 'number' || raw.trim() === '' || !Number.isFinite(amount) || /%\s*$/.test(text)) {
    return refused('unreadable', 0, text.length);
  }
  if (amount < 0) return refused('negative', 0, text.length);
  if (amount === 0) return parsed({ kind: 'free', amounts: [], legalRefs: [], raw: text });
  const currency = /USD|US\$|^\s*\$|\$\s*$/i.test(text) ? 'USD' : 'VND';
  const level: FeeAmount = { amount, currency, stated: currency === 'USD', style: 'plain', start: 0, end: text.length };
  return parsed({ kind: 'fixed', amounts: [level], legalRefs: [], raw: text });
}

const isCharged =
  (kind: Fee['kind']) =>
  (figure: FeeFigure): boolean =>
    figure.role === 'level' || (kind === 'percentOf' && figure.role === 'base');

function kindOf(text: string, opening: string, figures: readonly FeeFigure[], legal: boolean): Fee['kind'] | undefined {
  const all = figures.filter((figure) => figure.role === 'level');
  const charged = all.filter((figure) => figure.amount.amount > 0);
  // "Phí: 0 đồng; Lệ phí: 50.000 đồng" has one level; "trực tuyến 0 đồng, trực tiếp 50.000 đồng" has two.
  const typed = all.length > charged.length && all.every((figure) => figure.amount.type !== undefined);
  const levels = typed ? charged : all;
  const percent = figures.some((figure) => figure.role === 'percent');
  if (charged.length === 0) {
    if (percent) return 'percentOf';
    if (all.length > 0 || (FREE_OPENING.test(opening) && !EXEMPT_FEW.test(opening)))
      return COUNCIL.test(text) ? 'byCouncil' : 'free';
    if (figures.some((figure) => figure.role === 'max' || figure.role === 'min')) return 'range';
    if (COUNCIL.test(text)) return 'byCouncil';
    return legal || REFERENCE.test(text) || EXEMPTION.test(text) ? 'byReference' : undefined;
  }
  if (FORMULA.test(text)) return 'formula';
  const [first, second] = levels;
  const distinct = new Set(levels.map(({ amount }) => `${amount.amount} ${amount.currency}`)).size;
  if (levels.length === 2 && distinct === 2 && isRange(text, first!, second!)) return 'range';
  const units = new Set(levels.flatMap(({ amount }) => amount.unit ?? []).map((unit) => foldText(unit).text)).size;
  if (distinct > 1 || units > 1 || percent) return 'tiered';
  if (FREE_OPENING.test(opening)) return 'tiered';
  return units === 1 ? 'perUnit' : 'fixed';
}

function isRange(text: string, first: FeeFigure, second: FeeFigure): boolean {
  if (first.amount.amount >= second.amount.amount) return false;
  const gap = text.slice(first.end, second.start);
  return (
    /^[^\d;\n]{0,25}(?:den|toi)(?: {0,2}(?:khong qua|duoi))? {0,2}$/.test(gap) ||
    /^ {0,2}(?:\/[a-z ]{1,20})?- {0,2}$/.test(gap)
  );
}

/** What stands beside the amounts: limits, percentage, condition, exemption, council. */
function remarks(folded: FoldedText, figures: readonly FeeFigure[]): Partial<Fee> {
  const value = (role: FeeFigure['role']): number | undefined =>
    figures.find((figure) => figure.role === role)?.amount.amount;
  const min = value('min');
  const max = value('max');
  const percent = value('percent');
  const condition = conditionOf(folded, figures);
  const positive = figures.some((figure) => figure.role === 'level' && figure.amount.amount > 0);
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(percent === undefined ? {} : { percent }),
    ...(condition === undefined ? {} : { condition }),
    ...(positive && EXEMPTION.test(folded.text) ? { exemption: true as const } : {}),
    ...(COUNCIL.test(folded.text) ? { council: true as const } : {}),
  };
}

function conditionOf(folded: FoldedText, figures: readonly FeeFigure[]): string | undefined {
  const level = figures.find((figure) => figure.role === 'level');
  if (level === undefined) return undefined;
  const from = level.end;
  const bracket = /^[^\d;\n()]{0,60}\(([^()\n]{1,200})\)/.exec(folded.text.slice(from));
  // A bracket with figures repeats or limits the amount, unless it says when it applies.
  if (bracket !== null && (!/\d/.test(bracket[1]!) || CONDITION.exec(bracket[1]!)?.index === 0)) {
    const start = from + bracket[0].length - bracket[1]!.length - 1;
    return sourceSlice(folded, start, start + bracket[1]!.length);
  }
  const clause = CONDITION.exec(folded.text);
  return clause === null ? undefined : sourceSlice(folded, clause.index, clause.index + clause[0].length);
}

function legalReferences(folded: FoldedText): string[] {
  const found = [...folded.text.matchAll(DOCUMENT_NUMBER)].map((match) =>
    sourceSlice(folded, match.index, match.index + match[0].length).normalize('NFC'),
  );
  return [...new Set(found)];
}

/** The interval in which a fee, reduction or exemption of a text applies: the one that ends last. */
export const findValidity = (text: string): Pick<Fee, 'validFrom' | 'validTo'> => validity(foldText(text).text);

/** The latest interval a text names: "từ ngày 01/7/2025 đến hết ngày 31/12/2026". */
function validity(text: string): { validFrom?: string; validTo?: string } {
  let from: string | undefined;
  let best: { from?: string | undefined; to?: string } = {};
  for (const match of text.matchAll(FROM_TO)) {
    const [, word, d1, m1, y1, d2, m2, y2] = match;
    const date = dateOf(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2))?.iso;
    if (date === undefined) continue;
    if (word === 'tu') {
      from = date;
      if (best.to === undefined) best = { from };
    } else {
      if (best.to === undefined || date > best.to) best = { from, to: date };
      from = undefined;
    }
  }
  return {
    ...(best.from === undefined ? {} : { validFrom: best.from }),
    ...(best.to === undefined ? {} : { validTo: best.to }),
  };
}
