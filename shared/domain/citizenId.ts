import { foldLookAlikes } from './lookAlikes.ts';
import { parsed, refused, type Parsed } from './parsed.ts';

/** Personal identification number ("số định danh cá nhân", 12 digits; NĐ 137/2015 Điều 13, TT 07/2016/TT-BCA Điều 7):
 *  three digits for the place where the birth was registered, one for century and sex, two for the year of birth, six at
 *  random. */
export interface CitizenId {
  readonly digits: string;
  /** The three digits of the place. */
  readonly place: string;
  /** What the place is: one of the 63 provinces of before 2025, another country, or neither. */
  readonly placeKind: 'province' | 'country' | 'unknown';
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
}

/** Why a text is no number of 12 digits: nothing there; a sign that is no digit; an old 9-digit card number (CMND), not
 *  good for VNeID; 11 digits, as Excel leaves a number whose first digit was 0; any other length. */
export type CitizenIdReason = 'empty' | 'notDigits' | 'oldCard' | 'lostZero' | 'wrongLength';

// Province numbers of before 2025, which stay in the cards; never test them against the 34 provinces of today.
const OLD_PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

/** Reads an identification number. Blanks, dots and dashes between the digits do not matter. */
export function parseCitizenId(cell: string): Parsed<CitizenId, CitizenIdReason> {
  const trimmed = cell.trim();
  const start = cell.indexOf(trimmed);
  if (trimmed === '') return refused('empty', 0, cell.length);
  const plain = foldLookAlikes(trimmed);
  const wrong = plain.search(/[^\d\s.\-\u200B-\u200F\uFEFF]/);
  if (wrong >= 0) return refused('notDigits', start + wrong, start + wrong + 1);
  const digits = plain.replace(/\D/g, '');
  if (digits.length !== 12) {
    const reason = digits.length === 9 ? 'oldCard' : digits.length === 11 ? 'lostZero' : 'wrongLength';
    return refused(reason, start, start + trimmed.length);
  }
  const place = digits.slice(0, 3);
  const century = Number(digits[3]);
  return parsed({
    digits,
    place,
    placeKind: OLD_PROVINCES.has(place) ? 'province' : Number(place) > 100 ? 'country' : 'unknown',
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6)),
  });
}

/** The number with the zeros it lost in front, where 11 or 10 digits are left (10 of the provinces 001 to 008) and the
 *  place is then a province (rule USR-01). A proposal to ask about, nothing more. */
export function repairCitizenId(cell: string): string | undefined {
  const id = parseCitizenId(cell);
  if (id.ok || (id.reason !== 'lostZero' && id.reason !== 'wrongLength')) return undefined;
  const digits = foldLookAlikes(cell).replace(/\D/g, '');
  if (digits.length !== 11 && digits.length !== 10) return undefined;
  const repaired = digits.padStart(12, '0');
  return OLD_PROVINCES.has(repaired.slice(0, 3)) ? repaired : undefined;
}

/** The number with all but its place and last three digits hidden, for screens and reports: `064******234`. */
export const maskCitizenId = (id: CitizenId): string => `${id.place}******${id.digits.slice(-3)}`;
