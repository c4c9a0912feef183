import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingDetail } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import type { Decisions } from '../decide/decisions.ts';
import { useResultsState } from '../resultsState.ts';
import { CellEditor } from './CellEditor.tsx';

const useStyles = makeStyles({
  frame: {
    overflow: 'auto',
    maxHeight: '260px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sheet: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
  edge: {
    position: 'sticky',
    left: 0,
    top: 0,
    zIndex: 1,
    padding: '1px 6px',
    textAlign: 'center',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  edgeMarked: {
    fontWeight: tokens.fontWeightBold,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
  },
  cell: {
    padding: '1px 6px',
    verticalAlign: 'top',
    minWidth: '56px',
    maxWidth: '160px',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '3',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  heading: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground2 },
  marked: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '-2px',
    backgroundColor: tokens.colorBrandBackground2,
    cursor: 'cell',
    ':focus-visible': { outlineWidth: '3px' },
  },
  editing: { maxWidth: 'none', cursor: 'auto' },
  rowMarked: { backgroundColor: tokens.colorBrandBackground2 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The cell among its neighbours, as in Excel; Enter or F2 on it opens it for writing. */
export function CellSurroundings({
  detail,
  decisions,
}: {
  readonly detail: FindingDetail;
  readonly decisions: Decisions;
}) {
  const styles = useStyles();
  const t = useText();
  const { isEditing, set } = useResultsState();
  const { around, place, line } = detail;
  if (around === null) return null;
  const markedRow = place?.row ?? Number(/\d+$/.exec(line.cell)?.[0] ?? 0);
  const label = t('results.aroundTable', { cell: line.cell, sheet: line.sheet, file: line.file });
  return (
    <div className={styles.frame} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.sheet} aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className={styles.edge}>
              <span className={styles.unseen}>{t('results.rowNumber')}</span>
            </th>
            {around.columns.map(({ column, letters }) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.edge, column === place?.column && styles.edgeMarked)}
              >
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {around.rows.map(({ row, header, cells }) => (
            <tr key={`${row} ${header}`}>
              <th
                scope="row"
                className={mergeClasses(styles.edge, row === markedRow && styles.edgeMarked)}
                title={header ? t('results.headerRow') : undefined}
              >
                {row}
              </th>
              {cells.map((text, at) => {
                const { column } = around.columns[at]!;
                const isMarked = !header && row === place?.row && column === place.column;
                const isInRow = !header && place === null && row === markedRow;
                if (isMarked && isEditing) {
                  return (
                    <td key={column} className={mergeClasses(styles.cell, styles.marked, styles.editing)}>
                      <CellEditor place={place} cell={line.cell} text={text} decisions={decisions} />
                    </td>
                  );
                }
                return (
                  <td
                    key={column}
                    title={text}
                    data-marked={isMarked || undefined}
                    className={mergeClasses(
                      styles.cell,
                      header && styles.heading,
                      isInRow && styles.rowMarked,
                      isMarked && styles.marked,
                    )}
                    tabIndex={isMarked ? 0 : undefined}
                    aria-label={isMarked ? `${line.cell}, ${t('results.markedCell')}: ${text}` : undefined}
                    onDoubleClick={() => isMarked && set({ isEditing: true })}
                    onKeyDown={(event) => {
                      if (!isMarked || (event.key !== 'Enter' && event.key !== 'F2')) return;
                      event.preventDefault();
                      event.stopPropagation();
                      set({ isEditing: true });
                    }}
                  >
                    <span className={styles.text}>{text}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
