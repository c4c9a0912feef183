import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../../app/language.tsx';
import { useNotices } from '../../../client/notices.ts';
import { useAnswer, useClient } from '../../../client/workbench.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { useKnowledge } from '../knowledgeState.ts';
import { useRoundSetting } from '../useRoundSetting.ts';
import { copyOfRuleSet, newRuleSet } from './newRuleSet.ts';
import { RemoveRuleSet } from './RemoveRuleSet.tsx';
import { RuleSetEditor } from './RuleSetEditor.tsx';
import { RuleSetList, type RuleSetLine } from './RuleSetList.tsx';

const useStyles = makeStyles({
  tab: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '256px minmax(0, 1fr)',
    '@media (max-width: 900px)': { display: 'block', flexShrink: 0 },
  },
});

/** Rule sets: which are kept, which one the round is judged by, and the one that is being edited. */
export function RuleSetsTab({ round }: { readonly round: string | null }) {
  const styles = useStyles();
  const t = useText();
  const client = useClient();
  const say = useNotices((state) => state.say);
  const { draft, edit } = useKnowledge();
  const setting = useRoundSetting(round);
  const answer = useAnswer('ruleSets.list', {});
  /** What the user wants to edit next, while the text at hand is not saved. */
  const [next, setNext] = useState<(() => void) | null>(null);
  const [leaving, setLeaving] = useState<RuleSetLine | null>(null);
  const fault = faultOf(answer.error);
  if (fault !== null) return <FaultNote fault={fault} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Spinner size="small" label={t('app.loading')} />;
  const { ruleSets } = answer.data;

  const leaveFor = (go: () => void): void => {
    const isSaved = draft === null || draft.yaml === draft.saved;
    if (isSaved) go();
    else setNext(() => go);
  };
  const begin = (): void => edit(null, newRuleSet(t));
  const open = async ({ id }: RuleSetLine): Promise<void> => {
    const reply = await client.call('ruleSets.read', { ruleSet: id });
    if (reply.ok) edit(id, reply.value.yaml);
    else say(reply.error);
  };
  const copy = async ({ id }: RuleSetLine): Promise<void> => {
    const reply = await client.call('ruleSets.read', { ruleSet: id });
    if (reply.ok) edit(null, copyOfRuleSet(reply.value.yaml, ruleSets, t));
    else say(reply.error);
  };
  const keptFor = ({ id, heirs }: RuleSetLine): string | null => {
    const judged = setting.rounds.filter((card) => card.ruleSet === id).map(({ name }) => name);
    if (judged.length > 0) return t('ruleSet.inUse', { rounds: judged.join('; ') });
    return heirs.length === 0 ? null : t('ruleSet.hasHeirs', { ruleSets: heirs.join('; ') });
  };

  return (
    <div className={styles.tab}>
      <RuleSetList
        ruleSets={ruleSets}
        open={draft?.ruleSet ?? null}
        inUse={setting.card?.ruleSet ?? null}
        hasRound={setting.card !== null}
        keptFor={keptFor}
        onNew={() => leaveFor(begin)}
        onOpen={(ruleSet) => leaveFor(() => void open(ruleSet))}
        onCopy={(ruleSet) => leaveFor(() => void copy(ruleSet))}
        onRemove={setLeaving}
        onUse={(ruleSet) =>
          setting.useRuleSet(
            ruleSet?.id ?? null,
            ruleSet === null
              ? t('knowledge.usesNational')
              : t('knowledge.usesRuleSet', { title: ruleSet.title, version: ruleSet.version }),
          )
        }
      />
      {draft === null ? (
        <EmptyState
          title={t(ruleSets.length === 0 ? 'knowledge.noRuleSet' : 'knowledge.chooseRuleSet')}
          text={t('knowledge.noRuleSetText')}
        >
          <Button size="small" onClick={begin}>
            {t('knowledge.newRuleSet')}
          </Button>
        </EmptyState>
      ) : (
        <RuleSetEditor draft={draft} setting={setting} round={round} />
      )}
      {leaving !== null && <RemoveRuleSet ruleSet={leaving} onClose={() => setLeaving(null)} />}
      {next !== null && (
        <ConfirmDialog
          title={t('knowledge.unsavedTitle')}
          confirm={t('knowledge.dropChanges')}
          onConfirm={() => {
            setNext(null);
            next();
          }}
          onClose={() => setNext(null)}
        >
          {t('knowledge.unsavedText')}
        </ConfirmDialog>
      )}
    </div>
  );
}
