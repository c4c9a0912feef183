import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';
import { useResultsState } from '../resultsState.ts';

const useStyles = makeStyles({
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '0 0 4px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: '20px' },
  bare: { margin: 0, padding: 0, listStyleType: 'none' },
  record: { margin: 0 },
  fact: { display: 'grid', gridTemplateColumns: 'minmax(88px, 1fr) minmax(0, 2fr)' },
  name: { padding: '2px 8px 2px 4px', color: tokens.colorNeutralForeground2 },
  value: { margin: 0, padding: '2px 4px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  concerned: {
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  other: { justifyContent: 'flex-start', textAlign: 'left', width: '100%', fontWeight: tokens.fontWeightRegular },
});

/** A part of the details under its own heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

/** Everything that is known about a finding beside the two values: what backs it, why it matters, what to do.
 *  @param cause  what explains it together with others, as soon as it is known */
export function FindingFacts({ detail, cause }: { readonly detail: FindingDetail; readonly cause: ReactNode }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { showRule } = usePlace();
  const set = useResultsState((state) => state.set);
  const { rule, peers, evidence, national, waiver, lapsedWaiver, sameRow } = detail;
  return (
    <>
      {waiver !== null && (
        <Part title={t('results.waiver')}>
          <p className={styles.text}>
            {t('results.waiverText', { by: waiver.by, until: format.day(waiver.until), reason: waiver.reason })}{' '}
            {waiver.decision !== '' && t('results.waiverDecision', { decision: waiver.decision })}
          </p>
        </Part>
      )}
      {lapsedWaiver !== null && (
        <Part title={t('results.lapsedWaiver')}>
          <p className={styles.text}>
            {t('results.lapsedWaiverText')}{' '}
            {t('results.waiverText', {
              by: lapsedWaiver.by,
              until: format.day(lapsedWaiver.until),
              reason: lapsedWaiver.reason,
            })}
          </p>
        </Part>
      )}
      {cause}
      {peers !== null && (
        <Part title={t('results.peers')}>
          <p className={styles.text}>{peers}</p>
        </Part>
      )}
      {evidence !== null && (
        <Part title={t('results.evidence')}>
          <p className={styles.text}>{evidence}</p>
        </Part>
      )}
      {national !== null && (
        <Part title={t('results.national')}>
          <dl className={styles.record}>
            {national.map(({ field, value, concerned }) => (
              <div key={field} className={mergeClasses(styles.fact, concerned && styles.concerned)}>
                <dt className={styles.name}>{concerned ? `▸ ${field} (${t('results.concerned')})` : field}</dt>
                <dd className={styles.value}>{value}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title={t('results.howToFix')}>
        <p className={styles.text}>{rule.howToFix}</p>
      </Part>
      <Part title={t('results.why')}>
        <p className={styles.text}>{rule.why}</p>
        <Link as="button" onClick={() => showRule(rule.id)}>
          {t('results.toRule', { rule: rule.id })}
        </Link>
      </Part>
      {rule.legal.length > 0 && (
        <Part title={t('results.legal')}>
          <ul className={styles.list}>
            {rule.legal.map(({ doc, article }) => (
              <li key={`${doc} ${article}`}>{article === '' ? doc : `${article}, ${doc}`}</li>
            ))}
          </ul>
        </Part>
      )}
      {rule.asks.length > 0 && (
        <Part title={t('results.asks')}>
          <ul className={styles.list}>
            {rule.asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </Part>
      )}
      {sameRow.length > 0 && (
        <Part title={t('results.sameRow')}>
          <ul className={styles.bare}>
            {sameRow.map(({ identity, cell, message, severity }) => (
              <li key={identity}>
                <Button
                  size="small"
                  appearance="subtle"
                  className={styles.other}
                  icon={<SeverityMark severity={severity} brief />}
                  onClick={() => set({ beside: identity, isEditing: false })}
                >
                  {`${cell}: ${message}`}
                </Button>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
