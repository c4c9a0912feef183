import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useFormat, useText } from '../../app/language.tsx';
import { useToasts } from '../../client/toasts.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '4px 16px', margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  copy: { alignSelf: 'flex-start' },
});

/** Which program this is, for a question to support. */
export function About() {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const show = useToasts((state) => state.show);
  const answer = useAnswer('host.about', {});
  const fault = faultOf(answer.error);
  if (fault !== null) return <FaultNote fault={fault} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return null;
  const { name, version, today } = answer.data;
  const facts = [
    [t('settingsScreen.version'), version],
    [t('settingsScreen.host'), t(`settingsScreen.host.${name}`)],
    [t('settingsScreen.today'), format.day(today)],
  ] as const;
  const copy = (): void => {
    const text = [t('app.name'), ...facts.map(([label, value]) => `${label}: ${value}`), navigator.userAgent];
    void navigator.clipboard.writeText(text.join('\n')).then(() => show(t('settingsScreen.copied')));
  };
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => [
          <dt key={label}>{label}</dt>,
          <dd key={`${label} value`} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
      <p className={styles.quiet}>{t('settingsScreen.privacy')}</p>
      <Button size="small" icon={<CopyRegular />} className={styles.copy} onClick={copy}>
        {t('settingsScreen.copy')}
      </Button>
    </>
  );
}
