import { z } from 'zod';

/** The part of an event of the contract that tells how far a job is. */
const jobEvent = z.object({
  type: z.literal('job'),
  job: z.object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    done: z.number(),
    total: z.number(),
  }),
});

/** Shows running jobs on the taskbar button: their common share, or a moving bar while a total is not known.
 *  @returns takes each event of the services
 *  @param show  share from 0 to 1, above 1 for a moving bar, below 0 for none (as Electron's `setProgressBar`) */
export function taskbarProgress(show: (share: number) => void): (event: unknown) => void {
  const running = new Map<string, { readonly done: number; readonly total: number }>();
  return (event) => {
    const read = jobEvent.safeParse(event);
    if (!read.success) return;
    const { id, state, done, total } = read.data.job;
    if (state === 'running') running.set(id, { done, total });
    else if (!running.delete(id)) return;
    show(shareOf([...running.values()]));
  };
}

function shareOf(jobs: readonly { readonly done: number; readonly total: number }[]): number {
  if (jobs.length === 0) return -1;
  if (jobs.some((job) => job.total <= 0)) return 2;
  const shares = jobs.map((job) => Math.min(1, job.done / job.total));
  return shares.reduce((sum, share) => sum + share, 0) / jobs.length;
}
