import { count, fault, id, shortText, z } from './schema.ts';

/** How long work stands. `done` of `total` in the unit of the phase; `etaMs` once it can be told. */
export const jobView = z.object({
  id,
  kind: z.enum(['open', 'intake', 'check', 'sample', 'import', 'report', 'tryOut', 'returned', 'verify']),
  round: id.nullable(),
  phase: z.enum(['waiting', 'reading', 'checking', 'writing', 'saving']),
  done: count,
  total: count,
  etaMs: count.nullable(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  fault: fault.nullable(),
  /** What it made, for those that make something to fetch: a name to show and a handle to ask for it with. A `folder` is
   *  one the user chose; it can be shown, not fetched. `missing`: what could not be made of it. */
  result: z
    .array(z.object({ name: shortText, handle: id, folder: z.boolean(), missing: z.array(fault).optional() }))
    .nullable(),
});
export type JobView = z.infer<typeof jobView>;

/** What a user interface is told without asking: at most ten times a second per job. */
export const workbenchEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job'), job: jobView }),
  /** The findings of a round are others than before: whatever shows them asks again. */
  z.object({ type: z.literal('results'), round: id, revision: count }),
  /** Files that came put decisions out of force: corrections of cells that hold something else now, and accepted findings
   *  that are open again because their value has changed. */
  z.object({ type: z.literal('lapsed'), round: id, cells: count, findings: count }),
  z.object({ type: z.literal('rounds') }),
  z.object({ type: z.literal('references') }),
  z.object({ type: z.literal('ruleSets') }),
]);
export type WorkbenchEvent = z.infer<typeof workbenchEvent>;
