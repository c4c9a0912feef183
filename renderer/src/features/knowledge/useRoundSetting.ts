import { useCallback } from 'react';
import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { useText } from '../../app/language.tsx';
import { useNotices } from '../../client/notices.ts';
import { useToasts } from '../../client/toasts.ts';
import { useAction, useAnswer, useClient, type CallRefused } from '../../client/workbench.tsx';

type Change = { readonly reference: string | null } | { readonly ruleSet: string | null };

/** The round that is open and what it is judged by. */
export function useRoundSetting(round: string | null) {
  const t = useText();
  const client = useClient();
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  const rounds = useAnswer('rounds.list', {});
  const change = useAction('rounds.change');
  const card: RoundCard | null = rounds.data?.rounds.find(({ id }) => id === round) ?? null;

  const carryOut = (to: Change, done: string, back: Change | null): void => {
    if (round === null) return;
    // A promise, because the screen that asked may be gone by the time of the answer.
    change.mutateAsync({ round, ...to }).then(
      () => {
        const undo = (): void => {
          if (back !== null) carryOut(back, t('knowledge.undone'), null);
        };
        show(done, back === null ? undefined : { label: t('knowledge.undo'), run: undo });
      },
      ({ fault }: CallRefused) => say(fault),
    );
  };

  return {
    card,
    /** Every round, to tell which ones lean on something. */
    rounds: rounds.data?.rounds ?? [],
    isChanging: change.isPending,
    useReference: (reference: string | null, done: string) =>
      carryOut({ reference }, done, card === null ? null : { reference: card.reference }),
    useRuleSet: (ruleSet: string | null, done: string) =>
      carryOut({ ruleSet }, done, card === null ? null : { ruleSet: card.ruleSet }),
    /** Judges the round anew, after something that it leans on was changed in its place. */
    judgeAnew: useCallback(async () => {
      if (round === null) return;
      const reply = await client.call('rounds.open', { round });
      if (!reply.ok) say(reply.error);
    }, [client, round, say]),
  };
}
