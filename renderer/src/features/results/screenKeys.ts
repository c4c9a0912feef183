import { useEffect, useRef } from 'react';

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
}

/** Listens to the keys wherever the focus is, but not while something is typed, nor below an open dialog. */
export function useScreenKeys(keys: ScreenKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('input, textarea, select, [contenteditable=true]') !== null) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.shiftKey && key !== '?' ? 'Shift+' : ''}${key}`;
      const actions: Readonly<Record<string, () => void>> = {
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
      action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
