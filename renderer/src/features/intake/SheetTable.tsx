import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SheetPreview } from '../../../../shared/contract/intake.ts';
import { formatChannel } from '../../../../shared/domain/channel.ts';
import { FIELD_KEYS, FIELDS } from '../../../../shared/domain/fields.ts';
import { columnLetters } from '../../../../shared/table/cell.ts';
import { useLanguage, useText } from '../../app/language.tsx';
import type { ChosenColumn, HeaderRows } from './columnChoices.ts';
import { useFieldColours } from './fieldColours.ts';

const line = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    minHeight: '200px',
    flexGrow: 1,
    border: line,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
  // A height that grows with the row: what is in it can be as tall as the row.
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: '1px',
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  corner: { left: 0, zIndex: 3, minWidth: '56px', padding: '0 8px', color: tokens.colorNeutralForeground2 },
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    minWidth: '96px',
    minHeight: '48px',
    padding: '4px 8px',
    border: 'none',
    borderRight: line,
    borderBottom: line,
    color: 'inherit',
    font: 'inherit',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'left',
    cursor: 'pointer',
  },
  picked: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  unsure: { fontStyle: 'italic' },
  field: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  rowHead: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    height: '1px',
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  rowButton: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    minHeight: '24px',
    padding: '0 8px',
    border: 'none',
    borderRight: line,
    borderBottom: line,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'right',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
  },
  cell: {
    maxWidth: '240px',
    minHeight: '24px',
    padding: '0 8px',
    borderRight: line,
    borderBottom: line,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
  },
  header: {
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'normal',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  headerMark: { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorBrandBackground2 },
  above: { color: tokens.colorNeutralForeground2 },
});

/** The first rows of a sheet with the header marked and the columns coloured by field. A row's number chooses the header,
 *  a column's head the column. */
export function SheetTable(props: {
  readonly sheet: string;
  readonly preview: SheetPreview;
  readonly header: HeaderRows | null;
  readonly columns: readonly ChosenColumn[];
  /** Place of the chosen column among the columns. */
  readonly at: number;
  readonly onColumn: (at: number) => void;
  readonly onRow: (row: number, isExtending: boolean) => void;
}) {
  const styles = useStyles();
  const colours = useFieldColours();
  const t = useText();
  const language = useLanguage();
  const { preview, header, columns, at, onColumn, onRow } = props;
  const picked = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // It gives a promise in newer browsers, which is no clean-up: hence the braces.
    picked.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at]);
  const width = widthOf(preview, columns);
  const byColumn = new Map(columns.map((column, index) => [column.sheetColumn, { column, index }]));
  const all = Array.from({ length: width }, (_, sheetColumn) => ({ sheetColumn, ...byColumn.get(sheetColumn) }));
  const colourOf = (column: ChosenColumn | undefined): string | undefined =>
    column === undefined || column.field === null
      ? undefined
      : colours[FIELD_KEYS.indexOf(column.field) % colours.length];

  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('review.table', { sheet: props.sheet })}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
              {t('review.rowNumber')}
            </th>
            {all.map(({ sheetColumn, column, index }) => (
              <th key={sheetColumn} scope="col" className={styles.head}>
                {column === undefined || index === undefined ? (
                  <span className={styles.quiet}>{columnLetters(sheetColumn)}</span>
                ) : (
                  <button
                    type="button"
                    ref={index === at ? picked : null}
                    aria-pressed={index === at}
                    className={mergeClasses(styles.column, colourOf(column), index === at && styles.picked)}
                    onClick={() => onColumn(index)}
                  >
                    <span className={styles.quiet}>{column.letters}</span>
                    <span className={column.field === null ? styles.quiet : styles.field}>
                      {column.field === null ? t('review.unused') : FIELDS[column.field][language]}
                      {column.channel !== undefined && ` · ${formatChannel(column.channel, language)}`}
                    </span>
                    {column.isUnsure && <span className={styles.unsure}>{t('review.unsure')}</span>}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, hidden, cells }) => {
            const isHeader = header !== null && row >= header.firstRow && row <= header.lastRow;
            const isAbove = header !== null && row < header.firstRow;
            return (
              <tr key={row}>
                <th scope="row" className={mergeClasses(styles.rowHead, isHeader && styles.headerMark)}>
                  <button
                    type="button"
                    className={styles.rowButton}
                    aria-pressed={isHeader}
                    aria-label={t(isHeader ? 'review.rowHeader' : 'review.row', { row })}
                    onClick={(event) => onRow(row, event.shiftKey)}
                  >
                    {isHeader && `${t('review.headerMark')} `}
                    {hidden && `${t('review.hiddenRow')} `}
                    {row}
                  </button>
                </th>
                {all.map(({ sheetColumn, column }) => (
                  <td
                    key={sheetColumn}
                    title={cells[sheetColumn]}
                    className={mergeClasses(
                      styles.cell,
                      isHeader && styles.header,
                      isHeader ? styles.headerMark : isAbove ? styles.above : colourOf(column),
                    )}
                  >
                    {cells[sheetColumn]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Columns up to the last one that holds anything. */
function widthOf({ rows }: SheetPreview, columns: readonly ChosenColumn[]): number {
  let width = 0;
  for (const { cells } of rows) width = Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1);
  for (const { sheetColumn, heading } of columns) if (heading !== '') width = Math.max(width, sheetColumn + 1);
  return width;
}
