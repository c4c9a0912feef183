import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, type ReactNode } from 'react';
import { useIsWanted } from '../../app/commands.ts';
import { useText } from '../../app/language.tsx';
import { useArrival } from '../../app/useArrival.ts';
import { useJob } from '../../client/jobs.ts';
import { useAnswer, useClient } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { JobPanel } from '../../ui/JobPanel.tsx';
import { Page } from '../../ui/Page.tsx';
import { ChooseLists } from './ChooseLists.tsx';
import { letGo } from './letGo.ts';
import { ReviewBoard } from './ReviewBoard.tsx';
import { useReturned, type OpenReview } from './returnedState.ts';

const useStyles = makeStyles({ pad: { padding: '16px' } });

/** Correction lists that agencies send back: choosing them, looking at what they answer, applying it. */
export function ReturnedScreen({ round }: { readonly round: string }) {
  const t = useText();
  const client = useClient();
  const { review, hide, close } = useReturned();
  useArrival(review?.review ?? '');
  // What the commands of the window want of this place, the reports do.
  const areReportsWanted = useIsWanted('reports');
  useEffect(() => {
    if (areReportsWanted) hide();
  }, [areReportsWanted, hide]);
  const leave = (): void => {
    close();
    if (review !== null) void letGo(client, review);
  };
  return (
    <Page
      whole
      title={t('returned.title')}
      actions={
        <>
          {review !== null && <ChooseLists isFirst={false} />}
          <Button size="small" icon={<DismissRegular />} onClick={leave}>
            {t('returned.back')}
          </Button>
        </>
      }
    >
      {review === null || review.round !== round ? (
        <Nothing title={t('returned.emptyTitle')} text={t('returned.emptyText')} />
      ) : (
        <Review key={review.review} open={review} />
      )}
    </Page>
  );
}

function Review({ open }: { readonly open: OpenReview }) {
  const styles = useStyles();
  const t = useText();
  const job = useJob(open.job);
  const isRead = job?.state === 'done';
  const answer = useAnswer('returned.review', isRead ? { round: open.round, review: open.review } : null);
  const rounds = useAnswer('rounds.list', {});
  const day = rounds.data?.rounds.find(({ id }) => id === open.round)?.date;
  const fault = faultOf(answer.error) ?? faultOf(rounds.error);
  const padded = (content: ReactNode) => <div className={styles.pad}>{content}</div>;

  if (job?.fault != null) return padded(<FaultNote fault={job.fault} />);
  if (fault !== null) return padded(<FaultNote fault={fault} onRetry={() => void answer.refetch()} />);
  if (job?.state === 'cancelled') return <Nothing title={t('returned.stopped')} text={t('returned.stoppedText')} />;
  if (!isRead) return padded(<JobPanel title={t('returned.reading')} job={job ?? null} />);
  if (answer.data === undefined || day === undefined) {
    return padded(<Spinner size="small" label={t('returned.judging')} />);
  }
  const { files } = answer.data;
  const answered = files.reduce(
    (sum, { groups }) => sum + groups.ready + groups.look + groups.refused + groups.done,
    0,
  );
  if (answered === 0 && files.every((file) => file.fault === null)) {
    return <Nothing title={t('returned.nothingTitle')} text={t('returned.nothingText')} />;
  }
  return <ReviewBoard open={open} answer={answer.data} day={day} />;
}

function Nothing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <EmptyState title={title} text={text}>
      <ChooseLists isFirst />
    </EmptyState>
  );
}
