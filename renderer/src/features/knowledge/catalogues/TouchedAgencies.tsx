import { makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlainTable } from '../../../ui/plainTable.ts';

const useStyles = makeStyles({
  touched: { minHeight: 0, overflow: 'auto' },
  title: { display: 'block', paddingBottom: '4px' },
});

/** Agencies of the round that list a procedure which changed. */
export function TouchedAgencies(props: {
  readonly touched: readonly { readonly agency: string; readonly procedures: number }[];
  readonly hasRound: boolean;
}) {
  const styles = useStyles();
  const table = usePlainTable();
  const t = useText();
  const format = useFormat();
  const { touched, hasRound } = props;
  return (
    <section className={styles.touched} aria-label={t('knowledge.touched')} tabIndex={0}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('knowledge.touched')}
      </Subtitle2>
      {!hasRound ? (
        <Text size={200}>{t('knowledge.touchedNeedsRound')}</Text>
      ) : touched.length === 0 ? (
        <Text size={200}>{t('knowledge.touchedNobody')}</Text>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.agency')}</th>
              <th scope="col" className={table.number}>
                {t('knowledge.touchedProcedures')}
              </th>
            </tr>
          </thead>
          <tbody>
            {touched.map(({ agency, procedures }) => (
              <tr key={agency}>
                <th scope="row">{agency}</th>
                <td className={table.number}>{format.number(procedures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
