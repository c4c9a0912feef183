import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A column of the table behind a chart. */
export interface ChartColumn<Row> {
  readonly key: string;
  readonly heading: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  head: {
    position: 'sticky',
    top: 0,
    padding: '2px 8px 2px 4px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '2px 8px 2px 4px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/** The table behind a chart. */
export function ChartTable<Row>(props: {
  readonly label: string;
  readonly columns: readonly ChartColumn<Row>[];
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
}) {
  const styles = useStyles();
  const { label, columns, rows, idOf } = props;
  const look = (base: string | undefined, { isNumber }: ChartColumn<Row>): string =>
    mergeClasses(base, isNumber === true && styles.number);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={look(styles.head, column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column) => (
              <td key={column.key} className={look(styles.cell, column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
