import type { z } from '../zod.ts';
import { fail, succeed, type Result } from '../result.ts';

/** Lifts what one version of the program stored to the next version's form. Pure: it only ever sees plain JSON. */
export type Upgrader = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** How a small document that outlives program versions is understood. */
export interface StoredFormat<T> {
  /** Version that this program writes, counted from 1. */
  readonly version: number;
  /** One per step: the first lifts version 1 to 2, the next 2 to 3, … */
  readonly upgraders: readonly Upgrader[];
  readonly schema: z.ZodType<T>;
}

/** A document in today's form, and the version it was stored in. */
export interface StoredDocument<T> {
  readonly value: T;
  readonly storedVersion: number;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a stored document of any version up to this program's.
 *  Errors: `settings.damaged` (not an object with a version, or a value that its version doesn't allow; `field` says
 *  which), `settings.newer` (written by a later program: never guessed at, never overwritten). */
export function readStored<T>(format: StoredFormat<T>, stored: unknown): Result<StoredDocument<T>> {
  const version = isRecord(stored) ? stored['version'] : undefined;
  if (!isRecord(stored) || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail('settings.damaged', { field: 'version' });
  }
  if (version > format.version) return fail('settings.newer', { found: version, known: format.version });
  let document = stored;
  for (let step = version; step < format.version; step += 1) {
    const upgrade = format.upgraders[step - 1];
    if (upgrade === undefined) return fail('settings.damaged', { field: 'version' });
    document = { ...upgrade(document), version: step + 1 };
  }
  const read = format.schema.safeParse(document);
  if (!read.success) return fail('settings.damaged', { field: read.error.issues[0]?.path.join('.') ?? '' });
  return succeed({ value: read.data, storedVersion: version });
}
