import { Badge, Button, makeStyles, Spinner, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState } from 'react';
import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';
import { readRuleSetForm } from '../../../../../shared/ruleset/editRuleSetText.ts';
import { useLanguage, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { useKnowledge, type Draft } from '../knowledgeState.ts';
import type { useRoundSetting } from '../useRoundSetting.ts';
import { completionsOf } from './completions.ts';
import { EditorActions } from './EditorActions.tsx';
import { ProblemList } from './ProblemList.tsx';
import { SeverityForm } from './SeverityForm.tsx';
import { TryOutPanel } from './TryOutPanel.tsx';
import { useRuleSetWork } from './useRuleSetWork.ts';
import { useSettled } from './useSettled.ts';
import { YamlEditor, type EditorHandle } from './YamlEditor.tsx';

const useStyles = makeStyles({
  editor: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '4px', padding: '8px 16px 12px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  views: { marginRight: 'auto' },
  view: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    '@media (max-width: 900px)': { flexShrink: 0, minHeight: 'auto' },
  },
  text: {
    flexGrow: 1,
    height: 0,
    minHeight: '160px',
    '@media (max-width: 900px)': { height: '320px', flexShrink: 0 },
  },
  problems: {
    flexShrink: 0,
    maxHeight: '104px',
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Time without a key before the text is looked through. */
const SETTLED_MILLISECONDS = 400;
const NO_PROBLEMS: readonly RuleSetProblem[] = [];

/** A rule set as a form and as its text; both are the same file, the form writes into the text. */
export function RuleSetEditor(props: {
  readonly draft: Draft;
  readonly round: string | null;
  readonly setting: ReturnType<typeof useRoundSetting>;
}) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { draft, setting } = props;
  const work = useRuleSetWork(draft, props.round, setting);
  const { yaml } = draft;
  const { type, alter, undo } = useKnowledge();
  const [view, setView] = useState<'form' | 'text'>('form');
  const text = useRef<EditorHandle>(null);
  const rules = useAnswer('rules.list', { language });
  const settled = useSettled(yaml, SETTLED_MILLISECONDS);
  const check = useAnswer('ruleSets.check', { yaml: settled, language });
  const form = useMemo(() => readRuleSetForm(yaml), [yaml]);
  const completions = useMemo(() => completionsOf(rules.data?.rules ?? [], language, t), [rules.data, language, t]);
  const problems = check.data?.problems ?? NO_PROBLEMS;
  const isChecked = settled === yaml && !check.isFetching;
  const fault = faultOf(check.error ?? rules.error);

  const goTo = (problem: RuleSetProblem): void => {
    setView('text');
    // The text may only be about to be drawn.
    requestAnimationFrame(() => text.current?.goTo(problem));
  };

  return (
    <section className={styles.editor} aria-label={t('knowledge.editor')}>
      <div className={styles.head}>
        <TabList
          size="small"
          className={styles.views}
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(value as 'form' | 'text')}
        >
          <Tab value="form" id="rule-set-form" aria-controls="rule-set-view">
            {t('knowledge.view.form')}
          </Tab>
          <Tab value="text" id="rule-set-text" aria-controls="rule-set-view">
            {t('knowledge.view.text')}
          </Tab>
        </TabList>
        {yaml !== draft.saved && (
          <Badge appearance="outline" color="informative">
            {t('knowledge.unsaved')}
          </Badge>
        )}
        {view === 'form' && draft.past.length > 0 && (
          <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} onClick={undo}>
            {t('knowledge.undo')}
          </Button>
        )}
        <EditorActions
          form={form}
          problems={problems}
          isChecked={isChecked}
          isUnsaved={yaml !== draft.saved}
          isTrying={work.isTrying}
          isSaving={work.isSaving}
          hasRound={setting.card !== null}
          isUsed={draft.ruleSet !== null && setting.card?.ruleSet === draft.ruleSet}
          onTryOut={work.tryOut}
          onSave={work.save}
        />
      </div>
      {fault !== null && <FaultNote fault={fault} />}
      <div id="rule-set-view" role="tabpanel" aria-labelledby={`rule-set-${view}`} className={styles.view}>
        {view === 'text' ? (
          <>
            <Text size={200} className={styles.hint} id="rule-set-hint">
              {t('knowledge.textHint')}
            </Text>
            <YamlEditor
              ref={text}
              yaml={yaml}
              problems={isChecked ? problems : NO_PROBLEMS}
              completions={completions}
              className={styles.text}
              describedBy="rule-set-hint rule-set-problems"
              onChange={type}
            />
          </>
        ) : form === null ? (
          <EmptyState title={t('knowledge.formless')} text={t('knowledge.formlessText')}>
            <Button size="small" onClick={() => setView('text')}>
              {t('knowledge.view.text')}
            </Button>
          </EmptyState>
        ) : rules.data === undefined ? (
          <Spinner size="small" label={t('app.loading')} />
        ) : (
          <SeverityForm form={form} yaml={yaml} rules={rules.data.rules} onChange={alter} />
        )}
      </div>
      {work.trial !== null && (
        <TryOutPanel outcome={work.trial.outcome} isOld={work.trial.yaml !== yaml} onClose={work.dropTrial} />
      )}
      <ProblemList problems={problems} className={styles.problems} onGoTo={goTo} />
    </section>
  );
}
