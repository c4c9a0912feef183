import { useEffect, useRef } from 'react';
import type { DesktopEvent, MenuCommand } from '../../../shared/desktop/bridge.ts';
import { useToasts } from '../client/toasts.ts';
import { useHost } from '../client/workbench.tsx';
import { wish } from './commands.ts';
import { useTakeIn } from './giveFiles.ts';
import { useText } from './language.tsx';
import { usePlace } from './place.ts';

/** How often it is looked whether a dialog has been closed. */
const LOOK_AGAIN_MILLISECONDS = 250;

const isDialogOpen = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog]') !== null ||
  document.querySelector('#app')?.hasAttribute('aria-hidden') === true;

/** Does what is chosen in the menu of the window, and takes in the files that the program was started with.
 *  @param ready  a round that is gone on with at the start is known: files go into that one */
export function useDesktopCommands(ready: boolean): void {
  const host = useHost();
  const t = useText();
  const show = useToasts((state) => state.show);
  const takeIn = useTakeIn();
  const waiting = useRef<string[]>([]);

  const run = (command: MenuCommand): void => {
    // A dialog is answered first, as in every program of Windows.
    if (isDialogOpen()) return;
    const { round, go } = usePlace.getState();
    switch (command) {
      case 'settings':
      case 'guide':
        return go(command);
      case 'newRound':
        return wish(command);
      case 'find':
      case 'goToCell':
        if (round === null) show(t('help.openRoundFirst'));
        else wish(command);
    }
  };
  const takeWaiting = (): void => {
    if (!ready || isDialogOpen()) return;
    void takeIn(waiting.current.splice(0));
  };
  const latest = useRef({ run, takeWaiting });
  useEffect(() => {
    latest.current = { run, takeWaiting };
  });

  useEffect(
    () =>
      host.onDesktop((event: DesktopEvent) => {
        if (event.type === 'command') return latest.current.run(event.command);
        waiting.current.push(...event.files.map(({ id }) => id));
        latest.current.takeWaiting();
      }),
    [host],
  );
  useEffect(() => {
    // Files wait for the start and for open dialogs; they are never dropped.
    const timer = setInterval(() => {
      if (waiting.current.length > 0) latest.current.takeWaiting();
    }, LOOK_AGAIN_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
}
