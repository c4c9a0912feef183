import { Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissCircleFilled } from '@fluentui/react-icons';
import type { BundleVerdict } from '../../../../shared/contract/bundles.ts';
import { faultText } from '../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../app/language.tsx';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px' },
  same: { color: tokens.colorStatusSuccessForeground1, fontSize: '24px' },
  differs: { color: tokens.colorStatusDangerForeground1, fontSize: '24px' },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', gap: '4px 12px' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  // Two lines of the same length are easiest to compare.
  id: { display: 'block', maxWidth: '32ch', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
});

/** What came of running a bundle again, in words: whether it is the same, of which round, what differs. */
export function BundleResult({ verdict }: { readonly verdict: BundleVerdict }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const format = useFormat();
  const { same, id, round, today, findings, differences, differing, notes } = verdict;
  const count = findings === null ? '' : format.number(findings);
  const more = differing - differences.length;
  return (
    <div className={styles.result}>
      <div className={styles.head} role="status">
        {same ? (
          <CheckmarkCircleFilled className={styles.same} aria-hidden />
        ) : (
          <DismissCircleFilled className={styles.differs} aria-hidden />
        )}
        <Subtitle2 as="h3">{t(same ? 'bundleScreen.same' : 'bundleScreen.differs')}</Subtitle2>
      </div>
      <Text>
        {same
          ? t('bundleScreen.sameText', { count })
          : findings === null
            ? t('bundleScreen.changedText')
            : t('bundleScreen.differsText', { count })}
      </Text>
      {differences.length > 0 && (
        <ul className={styles.list}>
          {differences.map((fault) => (
            <li key={faultText(language, fault)}>{faultText(language, fault)}</li>
          ))}
          {more > 0 && <li>{t('bundleScreen.more', { count: format.number(more) })}</li>}
        </ul>
      )}
      <dl className={styles.facts}>
        <dt className={styles.name}>{t('bundleScreen.round')}</dt>
        <dd className={styles.value}>{round}</dd>
        <dt className={styles.name}>{t('bundleScreen.day')}</dt>
        <dd className={styles.value}>{format.day(today)}</dd>
        <dt className={styles.name}>{t('bundleScreen.id')}</dt>
        <dd className={styles.value}>
          <span className={styles.id}>{id}</span>
          <Caption1 block>{t('bundleScreen.idAbout')}</Caption1>
        </dd>
      </dl>
      {notes.length > 0 && (
        <div>
          <Subtitle2 as="h3">{t('bundleScreen.notes')}</Subtitle2>
          <ul className={styles.list}>
            {notes.map((fault) => (
              <li key={fault.code}>{faultText(language, fault)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
