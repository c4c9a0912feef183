import { codeText, firstMisfit } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';

/** Code of one case of a procedure ("mã trường hợp"), e.g. `1.001146.01`: the new portal's `cases[].code`
 *  (DOMAIN §1.3). */
export interface CaseCode {
  /** National code of the procedure. */
  readonly base: string;
  /** Number of the case, 0–99, written with two digits. */
  readonly ordinal: number;
}

const CASE_CODE = /^([1-9]\.\d{6})\.(\d{2})$/;

/** Reads a case code. Errors: `empty`; `malformed`, from the first wrong character. */
export function parseCaseCode(given: string): Parsed<CaseCode, 'empty' | 'malformed'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const match = CASE_CODE.exec(text);
  if (match === null) return refuse('malformed', text[0] === '0' ? 0 : firstMisfit(text, ['9.999999.99']));
  return parsed({ base: match[1]!, ordinal: Number(match[2]) });
}

/** Writes a case code the way {@link parseCaseCode} reads it. */
export const formatCaseCode = (code: CaseCode): string => `${code.base}.${String(code.ordinal).padStart(2, '0')}`;
