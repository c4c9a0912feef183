import type { Severity } from '../engine/finding.ts';

/** What a rule set may say of a rule's weight. */
export type Weight = Severity | 'off';

/** From laxest to strictest. */
export const WEIGHTS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Weight[];

/** Whether the first weight is laxer than the second: off < info < warning < error. */
export const isLaxer = (weight: Weight, than: Weight): boolean => WEIGHTS.indexOf(weight) < WEIGHTS.indexOf(than);
