import { create } from 'zustand';
import type { DecisionTarget } from '../../../../shared/contract/decisions.ts';
import type { FindingFilter, FindingSort } from '../../../../shared/contract/results.ts';
import { NONE, type Selection } from './list/selection.ts';

/** What stands above the screen until it is answered or closed. */
export type Question =
  | { readonly kind: 'bulkFix'; readonly target: DecisionTarget; readonly about: string }
  | { readonly kind: 'waive'; readonly target: DecisionTarget; readonly findings: number }
  | { readonly kind: 'goTo' | 'keys' | 'history' };

interface ResultsState {
  readonly round: string | null;
  readonly sort: FindingSort;
  /** Line of the list that the keyboard is on. */
  readonly active: number;
  /** Where a range of chosen lines begins. */
  readonly anchor: number;
  readonly selection: Selection;
  readonly isDetailOpen: boolean;
  /** A finding shown in the details beside the active line, reached through another one of its row. */
  readonly beside: string | null;
  readonly isEditing: boolean;
  readonly question: Question | null;
  /** Where the keyboard was when the question came up. */
  readonly opener: Element | null;
  readonly isOverviewOpen: boolean;
  readonly areFacetsOpen: boolean;
  /** What the list was narrowed to when the readiness was asked for instead; another filter means that the list is wanted. */
  readonly readinessFor: FindingFilter | null;
  /** The list takes the keyboard as soon as it is there. */
  readonly isListWanted: boolean;
  set(change: Partial<Omit<ResultsState, 'set' | 'enter' | 'moveTo' | 'opener'>>): void;
  /** Starts anew for another round. */
  enter(round: string): void;
  moveTo(active: number): void;
}

/** A list that stays where it was needs room for some lines below the overview. */
const ROOM_FOR_OVERVIEW = 640;

/** How the results are looked at; kept while other places are visited. */
export const useResultsState = create<ResultsState>((set) => ({
  round: null,
  // Errors first, those in the order of their cells: where to start.
  sort: { by: 'severity', descending: false },
  active: 0,
  anchor: 0,
  selection: NONE,
  isDetailOpen: false,
  beside: null,
  isEditing: false,
  question: null,
  opener: null,
  isOverviewOpen: innerHeight >= ROOM_FOR_OVERVIEW,
  areFacetsOpen: innerWidth >= 1100,
  readinessFor: null,
  isListWanted: false,
  set: (change) => set(change.question == null ? change : { ...change, opener: document.activeElement }),
  enter: (round) =>
    set((state) =>
      state.round === round
        ? { question: null, isEditing: false }
        : {
            round,
            active: 0,
            anchor: 0,
            selection: NONE,
            isDetailOpen: false,
            beside: null,
            question: null,
            isEditing: false,
          },
    ),
  moveTo: (active) => set({ active, beside: null, isEditing: false }),
}));
