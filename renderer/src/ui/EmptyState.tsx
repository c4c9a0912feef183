import { Body1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '12px',
    padding: '48px 16px',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  text: { maxWidth: '56ch', textAlign: 'center', textWrap: 'pretty' },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
});

/** Says that there is nothing yet, and what to do next. */
export function EmptyState(props: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Subtitle2 as="h2">{props.title}</Subtitle2>
      <Body1 className={styles.text}>{props.text}</Body1>
      {props.children !== undefined && <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}
