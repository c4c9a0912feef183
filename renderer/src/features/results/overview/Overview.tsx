import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import type { ResultsSummary } from '../../../../../shared/contract/results.ts';
import type { Severity } from '../../../../../shared/engine/finding.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';
import { chosenValues, withValues } from '../facets/narrowing.ts';
import { useResultsState } from '../resultsState.ts';
import { AgencyReadiness } from './AgencyReadiness.tsx';
import { MainCauses } from './MainCauses.tsx';
import { StrikingRules } from './StrikingRules.tsx';

const useStyles = makeStyles({
  overview: { padding: '8px 16px 0', display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  counters: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  counter: { fontVariantNumeric: 'tabular-nums', gap: '6px' },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  rest: { flexGrow: 1 },
  cards: { display: 'grid', gap: '8px', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' },
});

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Where to start: how much there is, whose, by which rules, from which causes. */
export function Overview({ summary }: { readonly summary: ResultsSummary }) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const { isOverviewOpen, set } = useResultsState();
  return (
    <section className={styles.overview} aria-label={t('results.overview')}>
      <div className={styles.line}>
        <Counters summary={summary} />
        <span className={styles.quiet}>{t('results.ofRows', { rows: number(summary.rows) })}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={isOverviewOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={isOverviewOpen}
          onClick={() => set({ isOverviewOpen: !isOverviewOpen })}
        >
          {t(isOverviewOpen ? 'results.hideOverview' : 'results.showOverview')}
        </Button>
        <span className={styles.rest} />
        {(isOverviewOpen || summary.reference === null) && <ReferenceLine reference={summary.reference} />}
      </div>
      {isOverviewOpen && (
        <div className={styles.cards}>
          <AgencyReadiness agencies={summary.agencies} />
          <StrikingRules rules={summary.rules} />
          <MainCauses causes={summary.causes} />
        </div>
      )}
    </section>
  );
}

/** Open findings by severity and those accepted; each narrows the list to itself, or frees it again. */
function Counters({ summary }: { readonly summary: ResultsSummary }) {
  const styles = useStyles();
  const t = useText();
  const { number } = useFormat();
  const { filter, narrow } = usePlace();
  const states = chosenValues(filter, 'state');
  const isOnly = (values: readonly string[], value: string): boolean => values.length === 1 && values[0] === value;
  return (
    <div className={styles.counters} role="group" aria-label={t('results.counters')}>
      {SEVERITIES.map((severity) => {
        const isChosen = isOnly(chosenValues(filter, 'severity'), severity) && isOnly(states, 'open');
        return (
          <Button
            key={severity}
            size="small"
            className={mergeClasses(styles.counter, isChosen && styles.chosen)}
            aria-pressed={isChosen}
            onClick={() =>
              narrow(
                withValues(
                  withValues(filter, 'severity', isChosen ? [] : [severity]),
                  'state',
                  isChosen ? [] : ['open'],
                ),
              )
            }
          >
            <SeverityMark severity={severity} brief />{' '}
            {t(`results.counter.${severity}`, { count: number(summary.open[severity]) })}
          </Button>
        );
      })}
      {summary.waived > 0 && (
        <Button
          size="small"
          className={mergeClasses(styles.counter, isOnly(states, 'waived') && styles.chosen)}
          aria-pressed={isOnly(states, 'waived')}
          onClick={() => narrow(withValues(filter, 'state', isOnly(states, 'waived') ? [] : ['waived']))}
        >
          {t('results.counter.waived', { count: number(summary.waived) })}
        </Button>
      )}
    </div>
  );
}

/** Which national catalogue the findings lean on. */
function ReferenceLine({ reference }: { readonly reference: ResultsSummary['reference'] }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const go = usePlace((state) => state.go);
  if (reference === null) {
    return (
      <span className={styles.quiet}>
        {t('results.noReference')} <Link onClick={() => go('knowledge')}>{t('results.getReference')}</Link>
      </span>
    );
  }
  const { title, records, date, complete } = reference;
  const params = { title, records: format.number(records) };
  const isDated = /^\d{4}-\d\d-\d\d/.test(date);
  return (
    <span className={styles.quiet}>
      {isDated ? t('results.reference', { ...params, date: format.day(date) }) : t('results.referenceUndated', params)}{' '}
      {!complete && t('results.referenceIncomplete')}
    </span>
  );
}
