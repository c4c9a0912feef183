import { useCallback } from 'react';
import { useHandingOver } from '../client/handingOver.ts';
import { useNotices } from '../client/notices.ts';
import type { GivenFile } from '../client/screenHost.ts';
import { useToasts } from '../client/toasts.ts';
import { useHost } from '../client/workbench.tsx';
import { useText } from './language.tsx';

/** What is over before that is not worth a line of its own. */
const SHOWN_AFTER_MILLISECONDS = 400;

let last = 0;

/** Hands files over to the host, with how far it is and a way to stop it in the bar of long work. Files that are too large
 *  are told of and left out. @returns their handles; null when there are none, it was stopped, or it failed */
export function useHandOver(): (files: readonly GivenFile[]) => Promise<readonly string[] | null> {
  const host = useHost();
  const t = useText();
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  return useCallback(
    async (files) => {
      const { largest } = host;
      const fitting = files.filter(({ file }) => file.size <= largest);
      for (const { name } of files.filter(({ file }) => file.size > largest)) {
        say({ code: 'upload.tooLarge', params: { file: name, megabytes: Math.floor(largest / 2 ** 20) } });
      }
      if (fitting.length === 0) return null;
      const { see, end } = useHandingOver.getState();
      const id = ++last;
      const stopping = new AbortController();
      const started = performance.now();
      const reply = await host.handOver(
        fitting,
        (done, total, share) => {
          if (performance.now() - started < SHOWN_AFTER_MILLISECONDS) return;
          see({ id, done, total, share, cancel: () => stopping.abort() });
        },
        stopping.signal,
      );
      end(id);
      if (reply.ok) return reply.value;
      if (reply.error.code === 'upload.cancelled') show(t('upload.cancelled'));
      else say(reply.error);
      return null;
    },
    [host, t, say, show],
  );
}
