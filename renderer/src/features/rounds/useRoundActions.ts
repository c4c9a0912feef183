import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useToasts } from '../../client/toasts.ts';
import { useCall } from '../../client/useCall.ts';

/** What can be changed of a round. */
export type RoundChange = Pick<RoundCard, 'name' | 'date' | 'reference' | 'ruleSet'>;

/** Removing and changing rounds, each with its way back. */
export function useRoundActions() {
  const t = useText();
  const call = useCall();
  const show = useToasts((state) => state.show);
  const { round: opened, closeRound } = usePlace();
  return {
    /** @returns whether it was changed */
    change: async (card: RoundCard, next: RoundChange): Promise<boolean> => {
      const { id, name, date, reference, ruleSet } = card;
      if ((await call('rounds.change', { round: id, ...next })) === undefined) return false;
      const run = (): void => void call('rounds.change', { round: id, name, date, reference, ruleSet });
      show(t('rounds.changed', { name: next.name }), { label: t('rounds.undo'), run });
      return true;
    },
    remove: async ({ id, name }: RoundCard): Promise<void> => {
      if (id === opened) closeRound();
      if ((await call('rounds.remove', { round: id })) === undefined) return;
      const run = (): void => void call('rounds.restore', { round: id });
      show(t('rounds.removed', { name }), { label: t('rounds.undo'), run });
    },
  };
}
