import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { RuleLine } from '../../../../../shared/contract/knowledge.ts';
import type { RuleChoice } from '../../../../../shared/ruleset/editRuleSetText.ts';
import { isLaxer, WEIGHTS, type Weight } from '../../../../../shared/ruleset/severity.ts';
import { useText } from '../../../app/language.tsx';
import { ParameterField } from './ParameterField.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '64px minmax(0, 1fr) 176px',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '4px 8px',
    fontSize: tokens.fontSizeBase200,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    '@media (max-width: 900px)': { gridTemplateColumns: '64px minmax(0, 1fr)' },
  },
  set: { borderLeftColor: tokens.colorBrandStroke1, '& > :first-child': { textDecorationLine: 'underline' } },
  id: { fontWeight: tokens.fontWeightSemibold },
  title: { overflowWrap: 'anywhere' },
  lock: { marginLeft: '4px', verticalAlign: 'text-bottom' },
  choice: { '@media (max-width: 900px)': { gridColumn: 2 } },
  params: { gridColumn: '2 / -1', display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
});

/** What the rule set says of one rule: its severity, and its parameters where it has some. */
export function RuleChoiceRow(props: {
  readonly rule: RuleLine;
  /** undefined: the set doesn't speak of it. */
  readonly choice: RuleChoice | undefined;
  onSeverity(severity: Weight | null): void;
  onParameter(name: string, value: unknown): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { rule, choice } = props;
  const { id, title, severity, params, locked } = rule;
  return (
    <div className={mergeClasses(styles.row, choice !== undefined && styles.set)}>
      <span className={styles.id} title={choice === undefined ? undefined : t('knowledge.isSet')}>
        {id}
      </span>
      <span className={styles.title}>
        {title}
        {locked && (
          <LockClosedRegular
            className={styles.lock}
            aria-label={t('knowledge.lockedHint')}
            title={t('knowledge.lockedHint')}
          />
        )}
      </span>
      <Select
        size="small"
        className={styles.choice}
        aria-label={t('knowledge.severityOf', { rule: id })}
        value={choice?.severity ?? ''}
        onChange={(_, { value }) => props.onSeverity(value === '' ? null : (value as Weight))}
      >
        <option value="">{t('knowledge.asAbove', { severity: t(`knowledge.weight.${severity}`) })}</option>
        {[...WEIGHTS].reverse().map((weight) => (
          <option key={weight} value={weight} disabled={locked && isLaxer(weight, severity)}>
            {t(`knowledge.weight.${weight}`)}
          </option>
        ))}
      </Select>
      {params.length > 0 && (
        <div className={styles.params}>
          {params.map((param) => (
            <ParameterField
              key={param.name}
              rule={id}
              param={param}
              given={choice?.params[param.name]}
              locked={locked}
              onChange={(value) => props.onParameter(param.name, value)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
