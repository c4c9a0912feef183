import { cellPlace, count, foundName, id, identity, isoDate, language, method, shortText, text, z } from './schema.ts';
import { findingFilter } from './results.ts';

/** Which findings a decision is about. */
export const decisionTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('findings'), identities: z.array(identity).min(1).max(5000).readonly() }),
  z.object({ kind: z.literal('cause'), cause: shortText }),
  /** `language`: that of the list the person chose from, in which its words were looked for; Vietnamese when left out. */
  z.object({ kind: z.literal('filter'), filter: findingFilter, language: language.optional() }),
]);
export type DecisionTarget = z.infer<typeof decisionTarget>;

/** One cell that a correction would change. */
export const cellChange = z.object({
  place: cellPlace,
  cell: shortText,
  agency: foundName,
  before: z.string(),
  after: z.string(),
  confidence: z.enum(['certain', 'likely', 'possible']),
});
export type CellChange = z.infer<typeof cellChange>;

/** How much of a decision holds by now. Files may have been sent again since. */
export const decisionStanding = z.object({
  /** Cells or findings that are as decided. */
  inForce: count,
  /** The others by the reason: the file holds the corrected value already; the cell holds something else than was corrected;
   *  row, sheet or file are not there; the value is not the one that was accepted; the finding is gone; the waiver is over. */
  outOfForce: z.array(
    z.object({
      why: z.enum([
        'alreadySo',
        'cellChanged',
        'rowGone',
        'sheetGone',
        'fileGone',
        'valueChanged',
        'findingGone',
        'over',
      ]),
      count,
      /** The first of the cells. */
      cells: z.array(z.object({ file: foundName, sheet: foundName, cell: shortText })),
    }),
  ),
});
export type DecisionStanding = z.infer<typeof decisionStanding>;

/** A decision in the history of a round; the newest that isn't undone is what undo takes back. */
export const historyEntry = z.object({
  entry: count,
  /** ISO instant. */
  at: z.iso.datetime(),
  kind: z.enum(['fix', 'edit', 'waive', 'returned']),
  cells: count,
  findings: count,
  /** What the entry is shown as: an address, a rule, a cause. */
  label: z.string(),
  undone: z.boolean(),
  /** null for what was undone, and where it was not asked for. */
  standing: decisionStanding.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const outcome = z.object({
  revision: count,
  /** Cells changed or findings waived. */
  applied: count,
  /** Cells left alone because they are no longer what the correction was made for. */
  skipped: count,
  /** How many findings there are more or fewer than before. */
  gone: count,
  come: count,
});
export type DecisionOutcome = z.infer<typeof outcome>;

export const decisionMethods = {
  /** What accepting the proposed corrections would change; nothing is changed. At most 500 lines are shown, all are counted. */
  'decisions.preview': method(
    z.object({ round: id, target: decisionTarget, onlyCertain: z.boolean() }),
    z.object({ total: count, withoutFix: count, changes: z.array(cellChange) }),
  ),
  /** Accepts the proposed corrections. */
  'decisions.fix': method(z.object({ round: id, target: decisionTarget, onlyCertain: z.boolean() }), outcome),
  /** Writes a value into a cell. */
  'decisions.edit': method(z.object({ round: id, place: cellPlace, text }), outcome),
  /** Accepts findings as they are until a day, with who decided it and why. */
  'decisions.waive': method(
    z.object({
      round: id,
      target: decisionTarget,
      reason: shortText.trim().min(3),
      by: shortText.trim().min(2),
      decision: shortText.trim(),
      until: isoDate,
    }),
    outcome,
  ),
  /** `label` is what was taken back or done again; `decisions.nothingToUndo` / `decisions.nothingToRedo` when there is none. */
  'decisions.undo': method(z.object({ round: id, language }), outcome.extend({ label: z.string() })),
  'decisions.redo': method(z.object({ round: id, language }), outcome.extend({ label: z.string() })),
  /** `withStanding`: also how much of each decision holds by now. */
  'decisions.history': method(
    z.object({ round: id, language, withStanding: z.boolean().optional() }),
    z.object({ entries: z.array(historyEntry), canUndo: z.boolean(), canRedo: z.boolean() }),
  ),
};
