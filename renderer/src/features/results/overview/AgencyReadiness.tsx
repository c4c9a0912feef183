import type { ResultsSummary } from '../../../../../shared/contract/results.ts';
import { useFormat, useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { BarChart } from '../../../ui/charts/BarChart.tsx';
import { ChartTable } from '../../../ui/charts/ChartTable.tsx';
import { chosenValues, withToggled } from '../facets/narrowing.ts';
import { OverviewCard } from './OverviewCard.tsx';

const BARS = 12;
const MOST_IN_TABLE = 500;

/** How ready each agency is, those with most errors first. */
export function AgencyReadiness({ agencies }: { readonly agencies: ResultsSummary['agencies'] }) {
  const t = useText();
  const { number, percent } = useFormat();
  const { filter, narrow } = usePlace();
  const chosen = chosenValues(filter, 'agency');
  const title = t('results.agencies');
  return (
    <OverviewCard
      title={title}
      hint={t('results.agenciesHint')}
      table={
        <>
          <ChartTable
            label={title}
            rows={agencies.slice(0, MOST_IN_TABLE)}
            idOf={({ id }) => id}
            columns={[
              { key: 'agency', heading: t('results.agency'), cell: ({ name }) => name },
              { key: 'ready', heading: t('results.ready'), isNumber: true, cell: ({ ready }) => percent(ready) },
              { key: 'error', heading: t('results.errors'), isNumber: true, cell: ({ open }) => number(open.error) },
              {
                key: 'warning',
                heading: t('results.warnings'),
                isNumber: true,
                cell: ({ open }) => number(open.warning),
              },
              { key: 'info', heading: t('results.infos'), isNumber: true, cell: ({ open }) => number(open.info) },
              { key: 'rows', heading: t('results.rows'), isNumber: true, cell: ({ rows }) => number(rows) },
            ]}
          />
          {agencies.length > MOST_IN_TABLE &&
            t('results.tableCut', { shown: number(MOST_IN_TABLE), total: number(agencies.length) })}
        </>
      }
    >
      {agencies.length === 0 ? (
        t('results.noAgencies')
      ) : (
        <BarChart
          label={title}
          longest={100}
          bars={agencies.slice(0, BARS).map(({ id, name, ready, open }) => ({
            id,
            label: name,
            value: ready,
            note: t('results.readyNote', { ready: percent(ready), errors: number(open.error) }),
            isChosen: chosen.includes(id),
          }))}
          onChoose={(id) => narrow(withToggled(filter, 'agency', id))}
        />
      )}
    </OverviewCard>
  );
}
