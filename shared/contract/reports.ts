import { officeSchema } from '../settings/office.ts';
import { count, foundName, id, language, method, nothing, startedJob, z } from './schema.ts';

/** What can be written. The first four are per agency, the others for the whole round; `reports` are the papers for the
 *  leader: report, readiness, daily report; `bundle` holds the round with all its agencies, whichever are chosen. */
export const OUTPUTS = [
  'correctionWorkbook',
  'correctionPdf',
  'agencyReport',
  'annotatedCopies',
  'reports',
  'json',
  'csv',
  'sarif',
  'bundle',
] as const;
export const output = z.enum(OUTPUTS);
export type Output = z.infer<typeof output>;

/** Papers that can be seen before they are printed. `correctionList` is one agency's, `correctionLists` those of all that were
 *  chosen as one document, the others are the round's. */
export const PAPERS = ['correctionList', 'correctionLists', 'leader', 'readiness', 'daily'] as const;
export const paper = z.enum(PAPERS);
export type Paper = z.infer<typeof paper>;

/** Lines of correction lists that are printed as one document, about 250 sheets: they are laid out in a second. What is more
 *  is written as PDFs. */
export const MOST_LINES_AT_ONCE = 1500;

export const reportMethods = {
  /** Writes outputs for the agencies (all when left out), one folder per agency. The files are fetched by the handles of
   *  the job's result, or stand in `folder` where the host lets the user choose one; there, a writing that was stopped
   *  goes on where it ended. */
  'reports.write': method(
    z.object({
      round: id,
      language,
      agencies: z.array(foundName).max(5000).optional(),
      outputs: z.array(output).min(1),
      folder: id.optional(),
    }),
    startedJob,
  ),
  /** A page as it will print, complete HTML without scripts; shown in a frame without any rights. `agencies` are those of
   *  `correctionLists` (all when left out). `report.noDaily` when the round holds no daily sheets, `report.tooManyLines`
   *  beyond `MOST_LINES_AT_ONCE`. */
  'reports.preview': method(
    z.object({
      round: id,
      language,
      kind: paper,
      agency: foundName.optional(),
      agencies: z.array(foundName).max(5000).optional(),
    }),
    z.object({ html: z.string(), title: z.string(), findings: count }),
  ),
  /** Who signs, where, for whom: what letters and reports are headed and closed with. */
  'reports.office': method(nothing, z.object({ office: officeSchema })),
  'reports.changeOffice': method(z.object({ office: officeSchema }), nothing),
  /** Warning as the deadline of a daily report comes near; null while it is far, or for a round without daily sheets.
   *  `isPast`: the hour has gone by. */
  'reports.due': method(
    z.object({ round: id, language }),
    z.object({ warning: z.string().nullable(), isPast: z.boolean() }),
  ),
};
