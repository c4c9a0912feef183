import { BeakerRegular, SaveRegular } from '@fluentui/react-icons';
import { Spinner } from '@fluentui/react-components';
import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';
import type { RuleSetForm } from '../../../../../shared/ruleset/editRuleSetText.ts';
import { useText } from '../../../app/language.tsx';
import { ReasonedButton } from '../../../ui/ReasonedButton.tsx';

/** Trying a rule set on the round, saving it, and judging the round by it. */
export function EditorActions(props: {
  readonly isUnsaved: boolean;
  readonly form: RuleSetForm | null;
  readonly problems: readonly RuleSetProblem[];
  readonly isChecked: boolean;
  readonly isTrying: boolean;
  readonly isSaving: boolean;
  readonly hasRound: boolean;
  readonly isUsed: boolean;
  onTryOut(): void;
  onSave(thenUse: boolean): void;
}) {
  const t = useText();
  const { problems, isChecked, isUnsaved, isUsed, hasRound, isTrying, isSaving } = props;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const faulty =
    !isChecked || isSaving
      ? t('knowledge.stillChecking')
      : errors > 0 || props.form === null
        ? t('knowledge.hasErrors', { errors: Math.max(1, errors) })
        : null;
  const trying = isTrying ? t('knowledge.trying') : hasRound ? faulty : t('knowledge.needsRound');
  const saving = faulty ?? (isUnsaved ? null : t('knowledge.nothingToSave'));
  const using = !hasRound
    ? t('knowledge.needsRound')
    : (faulty ?? (isUsed && !isUnsaved ? t('knowledge.alreadyInUse') : null));
  return (
    <>
      <ReasonedButton
        icon={isTrying ? <Spinner size="extra-tiny" /> : <BeakerRegular />}
        reason={trying}
        onClick={() => trying === null && props.onTryOut()}
      >
        {t('knowledge.tryOut')}
      </ReasonedButton>
      <ReasonedButton
        icon={<SaveRegular />}
        appearance="primary"
        reason={saving}
        onClick={() => saving === null && props.onSave(false)}
      >
        {t('knowledge.save')}
      </ReasonedButton>
      <ReasonedButton reason={using} onClick={() => using === null && props.onSave(true)}>
        {t('knowledge.saveAndUse')}
      </ReasonedButton>
    </>
  );
}
