import { makeStyles } from '@fluentui/react-components';
import type { FacetCounts, FacetName } from '../../../../../shared/contract/results.ts';
import { usePlace } from '../../../app/place.ts';
import { FacetGroup } from './FacetGroup.tsx';
import { chosenValues, withToggled } from './narrowing.ts';

const OPEN_AT_FIRST: ReadonlySet<FacetName> = new Set(['severity', 'agency', 'fixable', 'sheet', 'state']);
/** As people ask: how bad, whose, what can be done at once, then the rest. */
const ORDER: readonly FacetName[] = [
  'severity',
  'agency',
  'area',
  'fixable',
  'state',
  'sheet',
  'rule',
  'field',
  'cause',
];

const useStyles = makeStyles({ facets: { display: 'flex', flexDirection: 'column', gap: '4px' } });

/** Every way to narrow the list. */
export function Facets({ counts }: { readonly counts: FacetCounts | undefined }) {
  const styles = useStyles();
  const { filter, narrow } = usePlace();
  return (
    <div className={styles.facets}>
      {ORDER.map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          values={counts?.facets[facet] ?? []}
          chosen={chosenValues(filter, facet)}
          isOpenAtFirst={OPEN_AT_FIRST.has(facet)}
          onToggle={(value) => narrow(withToggled(filter, facet, value))}
        />
      ))}
    </div>
  );
}
