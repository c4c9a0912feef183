import { Button, makeStyles } from '@fluentui/react-components';
import { useText } from '../app/language.tsx';
import { usePlace } from '../app/place.ts';
import type { OpenedRound } from '../app/useOpenRound.ts';
import { EmptyState } from './EmptyState.tsx';
import { FaultNote } from './FaultNote.tsx';
import { JobPanel } from './JobPanel.tsx';
import { Page } from './Page.tsx';

const useStyles = makeStyles({
  centre: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '12px', padding: '32px 0' },
});

/** What stands in a place while its round is being opened, or when that did not work. */
export function Opening(props: { readonly title: string; readonly name: string; readonly opened: OpenedRound }) {
  const styles = useStyles();
  const t = useText();
  const closeRound = usePlace((state) => state.closeRound);
  const { job, fault, stopped, retry } = props.opened;
  const back = (
    <Button size="small" onClick={closeRound}>
      {t('rounds.backToList')}
    </Button>
  );
  return (
    <Page title={props.title}>
      {fault !== null ? (
        <div className={styles.centre}>
          <FaultNote fault={fault} onRetry={retry} />
          {back}
        </div>
      ) : stopped ? (
        <EmptyState title={t('rounds.openingStopped')} text={t('rounds.openingStoppedText')}>
          <Button size="small" appearance="primary" onClick={retry}>
            {t('rounds.openAgain')}
          </Button>
          {back}
        </EmptyState>
      ) : (
        <div className={styles.centre}>
          <JobPanel title={t('rounds.opening', { name: props.name })} job={job} />
        </div>
      )}
    </Page>
  );
}
