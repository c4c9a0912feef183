import { useCallback } from 'react';
import { useHandOver } from '../../app/handOver.ts';
import { usePlace } from '../../app/place.ts';
import { useNotices } from '../../client/notices.ts';
import type { GivenFile } from '../../client/screenHost.ts';
import { useClient } from '../../client/workbench.tsx';
import { letGo } from './letGo.ts';
import { useReturned } from './returnedState.ts';

/** Has lists read that an agency sent back, and shows what stands in them. */
export function useTakeBack() {
  const handOver = useHandOver();
  const client = useClient();
  const say = useNotices((state) => state.say);
  const round = usePlace((state) => state.round);
  const go = usePlace((state) => state.go);
  const look = useReturned((state) => state.look);

  const read = useCallback(
    async (files: readonly string[], ofRound: readonly string[]) => {
      if (round === null || files.length + ofRound.length === 0) return;
      const before = useReturned.getState().review;
      const started = await client.call('returned.read', { round, files: [...files], ofRound: [...ofRound] });
      if (!started.ok) return say(started.error);
      look({ round, ...started.value });
      go('reports');
      if (before !== null) await letGo(client, before);
    },
    [client, round, say, look, go],
  );
  return {
    /** Files that were chosen in the page. */
    given: useCallback(
      async (files: readonly GivenFile[]) => {
        const handles = await handOver(files);
        if (handles !== null) await read(handles, []);
      },
      [handOver, read],
    ),
    /** A file of the round that turned out to be such a list. */
    ofRound: useCallback((file: string) => read([], [file]), [read]),
  };
}
