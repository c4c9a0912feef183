import { useEffect, useRef } from 'react';
import type { JobView } from '../../../../shared/contract/events.ts';
import { useJob } from '../../client/jobs.ts';

/** Tells once when a piece of work has ended. @param id  null: nothing is waited for */
export function useAwaitedJob(id: string | null, onEnd: (job: JobView) => void): void {
  const job = useJob(id);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (job === undefined || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    onEnd(job);
  }, [job, onEnd]);
}
