import { jobView } from './events.ts';
import { count, foundName, id, method, nothing, shortText, startedJob, z } from './schema.ts';

/** Long work that was stopped before its end. */
export const workView = z.object({
  id,
  kind: z.enum(['intake', 'report']),
  round: id,
  roundName: foundName,
  /** ISO instant at which it began. */
  at: z.iso.datetime(),
  /** Parts that are finished, of all; 0 of 0 while they are not counted. */
  done: count,
  total: count,
  /** False when what it worked on is not there any more. */
  canResume: z.boolean(),
});
export type WorkView = z.infer<typeof workView>;

export const hostMethods = {
  'host.about': method(
    nothing,
    z.object({
      name: z.enum(['electron', 'loopback', 'process']),
      version: shortText,
      /** Today where the user sits, ISO. */
      today: z.iso.date(),
      /** What this host can do beside the contract. */
      can: z.object({ chooseFolder: z.boolean(), printDirectly: z.boolean() }),
    }),
  ),
  'settings.read': method(nothing, z.object({ settings: z.record(z.string(), z.unknown()) })),
  'settings.change': method(
    z.object({ change: z.record(z.string(), z.unknown()) }),
    z.object({ settings: z.record(z.string(), z.unknown()) }),
  ),
  'jobs.list': method(nothing, z.object({ jobs: z.array(jobView) })),
  /** Asks a job to stop; it ends as `cancelled`. What it had finished stays (files taken in, files written into a chosen
   *  folder), nothing stays half done. */
  'jobs.cancel': method(z.object({ job: id }), nothing),
  /** What a cancellation, an end of the program or a power cut has stopped, oldest first. */
  'jobs.unfinished': method(nothing, z.object({ work: z.array(workView) })),
  /** Goes on where work was stopped: what it had finished is not done again. */
  'jobs.resume': method(z.object({ work: id }), startedJob),
  'jobs.forget': method(z.object({ work: id }), nothing),
};
