import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Output } from '../../../../shared/contract/reports.ts';
import { useText } from '../../app/language.tsx';

/** Outputs by whom they are for. */
const GROUPS = [
  ['agencies', ['correctionWorkbook', 'correctionPdf', 'agencyReport', 'annotatedCopies']],
  ['leader', ['reports']],
  ['machine', ['json', 'csv', 'sarif', 'bundle']],
] as const satisfies readonly (readonly [string, readonly Output[]])[];

const useStyles = makeStyles({
  outputs: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  group: { marginTop: '8px' },
  groupName: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  groupAbout: { display: 'block', color: tokens.colorNeutralForeground2 },
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
  const toggle = (output: Output, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(output);
    else next.delete(output);
    props.onChoose(next);
  };
  return (
    <fieldset className={styles.outputs}>
      <legend className={styles.legend}>{t('reports.outputs')}</legend>
      {GROUPS.map(([group, outputs]) => (
        <div
          key={group}
          role="group"
          className={styles.group}
          aria-labelledby={`outputs-${group}`}
          aria-describedby={`outputs-${group}-about`}
        >
          <Text id={`outputs-${group}`} className={styles.groupName}>
            {t(`reports.group.${group}`)}
          </Text>
          <Text size={200} id={`outputs-${group}-about`} className={styles.groupAbout}>
            {t(`reports.group.${group}.about`)}
          </Text>
          {outputs.map((output) => (
            <div key={output}>
              <Checkbox
                label={t(`reports.output.${output}`)}
                aria-describedby={`output-${output}`}
                checked={chosen.has(output)}
                onChange={(_, { checked }) => toggle(output, checked === true)}
              />
              <Text size={200} id={`output-${output}`} className={styles.about}>
                {t(`reports.output.${output}.about`)}
              </Text>
            </div>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
