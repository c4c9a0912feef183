import type { DecisionTarget } from '../../../../../shared/contract/decisions.ts';
import type { FindingFilter } from '../../../../../shared/contract/results.ts';

/** Most findings that can be chosen one by one; a whole filter has no bound. */
export const MOST_CHOSEN = 5000;

/** Findings chosen for a decision on many: some by hand, or all that the filter lets through. */
export type Selection = { readonly kind: 'some'; readonly identities: ReadonlySet<string> } | { readonly kind: 'all' };

export const NONE: Selection = { kind: 'some', identities: new Set() };

export const isChosen = (selection: Selection, identity: string): boolean =>
  selection.kind === 'all' || selection.identities.has(identity);

/** @param total  findings that the filter lets through */
export const chosenCount = (selection: Selection, total: number): number =>
  selection.kind === 'all' ? total : selection.identities.size;

/** Takes a finding in or out. Out of a whole filter none can be taken: the choice starts anew with it. */
export function toggled(selection: Selection, identity: string): Selection {
  if (selection.kind === 'all') return { kind: 'some', identities: new Set([identity]) };
  const identities = new Set(selection.identities);
  if (!identities.delete(identity) && identities.size < MOST_CHOSEN) identities.add(identity);
  return { kind: 'some', identities };
}

/** What a decision is about: those that are chosen, or the one that is open. */
export function targetOf(selection: Selection, filter: FindingFilter, open: string | null): DecisionTarget | null {
  if (selection.kind === 'all') return { kind: 'filter', filter };
  if (selection.identities.size > 0) return { kind: 'findings', identities: [...selection.identities] };
  return open === null ? null : { kind: 'findings', identities: [open] };
}
