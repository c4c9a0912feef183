import { useLanguage, useText } from '../../app/language.tsx';
import { useToasts } from '../../client/toasts.ts';
import { usePlace } from '../../app/place.ts';
import type { Decisions } from './decide/decisions.ts';
import { chosenCount, targetOf } from './list/selection.ts';
import { useResultsState } from './resultsState.ts';

/** What can be done with the finding that is open, or with all that are chosen. */
export interface FindingCommands {
  /** Accepts the correction of one finding at once. */
  fixOne(identity: string): void;
  waiveOne(identity: string): void;
  /** Accepts the corrections of the chosen ones after a look at them; of the open one at once. */
  fix(): void;
  waive(): void;
  /** Opens the cell for writing. */
  edit(): void;
  /** Brings the keyboard back to the list. */
  toList(): void;
}

/** @param open  identity of the finding that is open or that the keyboard is on; @param total  findings in the list */
export function useFindingCommands(
  decisions: Decisions,
  open: string | null,
  total: number,
  toList: () => void,
): FindingCommands {
  const t = useText();
  const language = useLanguage();
  const show = useToasts((state) => state.show);
  const chosen = () => {
    const { selection } = useResultsState.getState();
    const count = chosenCount(selection, total);
    const target = targetOf(selection, usePlace.getState().filter, open);
    // The words of a filter were looked for in the language of the list.
    return { count, target: target?.kind === 'filter' ? { ...target, language } : target };
  };
  const ask = useResultsState.getState().set;
  const commands: FindingCommands = {
    fixOne: (identity) => {
      if (!decisions.isBusy) void decisions.fix({ kind: 'findings', identities: [identity] }, false);
    },
    waiveOne: (identity) =>
      ask({ question: { kind: 'waive', target: { kind: 'findings', identities: [identity] }, findings: 1 } }),
    fix: () => {
      const { count, target } = chosen();
      if (target === null) return;
      if (count > 0) ask({ question: { kind: 'bulkFix', target, about: '' } });
      else if (open !== null) commands.fixOne(open);
    },
    waive: () => {
      const { count, target } = chosen();
      if (target !== null) ask({ question: { kind: 'waive', target, findings: Math.max(1, count) } });
    },
    edit: () => {
      if (open === null) show(t('results.chooseOne'));
      else ask({ isDetailOpen: true, isEditing: true });
    },
    toList,
  };
  return commands;
}
