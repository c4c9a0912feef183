import { codeText, firstMisfit, plainDashes } from './cellText.ts';
import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, type Parsed } from './parsed.ts';
import { cleanText } from './vietnameseText.ts';

/** Code of an administrative procedure ("mã TTHC"). The national code is `base`, e.g. `1.003930`: so in all 2,642 national
 *  records (DOMAIN §1.3). Provincial systems before 2025 wrote more behind it: `1.003930.000.00.00.H13-3`. */
export interface ProcedureCode {
  readonly base: string;
  /** The national filler `.000.00.00` stood between base and agency. */
  readonly filler?: true;
  /** Level-1 agency code of a local variant, e.g. `H13`. */
  readonly agency?: string;
  /** Number behind the dash of a local variant. */
  readonly variant?: number;
}

/** `empty`: nothing there; `malformed`: the span starts at the first wrong character. */
export type ProcedureCodeReason = 'empty' | 'malformed';

const FULL_CODE = /^([1-9]\.\d{6})(?:(\.000\.00\.00)?\.([A-Y]\d{2})(?:-(\d{1,3}))?)?$/;
const NATIONAL = /^[1-9]\.\d{6}$/;
const SHAPES = ['9.999999.A99-999', '9.999999.000.00.00.A99-999'];
// A base with its confusions, then the local part; both lazily bounded, so a hostile cell costs a few steps.
const DAMAGED_CODE = /^([\dOoIl.,]{7,12}?)((?:[.,]000[.,]00[.,]00)?[.,][A-Ya-y]\d{2}(?:-\d{1,3})?)?[.,]?$/;

/** Whether a text is exactly a national code, `d.dddddd`. */
export const isNationalCode = (text: string): boolean => NATIONAL.test(text);

/** Whether the code is the national one, without local additions. */
export const isNational = (code: ProcedureCode): boolean => code.agency === undefined;

/** Reads a code from cell text; blanks around it, invisible characters and typographic dashes do not matter. */
export function parseProcedureCode(given: string): Parsed<ProcedureCode, ProcedureCodeReason> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  const match = FULL_CODE.exec(text);
  if (match === null) return refuse('malformed', text[0] === '0' ? 0 : firstMisfit(text, SHAPES));
  const [, base, filler, agency, variant] = match;
  return parsed({
    base: base!,
    ...(filler !== undefined && { filler: true as const }),
    ...(agency !== undefined && { agency }),
    ...(variant !== undefined && { variant: Number(variant) }),
  });
}

/** Writes a code the way {@link parseProcedureCode} reads it. */
export function formatProcedureCode(code: ProcedureCode): string {
  const local = code.agency === undefined ? '' : `${code.filler ? '.000.00.00' : ''}.${code.agency}`;
  return code.base + local + (code.variant === undefined ? '' : `-${code.variant}`);
}

/** What the first digit stands for in the national list (DOMAIN §1.3: 1, 2, 3 public; 5, 6 internal; others not seen). */
export function procedureCodeSeries(code: ProcedureCode): 'public' | 'internal' | 'unseen' {
  if ('123'.includes(code.base[0]!)) return 'public';
  return '56'.includes(code.base[0]!) ? 'internal' : 'unseen';
}

/** The code that was probably meant, or undefined when there is nothing to repair or no single reading: a comma, blank or
 *  no sign for the dot, O or l for digits, foreign look-alikes, a lower-case agency, a thousands dot (`1.003.930`).
 *  A proposal only: use it where the result stands in the national catalogue (rule FMT-01). */
export function repairProcedureCode(given: string): string | undefined {
  const match = DAMAGED_CODE.exec(plainDashes(foldLookAlikes(cleanText(given))).replaceAll(' ', ''));
  if (match === null) return undefined;
  const digits = match[1]!.replace(/[Oo]/g, '0').replace(/[Il]/g, '1').replace(/[.,]/g, '');
  const repaired = `${digits.slice(0, 1)}.${digits.slice(1)}${(match[2] ?? '').replaceAll(',', '.').toUpperCase()}`;
  return repaired !== given && FULL_CODE.test(repaired) ? repaired : undefined;
}

/** National codes that a number cell may have held before Excel changed it: `1.00012` has lost its last zero, `1003930`
 *  its dot. `raw` is the number as the file stores it. Accept one only where exactly one stands in the national
 *  catalogue (rule FMT-03). */
export function rebuildFromNumber(raw: string): string[] {
  const value = /^\d{1,10}(?:\.\d{1,20})?(?:[Ee][+-]?\d{1,3})?$/.test(raw) ? Number(raw) : Number.NaN;
  if (value >= 1 && value < 10) {
    const candidate = value.toFixed(6);
    return Math.abs(Number(candidate) - value) < 1e-9 && isNationalCode(candidate) ? [candidate] : [];
  }
  if (Number.isInteger(value) && value >= 1_000_000 && value < 10_000_000) {
    const digits = String(value);
    return [`${digits[0]}.${digits.slice(1)}`];
  }
  return [];
}
