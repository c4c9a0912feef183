import { z } from '../../../shared/contract/schema.ts';
import type { StoredDecision } from '../workspace/decisionStore.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A `CellCorrection` as it is stored. */
export const correction = z.object({
  file: z.string(),
  sheet: z.string(),
  /** 1-based sheet row and 0-based sheet column. */
  row: z.int(),
  column: z.int(),
  before: z.string(),
  after: z.string(),
});
/** One cell that a person's decision changed. */
export type CellCorrection = z.infer<typeof correction>;

const corrections = z.object({ edits: z.array(correction) });
/** A `GivenWaiver` as it is stored. */
export const waiver = z.object({
  identities: z.array(z.string()),
  /** Per identity what its value was (`markOf` in `givenWaivers.ts`); decisions of older versions have none. */
  values: z.array(z.string()).optional(),
  reason: z.string(),
  by: z.string(),
  decision: z.string(),
  until: z.string(),
});
/** Findings that a person accepted as they are, until a day. */
export type GivenWaiver = z.infer<typeof waiver>;

const answers = corrections.extend({ waivers: z.array(waiver) });

/** What an entry of the history is called: a key of `shared/i18n` with what its text needs. */
export interface DecisionLabel {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a person decides. */
export type NewDecision =
  | { readonly kind: 'fix' | 'edit'; readonly edits: readonly CellCorrection[] }
  | { readonly kind: 'waive'; readonly waiver: GivenWaiver }
  /** What an agency answered in its correction list: values of cells, and findings that it keeps as they are. */
  | { readonly kind: 'returned'; readonly edits: readonly CellCorrection[]; readonly waivers: readonly GivenWaiver[] };

/** Cells that a decision changes. */
export const editsOf = (decision: NewDecision): readonly CellCorrection[] =>
  decision.kind === 'waive' ? [] : decision.edits;

/** What a decision accepts as it is. */
export const waiversOf = (decision: NewDecision): readonly GivenWaiver[] =>
  decision.kind === 'waive' ? [decision.waiver] : decision.kind === 'returned' ? decision.waivers : [];

/** A decision of a person as a round works with it. */
export type Decision = {
  readonly entry: number;
  readonly at: string;
  readonly label: DecisionLabel;
  readonly undone: boolean;
} & NewDecision;

/** A stored decision. @throws when this program did not write it */
export function decisionOf({ entry, at, kind, label, content, undone }: StoredDecision): Decision {
  const head = { entry, at, undone, label: JSON.parse(label) as DecisionLabel };
  if (kind === 'waive') return { ...head, kind, waiver: waiver.parse(JSON.parse(content)) };
  if (kind === 'returned') return { ...head, kind, ...answers.parse(JSON.parse(content)) };
  if (kind !== 'fix' && kind !== 'edit') throw new TypeError(`a decision of unknown kind: ${kind}`);
  return { ...head, kind, edits: corrections.parse(JSON.parse(content)).edits };
}

/** The decisions of a round as they stand, in order. A decision never changes but for being undone, so only those that are
 *  not known yet are read. @param known  the decisions as they stood before */
export function decisionsOf(workspace: Workspace, round: string, known: readonly Decision[]): readonly Decision[] {
  const before = new Map(known.map((decision) => [decision.entry, decision]));
  return workspace.decisions.marks(round).map(({ entry, undone }) => {
    const old = before.get(entry);
    if (old === undefined) return decisionOf(workspace.decisions.get(entry)!);
    return old.undone === undone ? old : { ...old, undone };
  });
}

/** What is stored of a decision. */
export const storedContent = (decision: NewDecision): string =>
  JSON.stringify(
    decision.kind === 'waive'
      ? decision.waiver
      : { edits: decision.edits, ...(decision.kind === 'returned' ? { waivers: decision.waivers } : {}) },
  );
