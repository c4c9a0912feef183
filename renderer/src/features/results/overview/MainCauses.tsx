import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ResultsSummary } from '../../../../../shared/contract/results.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { chosenValues, withToggled } from '../facets/narrowing.ts';
import { useResultsState } from '../resultsState.ts';
import { OverviewCard } from './OverviewCard.tsx';

const SHOWN = 12;

const useStyles = makeStyles({
  causes: { listStyleType: 'none', margin: 0, padding: 0 },
  cause: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '2px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // A cause is a sentence; in a narrow card its buttons stand below it.
  text: {
    flexGrow: 1,
    flexBasis: '220px',
    minWidth: 0,
    overflowWrap: 'anywhere',
    '::first-letter': { textTransform: 'uppercase' },
  },
  actions: { display: 'flex', gap: '4px', marginLeft: 'auto' },
  none: { fontSize: tokens.fontSizeBase200 },
  button: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
});

/** What explains many findings at once, with the way to look at them and, where it can be, to mend them all. */
export function MainCauses({ causes }: { readonly causes: ResultsSummary['causes'] }) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const { filter, narrow } = usePlace();
  const set = useResultsState((state) => state.set);
  const chosen = chosenValues(filter, 'cause');
  return (
    <OverviewCard title={t('results.causes')} hint={t('results.causesHint')}>
      {causes.length === 0 && <span className={styles.none}>{t('results.noCauses')}</span>}
      <ul className={styles.causes}>
        {causes.slice(0, SHOWN).map(({ id, text, findings, fixable }) => (
          <li key={id} className={styles.cause}>
            <span className={styles.text}>{t('results.causeLine', { text, findings: number(findings) })}</span>
            <span className={styles.actions}>
              <Button
                size="small"
                className={styles.button}
                appearance={chosen.includes(id) ? 'primary' : 'secondary'}
                aria-pressed={chosen.includes(id)}
                aria-label={t('results.lookAt', { text })}
                onClick={() => narrow(withToggled(filter, 'cause', id))}
              >
                {t('results.look')}
              </Button>
              {fixable && (
                <Button
                  size="small"
                  className={styles.button}
                  aria-label={t('results.bulkFixOf', { text })}
                  onClick={() =>
                    set({ question: { kind: 'bulkFix', target: { kind: 'cause', cause: id }, about: text } })
                  }
                >
                  {t('results.bulkFix')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {causes.length > SHOWN && <small>{t('results.moreCauses', { count: number(causes.length - SHOWN) })}</small>}
    </OverviewCard>
  );
}
