import { create } from 'zustand';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { AS_PROPOSED, type Choice } from './choice.ts';

/** Lists that are being read or looked at. */
export interface OpenReview {
  readonly round: string;
  readonly review: string;
  /** The work that reads them. */
  readonly job: string;
}

/** What came of applying answers. */
export type Applied = OutputOf<'returned.apply'>;

interface ReturnedState {
  /** Round whose returned lists take the place of the reports; null: none. */
  readonly round: string | null;
  readonly review: OpenReview | null;
  /** What is chosen, and what was applied last; kept while other places are visited. */
  readonly choice: Choice;
  readonly applied: Applied | null;
  open(round: string): void;
  look(review: OpenReview): void;
  choose(change: (choice: Choice) => Choice): void;
  /** @param applied  null: it was taken back */
  apply(applied: Applied | null): void;
  /** Shows the reports again; what was read stays. */
  hide(): void;
  close(): void;
}

const NOTHING = { review: null, choice: AS_PROPOSED, applied: null };

/** Whether returned lists are shown, and how far a person is with them. */
export const useReturned = create<ReturnedState>((set) => ({
  round: null,
  ...NOTHING,
  open: (round) => set(({ review }) => (review?.round === round ? { round } : { round, ...NOTHING })),
  look: (review) => set({ ...NOTHING, round: review.round, review }),
  choose: (change) => set(({ choice }) => ({ choice: change(choice) })),
  apply: (applied) => set({ applied, choice: AS_PROPOSED }),
  hide: () => set({ round: null }),
  close: () => set({ round: null, ...NOTHING }),
}));
