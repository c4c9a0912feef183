import { scanFigures } from './amount.ts';
import type { Figure } from './amount.ts';
import { sourceSlice, sourceSpan } from './foldedText.ts';
import type { FoldedText } from './foldedText.ts';
import type { Currency, FeeAmount } from './money.ts';

/** What a figure does in a fee text. */
export type FigureRole = 'level' | 'min' | 'max' | 'base' | 'percent';

/** A figure that says something about the fee, as offsets of the folded text, figure and currency word included. */
export interface FeeFigure {
  readonly role: FigureRole;
  readonly amount: FeeAmount;
  readonly start: number;
  readonly end: number;
}

/** Numbers of documents: `64/2025/TT-BTC`, `202/2025/QH15`, `5710/QĐ-BCA-C06`. */
export const DOCUMENT_NUMBER =
  /(?<![\d.,/])\d{1,5}[a-z]?\/(?:\d{4}\/[a-z]{2}[a-z0-9&-]{0,30}|(?:ttlt|tt|nd|qd|nq|vbhn|tb|kh|cv|ct|bc|ubtvqh|qh)\d{0,2}-[a-z0-9&-]{1,30})/g;

/** Figures that are no amounts: dates, "Điều 4, 5 và 6", "trang 3", codes of procedures, lengths of time. */
const NOT_MONEY: readonly RegExp[] = [
  DOCUMENT_NUMBER,
  /(?<![\d.,/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g,
  /(?:ngay {1,3}\d{1,2} {1,3})?thang {1,3}\d{1,2}(?: {1,3}nam {1,3}\d{4}|\/\d{4})?(?!\d)/g,
  /(?<![a-z])nam {1,3}\d{4}(?!\d)/g,
  /(?<![\d.,/])\d{1,2}\/\d{4}(?!\d)/g,
  /(?<![a-z])(?:dieu|khoan|diem|muc|phu luc|phan|chuong|mau|so|stt|trang|bieu|nhom|hang|buoc|thu|chu)(?: so| thu)? {0,2}\d{1,4}[a-z]?(?:(?:, ?| va )\d{1,3}(?![\d.,%]))*(?![\d.,%]\d|%)(?! {0,2}(?:dong|d|vnd|usd|nghin|ngan|trieu|ty)(?![a-z]))(?!\d)/g,
  /(?<![\d.,])\d\.\d{6}(?!\d)/g,
  /(?<![\d.,])\d{1,4} {0,2}(?:\([^()\d]{0,40}\) {0,2})?(?:ngay|gio|thang|nam|phut)(?![a-z])/g,
];

const CURRENCY = String.raw`viet nam dong|dong viet nam|vn dong|vnd|dong|d|₫|usd|us\$|do la my|do la|\$`;
const AFTER = new RegExp(
  String.raw`^ {0,2}(?:\([^()\d\n]{0,80}\) {0,2})?(?:(nghin|ngan|k|trieu|tr|ty|ti)(?![a-z]) {0,2})?(?:(${CURRENCY})(?![a-z]))?`,
);
const BEFORE_CURRENCY = /(?:(?<![a-z])(?:usd|vnd)|us\$|\$) {0,2}$/;
const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  tr: 1e6,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
};
const PER_UNIT =
  /^ {0,2}(?:\([^()\d\n]{0,80}\) {0,2})?(?:\/|(?:tinh )?(?:cho |tren )?(?:moi|mot) (?=[a-z])) {0,2}([^,;:()\n+=×*"\u0000]{1,60})/;
const UNIT_END =
  / (?:ke tu|doi voi|neu|theo|tu|va|den|trong|ap dung|truong hop|khi|tai|hoac|toi|khong|bang|do|voi|nop|lan dau|-)(?![a-z])|[.] |[.]?$/;
const AT_LEAST = /(?:toi thieu|thap nhat|it nhat|khong (?:thap hon|duoi|it hon))[^\d;.\n\u0000]{0,25}$/;
const AT_MOST = /(?:toi da|cao nhat|nhieu nhat|khong (?:vuot )?qua|khong cao hon)[^\d;.\n\u0000]{0,25}$/;
const THRESHOLD = /(?:(?<![a-z])(?:tren|duoi|vuot|hon)|gia tri[^:;\n\d]{0,40}|(?<![a-z])von[^:;\n\d]{0,30}) {0,2}$/;

/** Figures of a fee text with what they do; figures of dates, documents, articles, times and quantities are left out.
 *  A figure without currency counts when its thousands are set apart or it stands alone after a label. */
export function scanFeeFigures(folded: FoldedText): {
  readonly figures: readonly FeeFigure[];
  readonly malformed: { readonly start: number; readonly end: number } | undefined;
} {
  const text = NOT_MONEY.reduce(
    (left, pattern) => left.replace(pattern, (hit) => '\u0000'.repeat(hit.length)),
    folded.text,
  );
  const found = scanFigures({ text });
  const figures: FeeFigure[] = [];
  found.figures.forEach((figure, index) => {
    const read = readFeeFigure(folded, text, figure, found.figures[index + 1]);
    if (read !== undefined) figures.push(read);
  });
  // "1.2.1" numbers a paragraph; a wrong group is a fault only where an amount is meant.
  const malformed = found.malformed.find(({ start, end }) => {
    const rest = text.slice(end, end + 200);
    return AFTER.exec(rest)![0].trim() !== '' || standsAlone(text.slice(clauseStart(text, start), start), rest);
  });
  return { figures, malformed };
}

function readFeeFigure(
  folded: FoldedText,
  text: string,
  figure: Figure,
  next: Figure | undefined,
): FeeFigure | undefined {
  const before = text.slice(clauseStart(text, figure.start), figure.start);
  const rest = text.slice(figure.end, figure.end + 200);
  if (/^ {0,2}%/.test(rest)) {
    const amount = { amount: figure.value, currency: 'VND' as const, stated: false, style: figure.style };
    return {
      role: 'percent',
      amount: { ...amount, ...sourceSpan(folded, figure.start, figure.end) },
      start: figure.start,
      end: figure.end,
    };
  }
  const after = AFTER.exec(rest)!;
  const word = after[2] ?? BEFORE_CURRENCY.exec(before)?.[0].trim();
  const multiplier = after[1] ?? multiplierOfRange(text, figure, next);
  const grouped = figure.style !== 'plain';
  if (word === undefined && multiplier === undefined && !grouped && !standsAlone(before, rest)) return undefined;
  if (isThreshold(text, before, figure)) return undefined;

  const end = figure.end + (after[1] === undefined && after[2] === undefined ? 0 : after[0].trimEnd().length);
  const unit = readUnit(folded, text, end);
  const type = lastType(before);
  const currency: Currency = word !== undefined && /usd|\$|do la/.test(word) ? 'USD' : 'VND';
  const amount: FeeAmount = {
    amount: Math.round(figure.value * (multiplier === undefined ? 1 : MULTIPLIERS[multiplier]!) * 100) / 100,
    currency,
    stated: word !== undefined,
    ...(unit === undefined ? {} : { unit }),
    ...(type === undefined ? {} : { type }),
    ...(figure.ambiguous && word === undefined && multiplier === undefined ? { ambiguous: true as const } : {}),
    style: figure.style,
    ...sourceSpan(folded, figure.start, end),
  };
  return { role: roleOf(before), amount, start: figure.start, end };
}

/** Start of the clause that holds `at`; clauses end with `;`, a line break or a full stop before a blank. */
function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 300);
  const near = text.slice(from, at);
  return from + Math.max(near.lastIndexOf(';'), near.lastIndexOf('\n'), near.lastIndexOf('. ')) + 1;
}

/** "từ 50 đến 100 nghìn đồng": the first figure shares the multiplier of the second. */
function multiplierOfRange(text: string, figure: Figure, next: Figure | undefined): string | undefined {
  if (next === undefined || figure.value >= next.value) return undefined;
  if (!/^ {0,2}(?:den|toi|-) {0,2}$/.test(text.slice(figure.end, next.start))) return undefined;
  return AFTER.exec(text.slice(next.end, next.end + 200))![1];
}

/** A figure without currency or thousands is an amount where nothing but a label stands before it: "Phí: 10000". */
function standsAlone(before: string, rest: string): boolean {
  return (
    /^[\s\-+*•(]*(?:[^:\d\u0000]{0,80}[:=]|(?:muc )?(?:thu )?(?:le )?phi)?\s*$/.test(before) &&
    /^\s*(?:[/;.,)\n-]|$|tu |den )/.test(rest)
  );
}

/** "Từ 50 tỷ đến dưới 150 tỷ: 20 triệu đồng": what stands before the colon is the case, not the fee. */
function isThreshold(text: string, before: string, figure: Figure): boolean {
  if (THRESHOLD.test(before) && !AT_LEAST.test(before) && !AT_MOST.test(before)) return true;
  const opening = before.slice(before.lastIndexOf(':') + 1);
  return (
    /(?<![a-z])(?:tu|den|duoi|tren)(?![a-z])/.test(opening) &&
    /^(?:(?!\. )[^;:\n]){0,80}:/.test(text.slice(figure.end, figure.end + 100))
  );
}

function roleOf(before: string): FigureRole {
  if (AT_LEAST.test(before)) return 'min';
  if (AT_MOST.test(before)) return 'max';
  return /% {0,2}(?:cua|tren|gia tri|x|×)[^\d;\n]{0,40}$/.test(before) ? 'base' : 'level';
}

function readUnit(folded: FoldedText, text: string, end: number): string | undefined {
  const match = PER_UNIT.exec(text.slice(end, end + 120));
  if (match === null) return undefined;
  const start = end + match[0].length - match[1]!.length;
  const length = UNIT_END.exec(match[1]!)!.index;
  const unit = sourceSlice(folded, start, start + length)
    .normalize('NFC')
    .replace(/^(?:0?1(?!\d)|một)\s*/i, '')
    .replace(/\s+/g, ' ');
  return unit === '' ? undefined : unit;
}

/** Whether the nearest word says phí or lệ phí; "phí, lệ phí" names both and "miễn phí" neither. */
function lastType(before: string): 'phi' | 'le_phi' | undefined {
  const last = [...before.matchAll(/(?<![a-z])(?:(mien phi|phi(?:,| va|\/| -) {0,2}le phi)|(le )?phi)(?![a-z])/g)].at(
    -1,
  );
  if (last === undefined || last[1] !== undefined) return undefined;
  return last[2] === undefined ? 'phi' : 'le_phi';
}
