import type { Language } from '../i18n/index.ts';
import { splitValues, vocabularyOf } from './multiValue.ts';
import { parsed, refused, type Parsed } from './parsed.ts';
import { compareKey } from './vietnameseText.ts';

/** Who may ask for a procedure ("đối tượng thực hiện"): the closed list of the national portal, 13 values in the
 *  catalogue of 7/2026. Two of them hold commas. */
export const APPLICANTS = {
  citizen: { vi: 'Công dân Việt Nam', en: 'Vietnamese citizen' },
  overseasVietnamese: { vi: 'Người Việt Nam định cư ở nước ngoài', en: 'Vietnamese residing abroad' },
  foreigner: { vi: 'Người nước ngoài', en: 'Foreigner' },
  residentForeigner: { vi: 'Người nước ngoài cư trú tại Việt Nam', en: 'Foreigner residing in Viet Nam' },
  official: { vi: 'Cán bộ, công chức, viên chức', en: 'Cadre, civil servant or public employee' },
  partyMember: { vi: 'Đảng viên', en: 'Party member' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  vietnameseEnterprise: { vi: 'Doanh nghiệp Việt Nam', en: 'Vietnamese enterprise' },
  foreignInvestedEnterprise: { vi: 'Doanh nghiệp có vốn đầu tư nước ngoài', en: 'Foreign-invested enterprise' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  organisation: {
    vi: 'Tổ chức (không bao gồm doanh nghiệp, HTX)',
    en: 'Organisation (other than enterprises and cooperatives)',
  },
  foreignOrganisation: { vi: 'Tổ chức nước ngoài', en: 'Foreign organisation' },
  partyOrganisation: { vi: 'Tổ chức Đảng', en: 'Party organisation' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** Key of a kind of applicant. */
export type Applicant = keyof typeof APPLICANTS;

const ALL = Object.keys(APPLICANTS) as readonly Applicant[];

// Codes of the portal's own list that real records show (DOMAIN §1.3); the rest of that list is not known.
const BY_KEY: ReadonlyMap<string, Applicant> = new Map([
  ...ALL.map((applicant): [string, Applicant] => [compareKey(APPLICANTS[applicant].vi), applicant]),
  ...Object.entries({
    ĐT1: 'citizen',
    ĐT4: 'foreigner',
    ĐT7: 'foreignOrganisation',
    ĐT9: 'organisation',
  } as const).map(([code, applicant]): [string, Applicant] => [compareKey(code), applicant]),
]);
const VOCABULARY = vocabularyOf(ALL.map((applicant) => APPLICANTS[applicant].vi));

/** Reads the applicants of a cell, in the order written, each once. Errors: `empty`; `unknown` with the span of the first
 *  value that the list does not hold. */
export function parseApplicants(cell: string): Parsed<Applicant[], 'empty' | 'unknown'> {
  const found = new Set<Applicant>();
  const values = splitValues(cell, VOCABULARY);
  if (values.length === 0) return refused('empty', 0, cell.length);
  for (const { text, start, end } of values) {
    const applicant = BY_KEY.get(compareKey(text));
    if (applicant === undefined) return refused('unknown', start, end);
    found.add(applicant);
  }
  return parsed([...found]);
}

/** Names of applicants as the portal prints them, joined by ", ". */
export const formatApplicants = (applicants: Iterable<Applicant>, language: Language = 'vi'): string =>
  Array.from(applicants, (applicant) => APPLICANTS[applicant][language]).join(', ');
