import { formatFigure } from './amount.ts';
import type { SeparatorStyle } from './amount.ts';
import { foldText } from './foldedText.ts';

export type { SeparatorStyle } from './amount.ts';
export { findValidity, parseAmountCell, parseFee } from './feeText.ts';
export type { FeeReason } from './feeText.ts';

/** Currency written in a fee. */
export type Currency = 'VND' | 'USD';

/** An amount in a fee text; offsets are those of the text, figure and currency word included. */
export interface FeeAmount {
  readonly amount: number;
  readonly currency: Currency;
  /** The currency stands in the text; VND is assumed where it does not. */
  readonly stated: boolean;
  /** What it is charged for, in the writer's words: "bản", "hồ sơ". */
  readonly unit?: string;
  /** Which of the two the nearest word before it says (Luật 97/2015/QH13 Đ3): phí or lệ phí. */
  readonly type?: 'phi' | 'le_phi';
  /** `1.000` alone: a thousand, or one with three decimals. */
  readonly ambiguous?: true;
  readonly style: SeparatorStyle;
  readonly start: number;
  readonly end: number;
}

/** A fee as offices write it (DOMAIN §2.2). Only `free`, `fixed` and `perUnit` can be compared or charged without a person.
 *  `unknown` blank or "Không có thông tin", which is not free · `range` from–to · `tiered` several levels · `percentOf` a
 *  share of something · `formula` a calculation · `byReference` left to a legal text · `byCouncil` left to the HĐND. */
export interface Fee {
  readonly kind:
    | 'free'
    | 'unknown'
    | 'fixed'
    | 'perUnit'
    | 'range'
    | 'tiered'
    | 'percentOf'
    | 'formula'
    | 'byReference'
    | 'byCouncil';
  /** Levels that are charged, in reading order; for `percentOf` what the percentage is taken of. */
  readonly amounts: readonly FeeAmount[];
  readonly min?: number;
  readonly max?: number;
  readonly percent?: number;
  /** "đối với …", "trường hợp …" or the bracket beside the amount. */
  readonly condition?: string;
  /** ISO dates of "từ ngày … đến hết ngày …". */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Document numbers as written, e.g. `64/2025/TT-BTC`. */
  readonly legalRefs: readonly string[];
  /** An exemption is mentioned beside an amount. */
  readonly exemption?: true;
  /** The text leaves the level, or part of it, to the provincial council (HĐND; Luật 97/2015/QH13 Đ4.2). */
  readonly council?: true;
  readonly raw: string;
}

/** 1234567 → `1.234.567 đ`. */
export const formatAmountVnd = (amount: number): string => `${formatFigure(amount)} đ`;

/** An amount with its currency: `1.234.567 đ`, `10 USD`. */
export const formatAmount = (amount: number, currency: Currency): string =>
  currency === 'VND' ? formatAmountVnd(amount) : `${formatFigure(amount)} ${currency}`;

/** A fee in one spelling; kinds that need a person keep the writer's own text. {@link parseFee} reads it back. */
export function formatFee(fee: Fee, lang: 'vi' | 'en' = 'vi'): string {
  const [first, second] = fee.amounts;
  if (fee.kind === 'free') return lang === 'vi' ? 'Miễn phí' : 'Free of charge';
  if (fee.kind === 'unknown') return lang === 'vi' ? 'Không có thông tin' : 'No information';
  if ((fee.kind === 'fixed' || fee.kind === 'perUnit') && first !== undefined) return formatLevel(fee.amounts);
  if (fee.kind === 'range' && first !== undefined && second !== undefined) {
    const [from, to] = lang === 'vi' ? ['Từ', 'đến'] : ['From', 'to'];
    return `${from} ${formatAmount(first.amount, first.currency)} ${to} ${formatAmount(second.amount, second.currency)}`;
  }
  return fee.raw.trim().replace(/\s+/g, ' ');
}

function formatLevel(amounts: readonly FeeAmount[]): string {
  const level = amounts.find((amount) => amount.amount > 0) ?? amounts[0]!;
  const unit = amounts.find((amount) => amount.unit !== undefined)?.unit;
  return `${formatAmount(level.amount, level.currency)}${unit === undefined ? '' : `/${unit}`}`;
}

/** Units that mean "once per dossier", so that `50.000 đồng/hồ sơ` and `50.000 đồng` say the same. */
const PER_DOSSIER = new Set(['', 'ho so', 'bo ho so', 'lan', 'thu tuc', 'truong hop']);

/** Whether two fees charge the same. Blank and unknown are never taken for free; ranges, levels, formulas, references and
 *  different units are `notComparable`: a person has to look (DOMAIN §2.2). */
export function compareFees(a: Fee, b: Fee): 'same' | 'different' | 'notComparable' {
  const left = singleLevel(a);
  const right = singleLevel(b);
  if (left === undefined || right === undefined) return 'notComparable';
  if (left.amount === 0 || right.amount === 0) return left.amount === right.amount ? 'same' : 'different';
  if (left.unit !== right.unit) return 'notComparable';
  if (left.amount === right.amount && left.currency === right.currency) return 'same';
  return left.ambiguous || right.ambiguous ? 'notComparable' : 'different';
}

/** The one level of a fee that has one: amount, currency and the folded unit. */
function singleLevel(fee: Fee): { amount: number; currency: Currency; unit: string; ambiguous: boolean } | undefined {
  if (fee.kind === 'free') return { amount: 0, currency: 'VND', unit: '', ambiguous: false };
  if ((fee.kind !== 'fixed' && fee.kind !== 'perUnit') || fee.min !== undefined || fee.max !== undefined)
    return undefined;
  const level = fee.amounts.find((amount) => amount.amount > 0);
  if (level === undefined) return undefined;
  const written = fee.amounts.find((amount) => amount.unit !== undefined)?.unit ?? '';
  const unit = foldText(written).text.replace(/\s+/g, ' ').trim();
  return {
    amount: level.amount,
    currency: level.currency,
    unit: PER_DOSSIER.has(unit) ? '' : unit,
    ambiguous: level.ambiguous === true,
  };
}
