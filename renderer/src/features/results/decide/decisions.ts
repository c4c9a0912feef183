import { useCallback, useMemo, useState } from 'react';
import type { InputOf, MethodName, OutputOf } from '../../../../../shared/contract/contract.ts';
import type { DecisionOutcome, DecisionTarget } from '../../../../../shared/contract/decisions.ts';
import { faultText } from '../../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { useNotices } from '../../../client/notices.ts';
import { useToasts, type Toast } from '../../../client/toasts.ts';
import { useClient } from '../../../client/workbench.tsx';

/** Refusals that are no fault of anything: said in passing. */
const MILD = new Set([
  'decisions.nothingToUndo',
  'decisions.nothingToRedo',
  'decisions.nothingToFix',
  'results.noFinding',
]);

let lastToast = 0;

/** Shows what was done in the place of what was shown before: an older "undo" would no longer take back what it stands
 *  beside. */
function showOnly(text: string, action?: Toast['action']): void {
  const { dismiss, show } = useToasts.getState();
  dismiss(lastToast);
  show(text, action);
  lastToast = useToasts.getState().toasts.at(-1)?.id ?? 0;
}

/** What people decide, each with a word on what came of it and a way back. The promises tell whether it was done. */
export interface Decisions {
  readonly isBusy: boolean;
  fix(target: DecisionTarget, onlyCertain: boolean): Promise<boolean>;
  edit(place: InputOf<'decisions.edit'>['place'], text: string): Promise<boolean>;
  waive(input: Omit<InputOf<'decisions.waive'>, 'round'>): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
}

/** The decisions on a round. */
export function useDecisions(round: string): Decisions {
  const client = useClient();
  const t = useText();
  const language = useLanguage();
  const { number } = useFormat();
  const say = useNotices((state) => state.say);
  const [running, setRunning] = useState(0);

  const run = useCallback(
    async <Name extends MethodName>(method: Name, input: InputOf<Name>): Promise<OutputOf<Name> | null> => {
      setRunning((count) => count + 1);
      const reply = await client.call(method, input);
      setRunning((count) => count - 1);
      if (reply.ok) return reply.value;
      if (MILD.has(reply.error.code)) showOnly(faultText(language, reply.error));
      else say(reply.error);
      return null;
    },
    [client, language, say],
  );

  return useMemo(() => {
    const counts = ({ applied, skipped, gone, come }: DecisionOutcome) => ({
      applied: number(applied),
      skipped: number(skipped),
      gone: number(gone),
      come: number(come),
    });
    const undo = async (): Promise<boolean> => {
      const outcome = await run('decisions.undo', { round, language });
      if (outcome === null) return false;
      showOnly(t('results.outcome.undo', { label: outcome.label }), {
        label: t('results.redo'),
        run: () => void redo(),
      });
      return true;
    };
    const redo = async (): Promise<boolean> => {
      const outcome = await run('decisions.redo', { round, language });
      if (outcome === null) return false;
      showOnly(t('results.outcome.redo', { label: outcome.label }), {
        label: t('results.undo'),
        run: () => void undo(),
      });
      return true;
    };
    const tell = (key: string, outcome: DecisionOutcome | null): boolean => {
      if (outcome === null) return false;
      if (outcome.applied === 0 && outcome.skipped === 0) {
        showOnly(t('results.outcome.unchanged'));
        return true;
      }
      const skipped = outcome.skipped === 0 ? '' : ` ${t('results.outcome.skipped', counts(outcome))}`;
      const come = outcome.come === 0 ? '' : ` ${t('results.outcome.come', counts(outcome))}`;
      showOnly(`${t(key, counts(outcome))}${come}${skipped}`, { label: t('results.undo'), run: () => void undo() });
      return true;
    };
    return {
      isBusy: running > 0,
      fix: async (target, onlyCertain) =>
        tell('results.outcome.fix', await run('decisions.fix', { round, target, onlyCertain })),
      edit: async (place, text) => tell('results.outcome.fix', await run('decisions.edit', { round, place, text })),
      waive: async (input) => tell('results.outcome.waive', await run('decisions.waive', { round, ...input })),
      undo,
      redo,
    };
    // `number` follows the language.
  }, [run, running, round, language, t]);
}
