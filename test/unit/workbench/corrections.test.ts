import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followCorrections } from '../../../electron/node/workbench/corrections.ts';

const FILE = { file: 'a.xlsx', sheet: 'Biểu 1' };
const correction = (before: string, after: string, row = 5) => ({ ...FILE, row, column: 2, before, after });

test.each([
  ['a', [['a', 'b']], ['inForce'], 'b'],
  ['b', [['a', 'b']], ['alreadySo'], 'b'],
  ['c', [['a', 'b']], ['cellChanged'], 'c'],
  [null, [['a', 'b']], ['cellGone'], null],
  [
    'a',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    ['inForce', 'inForce'],
    'c',
  ],
  [
    'b',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    ['alreadySo', 'inForce'],
    'c',
  ],
  [
    'c',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    ['alreadySo', 'alreadySo'],
    'c',
  ],
  [
    'x',
    [
      ['a', 'b'],
      ['b', 'c'],
    ],
    ['cellChanged', 'cellChanged'],
    'x',
  ],
  // Decided after the file was sent again: the step before has had its day.
  [
    'x',
    [
      ['a', 'b'],
      ['x', 'y'],
    ],
    ['alreadySo', 'inForce'],
    'y',
  ],
  [
    'a',
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    ['inForce', 'inForce'],
    'a',
  ],
] as const)('of a cell sent as %j, after %j, the corrections stand as %j', (sent, steps, standings, becomes) => {
  const followed = followCorrections(
    steps.map(([before, after]) => correction(before, after)),
    () => sent,
  );
  expect(followed.standings).toEqual(standings);
  expect(followed.edits[0]?.text ?? sent).toBe(becomes);
  expect(followed.edits.length).toBeLessThanOrEqual(1);
});

test('every correction stands somehow, and a cell is edited exactly when one of its corrections is in force', () => {
  const text = fc.constantFrom('a', 'b', 'c');
  const made = fc.record({ row: fc.integer({ min: 1, max: 3 }), before: text, after: text });
  fc.assert(
    fc.property(fc.array(made, { maxLength: 12 }), fc.array(text, { minLength: 2, maxLength: 4 }), (steps, sent) => {
      const corrections = steps.map(({ row, before, after }) => correction(before, after, row));
      const { edits, standings } = followCorrections(corrections, (row) => sent[row - 1] ?? null);
      expect(standings.length).toBe(corrections.length);
      const inForce = corrections.filter((_, at) => standings[at] === 'inForce').map(({ row }) => row);
      expect(new Set(edits.map(({ row }) => row))).toEqual(new Set(inForce));
    }),
  );
});
