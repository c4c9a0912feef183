import { FACETS, type FacetName, type FindingFilter } from '../../../../../shared/contract/results.ts';

type ValuesOf<Name extends FacetName> = NonNullable<FindingFilter[Name]>;

/** Values that a facet is narrowed to. */
export const chosenValues = (filter: FindingFilter, facet: FacetName): readonly string[] => filter[facet] ?? [];

/** A filter with other values of one facet; none means not narrowed. */
export function withValues(filter: FindingFilter, facet: FacetName, values: readonly string[]): FindingFilter {
  const { [facet]: _before, ...others } = filter;
  // The values are those that the services gave for this very facet.
  return values.length === 0 ? others : { ...others, [facet]: [...values] as ValuesOf<typeof facet> };
}

/** Takes a value of a facet in or out. */
export function withToggled(filter: FindingFilter, facet: FacetName, value: string): FindingFilter {
  const chosen = chosenValues(filter, facet);
  return withValues(filter, facet, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
}

/** A filter with other words to look for. */
export function withSearch(filter: FindingFilter, search: string): FindingFilter {
  const { search: _before, ...others } = filter;
  return search.trim() === '' ? others : { ...others, search };
}

/** Whether anything narrows the list. */
export const isNarrowed = (filter: FindingFilter): boolean =>
  (filter.search ?? '') !== '' || FACETS.some((facet) => chosenValues(filter, facet).length > 0);
