import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { RuleSetProblem } from '../../../../../shared/contract/knowledge.ts';
import { useText } from '../../../app/language.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  fine: { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 8px' },
  problem: {
    display: 'grid',
    gridTemplateColumns: '16px 56px minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'baseline',
    width: '100%',
    padding: '4px 8px',
    border: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  place: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  message: { overflowWrap: 'anywhere' },
});

/** What is wrong with the text, each with its line and column; choosing one goes there. */
export function ProblemList(props: {
  readonly problems: readonly RuleSetProblem[];
  readonly className: string;
  onGoTo(problem: RuleSetProblem): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { problems } = props;
  return (
    <section id="rule-set-problems" className={props.className} aria-label={t('knowledge.problems')} aria-live="polite">
      {problems.length === 0 ? (
        <Text size={200} className={styles.fine}>
          <CheckmarkCircleRegular aria-hidden />
          {t('knowledge.noProblems')}
        </Text>
      ) : (
        <ul className={styles.list}>
          {problems.map((problem, index) => (
            <li key={index}>
              <button type="button" className={styles.problem} onClick={() => props.onGoTo(problem)}>
                <SeverityMark severity={problem.level} brief />
                <span className={styles.place}>{`${problem.line}:${problem.column}`}</span>
                <span className={styles.message}>{problem.message}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
