import { useEffect, useRef } from 'react';
import { afterDialog } from '../../ui/afterDialog.ts';

/** What the keys of the whole screen do. */
export interface ScreenKeys {
  fix(): void;
  waive(): void;
  edit(): void;
  search(): void;
  goTo(): void;
  undo(): void;
  redo(): void;
  help(): void;
  /** From the details back to the list. */
  back(): void;
  /** Whether a dialog is open over the screen. */
  isCovered(): boolean;
}

const OVER = '[role=dialog], [role=alertdialog]';

/** Listens to the keys wherever the focus is, but not while something is typed, nor below an open dialog. A dialog that was
 *  closed still has the keyboard until it has faded: keys that are pressed meanwhile count as soon as it is gone. */
export function useScreenKeys(keys: Partial<ScreenKeys>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (latest.current.isCovered?.() === true) return;
      const isTyped = target.closest('input, textarea, select, [contenteditable=true]') !== null;
      if (isTyped && target.closest(OVER) === null) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey && key !== '?' ? 'Shift+' : ''}${key}`;
      const actions: Readonly<Record<string, (() => void) | undefined>> = {
        f: latest.current.fix,
        w: latest.current.waive,
        F2: latest.current.edit,
        '/': latest.current.search,
        'Ctrl+g': latest.current.goTo,
        'Ctrl+z': latest.current.undo,
        'Ctrl+y': latest.current.redo,
        'Ctrl+Shift+z': latest.current.redo,
        '?': latest.current.help,
        Escape: latest.current.back,
      };
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
      if (action === undefined) return;
      event.preventDefault();
      if (document.querySelector(OVER) === null) action();
      // After the focus is back where it was before the dialog.
      else afterDialog(() => setTimeout(action, 0));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
