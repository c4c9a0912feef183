import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';

const useStyles = makeStyles({
  scroller: {
    overflow: 'auto',
    minHeight: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  whole: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

/** A long list of which only what is seen is drawn; rows are as tall as what is in them.
 *  @param estimate  usual height of a row in pixels */
export function VirtualRows<T>(props: {
  readonly items: readonly T[];
  readonly label: string;
  readonly estimate: number;
  readonly keyOf: (item: T) => string;
  readonly className?: string;
  readonly children: (item: T, index: number) => ReactNode;
}) {
  const styles = useStyles();
  const { items, keyOf, estimate } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 8,
    useFlushSync: false,
  });
  return (
    <div
      ref={scroller}
      className={mergeClasses(styles.scroller, props.className)}
      tabIndex={0}
      role="list"
      aria-label={props.label}
    >
      <div className={styles.whole} role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            {props.children(items[index]!, index)}
          </div>
        ))}
      </div>
    </div>
  );
}
