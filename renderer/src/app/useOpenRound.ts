import { useEffect, useState } from 'react';
import type { JobView } from '../../../shared/contract/events.ts';
import type { Fault } from '../../../shared/result.ts';
import { useJobs } from '../client/jobs.ts';
import { useClient } from '../client/workbench.tsx';

/** News of a job that was missed, while the stream of events was away, is fetched after this. */
const ASK_AGAIN_MILLISECONDS = 2000;

/** How the opening of a round stands. */
export interface OpenedRound {
  readonly ready: boolean;
  /** The work of opening as it was last told of. */
  readonly job: JobView | null;
  /** Why the round could not be opened. */
  readonly fault: Fault | null;
  /** The opening was stopped by the user. */
  readonly stopped: boolean;
  retry(): void;
}

interface Started {
  readonly round: string;
  readonly job: string | null;
  readonly fault: Fault | null;
}

/** Opens a round whenever another one is chosen. Results can be asked for once it is `ready`; it stops being so while the
 *  round is judged anew, because its day, catalogue or rules were changed. */
export function useOpenRound(round: string | null): OpenedRound {
  const client = useClient();
  const see = useJobs((state) => state.see);
  const [started, setStarted] = useState<Started | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (round === null) return;
    let isWanted = true;
    setStarted({ round, job: null, fault: null });
    void client.call('rounds.open', { round }).then((reply) => {
      if (!isWanted) return;
      setStarted(reply.ok ? { round, job: reply.value.job, fault: null } : { round, job: null, fault: reply.error });
    });
    return () => {
      isWanted = false;
    };
  }, [client, round, attempt]);

  const own = started?.round === round ? started : null;
  const id = own?.job ?? null;
  const job = useJobs(({ jobs }) => lastOpening(jobs, round, id));
  const isWaiting = id !== null && (job === null || job.state === 'running');
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => {
      void client.call('jobs.list', {}).then((reply) => {
        if (reply.ok) for (const one of reply.value.jobs) if (one.round === round) see(one);
      });
    }, ASK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [client, isWaiting, round, see]);

  return {
    ready: job?.state === 'done',
    job,
    fault: own?.fault ?? (job?.state === 'failed' ? job.fault : null),
    stopped: job?.state === 'cancelled',
    retry: () => setAttempt((before) => before + 1),
  };
}

/** The newest opening of a round among the jobs, once there is news of the one that was started here. */
function lastOpening(jobs: ReadonlyMap<string, JobView>, round: string | null, own: string | null): JobView | null {
  if (own === null || !jobs.has(own)) return null;
  return [...jobs.values()].findLast((job) => job.kind === 'open' && job.round === round) ?? null;
}
