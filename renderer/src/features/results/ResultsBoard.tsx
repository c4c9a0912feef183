import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResultsSummary } from '../../../../shared/contract/results.ts';
import { useFulfil } from '../../app/commands.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import { usePlace } from '../../app/place.ts';
import { readSettings } from '../../app/settings.ts';
import { useAnswer } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNote } from '../../ui/FaultNote.tsx';
import { useAnswerAfterPages } from './afterPages.ts';
import type { Decisions } from './decide/decisions.ts';
import { FindingPanel, type PanelHandle } from './detail/FindingPanel.tsx';
import { FacetsPane } from './facets/FacetsPane.tsx';
import { ListTools } from './facets/ListTools.tsx';
import { isNarrowed } from './facets/narrowing.ts';
import { useFindingCommands } from './findingCommands.ts';
import { FindingsGrid, type GridContent, type GridHandle } from './list/FindingsGrid.tsx';
import type { ListQuery } from './list/findingPages.ts';
import { NONE } from './list/selection.ts';
import { SelectionBar } from './list/SelectionBar.tsx';
import { useMeasured } from './measured.ts';
import { Overview } from './overview/Overview.tsx';
import { Questions } from './Questions.tsx';
import { useResultsState } from './resultsState.ts';
import { useScreenKeys } from './screenKeys.ts';

/** Narrower than this, the details lie over the list and the filters over both. */
const SIDE_BY_SIDE = 800;

const useStyles = makeStyles({
  // A low window (high zoom) scrolls as a whole instead of squeezing the list to nothing.
  board: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflowY: 'auto' },
  body: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '280px',
    display: 'flex',
    position: 'relative',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column' },
  /** Below the head of the list, of which nothing else is left then. */
  nothing: { order: 1, flexGrow: 1000 },
  beside: { flexShrink: 0, width: 'clamp(340px, 38%, 520px)' },
  above: { position: 'absolute', inset: 0, zIndex: 2 },
});

/** The results of an open round: overview, filters, list, details. */
export function ResultsBoard(props: {
  readonly round: string;
  readonly summary: ResultsSummary;
  readonly decisions: Decisions;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { round, summary, decisions } = props;
  const { filter, narrow } = usePlace();
  const { sort, active, beside, isDetailOpen, isListWanted, set } = useResultsState();
  const query: ListQuery = { round, language, filter, sort };
  const counts = useAnswerAfterPages('results.facets', { round, language, filter });
  const settings = useAnswer('settings.read', {});
  const [content, setContent] = useState<GridContent | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const panel = useRef<PanelHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const { width } = useMeasured(body);
  const isSideBySide = width === 0 || width >= SIDE_BY_SIDE;

  const line = content?.pages.isOld === false ? content.pages.lineAt(active) : undefined;
  const last = useRef<string | null>(null);
  // While a page is on its way, the details stay with the finding they had.
  if (line !== undefined || content?.shown === 0) last.current = line?.identity ?? null;
  const open = beside ?? last.current;

  const isDetailAbove = isDetailOpen && !isSideBySide;
  useEffect(() => {
    if (!isDetailAbove) return;
    // In a low window they may begin below what is seen.
    body.current?.scrollIntoView({ block: 'nearest' });
    panel.current?.focus();
  }, [isDetailAbove]);
  // Chosen are findings of one list; another filter makes another list.
  const filterKey = JSON.stringify(filter);
  const lastFilter = useRef(filterKey);
  useEffect(() => {
    if (lastFilter.current !== filterKey) set({ selection: NONE });
    lastFilter.current = filterKey;
  }, [filterKey, set]);

  const toList = useCallback(() => {
    // What lies over the list goes first.
    setTimeout(() => grid.current?.focus(), 0);
  }, []);
  useEffect(() => {
    if (!isListWanted) return;
    set({ isListWanted: false });
    toList();
  }, [isListWanted, set, toList]);
  const commands = useFindingCommands(decisions, open, content?.pages.total ?? 0, toList);
  const openDetail = useCallback(() => {
    set({ isDetailOpen: true });
    // The panel is there after this turn at the latest.
    setTimeout(() => panel.current?.focus(), 0);
  }, [set]);
  const areFacetsDocked = isSideBySide && (!isDetailOpen || width >= 1080);
  useScreenKeys({
    ...commands,
    isCovered: () => {
      const { question, areFacetsOpen } = useResultsState.getState();
      return question !== null || (areFacetsOpen && !areFacetsDocked);
    },
    search: () => search.current?.focus(),
    goTo: () => set({ question: { kind: 'goTo' } }),
    help: () => set({ question: { kind: 'keys' } }),
    undo: () => void decisions.undo(),
    redo: () => void decisions.redo(),
    back: () => {
      if (!isSideBySide) set({ isDetailOpen: false });
      toList();
    },
  });
  useFulfil(
    'find',
    useCallback(() => {
      if (!isSideBySide) set({ isDetailOpen: false });
      search.current?.focus();
      search.current?.select();
    }, [isSideBySide, set]),
  );
  useFulfil(
    'history',
    useCallback(() => set({ question: { kind: 'history' } }), [set]),
  );
  useFulfil(
    'goToCell',
    useCallback(() => set({ question: { kind: 'goTo' } }), [set]),
  );
  const seen = useRef('');
  const onContent = useCallback((next: GridContent) => {
    // Told at every drawing; only what is shown elsewhere counts.
    const { pages, shown } = next;
    const at = useResultsState.getState().active;
    const sign = JSON.stringify([
      pages.total,
      shown,
      pages.isFetching,
      pages.isOld,
      pages.error?.fault,
      at,
      pages.lineAt(at),
    ]);
    if (sign === seen.current) return;
    seen.current = sign;
    setContent(next);
  }, []);

  return (
    <div className={styles.board}>
      <Overview summary={summary} />
      <ListTools counts={counts.data} searchRef={search} onLeaveSearch={toList} />
      <div ref={body} className={styles.body}>
        <FacetsPane answer={counts} isDocked={areFacetsDocked} />
        <div className={styles.list} inert={isDetailAbove}>
          <SelectionBar content={content} commands={commands} />
          {content?.pages.error != null && (
            <FaultNote fault={content.pages.error.fault} onRetry={() => content.pages.retry()} />
          )}
          {content !== null && content.pages.total === 0 && !content.pages.isEmptyYet && !content.pages.isOld ? (
            <div className={styles.nothing}>
              <NothingFound isFiltered={isNarrowed(filter)} onClear={() => narrow({})} />
            </div>
          ) : null}
          <FindingsGrid
            query={query}
            density={readSettings(settings.data?.settings).density}
            handle={grid}
            onContent={onContent}
            onOpen={openDetail}
          />
        </div>
        {isDetailOpen && (
          <div className={mergeClasses(isSideBySide ? styles.beside : styles.above)}>
            <FindingPanel round={round} identity={open} decisions={decisions} commands={commands} handle={panel} />
          </div>
        )}
      </div>
      <Questions query={query} near={open} decisions={decisions} toList={toList} />
    </div>
  );
}

function NothingFound({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const t = useText();
  const go = usePlace((state) => state.go);
  return isFiltered ? (
    <EmptyState title={t('results.noneFound')} text={t('results.noneFoundText')}>
      <Button size="small" onClick={onClear}>
        {t('results.clearFilters')}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('results.allDone')} text={t('results.allDoneText')}>
      <Button size="small" appearance="primary" onClick={() => go('reports')}>
        {t('results.toReports')}
      </Button>
    </EmptyState>
  );
}
