import { readFile, stat } from 'node:fs/promises';
import { fail, succeed, type Result } from '../../../shared/result.ts';
import type { z } from '../../../shared/zod.ts';

/** Text of a part of a bundle that this program writes itself. */
export const textOfPart = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Longest such part, in bytes: a good half million corrections. */
const LARGEST = 256 << 20;

/** The text of a file of a bundle. Errors: `bundle.malformed` for one that was made to fill the memory. */
export async function textOfFile(file: string, shown: string): Promise<Result<string>> {
  const { size } = await stat(file);
  return size > LARGEST ? fail('bundle.malformed', { place: shown }) : succeed(await readFile(file, 'utf8'));
}

/** Reads such a part. Errors: `bundle.malformed`. */
export function parsedPart<T>(schema: z.ZodType<T>, text: string, shown: string): Result<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? succeed(parsed.data) : fail('bundle.malformed', { place: shown });
  } catch {
    return fail('bundle.malformed', { place: shown });
  }
}
