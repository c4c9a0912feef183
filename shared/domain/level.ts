import type { Language } from '../i18n/index.ts';
import { foldText, sourceSpan } from './foldedText.ts';
import { cut } from './multiValue.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** Level of government that performs a procedure ("Cấp thực hiện"). `district` no longer exists since 01/7/2025 but is
 *  still written in old lists. */
export type Level = 'ministry' | 'province' | 'district' | 'commune' | 'other';

/** All levels from the top down; the order in which sets are written. */
export const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune', 'other'];

const NAMES: Readonly<Record<Level, Readonly<Record<Language, string>>>> = {
  ministry: { vi: 'Cấp bộ', en: 'Ministry' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện', en: 'District' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  other: { vi: 'Cơ quan khác', en: 'Other agency' },
};

// What one part of a cell may say, folded; "cấp" in front and brackets around are gone.
const WORDS: Readonly<Record<Level, RegExp>> = {
  ministry: /^(?:bo|bo nganh|bo, nganh|trung uong|tw|quoc gia|ministry)$/,
  province: /^(?:tinh|thanh pho|tp|thanh pho truc thuoc trung uong|so|province)$/,
  district: /^(?:huyen|quan|thi xa|district)$/,
  commune: /^(?:xa|phuong|dac khu|thi tran|commune|ward)$/,
  other: /^(?:co quan khac|khac|other)$/,
};
const BETWEEN = /[,;/\n+&()]| - |\bva\b|\bhoac\b/g;
// Far more than any level needs; the rest of a long cell cannot make it one.
const LONGEST_PART = 100;
const LEVEL_PREFIX = /^(?:tthc )?cap\b/;

/** Reads the set of levels of a cell, from the top down: "Cấp tỉnh, Cấp xã", "Bộ", "Cấp xã (phường)", "huyện/quận/thị
 *  xã". Errors: `empty`; `unknown` with the span of the first part that names no level. */
export function parseLevels(cell: string): Parsed<Level[], 'empty' | 'unknown'> {
  const folded = foldText(cell);
  const found = new Set<Level>();
  for (const part of cut(folded.text, BETWEEN)) {
    const text = folded.text.slice(part.start, part.end);
    const words = text
      .slice(0, LONGEST_PART)
      .replace(/\s+/g, ' ')
      .replace(/^[ *.-]+|[ .:]+$/g, '')
      .replace(LEVEL_PREFIX, '')
      .trim();
    if (words === '') continue;
    const level = LEVELS.find((candidate) => WORDS[candidate].test(words));
    if (level === undefined) {
      const lead = text.length - text.trimStart().length;
      const span = sourceSpan(folded, part.start + lead, part.start + text.trimEnd().length);
      return refused('unknown', span.start, span.end);
    }
    found.add(level);
  }
  return found.size === 0 ? refused('empty', 0, cell.length) : parsed(LEVELS.filter((level) => found.has(level)));
}

/** Levels as the portal prints them: "Cấp tỉnh, Cấp xã". */
export const formatLevels = (levels: Iterable<Level>, language: Language = 'vi'): string =>
  Array.from(levels, (level) => NAMES[level][language]).join(', ');
