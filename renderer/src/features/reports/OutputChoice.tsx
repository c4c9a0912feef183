import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { OUTPUTS, type Output } from '../../../../shared/contract/reports.ts';
import { useText } from '../../app/language.tsx';

const useStyles = makeStyles({
  outputs: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  about: { display: 'block', padding: '0 8px 4px 32px', color: tokens.colorNeutralForeground2 },
});

/** In which forms the reports are written. */
export function OutputChoice(props: {
  readonly chosen: ReadonlySet<Output>;
  onChoose(outputs: ReadonlySet<Output>): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { chosen } = props;
  return (
    <fieldset className={styles.outputs}>
      <legend className={styles.legend}>{t('reports.outputs')}</legend>
      {OUTPUTS.map((output) => (
        <div key={output}>
          <Checkbox
            label={t(`reports.output.${output}`)}
            aria-describedby={`output-${output}`}
            checked={chosen.has(output)}
            onChange={(_, { checked }) => {
              const next = new Set(chosen);
              if (checked === true) next.add(output);
              else next.delete(output);
              props.onChoose(next);
            }}
          />
          <Text size={200} id={`output-${output}`} className={styles.about}>
            {t(`reports.output.${output}.about`)}
          </Text>
        </div>
      ))}
    </fieldset>
  );
}
