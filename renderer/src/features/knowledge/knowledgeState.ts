import { create } from 'zustand';

export const KNOWLEDGE_TABS = ['catalogues', 'rules', 'ruleSets'] as const;
export type KnowledgeTab = (typeof KNOWLEDGE_TABS)[number];

/** A rule set that is being edited. */
export interface Draft {
  /** Id in the workspace; null for one that was never saved. */
  readonly ruleSet: string | null;
  readonly yaml: string;
  /** The text as it was last read or saved. */
  readonly saved: string;
  /** Texts before the changes that the form made, the newest last. */
  readonly past: readonly string[];
}

interface KnowledgeState {
  readonly tab: KnowledgeTab;
  readonly rule: string | null;
  readonly draft: Draft | null;
  openTab(tab: KnowledgeTab): void;
  chooseRule(rule: string | null): void;
  /** Begins to edit a text; whatever was being edited is dropped. */
  edit(ruleSet: string | null, yaml: string): void;
  /** Typing in the text, which undoes by itself. */
  type(yaml: string): void;
  /** A change by the form, which `undo` takes back. */
  alter(yaml: string): void;
  undo(): void;
  keep(ruleSet: string, yaml: string): void;
  close(): void;
}

const MOST_UNDONE = 200;

/** What is chosen in the knowledge place; stays while other places are visited, so that no unsaved text is lost. */
export const useKnowledge = create<KnowledgeState>((set) => {
  const change = (alter: (draft: Draft) => Draft): void =>
    set(({ draft }) => (draft === null ? {} : { draft: alter(draft) }));
  return {
    tab: 'catalogues',
    rule: null,
    draft: null,
    openTab: (tab) => set({ tab }),
    chooseRule: (rule) => set({ rule }),
    edit: (ruleSet, yaml) => set({ draft: { ruleSet, yaml, saved: ruleSet === null ? '' : yaml, past: [] } }),
    type: (yaml) => change((draft) => ({ ...draft, yaml })),
    alter: (yaml) =>
      change((draft) =>
        yaml === draft.yaml ? draft : { ...draft, yaml, past: [...draft.past, draft.yaml].slice(-MOST_UNDONE) },
      ),
    undo: () => change((draft) => ({ ...draft, yaml: draft.past.at(-1) ?? draft.yaml, past: draft.past.slice(0, -1) })),
    keep: (ruleSet, yaml) => change((draft) => ({ ...draft, ruleSet, saved: yaml })),
    close: () => set({ draft: null }),
  };
});
