import { useState } from 'react';
import type { Output } from '../../../../shared/contract/reports.ts';
import { useLanguage } from '../../app/language.tsx';
import { useRunningJobs } from '../../client/jobs.ts';
import { useNotices } from '../../client/notices.ts';
import { useAnswer, useClient, useHost } from '../../client/workbench.tsx';

/** Writing reports. @param agencies  null: all */
export function useReportWork(round: string, agencies: readonly string[] | null, outputs: readonly Output[]) {
  const host = useHost();
  const client = useClient();
  const language = useLanguage();
  const say = useNotices((state) => state.say);
  const about = useAnswer('host.about', {});
  const [isStarting, setStarting] = useState(false);
  const isRunning = useRunningJobs(round).some(({ kind }) => kind === 'report');

  const write = async (folder: string | null): Promise<void> => {
    setStarting(true);
    const started = await client.call('reports.write', {
      round,
      language,
      outputs: [...outputs],
      ...(agencies === null ? {} : { agencies: [...agencies] }),
      ...(folder === null ? {} : { folder }),
    });
    setStarting(false);
    if (!started.ok) say(started.error);
  };
  return {
    isBusy: isStarting || isRunning,
    canChooseFolder: about.data?.can.chooseFolder === true,
    /** Writes what is fetched afterwards. */
    write: () => void write(null),
    /** Writes into a folder that the user chooses first. */
    writeToFolder: async () => {
      const folder = await host.chooseFolder();
      if (folder !== null) await write(folder);
    },
  };
}
