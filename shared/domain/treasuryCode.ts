import { foldText } from './foldedText.ts';
import { parsed, refused } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Why a text is no code of a treasury office: nothing there · one to three digits, so leading zeros are lost · anything else. */
export type TreasuryCodeReason = 'empty' | 'lostZero' | 'malformed';

/** Reads the code of a treasury office (mã KBNN): four digits, e.g. `0011` (TABMIS segment 11; rule ACC-09). */
export function parseTreasuryCode(text: string): Parsed<string, TreasuryCodeReason> {
  const code = cleanText(text).replace(/^'/, '');
  if (code === '') return refused('empty', 0, text.length);
  if (/^\d{4}$/.test(code)) return parsed(code);
  return refused(/^\d{1,3}$/.test(code) ? 'lostZero' : 'malformed', 0, text.length);
}

/** Four digits, with the zeros that Excel dropped: 11 → `0011`. */
export const formatTreasuryCode = (code: string): string => code.padStart(4, '0');

/** What the name of a treasury office says: `regional` "KBNN khu vực I" and its offices ("Phòng giao dịch"), since 2025 ·
 *  `former` an office of a province or district, before · `unnamed` neither. Undefined for names of other institutions. */
export function treasuryNameKind(name: string): 'regional' | 'former' | 'unnamed' | undefined {
  const { text } = foldText(name);
  const office = /(?<![a-z])(?:kbnn|kho {0,2}bac(?: nha nuoc)?)(?![a-z])/.exec(text);
  if (office === null) return undefined;
  const after = text.slice(office.index + office[0].length, office.index + office[0].length + 60);
  if (/khu vuc|(?<![a-z])kv(?![a-z])/.test(after) || /phong giao dich|(?<![a-z])pgd(?![a-z])/.test(text))
    return 'regional';
  return /^[ ,.-]*(?:tinh|huyen|quan|thi xa|thanh pho|tp|tx)(?![a-z])/.test(after) ? 'former' : 'unnamed';
}
