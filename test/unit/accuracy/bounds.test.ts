import { expect, test } from 'vitest';
import { sampleProcedures } from '../../accuracy/corpora/sampleCorpus.ts';
import { headingAccuracy } from '../../accuracy/headings/headingAccuracy.ts';
import { unseenHeading } from '../../accuracy/headings/rewordings.ts';
import { runMutations } from '../../accuracy/mutationRun.ts';
import { OPERATORS } from '../../accuracy/operators/index.ts';
import { seeded } from '../../accuracy/random.ts';
import { boundsOf } from '../../accuracy/report/mutations.ts';
import { percent, shareOf } from '../../accuracy/tally.ts';
import { fieldsOfHeading } from '../../../shared/intake/headings.ts';

test('nearly every mistake is caught at its cell, no untouched cell gets an error, certain corrections are right', async () => {
  const result = await runMutations({
    seed: 42,
    mistakes: 900,
    operators: OPERATORS,
    sample: await sampleProcedures(),
    national: null,
    bytesEvery: 3,
  });
  const { mistakes, caught, untouchedCells, falseErrors, consequences, certainFixes, rightFixes } = boundsOf(result);
  const missed = result.scores.flatMap((score) =>
    score.mistakes.flatMap(({ made, level }) =>
      made.operator.level === undefined && level !== 'error' && level !== 'warning'
        ? [`${made.operator.id}: ${made.before} → ${made.after}`]
        : [],
    ),
  );
  expect(caught / mistakes, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
  expect((falseErrors + consequences) / untouchedCells).toBeLessThanOrEqual(0.001);
  expect(rightFixes / certainFixes).toBeGreaterThanOrEqual(0.999);
});

test('a layout never seen before is understood or asked about, hardly ever taken wrongly', async () => {
  const { layouts } = await headingAccuracy(await sampleProcedures(), 260, 42);
  const outcomes = [...layouts.values()].flatMap((row) => [...row]);
  const all = outcomes.reduce((sum, [, count]) => sum + count, 0);
  const wrong = outcomes.reduce((sum, [outcome, count]) => sum + (outcome.startsWith('wrong') ? count : 0), 0);
  expect(all).toBe(260);
  expect(wrong / all).toBeLessThanOrEqual(0.04);
});

test('an unseen heading is in no list of the product', () => {
  const random = seeded(1);
  for (const field of ['ma_tthc', 'ten_tthc', 'thoi_han', 'cccd'] as const) {
    const heading = unseenHeading(field, 'Mã thủ tục hành chính', random);
    expect(
      heading === null ? [] : fieldsOfHeading([heading.text]).filter(({ evidence }) => evidence === 'heading'),
    ).toEqual([]);
  }
});

test.each([
  [0, 0, 1, 0, 1],
  [10, 10, 1, 0.722, 1],
  [95, 100, 0.95, 0.888, 0.978],
  [0, 20, 0, 0, 0.161],
])('%i of %i is a share with its Wilson interval', (hits, of, share, low, high) => {
  const counted = shareOf(hits, of);
  expect(counted.share).toBe(share);
  expect(counted.low).toBeCloseTo(low, 3);
  expect(counted.high).toBeCloseTo(high, 3);
});

test('a share is never rounded up to all or down to nothing', () => {
  expect([1, 0.99999, 0.9712, 0.00001, 0].map(percent)).toEqual(['100 %', '99.99 %', '97.1 %', '0.00 %', '0 %']);
});
