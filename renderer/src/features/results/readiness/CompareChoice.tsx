import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReadinessMatrix } from '../../../../../shared/contract/readiness.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { useAction } from '../../../client/workbench.tsx';
import { faultOf, FaultNote } from '../../../ui/FaultNote.tsx';

const NONE = '';

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minWidth: 0 },
  select: { minWidth: '160px', maxWidth: '320px' },
  hint: { '@media (max-height: 500px)': { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The round that this one is compared with, here and in its reports. */
export function CompareChoice(props: { readonly round: string; readonly matrix: ReadinessMatrix }) {
  const styles = useStyles();
  const t = useText();
  const { day } = useFormat();
  const { round, matrix } = props;
  const { before, choices } = matrix;
  const select = useId();
  const choose = useAction('results.compareWith');
  const fault = faultOf(choose.error);
  const chosen = choose.isPending ? choose.variables.before : before?.id;
  if (choices.length === 0) return <span className={styles.quiet}>{t('readinessScreen.noChoice')}</span>;
  return (
    <div className={styles.choice}>
      <label htmlFor={select} className={styles.quiet}>
        {t('readinessScreen.compareWith')}
      </label>
      <Select
        size="small"
        id={select}
        className={styles.select}
        value={chosen ?? NONE}
        onChange={(_event, { value }) => choose.mutate({ round, before: value === NONE ? null : value })}
      >
        <option value={NONE}>{t('readinessScreen.compareNone')}</option>
        {choices.map(({ id, name, date, hasFigures }) => (
          <option key={id} value={id} disabled={!hasFigures}>
            {t(hasFigures ? 'readinessScreen.choice' : 'readinessScreen.choiceWithout', {
              round: name,
              day: day(date),
            })}
          </option>
        ))}
      </Select>
      {choices.some(({ hasFigures }) => !hasFigures) && (
        <span className={mergeClasses(styles.quiet, styles.hint)}>{t('readinessScreen.openOnce')}</span>
      )}
      {fault !== null && <FaultNote fault={fault} />}
    </div>
  );
}
