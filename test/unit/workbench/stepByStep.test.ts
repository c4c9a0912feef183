import { expect, test } from 'vitest';
import { stepByStep } from '../../../electron/node/workbench/stepByStep.ts';
import { atOnce, type Steps } from '../../../shared/steps.ts';

function* countTo(end: number): Steps<number> {
  let count = 0;
  while (count < end) {
    count += 1;
    yield;
  }
  return count;
}

/** Goes on until it is told to stop; whoever lets nobody else have a turn never tells it. */
function* until(isOver: () => boolean): Steps<'over'> {
  while (!isOver()) yield;
  return 'over';
}

test('work comes to the same at once and step by step', async () => {
  expect(atOnce(countTo(1000))).toBe(1000);
  expect(await stepByStep(countTo(1000), () => true)).toBe(1000);
  expect(await stepByStep(countTo(0), () => true)).toBe(0);
});

test('others have their turn while it goes on', async () => {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  });
  const work = stepByStep(
    until(() => isOver),
    () => true,
  );
  expect(await work).toBe('over');
});

test('work that is not wanted any more is dropped', async () => {
  let steps = 0;
  function* endless(): Steps<never> {
    for (;;) {
      steps += 1;
      yield;
    }
  }
  expect(await stepByStep(endless(), () => false)).toBeUndefined();
  const done = steps;
  await new Promise((resolve) => setImmediate(resolve));
  expect(steps).toBe(done);
});

test('a fault of the work is a fault of the waiting', async () => {
  // oxlint-disable-next-line require-yield
  function* broken(): Steps<never> {
    throw new RangeError('broken');
  }
  await expect(stepByStep(broken(), () => true)).rejects.toThrow('broken');
});
