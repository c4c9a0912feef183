import { create } from 'zustand';
import type { Fault } from '../../../shared/result.ts';

interface NoticesState {
  readonly notices: readonly { readonly id: number; readonly fault: Fault }[];
  say(fault: Fault): void;
  dismiss(id: number): void;
}

let last = 0;

/** What the user must be told beside the answer on a screen. */
export const useNotices = create<NoticesState>((set) => ({
  notices: [],
  say: (fault) => set(({ notices }) => ({ notices: [...notices, { id: ++last, fault }] })),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
