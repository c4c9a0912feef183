import { useEffect } from 'react';
import { useJobs } from './jobs.ts';
import { useClient, useHost } from './workbench.tsx';

/** The stream of events may be away for a moment; what was missed is fetched after this. */
const ASK_AGAIN_MILLISECONDS = 3000;

/** Fetches how long work stands: once at the start, when a page was reloaded in the midst of it, when the stream of events is
 *  there again, and again and again while some is going on, so that nothing seems to run for ever because its end was
 *  missed. */
export function useJobNews(): void {
  const client = useClient();
  const host = useHost();
  const see = useJobs((state) => state.see);
  const isRunning = useJobs(({ jobs }) => [...jobs.values()].some(({ state }) => state === 'running'));
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const reply = await client.call('jobs.list', {});
      if (!reply.ok) return;
      const { jobs } = useJobs.getState();
      for (const job of reply.value.jobs) {
        const known = jobs.get(job.id);
        // An answer may be older than an event that came meanwhile; what failed before this page began was read elsewhere.
        if (known === undefined ? job.state === 'running' : known.state === 'running') see(job);
      }
    };
    void ask();
    const stopHearing = host.onReconnected(() => void ask());
    const timer = isRunning ? setInterval(() => void ask(), ASK_AGAIN_MILLISECONDS) : undefined;
    return () => {
      stopHearing();
      clearInterval(timer);
    };
  }, [client, host, see, isRunning]);
}
