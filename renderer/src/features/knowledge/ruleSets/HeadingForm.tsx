import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { setHeading, type HeadingKey, type RuleSetForm } from '../../../../../shared/ruleset/editRuleSetText.ts';
import { LEVELS } from '../../../../../shared/ruleset/fileSchema.ts';
import { useText } from '../../../app/language.tsx';

const useStyles = makeStyles({
  heading: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) 112px 136px',
    gap: '8px 12px',
    padding: '8px 0',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  input: { width: '100%', minWidth: 0, '& input': { width: '100%', minWidth: 0 } },
  bases: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
});

/** Name, version and level of a rule set. */
export function HeadingForm(props: {
  readonly form: RuleSetForm;
  readonly yaml: string;
  onChange(yaml: string): void;
}) {
  const styles = useStyles();
  const t = useText();
  const { form, yaml, onChange } = props;
  const field = (key: Exclude<HeadingKey, 'level'>) => (
    <Field size="small" label={t(`knowledge.heading.${key}`)} required>
      <Input
        size="small"
        className={styles.input}
        value={form[key]}
        onChange={(_, { value }) => value !== '' && onChange(setHeading(yaml, key, value))}
      />
    </Field>
  );
  return (
    <div className={styles.heading}>
      {field('id')}
      {field('title')}
      {field('version')}
      <Field size="small" label={t('knowledge.heading.level')}>
        <Select size="small" value={form.level} onChange={(_, { value }) => onChange(setHeading(yaml, 'level', value))}>
          <option value="">{t('knowledge.level.inherited')}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`knowledge.level.${level}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200} className={styles.bases}>
        {t('knowledge.bases', { bases: form.extends.join(', ') || '–' })}
      </Text>
    </div>
  );
}
