import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { z } from '../../../shared/zod.ts';

/** Text of a part of a bundle that this program writes itself. */
export const textOfPart = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Reads such a part. Errors: `bundle.malformed`. */
export function parsedPart<T>(schema: z.ZodType<T>, text: string, shown: string): Result<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? succeed(parsed.data) : fail('bundle.malformed', { place: shown });
  } catch {
    return fail('bundle.malformed', { place: shown });
  }
}
