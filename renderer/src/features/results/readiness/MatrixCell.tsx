import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { ReadinessCell } from '../../../../../shared/contract/readiness.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { useMatrixStyles, useStepTints } from './matrixStyles.ts';
import { stepOf, trendOf } from './matrixRows.ts';

const useStyles = makeStyles({
  cell: { position: 'relative', textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  link: { cursor: 'pointer' },
  none: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
  // As long as the per cent: what the colour says is seen without it. A border stays in forced colours.
  bar: { position: 'absolute', left: 0, bottom: 0, borderBottom: `2px solid ${tokens.colorNeutralForeground3}` },
  check: { verticalAlign: '-2px', marginRight: '2px' },
  change: { display: 'inline-block', minWidth: '30px', marginLeft: '4px' },
});

/** A place of the matrix: per cent, its bar, and the change since the round before. */
export const MatrixCell = memo(function MatrixCell(props: {
  readonly cell: ReadinessCell;
  /** Where it stands, `row:column`. */
  readonly at: string;
  readonly column: number;
  readonly agency: string;
  readonly area: string;
  readonly isCompared: boolean;
  readonly isActive: boolean;
  readonly className?: string;
}) {
  const styles = useStyles();
  const matrix = useMatrixStyles();
  const tints = useStepTints();
  const t = useText();
  const { number, percent } = useFormat();
  const { cell, agency, area, isCompared } = props;
  const { ready, rows, broken, change } = cell;
  const trend = trendOf(cell, isCompared);
  const plain =
    ready === null
      ? t('readinessScreen.cell.nothing', { agency, area })
      : t('readinessScreen.cell', {
          agency,
          area,
          ready: percent(ready),
          broken: number(broken),
          rows: number(rows),
        });
  const points = Math.abs(change ?? 0);
  const label = trend === null ? plain : t(`readinessScreen.cell.${trend}`, { cell: plain, points: number(points) });
  return (
    <td
      className={mergeClasses(
        matrix.cell,
        styles.cell,
        ready === null ? styles.none : mergeClasses(styles.link, tints[stepOf(ready)]),
        props.className,
      )}
      data-at={props.at}
      aria-colindex={props.column + 1}
      aria-label={label}
      title={label}
      tabIndex={props.isActive ? 0 : -1}
    >
      {ready === null ? (
        '–'
      ) : (
        <>
          {ready === 100 && <CheckmarkRegular aria-hidden className={styles.check} />}
          {percent(ready)}
          {isCompared && (
            <span className={styles.change}>
              {trend === 'up' && `▲ ${number(points)}`}
              {trend === 'down' && `▼ ${number(points)}`}
              {trend === 'new' && t('readinessScreen.new')}
            </span>
          )}
          <span className={styles.bar} style={{ width: `${ready}%` }} />
        </>
      )}
    </td>
  );
});
