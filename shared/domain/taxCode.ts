import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Tax code (mã số thuế). `organization` ten digits, the last a check digit, with `-ddd` for a dependent unit ·
 *  `citizen` twelve digits: the personal id number that stands for the tax code of persons since 01/7/2025. */
export type TaxCode =
  | { readonly kind: 'organization'; readonly base: string; readonly branch?: string }
  | { readonly kind: 'citizen'; readonly base: string };

/** Why a text is no tax code: nothing there · other characters · not 10, 12 or 13 digits · nine digits or twelve with a
 *  branch, so the first zero is lost · the check digit does not fit. */
export type TaxCodeReason = 'empty' | 'malformed' | 'wrongLength' | 'lostZero' | 'checkDigit';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Reads a tax code and verifies its check digit. */
export function parseTaxCode(text: string): Parsed<TaxCode, TaxCodeReason> {
  const code = cleanText(text).replace(/^'/, '');
  if (code === '') return refused('empty', 0, text.length);
  const match = /^(\d{10})[- ]?(\d{3})?$/.exec(code);
  if (match === null) {
    if (/^\d{12}$/.test(code)) return parsed({ kind: 'citizen', base: code });
    if (/^\d{9}(?:-\d{3})?$/.test(code)) return refused('lostZero', 0, text.length);
    return refused(/^[\d -]+$/.test(code) ? 'wrongLength' : 'malformed', 0, text.length);
  }
  const [, base, branch] = match;
  if (checkDigit(base!) !== Number(base![9])) {
    const last = text.indexOf(base!) + 9;
    return last >= 9 ? refused('checkDigit', last, last + 1) : refused('checkDigit', 0, text.length);
  }
  return parsed({ kind: 'organization', base: base!, ...(branch === undefined ? {} : { branch }) });
}

/** `0100109106-001`, or the digits alone. */
export const formatTaxCode = (code: TaxCode): string =>
  code.kind === 'organization' && code.branch !== undefined ? `${code.base}-${code.branch}` : code.base;

/** Check digit of the first nine digits: 10 − (Σ digit × weight mod 11). 10 where no tenth digit fits. */
function checkDigit(digits: string): number {
  return 10 - (WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11);
}
