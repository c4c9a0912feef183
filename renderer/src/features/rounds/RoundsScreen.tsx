import { Button, makeStyles, Spinner, Subtitle2, useRestoreFocusTarget } from '@fluentui/react-components';
import { AddRegular, BeakerRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { RoundCard } from '../../../../shared/contract/rounds.ts';
import { useFulfil } from '../../app/commands.ts';
import { useText } from '../../app/language.tsx';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { JobPanel } from '../../ui/JobPanel.tsx';
import { Page } from '../../ui/Page.tsx';
import { VerifyBundle } from '../reports/VerifyBundle.tsx';
import { ChangeRoundDialog } from './ChangeRoundDialog.tsx';
import { NewRoundDialog } from './NewRoundDialog.tsx';
import { RoundCardView } from './RoundCardView.tsx';
import { useRoundActions } from './useRoundActions.ts';
import { useSample } from './useSample.ts';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: '16px' },
  group: { display: 'flex', flexDirection: 'column', gap: '8px' },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))', gap: '12px' },
  centre: { display: 'flex', justifyContent: 'center', padding: '32px 0' },
});

/** The rounds: go on with the last one, open another, make a new one. */
export function RoundsScreen() {
  const styles = useStyles();
  const t = useText();
  const answer = useAnswer('rounds.list', {});
  const rounds = answer.data?.rounds ?? [];
  const sample = useSample(rounds);
  const actions = useRoundActions();
  const [isNew, setNew] = useState(false);
  useFulfil(
    'newRound',
    useCallback(() => setNew(true), []),
  );
  const [changing, setChanging] = useState<RoundCard | null>(null);
  const [isChangeOpen, setChangeOpen] = useState(false);
  const focusTarget = useRestoreFocusTarget();
  const isMaking = sample.making !== undefined;
  // The sample round has no content before it is made.
  const shown = rounds.filter(({ id, sample: isSample }) => !(isMaking && isSample && id !== answer.data?.last));
  const last = shown.find(({ id }) => id === answer.data?.last);
  const others = shown.filter((card) => card !== last);
  const fault = faultOf(answer.error);

  const cardView = (card: RoundCard) => (
    <RoundCardView
      key={card.id}
      card={card}
      isLast={card === last}
      onChange={() => {
        setChanging(card);
        setChangeOpen(true);
      }}
      onRemove={() => void actions.remove(card)}
    />
  );
  const newButton = (
    <Button {...focusTarget} size="small" appearance="primary" icon={<AddRegular />} onClick={() => setNew(true)}>
      {t('rounds.new')}
    </Button>
  );
  const sampleButton = (appearance: 'primary' | 'secondary') => (
    <Button size="small" appearance={appearance} icon={<BeakerRegular />} disabled={isMaking} onClick={sample.open}>
      {t('rounds.openSample')}
    </Button>
  );
  const isEmpty = answer.data !== undefined && shown.length === 0;

  return (
    <Page
      title={t('place.rounds')}
      actions={
        // Not before it is known which of the two screens it is: a button must not vanish under the hand.
        shown.length > 0 && (
          <>
            <VerifyBundle />
            {sampleButton('secondary')}
            {newButton}
          </>
        )
      }
    >
      <div className={styles.groups}>
        {fault !== null && <FaultNote fault={fault} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Spinner size="small" label={t('rounds.loading')} />}
        {sample.making !== undefined && (
          <div className={styles.centre}>
            <JobPanel title={t('rounds.makingSample')} job={sample.making} />
          </div>
        )}
        {isEmpty && !isMaking && (
          <EmptyState title={t('rounds.emptyTitle')} text={t('rounds.emptyText')}>
            {sampleButton('primary')}
            <Button {...focusTarget} size="small" icon={<AddRegular />} onClick={() => setNew(true)}>
              {t('rounds.new')}
            </Button>
            <VerifyBundle />
          </EmptyState>
        )}
        {last !== undefined && (
          <section className={styles.group} aria-labelledby="rounds-last">
            <Subtitle2 as="h2" id="rounds-last">
              {t('rounds.last')}
            </Subtitle2>
            <div className={styles.cards}>{cardView(last)}</div>
          </section>
        )}
        {others.length > 0 && (
          <section className={styles.group} aria-labelledby="rounds-others">
            <Subtitle2 as="h2" id="rounds-others">
              {t(last === undefined ? 'rounds.all' : 'rounds.others')}
            </Subtitle2>
            <div className={styles.cards}>{others.map(cardView)}</div>
          </section>
        )}
      </div>
      <NewRoundDialog open={isNew} onClose={() => setNew(false)} />
      {changing !== null && (
        <ChangeRoundDialog card={changing} open={isChangeOpen} onClose={() => setChangeOpen(false)} />
      )}
    </Page>
  );
}
