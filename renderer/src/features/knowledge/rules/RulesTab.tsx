import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useLanguage, useText } from '../../../app/language.tsx';
import { useAnswer } from '../../../client/workbench.tsx';
import { FaultNote, faultOf } from '../../../ui/FaultNote.tsx';
import { useKnowledge } from '../knowledgeState.ts';
import { RuleList } from './RuleList.tsx';
import { RulePagePanel } from './RulePagePanel.tsx';

const useStyles = makeStyles({
  tab: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 2fr) minmax(0, 3fr)',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', minHeight: 'auto' },
  },
  page: {
    minHeight: 0,
    overflow: 'auto',
    padding: '12px 16px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { borderLeft: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

/** All rules of the product, and the page of the one that is chosen beside them. */
export function RulesTab({ round }: { readonly round: string | null }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const { rule, chooseRule } = useKnowledge();
  const answer = useAnswer('rules.list', { language });
  const fault = faultOf(answer.error);
  if (fault !== null) return <FaultNote fault={fault} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Spinner size="small" label={t('app.loading')} />;
  const { rules } = answer.data;
  return (
    <div className={styles.tab}>
      <RuleList rules={rules} chosen={rule} onChoose={chooseRule} />
      <section className={styles.page} tabIndex={0} aria-label={t('knowledge.rulePage')}>
        <RulePagePanel key={rule} rule={rule ?? rules[0]?.id ?? null} round={round} />
      </section>
    </div>
  );
}
