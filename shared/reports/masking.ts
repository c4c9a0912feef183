import { maskCitizenId, parseCitizenId } from '../domain/citizenId.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Finding } from '../engine/finding.ts';
import { WHOLE_ROW } from '../engine/findingLog.ts';
import type { Findings } from '../engine/findings.ts';
import { isPasswordColumn } from '../rules/staff/passwords.ts';

/** Whether personal data may be read whole in a report. Passwords stay out either way. */
export interface PersonalData {
  readonly shown: boolean;
}

/** The default of every report: citizen ids and telephone numbers are masked. */
export const MASKED: PersonalData = { shown: false };

/** Fields in which people write remarks, and with them numbers that belong elsewhere. Numbers of accounts, dossiers and
 *  procedures are not looked through: an account number may look like a citizen id. */
const FREE_TEXT: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'ho_ten',
  'dau_moi',
  'chuc_vu',
  'email',
  'ten_dang_nhap',
  'nguoi_xu_ly',
  'ca_truc',
  'loi_su_co',
  'nguyen_nhan',
  'phuong_an_xu_ly',
  'ket_qua_xu_ly',
  'mo_ta',
  'ghi_chu',
]);

/** Kinds of sheets whose business keys and messages may name a person's number. */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set(['accounts', 'contacts', 'incidents', 'units']);

/** Standing in the place of what never leaves. */
const SECRET = '••••••';

// Twelve digits are a citizen id, nine or ten in a row that begin like a telephone number are one.
const NUMBER_IN_TEXT = /(?<![\d.,])(?:\+84|84|0)(?:[ .-]?\d){8,10}(?![\d])|(?<![\d.,])\d{12}(?![\d])/g;

const LONG_NUMBER = /\d{9,}/g;

/** A value as it may stand in a report: a citizen id as `064******234`, a telephone number as `*******233`, numbers inside
 *  remarks likewise, a password never. Everything else as it is.
 *  @param field  null for a column that is not understood */
export function maskPersonal(field: FieldKey | null, value: string, personal: PersonalData = MASKED): string {
  if (value === '') return '';
  if (field === 'mat_khau') return SECRET;
  if (personal.shown) return value;
  if (field === 'cccd') {
    const id = parseCitizenId(value);
    return id.ok ? maskCitizenId(id.value) : maskDigits(value);
  }
  if (field === 'sdt') return maskDigits(value);
  return field === null || FREE_TEXT.has(field) ? maskText(value) : value;
}

/** Running text with citizen ids and telephone numbers masked. */
export const maskText = (text: string): string => text.replace(NUMBER_IN_TEXT, maskDigits);

/** Text about people's sheets: there any long number may be a damaged id, whatever it begins with. */
const maskNumbers = (text: string): string => maskText(text).replace(LONG_NUMBER, maskDigits);

/** All digits but the last three hidden; signs and length stay, for they may be what is wrong. */
function maskDigits(text: string): string {
  let left = (text.match(/\d/g) ?? []).length;
  return text.replace(/\d/g, (digit) => {
    left -= 1;
    return left < 3 ? digit : '*';
  });
}

/** A finding as it may stand in a report: value, proposal, key and every text of it masked. */
export function maskedFinding(findings: Findings, index: number, personal: PersonalData = MASKED): Finding {
  const { table, column } = findings.logged(index);
  const own = column === WHOLE_ROW ? undefined : table.columns[column];
  return maskFinding(findings.at(index), own !== undefined && isPasswordColumn(own), personal);
}

/** Masks a rendered finding.
 *  @param secret  whether it is about a column of passwords */
export function maskFinding(finding: Finding, secret: boolean, personal: PersonalData = MASKED): Finding {
  const hidden = secret || finding.field === 'mat_khau';
  if (!hidden && personal.shown) return finding;
  const { field, value, dataset } = finding;
  const mask = (text: string): string => (text === '' ? '' : hidden ? SECRET : maskPersonal(field, text, personal));
  const said = (text: string): string => {
    const without = replaceAll(replaceAll(text, value, mask(value)), finding.expected, mask(finding.expected));
    return ABOUT_PEOPLE.has(dataset) && !personal.shown ? maskNumbers(without) : without;
  };
  return {
    ...finding,
    key: ABOUT_PEOPLE.has(dataset) && !personal.shown ? maskNumbers(finding.key) : finding.key,
    value: mask(value),
    expected: mask(finding.expected),
    difference: said(finding.difference),
    args: Object.fromEntries(
      Object.entries(finding.args).map(([name, arg]) => [name, typeof arg === 'string' ? said(arg) : arg]),
    ),
    message: said(finding.message),
    ...(finding.fix === undefined
      ? {}
      : { fix: { ...finding.fix, value: mask(finding.fix.value), why: said(finding.fix.why) } }),
    ...(finding.evidence === undefined ? {} : { evidence: said(finding.evidence) }),
    ...(finding.peers === undefined
      ? {}
      : { peers: { ...finding.peers, value: mask(finding.peers.value), text: said(finding.peers.text) } }),
  };
}

/** One or two characters stand in every text; replacing them would hide nothing and spoil all. */
const SHORTEST_SECRET = 3;

const replaceAll = (text: string, part: string, by: string): string =>
  part.length < SHORTEST_SECRET || part === by ? text : text.replaceAll(part, () => by);
