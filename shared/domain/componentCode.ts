import { codeText } from './cellText.ts';
import type { Parsed } from './parsed.ts';
import { parseResultCode, type ResultCode } from './resultCode.ts';

/** Code of a dossier component ("mã thành phần hồ sơ"), `000.00.00.G01-KQ002651` or `KQ.G01.000077`: a component is known
 *  by the result code of the procedure that issues it (DOMAIN §1.3), so it is written the same way. */
export type ComponentCode = ResultCode;

/** Reads a component code. Stricter than a result code: the new form has exactly six digits (rule FMT-10). Errors:
 *  `empty`; `malformed`, from the first wrong character. */
export function parseComponentCode(given: string): Parsed<ComponentCode, 'empty' | 'malformed'> {
  const code = parseResultCode(given);
  if (!code.ok || code.value.form === 'old' || code.value.serial.length === 6) return code;
  const { text, refuse } = codeText(given);
  return code.value.serial.length > 6 ? refuse('malformed', 'KQ.G01.000077'.length) : refuse('malformed', text.length);
}
