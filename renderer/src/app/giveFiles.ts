import { useCallback } from 'react';
import { useNotices } from '../client/notices.ts';
import type { GivenFile } from '../client/screenHost.ts';
import { useClient } from '../client/workbench.tsx';
import { useHandOver } from './handOver.ts';
import { useFormat, useText } from './language.tsx';
import { usePlace } from './place.ts';

/** Takes files, of which the host has handles, into the round that is open, or into a new one of today, and shows the
 *  intake. */
export function useTakeIn(): (handles: readonly string[]) => Promise<void> {
  const client = useClient();
  const t = useText();
  const { day } = useFormat();
  const { round, openRound, go } = usePlace();
  const say = useNotices((state) => state.say);
  return useCallback(
    async (handles) => {
      if (handles.length === 0) return;
      let target = round;
      if (target === null) {
        const about = await client.call('host.about', {});
        if (!about.ok) return say(about.error);
        const made = await client.call('rounds.create', {
          name: t('rounds.newName', { day: day(about.value.today) }),
          date: about.value.today,
        });
        if (!made.ok) return say(made.error);
        target = made.value.round;
        openRound(target, 'intake');
      } else go('intake');
      const added = await client.call('intake.add', { round: target, files: [...handles] });
      if (!added.ok) say(added.error);
    },
    [client, t, day, round, openRound, go, say],
  );
}

/** Hands files that were dropped or chosen in the page over to the host, which then takes them in. */
export function useGiveFiles(): (files: readonly GivenFile[]) => Promise<void> {
  const handOver = useHandOver();
  const takeIn = useTakeIn();
  return useCallback(
    async (files) => {
      const handles = await handOver(files);
      if (handles !== null) await takeIn(handles);
    },
    [handOver, takeIn],
  );
}
