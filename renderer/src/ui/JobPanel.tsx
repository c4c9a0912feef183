import { Body1, Button, Caption1, makeStyles, ProgressBar, Subtitle2, tokens } from '@fluentui/react-components';
import type { JobView } from '../../../shared/contract/events.ts';
import { useFormat, useText } from '../app/language.tsx';
import { useAction } from '../client/workbench.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    width: '100%',
    maxWidth: '480px',
    boxSizing: 'border-box',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  stop: { marginLeft: 'auto' },
});

/** Work that the user waits for on a screen: what it is, how far, how long still, and a way to stop it.
 *  @param job  null while there is no news of it yet */
export function JobPanel({ title, job }: { readonly title: string; readonly job: JobView | null }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const cancel = useAction('jobs.cancel');
  const share = job === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
  return (
    <section className={styles.panel} aria-label={title}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      <ProgressBar aria-label={title} {...(share === null ? {} : { value: share })} />
      <div className={styles.line}>
        <Body1>{t(`job.phase.${job?.phase ?? 'waiting'}`)}</Body1>
        {share !== null && <Body1>{format.percent(Math.floor(share * 100))}</Body1>}
        {job !== null && job.etaMs !== null && job.etaMs > 1000 && (
          <Caption1>{t('job.left', { seconds: format.number(Math.ceil(job.etaMs / 1000)) })}</Caption1>
        )}
        <Button
          size="small"
          className={styles.stop}
          disabled={job === null || cancel.isPending}
          onClick={() => job !== null && cancel.mutate({ job: job.id })}
        >
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  );
}
