import { useEffect } from 'react';
import { create } from 'zustand';
import { usePlace, type Place } from './place.ts';

/** What is wanted of a screen that may have to be shown first, and the place of that screen. */
const PLACE_OF = {
  newRound: 'rounds',
  find: 'results',
  goToCell: 'results',
  history: 'results',
  office: 'settings',
  dailyPaper: 'reports',
} as const satisfies Readonly<Record<string, Place>>;
export type Wish = keyof typeof PLACE_OF;

const useWish = create<{ readonly wish: Wish | null }>(() => ({ wish: null }));

/** Shows the screen that something is wanted of, which then does it. */
export function wish(wanted: Wish): void {
  useWish.setState({ wish: wanted });
  usePlace.getState().go(PLACE_OF[wanted]);
}

// Who goes elsewhere meanwhile doesn't want it any more.
usePlace.subscribe(({ place }) => {
  const { wish: wanted } = useWish.getState();
  if (wanted !== null && PLACE_OF[wanted] !== place) useWish.setState({ wish: null });
});

/** Whether something is wanted of a place that it has not done yet. */
export const useIsWanted = (place: Place): boolean =>
  useWish(({ wish: wanted }) => wanted !== null && PLACE_OF[wanted] === place);

/** Fulfils a wish, now or as soon as it is made. @param fulfil  the same function as long as it does the same */
export function useFulfil(own: Wish, fulfil: () => void): void {
  const wanted = useWish((state) => state.wish);
  useEffect(() => {
    if (wanted !== own) return;
    useWish.setState({ wish: null });
    fulfil();
  }, [wanted, own, fulfil]);
}
