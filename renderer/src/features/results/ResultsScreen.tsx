import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  HistoryRegular,
  KeyboardRegular,
  LocationRegular,
} from '@fluentui/react-icons';
import { useLayoutEffect } from 'react';
import type { ResultsSummary } from '../../../../shared/contract/results.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { useAnswerAfterPages } from './afterPages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDecisions, type Decisions } from './decide/decisions.ts';
import { ReadinessView } from './readiness/ReadinessView.tsx';
import { ResultsBoard } from './ResultsBoard.tsx';
import { useResultsState } from './resultsState.ts';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    padding: '0 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panel: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** What the rules found in a round: where to start, the list, and one finding at a time. */
export function ResultsScreen({ round }: { readonly round: string }) {
  const t = useText();
  const decisions = useDecisions(round);
  const language = useLanguage();
  const go = usePlace((state) => state.go);
  const answer = useAnswerAfterPages('results.summary', { round, language });
  const fault = faultOf(answer.error);
  // Before what was wanted of this screen is done in an effect below.
  useLayoutEffect(() => useResultsState.getState().enter(round), [round]);
  return (
    <Page title={t('place.results')} whole actions={<ScreenActions round={round} decisions={decisions} />}>
      {fault !== null ? (
        <FaultNote fault={fault} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Spinner size="small" label={t('app.loading')} />
      ) : answer.data.rows === 0 ? (
        <EmptyState title={t('results.noData')} text={t('results.noDataText')}>
          <Button appearance="primary" onClick={() => go('intake')}>
            {t('results.toIntake')}
          </Button>
        </EmptyState>
      ) : (
        <Views round={round} summary={answer.data} decisions={decisions} />
      )}
    </Page>
  );
}

/** The findings one by one, or the readiness of all agencies. */
function Views(props: { readonly round: string; readonly summary: ResultsSummary; readonly decisions: Decisions }) {
  const styles = useStyles();
  const t = useText();
  const filter = usePlace((state) => state.filter);
  const { readinessFor, set } = useResultsState();
  const view = readinessFor === filter ? 'readiness' : 'findings';
  return (
    <>
      <TabList
        size="small"
        className={styles.tabs}
        aria-label={t('readinessScreen.views')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => set({ readinessFor: value === 'readiness' ? filter : null })}
      >
        {(['findings', 'readiness'] as const).map((one) => (
          <Tab key={one} value={one} id={`results-${one}`}>
            {t(`readinessScreen.view.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`results-${view}`}>
        {view === 'readiness' ? (
          <ReadinessView round={props.round} decisions={props.decisions} />
        ) : (
          <ResultsBoard {...props} />
        )}
      </div>
    </>
  );
}

function ScreenActions({ round, decisions }: { readonly round: string; readonly decisions: Decisions }) {
  const t = useText();
  const language = useLanguage();
  const set = useResultsState((state) => state.set);
  const history = useAnswerAfterPages('decisions.history', { round, language });
  const { canUndo = false, canRedo = false } = history.data ?? {};
  return (
    <>
      <Button
        size="small"
        icon={<ArrowUndoRegular />}
        aria-keyshortcuts="Control+Z"
        disabledFocusable={!canUndo || decisions.isBusy}
        title={t(canUndo ? 'results.undo' : 'decisions.nothingToUndo')}
        onClick={() => void decisions.undo()}
      >
        {t('results.undo')}
      </Button>
      <Button
        size="small"
        icon={<ArrowRedoRegular />}
        aria-keyshortcuts="Control+Y"
        disabledFocusable={!canRedo || decisions.isBusy}
        title={t(canRedo ? 'results.redo' : 'decisions.nothingToRedo')}
        onClick={() => void decisions.redo()}
      >
        {t('results.redo')}
      </Button>
      <Button
        size="small"
        icon={<HistoryRegular />}
        onClick={() => set({ question: { kind: 'history' }, readinessFor: null })}
      >
        {t('results.history')}
      </Button>
      <Button
        size="small"
        icon={<LocationRegular />}
        aria-keyshortcuts="Control+G"
        onClick={() => set({ question: { kind: 'goTo' }, readinessFor: null })}
      >
        {t('results.goTo')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<KeyboardRegular />}
        aria-keyshortcuts="?"
        aria-label={t('results.keys')}
        title={`${t('results.keys')} (?)`}
        onClick={() => set({ question: { kind: 'keys' }, readinessFor: null })}
      />
    </>
  );
}
