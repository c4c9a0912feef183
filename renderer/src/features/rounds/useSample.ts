import { useEffect, useState } from 'react';
import type { JobView } from '../../../../shared/contract/events.ts';
import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { usePlace } from '../../app/place.ts';
import { useJobs } from '../../client/jobs.ts';
import { useNotices } from '../../client/notices.ts';
import { useAction } from '../../client/workbench.tsx';

/** The sample round: opened when it is there, else made, and then its results are shown. */
export function useSample(rounds: readonly RoundCard[]): {
  /** Sample data is being made; null: there is no news of it yet. */
  readonly making: JobView | null | undefined;
  readonly open: () => void;
} {
  const openRound = usePlace((state) => state.openRound);
  const say = useNotices((state) => state.say);
  const create = useAction('rounds.createSample');
  const [started, setStarted] = useState<string | null>(null);
  const running = useJobs(({ jobs }) => [...jobs.values()].findLast(isMaking)?.id ?? null);
  const id = started ?? running;
  const job = useJobs(({ jobs }) => (id === null ? undefined : jobs.get(id)));
  // One that was begun before this screen was left and entered again is waited for all the same.
  useEffect(() => {
    if (started === null && running !== null) setStarted(running);
  }, [started, running]);
  useEffect(() => {
    if (started === null || job === undefined || job.state === 'running') return;
    setStarted(null);
    if (job.state === 'done' && job.round !== null) openRound(job.round, 'results');
  }, [started, job, openRound]);
  const isWaiting = create.isPending || (id !== null && (job === undefined || job.state === 'running'));
  return {
    making: isWaiting ? (job ?? null) : undefined,
    open: () => {
      const known = rounds.find(({ sample }) => sample);
      if (known !== undefined) return openRound(known.id, 'results');
      create.mutate({}, { onSuccess: ({ job: made }) => setStarted(made), onError: ({ fault }) => say(fault) });
    },
  };
}

const isMaking = ({ kind, state }: JobView): boolean => kind === 'sample' && state === 'running';
