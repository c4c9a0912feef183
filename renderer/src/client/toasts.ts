import { create } from 'zustand';

/** Something that was done, and the way to take it back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastsState {
  readonly toasts: readonly Toast[];
  show(text: string, action?: Toast['action']): void;
  dismiss(id: number): void;
}

/** More at once than a person reads. */
const SHOWN = 3;
let last = 0;

/** What was just done, for a while; `app/Toasts` shows it. */
export const useToasts = create<ToastsState>((set) => ({
  toasts: [],
  show: (text, action) =>
    set(({ toasts }) => ({
      toasts: [...toasts, { id: ++last, text, ...(action === undefined ? {} : { action }) }].slice(-SHOWN),
    })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));
