import { codeText, firstMisfit, LONGEST_DAMAGED_CODE, plainDashes } from './cellText.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, type Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Electronic identification code of an agency ("mã định danh"). `state`: QĐ 20/2020/QĐ-TTg Điều 4, level 1 first:
 *  `H56.12.34`. `organisation`: the same decision's Điều 6, any other organisation, first letter Z. `reversed`: TT
 *  10/2016/TT-BTTTT, level 1 last: `000.00.00.H56`; meant to be replaced, never to be turned round without a table. */
export interface AgencyCode {
  readonly scheme: 'state' | 'organisation' | 'reversed';
  /** Level-1 code: a letter and two digits. H stands for provinces, G for ministries. */
  readonly root: string;
  /** What stands beside the root, in the order written; for an organisation whatever follows its root. */
  readonly parts: readonly string[];
}

/** Longest state code (QĐ 20/2020/QĐ-TTg Điều 4). */
const MAX_LENGTH = 35;

const STATE = /^[A-Y]\d{2}(?:\.[0-9A-Z]+)*$/;
const ORGANISATION = /^Z\d{2}[A-Z0-9.]{1,32}$/;
const REVERSED = /^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}$/;

/** Reads an agency code. Errors: `empty`; `tooLong` (from character 35); `malformed`, from the first wrong character.
 *  The portal's internal department codes (`BCA_CAX`) are none of these. */
export function parseAgencyCode(given: string): Parsed<AgencyCode, 'empty' | 'tooLong' | 'malformed'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  if (REVERSED.test(text)) {
    const parts = text.split('.');
    return parsed({ scheme: 'reversed', root: parts[3]!, parts: parts.slice(0, 3) });
  }
  if (ORGANISATION.test(text)) {
    return parsed({ scheme: 'organisation', root: text.slice(0, 3), parts: text.length > 3 ? [text.slice(3)] : [] });
  }
  if (!STATE.test(text)) return refuse('malformed', firstWrong(text));
  if (text.length > MAX_LENGTH) return refuse('tooLong', MAX_LENGTH);
  const [root, ...parts] = text.split('.');
  return parsed({ scheme: 'state', root: root!, parts });
}

/** Writes a code the way {@link parseAgencyCode} reads it. */
export function formatAgencyCode(code: AgencyCode): string {
  if (code.scheme === 'organisation') return code.root + code.parts.join('');
  return (code.scheme === 'reversed' ? [...code.parts, code.root] : [code.root, ...code.parts]).join('.');
}

/** Level-1 code of the province that an agency belongs to, `H` and two digits, or undefined for other agencies. */
export const provinceSuffix = (code: AgencyCode): string | undefined =>
  code.root.startsWith('H') ? code.root : undefined;

/** The code that was probably meant: upper case, without blanks, look-alikes as Latin letters, commas and dashes as dots.
 *  Undefined when there is nothing to repair or the result is no code (rule FMT-08). */
export function repairAgencyCode(given: string): string | undefined {
  if (given.length > LONGEST_DAMAGED_CODE) return undefined;
  const text = plainDashes(foldLookAlikes(cleanText(given)))
    .replace(/\s/g, '')
    .replace(/[,_-]/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .toUpperCase();
  return text !== given && parseAgencyCode(text).ok ? text : undefined;
}

function firstWrong(text: string): number {
  const root = firstMisfit(text, ['A99', 'Z99', '999.99.99.A99']);
  if (root !== 3) return root;
  let at = 3;
  for (; at < text.length; at += 1) {
    const allowed = text[at] === '.' ? text[at - 1] !== '.' : /[0-9A-Z]/.test(text[at]!) && at > 3;
    if (!allowed) break;
  }
  return at;
}
