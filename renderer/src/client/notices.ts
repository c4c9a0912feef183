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
  /** Decisions that files have put out of force, one per round, until it was read. */
  readonly lapses: readonly Lapse[];
  say(fault: Fault): void;
  /** Takes down a lapse; what was not read of the same round adds up. */
  tellLapse(lapse: Lapse): void;
  dismissLapse(round: string): void;
  dismiss(id: number): void;
}

let last = 0;

/** What the user must be told beside the answer on a screen. */
export const useNotices = create<NoticesState>((set) => ({
  notices: [],
  lapses: [],
  say: (fault) => set(({ notices }) => ({ notices: [...notices, { id: ++last, fault }] })),
  tellLapse: (lapse) =>
    set(({ lapses }) => {
      const unread = lapses.find(({ round }) => round === lapse.round);
      const cells = lapse.cells + (unread?.cells ?? 0);
      const findings = lapse.findings + (unread?.findings ?? 0);
      return { lapses: [...lapses.filter((one) => one !== unread), { round: lapse.round, cells, findings }] };
    }),
  dismissLapse: (read) => set(({ lapses }) => ({ lapses: lapses.filter(({ round }) => round !== read) })),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
