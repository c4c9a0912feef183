import { create } from 'zustand';
import type { Fault } from '../../../shared/result.ts';

/** Decisions of a round that files have put out of force. */
export interface Lapse {
  readonly round: string;
  readonly cells: number;
  readonly findings: number;
}

interface NoticesState {
  readonly notices: readonly { readonly id: number; readonly fault: Fault }[];
  /** Decisions that files have put out of force, until it was read. */
  readonly lapse: Lapse | null;
  say(fault: Fault): void;
  /** Takes down a lapse; what was not read of the same round adds up. */
  tellLapse(lapse: Lapse): void;
  dismissLapse(): void;
  dismiss(id: number): void;
}

let last = 0;

/** What the user must be told beside the answer on a screen. */
export const useNotices = create<NoticesState>((set) => ({
  notices: [],
  lapse: null,
  say: (fault) => set(({ notices }) => ({ notices: [...notices, { id: ++last, fault }] })),
  tellLapse: (lapse) =>
    set(({ lapse: unread }) => ({
      lapse:
        unread?.round === lapse.round
          ? { ...lapse, cells: unread.cells + lapse.cells, findings: unread.findings + lapse.findings }
          : lapse,
    })),
  dismissLapse: () => set({ lapse: null }),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
