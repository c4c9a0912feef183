import { CHANNELS } from '../domain/channel.ts';
import {
  count,
  dataset,
  fault,
  fieldKey,
  foundName,
  id,
  method,
  nothing,
  shortText,
  startedJob,
  text,
  z,
} from './schema.ts';

const headerRows = z.object({ firstRow: z.int().min(1), lastRow: z.int().min(1) });
const channel = z.enum(CHANNELS);

/** A sheet of a file and what intake made of it. */
export const intakeSheet = z.object({
  sheet: foundName,
  verdict: z.enum(['recognised', 'unsure', 'notACatalogue', 'empty']),
  dataset: dataset.nullable(),
  rows: count,
  agency: foundName.nullable(),
  hidden: z.boolean(),
  /** What a person should confirm or know. */
  questions: z.array(fault),
  /** The mapping was confirmed by a person or taken from memory. */
  confirmed: z.boolean(),
});
export type IntakeSheet = z.infer<typeof intakeSheet>;

/** A file of a round. */
export const intakeFile = z.object({
  file: id,
  name: foundName,
  bytes: count,
  format: shortText.nullable(),
  /** Why it could not be read. */
  fault: fault.nullable(),
  agency: foundName.nullable(),
  sheets: z.array(intakeSheet),
});
export type IntakeFile = z.infer<typeof intakeFile>;

/** A column of a sheet under review. */
export const columnView = z.object({
  sheetColumn: count,
  letters: shortText,
  heading: text,
  field: fieldKey.nullable(),
  channel: channel.optional(),
  /** 0 … 1 */
  confidence: z.number(),
  evidence: shortText.nullable(),
  alternatives: z.array(fieldKey),
});
export type ColumnView = z.infer<typeof columnView>;

/** The top of a sheet with what intake thinks of it. */
export const sheetPreview = z.object({
  /** Stored rows, sheet numbers 1-based; cells as a person sees them, cut at 300 characters. */
  rows: z.array(z.object({ row: count, hidden: z.boolean(), cells: z.array(z.string()) })),
  totalRows: count,
  header: headerRows.nullable(),
  dataset: dataset.nullable(),
  candidates: z.array(z.object({ dataset, score: z.number() })),
  columns: z.array(columnView),
  questions: z.array(fault),
});
export type SheetPreview = z.infer<typeof sheetPreview>;

export const intakeMethods = {
  /** Reads and judges files or folders that the user handed over. A file of the same name takes the place of the old one. */
  'intake.add': method(z.object({ round: id, files: z.array(id).min(1).max(5000) }), startedJob),
  'intake.list': method(z.object({ round: id }), z.object({ files: z.array(intakeFile) })),
  /** The first rows of a sheet. `header` and `dataset` show what the mapping would be with these. */
  'intake.preview': method(
    z.object({
      round: id,
      file: id,
      sheet: foundName,
      header: headerRows.optional(),
      dataset: dataset.optional(),
    }),
    sheetPreview,
  ),
  /** Decides what a sheet is. `remember` keeps the mapping for the next file with the same layout. */
  'intake.confirm': method(
    z.object({
      round: id,
      file: id,
      sheet: foundName,
      header: headerRows,
      dataset,
      columns: z
        .array(z.object({ sheetColumn: count, field: fieldKey.nullable(), channel: channel.optional() }))
        .max(16_384),
      remember: z.boolean(),
    }),
    startedJob,
  ),
  /** Takes back what a person, or what is remembered of an earlier decision, said a sheet is: it is read by its content
   *  alone. What is remembered stays remembered for other files. */
  'intake.unconfirm': method(z.object({ round: id, file: id, sheet: foundName }), startedJob),
  /** Names the agency whose data a file is; null: what the file itself tells. */
  'intake.setAgency': method(z.object({ round: id, file: id, agency: shortText.trim().min(2).nullable() }), startedJob),
  'intake.remove': method(z.object({ round: id, file: id }), startedJob),
  /** Takes back the last file that was removed. */
  'intake.restore': method(z.object({ round: id, file: id }), startedJob),
  /** Layouts that are remembered. */
  'intake.mappings': method(
    nothing,
    z.object({ mappings: z.array(z.object({ layout: id, dataset, columns: count, headings: z.array(foundName) })) }),
  ),
  'intake.forgetMapping': method(z.object({ layout: id }), nothing),
};
