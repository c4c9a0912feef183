import { useState } from 'react';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useLanguage, useText } from '../../../app/language.tsx';
import { useNotices } from '../../../client/notices.ts';
import { useToasts } from '../../../client/toasts.ts';
import { useAction, type CallRefused } from '../../../client/workbench.tsx';
import { useKnowledge, type Draft } from '../knowledgeState.ts';
import type { useRoundSetting } from '../useRoundSetting.ts';

/** A trial and the text it was made of. */
export interface Trial {
  readonly yaml: string;
  readonly outcome: OutputOf<'ruleSets.tryOut'>;
}

/** Trying and saving the rule set that is being edited. */
export function useRuleSetWork(draft: Draft, round: string | null, setting: ReturnType<typeof useRoundSetting>) {
  const t = useText();
  const language = useLanguage();
  const say = useNotices((state) => state.say);
  const show = useToasts((state) => state.show);
  const keep = useKnowledge((state) => state.keep);
  const tryOut = useAction('ruleSets.tryOut');
  const save = useAction('ruleSets.save');
  const [trial, setTrial] = useState<Trial | null>(null);
  const { yaml } = draft;
  return {
    trial,
    dropTrial: () => setTrial(null),
    isTrying: tryOut.isPending,
    isSaving: save.isPending,
    tryOut: () => {
      if (round === null) return;
      tryOut.mutate(
        { round, yaml, language },
        { onSuccess: (outcome) => setTrial({ yaml, outcome }), onError: ({ fault }) => say(fault) },
      );
    },
    /** @param thenUse  the round is judged by it from now on */
    save: (thenUse: boolean) =>
      // A promise, because the editor may be left before the answer.
      void save.mutateAsync({ yaml }).then(
        ({ ruleSet }) => {
          keep(ruleSet, yaml);
          if (thenUse && setting.card?.ruleSet !== ruleSet) {
            setting.useRuleSet(ruleSet, t('knowledge.savedAndUsed'));
            return;
          }
          show(t('knowledge.saved'));
          // The services have put the round away that was judged by the text before.
          if (setting.card?.ruleSet === ruleSet) void setting.judgeAnew();
        },
        ({ fault }: CallRefused) => say(fault),
      ),
  };
}
