import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Code of a unit with budget relations (mã ĐVQHNS, "mã QHNS"): seven digits (TT 185/2015/TT-BTC Đ5.3). */
export interface BudgetUnitCode {
  readonly code: string;
  /** By the first digit: 1, 2 unit that uses the budget · 3 other unit · 7, 8 investment project. */
  readonly kind: 'unit' | 'other' | 'project';
}

/** Why a text is no such code: nothing there · not digits · not seven of them · a first digit that is not in use. */
export type BudgetUnitCodeReason = 'empty' | 'malformed' | 'wrongLength' | 'unknownKind';

const KINDS: Readonly<Record<string, BudgetUnitCode['kind']>> = {
  '1': 'unit',
  '2': 'unit',
  '3': 'other',
  '7': 'project',
  '8': 'project',
};

/** Reads a budget unit code; blanks around it do not matter. */
export function parseBudgetUnitCode(text: string): Parsed<BudgetUnitCode, BudgetUnitCodeReason> {
  const code = cleanText(text);
  if (code === '') return refused('empty', 0, text.length);
  if (!/^\d+$/.test(code)) return refused('malformed', 0, text.length);
  if (code.length !== 7) return refused('wrongLength', 0, text.length);
  const kind = KINDS[code[0]!];
  return kind === undefined ? refused('unknownKind', 0, text.length) : parsed({ code, kind });
}
