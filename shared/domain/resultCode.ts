import { codeText, firstMisfit, plainDashes } from './cellText.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, type Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Code of a result or paper ("mã kết quả"): `KQ.G01.000077`, or the older `000.00.00.G01-KQ002651`. Six digits in 3,316
 *  of 3,517 real codes of the new form (DOMAIN §1.3). */
export interface ResultCode {
  readonly form: 'new' | 'old';
  /** Level-1 code of the agency. */
  readonly agency: string;
  /** The digits as written; leading zeros belong to the code. */
  readonly serial: string;
  /** What an old code says before the agency, e.g. `000.00.00`. */
  readonly unit?: string;
}

const NEW = /^KQ\.([A-Y]\d{2})\.(\d{5,7})$/;
const OLD = /^(\d{3}\.\d{2}\.\d{2})\.([A-Y]\d{2})-KQ(\d{4,6})$/;
const SHAPES = ['KQ.A99.9999999', '999.99.99.A99-KQ999999'];

// Real spellings: KQ-G10.000001, KQ-G10-KQ-000002, KQ-G10-KQ00009, KQ.g19…, 000.00.00.G12-KQ.3322, G19-KQ006098.
const DAMAGED_NEW = /^KQ[.\-_ ]?([A-Y]\d{2})[.\-_ ]{0,2}(?:KQ)?[.\-_ ]{0,2}(\d{5,7})$/;
const DAMAGED_OLD = /^(\d{3}\.\d{2}\.\d{2})[.\- ]([A-Y]\d{2})[.\- ]{1,2}KQ[.\- ]?(\d{4,6})$/;
const WITHOUT_UNIT = /^([A-Y]\d{2})[.-]KQ[.-]?(\d{5,7})$/;

/** Reads a result code. Errors: `empty`; `malformed`, from the first wrong character. */
export function parseResultCode(given: string): Parsed<ResultCode, 'empty' | 'malformed'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const current = NEW.exec(text);
  if (current !== null) return parsed({ form: 'new', agency: current[1]!, serial: current[2]! });
  const old = OLD.exec(text);
  if (old !== null) return parsed({ form: 'old', unit: old[1]!, agency: old[2]!, serial: old[3]! });
  return refuse('malformed', firstMisfit(text, SHAPES));
}

/** Writes a code the way {@link parseResultCode} reads it. */
export const formatResultCode = (code: ResultCode): string =>
  code.form === 'new'
    ? `KQ.${code.agency}.${code.serial}`
    : `${code.unit ?? '000.00.00'}.${code.agency}-KQ${code.serial}`;

/** The code that was probably meant: upper case, dots and dashes where they belong, a missing `KQ.` in front. Undefined
 *  when there is nothing to repair or no reading (rule FMT-11): `hgvg6`, `1212`, `TP-G12.0001300`. */
export function repairResultCode(given: string): string | undefined {
  const text = plainDashes(foldLookAlikes(cleanText(given))).toUpperCase();
  const current = DAMAGED_NEW.exec(text) ?? WITHOUT_UNIT.exec(text);
  const old = current === null ? DAMAGED_OLD.exec(text) : null;
  const repaired =
    current !== null ? `KQ.${current[1]}.${current[2]}` : old !== null ? `${old[1]}.${old[2]}-KQ${old[3]}` : undefined;
  return repaired === given ? undefined : repaired;
}
