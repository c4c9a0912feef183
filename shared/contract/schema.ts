import { DATASET_IDS } from '../domain/datasets.ts';
import { isFieldKey, type FieldKey } from '../domain/fields.ts';
import { z } from '../zod.ts';

export { z };

/** Longest text that any caller may send; files travel as handles, never as text. */
const LONGEST_TEXT = 100_000;

export const text = z.string().max(LONGEST_TEXT);
export const shortText = z.string().max(500);
/** A name that a file brings along: of the file with its folders, a sheet, an agency, a heading. Long ones are unusual,
 *  and must not shut a whole list. */
export const foundName = z.string().max(8192);
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const count = z.int().min(0);
export const isoDate = z.iso.date();
export const language = z.enum(['vi', 'en']);
export const severity = z.enum(['error', 'warning', 'info']);
export const dataset = z.enum(DATASET_IDS);
export const fieldKey = z.custom<FieldKey>((value) => typeof value === 'string' && isFieldKey(value));
/** Identity of a finding, see `shared/engine`. */
export const identity = z.string().regex(/^[0-9a-f]{28}$/);
/** An error value: a key of `shared/i18n` with what its text needs. */
export const fault = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export const counts = z.object({ error: count, warning: count, info: count });
/** Place of a cell in a sheet: 1-based row, 0-based column. */
export const cellPlace = z.object({
  file: foundName,
  sheet: foundName,
  row: z.int().min(1).max(1_048_576),
  column: z.int().min(0).max(16_383),
});

/** One call of the contract: what goes in and what comes out. Both are checked at every boundary. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

export const method = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> => ({ input, output });

/** Input or output of a call that has none. */
export const nothing = z.object({});
/** Output of a call that starts long work: its progress comes as events. */
export const startedJob = z.object({ job: id });
