import { create } from 'zustand';
import type { JobView } from '../../../shared/contract/events.ts';

interface JobsState {
  readonly jobs: ReadonlyMap<string, JobView>;
  /** Failures and cancellations that the user has read. */
  readonly dismissed: ReadonlySet<string>;
  see(job: JobView): void;
  dismiss(id: string): void;
}

/** Long work as the events tell of it. */
export const useJobs = create<JobsState>((set) => ({
  jobs: new Map(),
  dismissed: new Set(),
  see: (job) => set(({ jobs }) => ({ jobs: new Map(jobs).set(job.id, job) })),
  dismiss: (id) => set(({ dismissed }) => ({ dismissed: new Set(dismissed).add(id) })),
}));

/** One piece of work, as far as it was told of. */
export const useJob = (id: string | null): JobView | undefined =>
  useJobs(({ jobs }) => (id === null ? undefined : jobs.get(id)));

/** Work on a round that is going on. */
export const useRunningJobs = (round: string | null): readonly JobView[] => {
  const jobs = useJobs((state) => state.jobs);
  return [...jobs.values()].filter((job) => job.state === 'running' && (round === null || job.round === round));
};
