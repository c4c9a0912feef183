import { Checkbox, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { RuleLine } from '../../../../../shared/contract/knowledge.ts';
import { searchKey } from '../../../../../shared/domain/vietnameseText.ts';
import { setParameter, setSeverity, type RuleSetForm } from '../../../../../shared/ruleset/editRuleSetText.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { VirtualRows } from '../../../ui/VirtualRows.tsx';
import { HeadingForm } from './HeadingForm.tsx';
import { RuleChoiceRow } from './RuleChoiceRow.tsx';

const useStyles = makeStyles({
  form: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    '@media (max-width: 900px)': { flexShrink: 0, minHeight: 'auto' },
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', paddingBottom: '4px' },
  list: {
    flexGrow: 1,
    height: 0,
    minHeight: '200px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 900px)': { height: '280px', flexShrink: 0 },
  },
});

/** Severity and parameters of each rule of the product; every change is written into the text. */
export function SeverityForm(props: {
  readonly form: RuleSetForm;
  readonly yaml: string;
  readonly rules: readonly RuleLine[];
  onChange(yaml: string): void;
}) {
  const styles = useStyles();
  const t = useText();
  const format = useFormat();
  const { form, yaml, rules, onChange } = props;
  const [search, setSearch] = useState('');
  const [isOnlySet, setOnlySet] = useState(false);
  const keys = useMemo(
    () => new Map(rules.map(({ id, title, group }) => [id, searchKey(`${id} ${title} ${group}`)])),
    [rules],
  );
  const wanted = searchKey(search);
  const shown = rules.filter(({ id }) => keys.get(id)!.includes(wanted) && (!isOnlySet || form.rules.has(id)));
  const own = [...form.rules.keys()].filter((id) => !keys.has(id)).length;
  return (
    <div className={styles.form}>
      <HeadingForm form={form} yaml={yaml} onChange={onChange} />
      <div className={styles.tools}>
        <Input
          size="small"
          type="search"
          contentBefore={<SearchRegular />}
          aria-label={t('knowledge.searchRules')}
          placeholder={t('knowledge.searchRules')}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Checkbox
          size="medium"
          label={t('knowledge.onlySet')}
          checked={isOnlySet}
          onChange={(_, { checked }) => setOnlySet(checked === true)}
        />
        <Text size={200} role="status">
          {t('knowledge.shownOf', { shown: format.number(shown.length), all: format.number(rules.length) })}
        </Text>
        {own > 0 && <Text size={200}>{t('knowledge.ownRules', { count: format.number(own) })}</Text>}
      </div>
      <VirtualRows
        items={shown}
        label={t('knowledge.severities')}
        estimate={40}
        keyOf={({ id }) => id}
        className={styles.list}
      >
        {(rule) => (
          <RuleChoiceRow
            rule={rule}
            choice={form.rules.get(rule.id)}
            onSeverity={(severity) => onChange(setSeverity(yaml, rule.id, severity))}
            onParameter={(name, value) => onChange(setParameter(yaml, rule.id, name, value))}
          />
        )}
      </VirtualRows>
    </div>
  );
}
