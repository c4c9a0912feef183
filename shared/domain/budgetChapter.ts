import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Why a text is no chapter or sub-item: nothing there · too few digits, so leading zeros are lost · anything else. */
export type BudgetChapterReason = 'empty' | 'lostZero' | 'malformed';

/** Reads a budget chapter (mã chương): three digits (TABMIS segment; TT 324/2016/TT-BTC). */
export function parseBudgetChapter(text: string): Parsed<string, BudgetChapterReason> {
  const code = cleanText(text).replace(/^'/, '');
  if (code === '') return refused('empty', 0, text.length);
  if (/^\d{3}$/.test(code)) return parsed(code);
  return refused(/^\d{1,2}$/.test(code) ? 'lostZero' : 'malformed', 0, text.length);
}

/** Three digits, with the zeros that Excel dropped: 18 → `018`. */
export const formatBudgetChapter = (code: string): string => code.padStart(3, '0');

/** A budget sub-item (mã tiểu mục). */
export interface BudgetSubItem {
  readonly code: string;
  /** 2xxx–3xxx, where fees and charges are expected; the range is not verified, so it is never an error (DOMAIN §2.4). */
  readonly usualForFees: boolean;
}

/** Reads a budget sub-item: four digits. No sub-item begins with 0, so fewer digits are simply wrong. */
export function parseBudgetSubItem(text: string): Parsed<BudgetSubItem, 'empty' | 'malformed'> {
  const code = cleanText(text).replace(/^'/, '');
  if (code === '') return refused('empty', 0, text.length);
  if (!/^[1-9]\d{3}$/.test(code)) return refused('malformed', 0, text.length);
  return parsed({ code, usualForFees: /^[23]/.test(code) });
}
