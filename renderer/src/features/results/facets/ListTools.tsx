import {
  Button,
  Dropdown,
  makeStyles,
  Option,
  SearchBox,
  Tag,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortUpRegular, DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { FACETS, SORTS, type FacetCounts, type FacetName } from '../../../../../shared/contract/results.ts';
import { useText } from '../../../app/language.tsx';
import { usePlace } from '../../../app/place.ts';
import { useResultsState } from '../resultsState.ts';
import { chosenValues, isNarrowed, withSearch, withToggled } from './narrowing.ts';

/** Long enough to type on, short enough to seem at once. */
const DEBOUNCE_MILLISECONDS = 250;

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '8px 16px',
    flexShrink: 0,
  },
  search: { flexGrow: 1, flexBasis: '200px', maxWidth: '360px' },
  sort: { minWidth: '136px' },
  tag: { maxWidth: '100%', height: 'auto', minHeight: '24px' },
  tagText: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Above the list: search, order, what it is narrowed to. */
export function ListTools(props: {
  readonly counts: FacetCounts | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeaveSearch: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { counts, searchRef, onLeaveSearch } = props;
  const { filter, narrow } = usePlace();
  const { sort, areFacetsOpen, set } = useResultsState();
  const focusTarget = useRestoreFocusTarget();
  const labelOf = (facet: FacetName, value: string): string =>
    counts?.facets[facet].find((one) => one.value === value)?.label ?? value;
  return (
    <div className={styles.tools}>
      <Button
        {...focusTarget}
        size="small"
        icon={<FilterRegular />}
        aria-expanded={areFacetsOpen}
        onClick={() => set({ areFacetsOpen: !areFacetsOpen })}
      >
        {t(areFacetsOpen ? 'results.hideFilters' : 'results.showFilters')}
      </Button>
      <Search searchRef={searchRef} onLeave={onLeaveSearch} />
      <span className={styles.label} id="results-sort">
        {t('results.sortBy')}
      </span>
      <Dropdown
        size="small"
        className={styles.sort}
        aria-labelledby="results-sort"
        value={t(`results.sort.${sort.by}`)}
        selectedOptions={[sort.by]}
        onOptionSelect={(_event, { optionValue }) => {
          const by = SORTS.find((one) => one === optionValue);
          if (by !== undefined) set({ sort: { by, descending: false } });
        }}
      >
        {SORTS.map((by) => (
          <Option key={by} value={by}>
            {t(`results.sort.${by}`)}
          </Option>
        ))}
      </Dropdown>
      <Button
        size="small"
        appearance="subtle"
        icon={sort.descending ? <ArrowSortDownRegular /> : <ArrowSortUpRegular />}
        aria-label={t(sort.descending ? 'results.descending' : 'results.ascending')}
        title={t(sort.descending ? 'results.descending' : 'results.ascending')}
        onClick={() => set({ sort: { ...sort, descending: !sort.descending } })}
      />
      {FACETS.flatMap((facet) =>
        chosenValues(filter, facet).map((value) => (
          <Tag
            key={`${facet} ${value}`}
            as="button"
            size="small"
            className={styles.tag}
            primaryText={{ className: styles.tagText }}
            dismissible
            dismissIcon={<DismissRegular />}
            aria-label={t('results.removeFilter', { facet: t(`results.facet.${facet}`), value: labelOf(facet, value) })}
            onClick={() => narrow(withToggled(filter, facet, value))}
          >
            {labelOf(facet, value)}
          </Tag>
        )),
      )}
      {isNarrowed(filter) && (
        <Button size="small" appearance="subtle" onClick={() => narrow({})}>
          {t('results.clearFilters')}
        </Button>
      )}
    </div>
  );
}

function Search({
  searchRef,
  onLeave,
}: {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}) {
  const styles = useStyles();
  const t = useText();
  const { filter, narrow } = usePlace();
  const kept = filter.search ?? '';
  const [words, setWords] = useState(kept);
  const sent = useRef(kept);
  // Filters may be cleared from elsewhere.
  useEffect(() => {
    if (kept !== sent.current) setWords(kept);
    sent.current = kept;
  }, [kept]);
  useEffect(() => {
    if (words === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = words.trim() === '' ? '' : words;
      narrow(withSearch(usePlace.getState().filter, words));
    }, DEBOUNCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [words, narrow]);
  return (
    <SearchBox
      input={{ ref: searchRef }}
      dismiss={{ 'aria-label': t('app.clear') }}
      size="small"
      className={styles.search}
      aria-label={t('results.search')}
      title={t('results.search')}
      placeholder={t('results.searchPlaceholder')}
      aria-keyshortcuts="/"
      maxLength={200}
      value={words}
      onChange={(_event, data) => setWords(data.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') onLeave();
      }}
    />
  );
}
