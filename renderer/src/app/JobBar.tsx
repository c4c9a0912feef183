import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { JobView } from '../../../shared/contract/events.ts';
import { faultText } from '../../../shared/i18n/index.ts';
import { useHandingOver } from '../client/handingOver.ts';
import { useJobs } from '../client/jobs.ts';
import { useReturned } from '../features/returned/returnedState.ts';
import { useAction } from '../client/workbench.tsx';
import { HandingOverLine } from './HandingOverLine.tsx';
import { useFormat, useLanguage, useText } from './language.tsx';
import { needsRound, usePlace, type Place } from './place.ts';

const useStyles = makeStyles({
  bar: {
    gridColumn: 2,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  job: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  progress: { flexGrow: 1, flexBasis: '120px', width: 'auto' },
  failed: { color: tokens.colorPaletteRedForeground1, flexGrow: 1 },
});

/** Long work: how far, how long still, and a way to stop it. What failed stays until it was read. */
export function JobBar() {
  const styles = useStyles();
  const jobs = useJobs((state) => state.jobs);
  const dismissed = useJobs((state) => state.dismissed);
  const place = usePlace((state) => state.place);
  const round = usePlace((state) => state.round);
  const lists = useReturned((state) => (state.round === round ? (state.review?.job ?? null) : null));
  const shown = [...jobs.values()].filter((job) =>
    job.state === 'running' ? !isShownBy(place, round, lists, job) : job.state === 'failed' && !dismissed.has(job.id),
  );
  const handing = useHandingOver((state) => state.all);
  if (shown.length + handing.length === 0) return null;
  return (
    <section className={styles.bar} aria-live="polite">
      {handing.map((one) => (
        <HandingOverLine key={one.id} handing={one} className={styles.job} barClassName={styles.progress} />
      ))}
      {shown.map((job) =>
        job.state === 'running' ? <Running key={job.id} job={job} /> : <Failed key={job.id} job={job} />,
      )}
    </section>
  );
}

/** Work that the place itself shows in full. @param lists  the work that reads the lists on the screen */
const isShownBy = (place: Place, round: string | null, lists: string | null, job: JobView): boolean =>
  place === 'rounds'
    ? job.kind === 'sample' || job.kind === 'open'
    : (job.kind === 'open' && job.round === round && needsRound(place)) || (job.id === lists && place === 'reports');

function Running({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const cancel = useAction('jobs.cancel');
  const { phase, done, total, etaMs } = job;
  const share = total === 0 ? undefined : Math.min(1, done / total);
  const name = t(`job.${job.kind}`);
  return (
    <div className={styles.job}>
      <span>{t('job.doing', { job: name, phase: t(`job.phase.${phase}`) })}</span>
      <ProgressBar className={styles.progress} aria-label={name} {...(share === undefined ? {} : { value: share })} />
      {share !== undefined && <span>{format.percent(Math.floor(share * 100))}</span>}
      {etaMs !== null && etaMs > 1000 && (
        <span>{t('job.left', { seconds: format.number(Math.ceil(etaMs / 1000)) })}</span>
      )}
      <Button size="small" onClick={() => cancel.mutate({ job: job.id })} disabled={cancel.isPending}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}

function Failed({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const t = useText();
  const language = useLanguage();
  const dismiss = useJobs((state) => state.dismiss);
  return (
    <div className={styles.job} role="alert">
      <span className={styles.failed}>
        {t('job.failedText', {
          job: t(`job.${job.kind}`),
          reason: job.fault === null ? '' : faultText(language, job.fault),
        })}
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('app.dismiss')}
        onClick={() => dismiss(job.id)}
      />
    </div>
  );
}
