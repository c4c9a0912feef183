import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../app/language.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  title: { padding: '0 0 4px', textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
  cell: {
    padding: '4px 12px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  keys: { width: '144px' },
  key: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** Keys and what they do. */
export function KeyTable(props: {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
}) {
  const styles = useStyles();
  const t = useText();
  return (
    <table className={styles.table}>
      <caption className={styles.title}>{props.title}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.keys)}>
            {t('help.key')}
          </th>
          <th scope="col" className={styles.cell}>
            {t('help.keyDoes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.keys.map(([key, does]) => (
          <tr key={key}>
            <td className={styles.cell}>
              <kbd className={styles.key}>{key}</kbd>
            </td>
            <td className={styles.cell}>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
