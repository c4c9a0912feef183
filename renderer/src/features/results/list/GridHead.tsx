import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortRegular, ArrowSortUpRegular } from '@fluentui/react-icons';
import { useText } from '../../../app/language.tsx';
import { useResultsState } from '../resultsState.ts';
import { COLUMNS, SORTED_BY, useRowStyles, type ColumnName, type RowForm } from './rowLayout.ts';

const useStyles = makeStyles({
  head: {
    // As wide as the rows below, which have a scroll bar beside them.
    overflow: 'hidden',
    scrollbarGutter: 'stable',
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  row: { minHeight: '28px', fontWeight: tokens.fontWeightSemibold, borderBottomStyle: 'none' },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    overflow: 'hidden',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Headings of the columns, some of which sort. With findings on two lines they are only read out. */
export function GridHead({ form }: { readonly form: RowForm }) {
  const styles = useStyles();
  const rows = useRowStyles();
  const t = useText();
  const { sort, set } = useResultsState();
  const heading = (name: ColumnName) => {
    const label = t(`results.column.${name}`);
    const by = SORTED_BY[name];
    const isSorted = by !== undefined && sort.by === by;
    const isBrief = name === 'choose' || name === 'severity';
    const Arrow = !isSorted ? ArrowSortRegular : sort.descending ? ArrowSortDownRegular : ArrowSortUpRegular;
    return (
      <span
        key={name}
        role="columnheader"
        className={mergeClasses(rows.cell, rows[name])}
        title={label}
        aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      >
        {by === undefined ? (
          <span className={isBrief ? styles.unseen : undefined}>{label}</span>
        ) : (
          <button
            type="button"
            className={styles.sort}
            title={t('results.sortColumn', { column: label })}
            onClick={() => set({ sort: { by, descending: isSorted && !sort.descending } })}
          >
            {isBrief ? <span className={styles.unseen}>{label}</span> : label}
            {(isSorted || isBrief) && <Arrow aria-hidden />}
          </button>
        )}
      </span>
    );
  };
  if (form === 'twoLines') {
    return (
      <div role="rowgroup" className={styles.unseen}>
        <div role="row" aria-rowindex={1}>
          {COLUMNS.map((name) => (
            <span key={name} role="columnheader">
              {t(`results.column.${name}`)}
            </span>
          ))}
        </div>
      </div>
    );
  }
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={mergeClasses(rows.row, rows.oneLine, styles.row)}>
        {COLUMNS.map(heading)}
      </div>
    </div>
  );
}
