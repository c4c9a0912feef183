import { create } from 'zustand';

/** Files that are on their way to the host. */
export interface HandingOver {
  readonly id: number;
  /** Files that have arrived, of how many. */
  readonly done: number;
  readonly total: number;
  /** 0 … 1, by bytes. */
  readonly share: number;
  cancel(): void;
}

interface HandingOverState {
  readonly all: readonly HandingOver[];
  see(one: HandingOver): void;
  end(id: number): void;
}

/** What is handed over just now; `app/JobBar` shows it. */
export const useHandingOver = create<HandingOverState>((set) => ({
  all: [],
  see: (one) => set(({ all }) => ({ all: [...all.filter(({ id }) => id !== one.id), one] })),
  end: (id) => set(({ all }) => ({ all: all.filter((one) => one.id !== id) })),
}));
