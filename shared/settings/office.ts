import { z } from '../zod.ts';
import { fail, succeed, type Result } from '../result.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** Who sends a daily report to whom, and until when. */
export const routeSchema = z.strictObject({
  /** Level of the sender: communes, departments of the province, the province itself. */
  from: z.enum(['commune', 'department', 'province']),
  to: z.string().trim().min(1).max(200),
  /** Hour of every day by which it must be there, HH:MM. */
  due: timeOfDay,
});

/** What an office writes on every paper it sends: who it is, who signs, who gets it. Read from a small JSON file or the
 *  settings; whatever is left out stays as dots to be filled in by hand. */
export const officeSchema = z.strictObject({
  /** Parent agency, e.g. "Ủy ban nhân dân tỉnh Gia Lai"; '' for an agency that has none on its letterhead. */
  parentAgency: text(200),
  agency: text(200),
  /** Place of the date line, e.g. "Gia Lai". */
  place: text(100),
  /** Number of the document; '' leaves room for it. */
  number: text(20),
  /** Symbol behind the number without the kind of document, e.g. "VP" for `BC-VP`. */
  symbol: text(40),
  /** To whom the report goes ("Kính gửi"). */
  addressees: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  signatory: z
    .strictObject({
      /** In whose place, e.g. "KT. CHÁNH VĂN PHÒNG"; '' for the head himself. */
      authority: text(200),
      title: text(200),
      name: text(100),
    })
    .default({ authority: '', title: '', name: '' }),
  /** List under "Nơi nhận", one entry a line. */
  recipients: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** Who follows up the corrections and collects difficulties, e.g. "Văn phòng Ủy ban nhân dân tỉnh". */
  coordinator: text(200),
  /** Documents that ordered the review, each as it is cited after "Căn cứ"; the laws are added by the program. */
  basis: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
  /** Days that agencies have for corrections, in working days. */
  daysToCorrect: z
    .strictObject({ errors: z.int().min(1).max(90).default(3), warnings: z.int().min(1).max(180).default(10) })
    .default({ errors: 3, warnings: 10 }),
  /** Days off that follow from no rule: Tết, Giỗ Tổ, the second day of Quốc khánh, days exchanged by a notice. Weekends and
   *  the fixed holidays are known (`shared/domain/workingDays.ts`). ISO dates. */
  daysOff: z.array(z.iso.date()).max(400).default([]),
  /** Days worked although they are a weekend or a holiday, in exchange for others. ISO dates. */
  workingDays: z.array(z.iso.date()).max(100).default([]),
  /** Level at which it reports: to whom its daily report goes. */
  level: z.enum(['commune', 'department', 'province']).default('province'),
  /** Routes of daily reports; left out, those of the province, or the common ones. */
  dailyRoutes: z.array(routeSchema).max(20).optional(),
  /** Code of the province (QĐ 19/2025/QĐ-TTg), two digits. */
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});

export type Office = z.infer<typeof officeSchema>;
export type DailyRoute = z.infer<typeof routeSchema>;

/** An office of which nothing is known. */
export const UNKNOWN_OFFICE: Office = officeSchema.parse({});

/** Reads office data from JSON text. Errors: `office.notJson`, `office.wrongField` with the field. */
export function parseOffice(json: string): Result<Office> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return fail('office.notJson');
  }
  const read = officeSchema.safeParse(value);
  if (read.success) return succeed(read.data);
  const issue = read.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  return fail('office.wrongField', { field: [...(issue?.path ?? []), ...unknown].join('.') });
}
