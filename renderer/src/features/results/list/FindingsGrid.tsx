import { makeStyles, tokens } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, type Ref } from 'react';
import { useText } from '../../../app/language.tsx';
import type { Settings } from '../../../app/settings.ts';
import { useMeasured } from '../measured.ts';
import { useResultsState } from '../resultsState.ts';
import { useFindingPages, type FindingPages, type ListQuery } from './findingPages.ts';
import { FindingRow, type RowActions } from './FindingRow.tsx';
import { GridHead } from './GridHead.tsx';
import { useGridKeys } from './gridKeys.ts';
import { rowForm, rowHeight } from './rowLayout.ts';
import { isChosen } from './selection.ts';

/** No browser makes an element taller than this, in CSS pixels. */
const TALLEST = 30_000_000;
const OVERSCAN = 10;

const useStyles = makeStyles({
  grid: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, position: 'relative' },
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'scroll',
    overflowX: 'hidden',
    scrollbarGutter: 'stable',
    backgroundColor: tokens.colorNeutralBackground1,
    contain: 'strict',
  },
  whole: { position: 'relative', width: '100%' },
});

/** What the screen around can ask of the grid. */
export interface GridHandle {
  focus(): void;
}

/** What the grid knows of its list, for the line below it and the details beside it. */
export interface GridContent {
  readonly pages: FindingPages;
  /** Lines that can be reached by scrolling. */
  readonly shown: number;
}

/** The findings as a virtual grid: only the rows in the window exist, and only their pages are fetched. */
export function FindingsGrid(props: {
  readonly query: ListQuery;
  readonly density: Settings['density'];
  readonly handle: Ref<GridHandle>;
  readonly onContent: (content: GridContent) => void;
  readonly onOpen: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { query, density, handle, onContent, onOpen } = props;
  const { active, selection } = useResultsState();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { width, height: room } = useMeasured(scroller);
  const form = rowForm(width);
  const height = rowHeight(form, density);

  const known = useRef(0);
  const virtual = useVirtualizer({
    count: known.current,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    useFlushSync: false,
    // The row with the focus must stay, however far one scrolls.
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active, range.count),
  });
  const range = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const pages = useFindingPages(query, range.startIndex, range.endIndex);
  const shown = Math.min(pages.total, Math.floor(TALLEST / height));
  if (known.current !== shown) {
    known.current = shown;
    virtual.setOptions({ ...virtual.options, count: shown });
  }
  // Taller or lower rows: the same ones stay in the window, the one with the keyboard among them.
  const lastHeight = useRef(height);
  useLayoutEffect(() => {
    const before = lastHeight.current;
    lastHeight.current = height;
    virtual.measure();
    const element = scroller.current;
    if (before === height || element === null) return;
    const at = useResultsState.getState().active;
    const top = element.scrollTop / before;
    element.scrollTop = top * height;
    if (at >= Math.floor(top) && at <= top + element.clientHeight / before)
      virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, height]);
  useEffect(() => onContent({ pages, shown }));

  // Rows that went may leave the keyboard below the end.
  useEffect(() => {
    if (shown > 0 && active >= shown) useResultsState.getState().moveTo(shown - 1);
  }, [active, shown]);

  // Another list starts at its top; the same one comes back where it was left.
  const listKey = JSON.stringify([query.round, query.filter, query.sort]);
  const lastList = useRef(listKey);
  useEffect(() => {
    if (lastList.current === listKey) {
      virtual.scrollToIndex(useResultsState.getState().active, { align: 'auto' });
      return;
    }
    lastList.current = listKey;
    useResultsState.getState().moveTo(0);
    virtual.scrollToOffset(0);
  }, [listKey, virtual]);

  // The focus follows the active row while it is in the grid. A row that scrolled away takes it along when it goes, which
  // is no blur to React.
  const isReady = shown > 0;
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual, isReady]);
  useLayoutEffect(() => {
    if (!hasFocus.current || document.activeElement?.getAttribute('data-index') === String(active)) return;
    rowAt(grid.current, active)?.focus({ preventScroll: true });
  });
  useImperativeHandle(handle, () => ({
    focus: () => (rowAt(grid.current, useResultsState.getState().active) ?? scroller.current)?.focus(),
  }));

  const perPage = Math.max(1, Math.floor(room / height) - 1);
  const { onKeyDown, choose } = useGridKeys(query, shown, perPage, onOpen);
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const actions = useMemo<RowActions>(() => ({ choose: (index, how) => latest.current(index, how) }), []);
  const items = virtual.getVirtualItems();
  return (
    <div
      ref={grid}
      role="grid"
      className={styles.grid}
      aria-label={t('results.list')}
      aria-rowcount={pages.total + 1}
      aria-colcount={9}
      aria-multiselectable
      aria-busy={pages.isFetching}
    >
      <GridHead form={form} />
      <div
        ref={scroller}
        role="rowgroup"
        tabIndex={-1}
        className={styles.scroller}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        <div className={styles.whole} role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
          {items.map(({ index, start }) => {
            const line = pages.lineAt(index);
            return (
              <FindingRow
                key={index}
                line={line}
                index={index}
                top={start}
                height={height}
                form={form}
                isActive={index === active}
                isChosen={line === undefined ? selection.kind === 'all' : isChosen(selection, line.identity)}
                isOld={pages.isOld}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function withActive(indexes: number[], active: number, count: number): number[] {
  if (active >= count || indexes.includes(active)) return indexes;
  const first = indexes[0];
  return first !== undefined && active < first ? [active, ...indexes] : [...indexes, active];
}

const rowAt = (grid: HTMLElement | null, index: number): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
