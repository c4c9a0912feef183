import type { Handlers } from '../../../../shared/contract/dispatcher.ts';
import { refused, replied } from '../../../../shared/contract/envelope.ts';
import type { hostMethods } from '../../../../shared/contract/host.ts';
import { PRODUCT_VERSION } from '../../productVersion.ts';
import { dayOf, type Surroundings } from '../surroundings.ts';

/** What the program is and how it is set, and the long work that goes on. */
export const hostHandlers = ({
  name,
  can,
  now,
  settings,
  jobs,
  unfinished,
}: Surroundings): Handlers<keyof typeof hostMethods> => ({
  'host.about': () => replied({ name, version: PRODUCT_VERSION, today: dayOf(now()), can }),
  'settings.read': async () => replied({ settings: (await settings.load()).settings }),
  'settings.change': async ({ change }) => {
    const changed = await settings.change(change);
    return changed.ok ? replied({ settings: changed.value }) : refused(changed.error.code, changed.error.params);
  },
  'jobs.list': () => replied({ jobs: [...jobs.list()] }),
  'jobs.cancel': ({ job }) => (jobs.cancel(job) ? replied({}) : refused('job.unknown')),
  'jobs.unfinished': () => replied({ work: unfinished.views() }),
  'jobs.resume': ({ work }) => unfinished.resume(work),
  'jobs.forget': ({ work }) => unfinished.forget(work),
});
