import type { Client } from '../../../../shared/contract/client.ts';
import { useJobs } from '../../client/jobs.ts';
import type { OpenReview } from './returnedState.ts';

/** Lets go of lists that nobody looks at any more; if they are still being read, that stops. */
export async function letGo(client: Client, { round, review, job }: OpenReview): Promise<void> {
  if (useJobs.getState().jobs.get(job)?.state === 'running') await client.call('jobs.cancel', { job });
  await client.call('returned.close', { round, review });
}
