import type { KeyboardEvent } from 'react';
import { useFormat, useText } from '../../../app/language.tsx';
import { useToasts } from '../../../client/toasts.ts';
import { useResultsState } from '../resultsState.ts';
import { useIdentities, type ListQuery } from './findingPages.ts';
import { MOST_CHOSEN, NONE, toggled } from './selection.ts';
import { targetLine } from './targetLine.ts';

/** What keys and the mouse do in the grid: move, open, choose. */
export function useGridKeys(query: ListQuery, count: number, perPage: number, onOpen: () => void) {
  const t = useText();
  const { number } = useFormat();
  const show = useToasts((state) => state.show);
  const identities = useIdentities(query);

  const chooseRange = async (from: number, to: number): Promise<void> => {
    const [first, last] = from < to ? [from, to] : [to, from];
    if (last - first >= MOST_CHOSEN) return show(t('results.tooManyChosen', { count: number(MOST_CHOSEN) }));
    const chosen = await identities(first, last);
    if (chosen !== null) useResultsState.getState().set({ selection: { kind: 'some', identities: new Set(chosen) } });
  };

  const chooseOne = async (index: number): Promise<void> => {
    const [identity] = (await identities(index, index)) ?? [];
    if (identity === undefined) return;
    const { selection, set } = useResultsState.getState();
    set({ selection: toggled(selection, identity), anchor: index });
  };

  /** @param how  `only`: opens the line; `one`: takes it in or out; `range`: chooses from the anchor to it */
  const choose = (index: number, how: 'only' | 'one' | 'range'): void => {
    const { anchor, moveTo, set } = useResultsState.getState();
    moveTo(index);
    if (how === 'range') void chooseRange(anchor, index);
    else if (how === 'one') void chooseOne(index);
    else set({ anchor: index, isDetailOpen: true });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { active, anchor, selection, moveTo, set } = useResultsState.getState();
    const isCommand = event.ctrlKey || event.metaKey;
    const target = isCommand || event.altKey ? undefined : targetLine(event.key, active, count, perPage);
    if (target !== undefined) {
      if (event.shiftKey) void chooseRange(anchor, target);
      else set({ anchor: target });
      moveTo(target);
    } else if (event.key === 'Enter') onOpen();
    else if (event.key === ' ') void chooseOne(active);
    else if (isCommand && event.key.toLowerCase() === 'a') set({ selection: { kind: 'all' } });
    else if (event.key === 'Escape') {
      const isNoneChosen = selection.kind === 'some' && selection.identities.size === 0;
      set(isNoneChosen ? { isDetailOpen: false } : { selection: NONE });
    } else return;
    event.preventDefault();
  };
  return { onKeyDown, choose };
}
