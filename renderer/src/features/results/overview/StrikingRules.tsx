import type { ResultsSummary } from '../../../../../shared/contract/results.ts';
import { faultText } from '../../../../../shared/i18n/index.ts';
import { useFormat, useLanguage, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { ChartTable } from '../../../ui/charts/ChartTable.tsx';
import { chosenValues, withToggled } from '../facets/narrowing.ts';
import { OverviewCard } from './OverviewCard.tsx';

const BARS = 12;

/** Rules by how often they strike; the table also has those that passed or did not run, with the reason. */
export function StrikingRules({ rules }: { readonly rules: ResultsSummary['rules'] }) {
  const t = useText();
  const language = useLanguage();
  const { number } = useFormat();
  const { filter, narrow } = usePlace();
  const chosen = chosenValues(filter, 'rule');
  const title = t('results.rules');
  const striking = rules.filter(({ findings }) => findings > 0).slice(0, BARS);
  const notRun = rules.filter(({ status }) => status === 'notApplicable' || status === 'failed').length;
  return (
    <OverviewCard
      title={title}
      hint={t('results.rulesHint')}
      table={
        <ChartTable
          label={title}
          rows={rules}
          idOf={({ id }) => id}
          columns={[
            { key: 'rule', heading: t('results.rule'), cell: ({ id, title: name }) => `${id} · ${name}` },
            {
              key: 'findings',
              heading: t('results.findings'),
              isNumber: true,
              cell: ({ findings }) => number(findings),
            },
            { key: 'severity', heading: t('results.severity'), cell: ({ severity }) => t(`severity.${severity}`) },
            {
              key: 'status',
              heading: t('results.ruleStatus'),
              cell: ({ status, reason }) =>
                reason === null ? t(`results.ruleStatus.${status}`) : faultText(language, reason),
            },
          ]}
        />
      }
    >
      {striking.length === 0 ? (
        <p>{t('results.noStrikes')}</p>
      ) : (
        <BarChart
          label={title}
          longest={striking[0]?.findings ?? 0}
          bars={striking.map(({ id, title: name, findings }) => ({
            id,
            label: `${id} · ${name}`,
            value: findings,
            note: number(findings),
            isChosen: chosen.includes(id),
          }))}
          onChoose={(id) => narrow(withToggled(filter, 'rule', id))}
        />
      )}
      {notRun > 0 && <small>{t('results.rulesNotRun', { count: number(notRun) })}</small>}
    </OverviewCard>
  );
}
