import { parseDecisionNumber, repairDecisionNumber, type DecisionNumber } from '../../domain/decisionNumber.ts';
import { splitValues } from '../../domain/multiValue.ts';
import type { Cell } from '../../table/cell.ts';

/** No decision: one list, so that its identity can be asked for. */
export const NO_DECISIONS: readonly DecisionNumber[] = [];

/** Reads one number of a decision, the usual slips of spelling mended; undefined when it is none. */
export function readDecision(text: string): DecisionNumber | undefined {
  const decision = parseDecisionNumber(text);
  if (decision.ok) return decision.value;
  const repaired = parseDecisionNumber(repairDecisionNumber(text) ?? '');
  return repaired.ok ? repaired.value : undefined;
}

/** Decisions that a cell names; what is no decision number is FMT-14's. For `view.derive`. */
export const decisionsIn = (_cell: Cell, text: string): readonly DecisionNumber[] => {
  const found = splitValues(text).flatMap((value) => readDecision(value.text) ?? []);
  return found.length === 0 ? NO_DECISIONS : found;
};

/** Whether two numbers mean one decision. */
export const isSameDecision = (a: DecisionNumber, b: DecisionNumber): boolean =>
  a.number === b.number && isOfSameMinistry(a, b) && (a.letter ?? '') === (b.letter ?? '');

/** Whether both were given by one ministry or council; only then can one replace the other. */
export const isOfSameMinistry = (a: DecisionNumber, b: DecisionNumber): boolean =>
  ministryOf(a.issuer) === ministryOf(b.issuer);

/** The ministry of an issuer: `BCA` of `BCA-C06`; the same number cannot be given twice within it. */
const ministryOf = (issuer: string): string => issuer.toUpperCase().split('-')[0]!;
