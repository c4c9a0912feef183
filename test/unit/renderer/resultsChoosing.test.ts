import { expect, test } from 'vitest';
import {
  isNarrowed,
  withSearch,
  withToggled,
  withValues,
} from '../../../renderer/src/features/results/facets/narrowing.ts';
import {
  chosenCount,
  isChosen,
  NONE,
  targetOf,
  toggled,
} from '../../../renderer/src/features/results/list/selection.ts';

const [A, B] = ['a'.repeat(28), 'b'.repeat(28)];

test('a value taken in and out again leaves the filter as it was', () => {
  const once = withToggled({}, 'rule', 'FEE-01');
  expect(once).toEqual({ rule: ['FEE-01'] });
  expect(withToggled(once, 'rule', 'FEE-01')).toEqual({});
});

test('narrowing one facet leaves the others and the search alone', () => {
  const filter = { search: 'phí', severity: ['error' as const] };
  expect(withValues(filter, 'agency', ['x'])).toEqual({ ...filter, agency: ['x'] });
  expect(withSearch(filter, '  ')).toEqual({ severity: ['error'] });
});

test.each([
  [{}, false],
  [{ search: '' }, false],
  [{ rule: [] }, false],
  [{ search: 'a' }, true],
  [{ cause: ['c'] }, true],
])('the filter %j narrows: %s', (filter, expected) => {
  expect(isNarrowed(filter)).toBe(expected);
});

test('findings are chosen one by one and taken out again', () => {
  const both = toggled(toggled(NONE, A), B);
  expect(chosenCount(both, 10)).toBe(2);
  expect(isChosen(toggled(both, A), A)).toBe(false);
});

test('out of all, choosing one starts anew with it', () => {
  const one = toggled({ kind: 'all' }, A);
  expect([isChosen(one, A), isChosen(one, B), chosenCount(one, 10)]).toEqual([true, false, 1]);
});

test('a decision is about the chosen ones, else about the one that is open', () => {
  const filter = { search: 'x' };
  expect(targetOf({ kind: 'all' }, filter, A)).toEqual({ kind: 'filter', filter });
  expect(targetOf(toggled(NONE, B), filter, A)).toEqual({ kind: 'findings', identities: [B] });
  expect(targetOf(NONE, filter, A)).toEqual({ kind: 'findings', identities: [A] });
  expect(targetOf(NONE, filter, null)).toBeNull();
});
