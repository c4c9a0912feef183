import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { DataBarHorizontalRegular, TableSimpleRegular } from '@fluentui/react-icons';
import { useId, useState, type ReactNode } from 'react';
import { useText } from '../../../app/language.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    maxHeight: '164px',
    padding: '4px 12px 8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '24px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  rest: { flexGrow: 1 },
  body: { overflowY: 'auto', minHeight: 0 },
});

/** A card of the overview: a chart, or the table behind it. */
export function OverviewCard(props: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
  readonly table?: ReactNode;
}) {
  const styles = useStyles();
  const t = useText();
  const heading = useId();
  const [isTable, setTable] = useState(false);
  const { title, hint, children, table } = props;
  const switchLabel = t(isTable ? 'results.asChart' : 'results.asTable');
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title} title={hint}>
          {title}
        </h2>
        <span className={styles.rest} />
        {table !== undefined && (
          <ToggleButton
            size="small"
            appearance="subtle"
            checked={isTable}
            icon={isTable ? <DataBarHorizontalRegular /> : <TableSimpleRegular />}
            aria-label={`${switchLabel}: ${title}`}
            title={switchLabel}
            onClick={() => setTable(!isTable)}
          />
        )}
      </div>
      <div className={styles.body} role="group" aria-labelledby={heading} tabIndex={0}>
        {isTable ? table : children}
      </div>
    </section>
  );
}
