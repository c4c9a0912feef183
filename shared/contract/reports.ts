import { count, foundName, id, language, method, startedJob, z } from './schema.ts';

/** What can be written. The first two are per agency, the others for the whole round. */
export const OUTPUTS = ['correctionWorkbook', 'annotatedCopies', 'json', 'csv', 'sarif'] as const;
export const output = z.enum(OUTPUTS);
export type Output = z.infer<typeof output>;

export const reportMethods = {
  /** Writes outputs for the agencies (all when left out), one folder per agency. The files are fetched by the handles of
   *  the job's result, or stand in `folder` where the host lets the user choose one. */
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
  /** A page as it will print, complete HTML without scripts; shown in a frame without any rights. */
  'reports.preview': method(
    z.object({ round: id, language, kind: z.enum(['correctionList']), agency: foundName.optional() }),
    z.object({ html: z.string(), title: z.string(), findings: count }),
  ),
};
