import { dateOf, type CalendarDate } from './calendarDate.ts';
import { codeText, firstMisfit } from './cellText.ts';
import { parsed, type Parsed } from './parsed.ts';

/** Code of one dossier ("mã hồ sơ"): agency, day of receipt, counter. `old`: TT 01/2018/TT-VPCP Điều 19,
 *  `000.00.00.H21-260529-0001`. `agency`: with a QĐ 20/2020 agency code, `H56.12.34-250601-0001`. `portal`: the new
 *  national portal, `G09.20-20260609-0092637` (one sample known, DOMAIN §1.3). */
export interface DossierCode {
  readonly form: 'old' | 'agency' | 'portal';
  readonly agency: string;
  readonly received: CalendarDate;
  /** The counter as written; leading zeros belong to the code. */
  readonly serial: string;
}

const FORMS: readonly (readonly [DossierCode['form'], RegExp])[] = [
  ['old', /^(\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})-(\d{6})-(\d{4})$/],
  ['agency', /^([A-Y]\d{2}(?:\.\d{1,3})*)-(\d{6})-(\d{4,5})$/],
  ['portal', /^([A-Y]\d{2}(?:\.\d{1,3})*)-(\d{8})-(\d{7})$/],
];
const AGENCY = /^(?:[A-Y]\d{2}(?:\.\d{1,3})*|\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})/;

/** Reads a dossier code. Errors: `empty`; `malformed`, from the first wrong character; `impossibleDate`, the date part.
 *  Two-digit years stand for 2000–2099. */
export function parseDossierCode(given: string): Parsed<DossierCode, 'empty' | 'malformed' | 'impossibleDate'> {
  const { text, refuse } = codeText(given);
  if (text === '') return refuse('empty');
  for (const [form, pattern] of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [, agency, date, serial] = match;
    const received = dateOfDigits(date!);
    if (received === undefined) return refuse('impossibleDate', agency!.length + 1, agency!.length + 1 + date!.length);
    return parsed({ form, agency: agency!, received, serial: serial! });
  }
  const agency = AGENCY.exec(text)?.[0].length;
  if (agency === undefined) return refuse('malformed', firstMisfit(text, ['A99', '999.99.99.A99']));
  return refuse('malformed', agency + firstMisfit(text.slice(agency), ['-999999-99999', '-99999999-9999999']));
}

/** Writes a code the way {@link parseDossierCode} reads it. */
export function formatDossierCode(code: DossierCode): string {
  const date = code.received.iso.replaceAll('-', '');
  return `${code.agency}-${code.form === 'portal' ? date : date.slice(2)}-${code.serial}`;
}

function dateOfDigits(digits: string): CalendarDate | undefined {
  const full = digits.length === 8 ? digits : `20${digits}`;
  return dateOf(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6)));
}
