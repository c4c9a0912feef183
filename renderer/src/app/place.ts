import { create } from 'zustand';
import type { FindingFilter } from '../../../shared/contract/results.ts';

/** The five places, in the order in which work goes; beside them the guide and the settings. */
export const PLACES = ['rounds', 'intake', 'results', 'knowledge', 'reports'] as const;
export type Place = (typeof PLACES)[number] | 'guide' | 'settings';

/** Whether a place is about the round that is open. */
export const needsRound = (place: Place): boolean => place === 'intake' || place === 'results' || place === 'reports';

interface PlaceState {
  readonly place: Place;
  /** Round that is open; the places after the first are about it. */
  readonly round: string | null;
  /** What the list of findings is narrowed to; kept while other places are visited. */
  readonly filter: FindingFilter;
  /** Rule whose page is shown in the knowledge place. */
  readonly rule: string | null;
  go(place: Place): void;
  openRound(round: string, place: Place): void;
  closeRound(): void;
  narrow(filter: FindingFilter): void;
  showRule(rule: string): void;
}

/** Where the user is. */
export const usePlace = create<PlaceState>((set) => ({
  place: 'rounds',
  round: null,
  filter: {},
  rule: null,
  go: (place) => set({ place }),
  openRound: (round, place) => set({ round, place, filter: {} }),
  closeRound: () => set({ round: null, place: 'rounds', filter: {} }),
  narrow: (filter) => set({ filter }),
  showRule: (rule) => set({ rule, place: 'knowledge' }),
}));
