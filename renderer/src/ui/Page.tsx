import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '12px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  actions: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  body: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: '16px' },
  whole: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** A place: its heading, its main actions, and below them what it shows.
 *  @param whole  the content takes all room and scrolls by itself */
export function Page(props: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly whole?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Title3 as="h1">{props.title}</Title3>
        {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
      </header>
      <div className={props.whole === true ? styles.whole : styles.body}>{props.children}</div>
    </div>
  );
}
