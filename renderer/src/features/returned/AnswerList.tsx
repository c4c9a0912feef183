import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import type { ReturnedLine } from '../../../../shared/contract/returned.ts';
import { useText } from '../../app/language.tsx';
import { faultOf, FaultNote } from '../../ui/FaultNote.tsx';
import { useAnswerPages, type AnswerQuery } from './answerPages.ts';
import { AnswerRow } from './AnswerRow.tsx';

/** Usual height of a line in pixels. */
const USUAL_HEIGHT = 76;

const useStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 900px)': { flexGrow: 0, height: '320px', minHeight: '320px' },
  },
  whole: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  waiting: { height: `${USUAL_HEIGHT}px`, padding: '8px' },
});

/** The lines of returned lists, of which only what is seen is fetched and drawn. Arrows go from tick to tick. */
export function AnswerList(props: {
  readonly query: AnswerQuery;
  readonly total: number;
  readonly isChosen: (line: ReturnedLine) => boolean;
  readonly onChoose: (line: ReturnedLine, isWanted: boolean) => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { query, total, isChosen, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const pages = useAnswerPages(query, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const fault = faultOf(pages.error);

  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = event.target instanceof HTMLElement ? event.target.dataset['answer'] : undefined;
    if (step === 0 || from === undefined) return;
    event.preventDefault();
    const tick = (index: number) => scroller.current?.querySelector<HTMLInputElement>(`[data-answer="${index}"]`);
    // Ticks that can't be set are passed over.
    for (let index = Number(from) + step; index >= 0 && index < total; index += step) {
      const next = tick(index);
      if (next == null) return virtual.scrollToIndex(index);
      if (next.disabled) continue;
      virtual.scrollToIndex(index);
      return next.focus();
    }
  };

  if (fault !== null) return <FaultNote fault={fault} onRetry={pages.retry} />;
  return (
    // The list is scrolled with the keys of the page, its ticks are walked through with the arrows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="list"
      aria-label={t('returned.lines')}
      onKeyDown={move}
    >
      <div className={styles.whole} role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
        {items.map(({ index, key, start }) => {
          const line = pages.lineAt(index);
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={total}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line === undefined ? (
                <Spinner size="tiny" className={styles.waiting} label={t('app.loading')} />
              ) : (
                <AnswerRow
                  line={line}
                  index={index}
                  isChosen={isChosen(line)}
                  onChoose={(isWanted) => onChoose(line, isWanted)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
