import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../../../shared/contract/contract.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlainTable } from '../../../ui/plainTable.ts';

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    maxHeight: '40%',
    overflow: 'auto',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { maxHeight: 'none' },
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', paddingBottom: '4px' },
  close: { marginLeft: 'auto' },
});

/** What the rule set would change in the round, rule by rule. @param isOld  the text was changed since */
export function TryOutPanel(props: {
  readonly outcome: OutputOf<'ruleSets.tryOut'>;
  readonly isOld: boolean;
  onClose(): void;
}) {
  const styles = useStyles();
  const table = usePlainTable();
  const t = useText();
  const format = useFormat();
  const { come, gone, rules } = props.outcome;
  const signed = (value: number): string => (value > 0 ? `+${format.number(value)}` : format.number(value));
  return (
    <section className={styles.panel} aria-label={t('knowledge.tryOutResult')} tabIndex={0}>
      <div className={styles.head} role="status">
        <Subtitle2 as="h2">
          {come + gone === 0
            ? t('knowledge.tryOutNothing')
            : t('knowledge.tryOutSays', { come: format.number(come), gone: format.number(gone) })}
        </Subtitle2>
        {props.isOld && <Text size={200}>{t('knowledge.tryOutOld')}</Text>}
        <Button
          className={styles.close}
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t('app.close')}
          onClick={props.onClose}
        />
      </div>
      {rules.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('knowledge.rule')}</th>
              <th scope="col">{t('knowledge.ruleTitle')}</th>
              {(['before', 'after', 'difference'] as const).map((name) => (
                <th key={name} scope="col" className={table.number}>
                  {t(`knowledge.tryOut.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, title, before, after }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>{title}</td>
                <td className={table.number}>{format.number(before)}</td>
                <td className={table.number}>{format.number(after)}</td>
                <td className={table.number}>{signed(after - before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
