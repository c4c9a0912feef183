import { expect, test } from 'vitest';
import { targetLine } from '../../../renderer/src/features/results/list/targetLine.ts';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 50, 38],
  ['Home', 50, 0],
  ['End', 0, 99],
  ['a', 5, undefined],
  ['constructor', 5, undefined],
])('%s on line %i of a hundred, twelve to a window, leads to %j', (key, active, expected) => {
  expect(targetLine(key, active, 100, 12)).toBe(expected);
});
