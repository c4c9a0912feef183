import { useText } from '../../../app/language.tsx';
import { useToasts } from '../../../client/toasts.ts';
import { useCall } from '../../../client/useCall.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useKnowledge } from '../knowledgeState.ts';
import type { RuleSetLine } from './RuleSetList.tsx';

/** Asks before a rule set is removed, and offers the way back. */
export function RemoveRuleSet({ ruleSet, onClose }: { readonly ruleSet: RuleSetLine; readonly onClose: () => void }) {
  const t = useText();
  const call = useCall();
  const show = useToasts((state) => state.show);
  const { id, title, version } = ruleSet;
  const remove = async (): Promise<void> => {
    onClose();
    if ((await call('ruleSets.remove', { ruleSet: id })) === undefined) return;
    letGo(id);
    const run = (): void => void call('ruleSets.restore', { ruleSet: id });
    show(t('knowledge.removedSet', { title, version }), { label: t('knowledge.undo'), run });
  };
  return (
    <ConfirmDialog
      title={t('knowledge.removeSetTitle', { title, version })}
      confirm={t('knowledge.removeSet')}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      {t('knowledge.removeSetText')}
    </ConfirmDialog>
  );
}

/** A text that was being edited and not saved stays, as one that was never saved. */
function letGo(removed: string): void {
  const { draft, close, edit } = useKnowledge.getState();
  if (draft?.ruleSet !== removed) return;
  if (draft.yaml === draft.saved) close();
  else edit(null, draft.yaml);
}
