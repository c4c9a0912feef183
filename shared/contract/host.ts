import { jobView } from './events.ts';
import { id, method, nothing, shortText, z } from './schema.ts';

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
};
