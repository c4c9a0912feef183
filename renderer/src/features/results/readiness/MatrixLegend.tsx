import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../../app/language.tsx';
import { STEPS } from './matrixRows.ts';
import { useStepTints } from './matrixStyles.ts';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 12px',
    margin: 0,
    padding: '4px 16px',
    listStyleType: 'none',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '@media (max-height: 500px)': { display: 'none' },
  },
  swatch: {
    display: 'inline-block',
    width: '14px',
    height: '12px',
    marginRight: '4px',
    verticalAlign: '-2px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** What tints and signs of the matrix mean. */
export function MatrixLegend({ isCompared }: { readonly isCompared: boolean }) {
  const styles = useStyles();
  const tints = useStepTints();
  const t = useText();
  return (
    <ul className={styles.legend} aria-label={t('readinessScreen.legend')}>
      {STEPS.map((step) => (
        <li key={step}>
          <span className={mergeClasses(styles.swatch, tints[step])} aria-hidden />
          {step === 'whole' && '✓ '}
          {t(`readinessScreen.step.${step}`)}
        </li>
      ))}
      <li>– {t('readinessScreen.step.none')}</li>
      {isCompared && <li>{t('readinessScreen.legendChange')}</li>}
      <li>{t('readinessScreen.enterHint')}</li>
    </ul>
  );
}
