import { mergeClasses } from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { ReadinessMatrix as Matrix } from '../../../../../shared/contract/readiness.ts';
import { useText } from '../../../app/language.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { placeAfter, type MatrixPlace } from './matrixPlace.ts';
import type { MatrixAgency, MatrixSort } from './matrixRows.ts';
import { useMatrixStyles } from './matrixStyles.ts';

/** From so many agencies on only those in sight are drawn. */
const MANY = 100;
const ROW_HEIGHT = 28;

/** The matrix agency × area as a grid: arrows move, Enter or a click shows the findings of a cell.
 *  @param agencies  in the order in which they stand */
export function ReadinessMatrix(props: {
  readonly matrix: Matrix;
  readonly agencies: readonly MatrixAgency[];
  readonly sort: MatrixSort;
  onSort(by: MatrixSort['by']): void;
  onOpen(place: MatrixPlace): void;
}) {
  const styles = useMatrixStyles();
  const t = useText();
  const { matrix, agencies, sort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<MatrixPlace>({ row: 0, column: 0 });
  const last = { row: agencies.length, column: matrix.areas.length + 1 };
  const active = { row: Math.min(place.row, last.row), column: place.column };
  const isMoving = useRef(false);

  const isVirtual = agencies.length > MANY;
  const virtual = useVirtualizer({
    count: agencies.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    useFlushSync: false,
    // The row with the focus must stay, however far one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...inRange(active.row, range.count)])].sort(ascending),
  });
  const items = isVirtual ? virtual.getVirtualItems() : null;
  const shown = items?.map(({ index }) => index) ?? agencies.map((_, index) => index);
  // The row with the focus may stand far from those in sight.
  const roomAbove = (at: number): number => (items === null ? 0 : items[at]!.start - (items[at - 1]?.end ?? 0));

  useLayoutEffect(() => {
    if (!isMoving.current) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-at="${active.row}:${active.column}"]`);
    if (element == null) return;
    isMoving.current = false;
    element.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3);
    const target = placeAfter(active, event, last, perPage);
    if (target !== undefined) {
      isMoving.current = true;
      setPlace(target);
      if (isVirtual && target.row >= 0 && target.row < agencies.length)
        virtual.scrollToIndex(target.row, { align: 'auto' });
    } else if ((event.key === 'Enter' || event.key === ' ') && active.row >= 0) props.onOpen(active);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent): void => {
    const at = (event.target as Element).closest('[data-at]')?.getAttribute('data-at')?.split(':');
    if (at === undefined) return;
    const [row, column] = at.map(Number);
    setPlace({ row: row!, column: column! });
    if (row! >= 0) props.onOpen({ row: row!, column: column! });
  };

  const areas = useMemo(
    () => [
      ...matrix.areas.map((area) => ({ text: t(`readiness.short.${area}`), about: t(`readiness.area.${area}`) })),
      { text: t('readiness.columnAll'), about: t('readiness.columnAll') },
    ],
    [matrix.areas, t],
  );
  const name = t('readiness.columnAgency');
  const isCompared = matrix.before !== null;
  const line = (row: number, agency: string, cells: Matrix['total'], isCompared: boolean, className?: string) =>
    cells.map((cell, at) => (
      <MatrixCell
        key={areas[at]!.text}
        cell={cell}
        at={`${row}:${at + 1}`}
        column={at + 1}
        agency={agency}
        area={areas[at]!.about}
        isCompared={isCompared}
        isActive={active.row === row && active.column === at + 1}
        className={mergeClasses(at === cells.length - 1 && styles.all, className)}
      />
    ));
  const nameCell = (row: number) => ({
    'data-at': `${row}:0`,
    'aria-colindex': 1,
    tabIndex: active.row === row && active.column === 0 ? 0 : -1,
  });
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        role="grid"
        className={styles.table}
        aria-label={t('readinessScreen.table')}
        aria-rowcount={agencies.length + 2}
        aria-colcount={areas.length + 1}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead
          headings={[{ text: name, about: name }, ...areas]}
          sort={sort}
          active={active.row === -1 ? active.column : null}
          onSort={props.onSort}
        />
        <tbody>
          {shown.map((row, at) => {
            const agency = agencies[row]!;
            return (
              <Fragment key={agency.id}>
                <Space height={roomAbove(at)} columns={areas.length + 1} />
                <tr data-index={row} aria-rowindex={row + 2} ref={isVirtual ? virtual.measureElement : undefined}>
                  <th
                    scope="row"
                    className={mergeClasses(styles.cell, styles.name)}
                    title={t('readinessScreen.agencyCell', { agency: agency.name })}
                    {...nameCell(row)}
                  >
                    {agency.name}
                    {agency.isNew && (
                      <span className={styles.badge} title={t('readinessScreen.newAgency')}>
                        {t('readinessScreen.new')}
                      </span>
                    )}
                  </th>
                  {line(row, agency.name, agency.cells, isCompared && !agency.isNew)}
                </tr>
              </Fragment>
            );
          })}
          <Space
            height={isVirtual ? virtual.getTotalSize() - (items?.at(-1)?.end ?? 0) : 0}
            columns={areas.length + 1}
          />
        </tbody>
        <tfoot>
          <tr aria-rowindex={agencies.length + 2}>
            <th
              scope="row"
              className={mergeClasses(styles.cell, styles.name, styles.whole, styles.wholeName)}
              title={t('readinessScreen.agencyCell', { agency: t('readiness.whole') })}
              {...nameCell(last.row)}
            >
              {t('readiness.whole')}
            </th>
            {line(last.row, t('readiness.whole'), matrix.total, isCompared, styles.whole)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Room of the rows that are not drawn. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  const styles = useMatrixStyles();
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} className={styles.space} style={{ height: `${height}px` }} />
    </tr>
  );
}

const inRange = (row: number, count: number): readonly number[] => (row >= 0 && row < count ? [row] : []);
const ascending = (a: number, b: number): number => a - b;
