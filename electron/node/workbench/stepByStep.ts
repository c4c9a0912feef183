import { performance } from 'node:perf_hooks';
import type { Steps } from '../../../shared/steps.ts';

/** How long a call may have to wait, beside the step that is being done. */
const SLICE_MILLISECONDS = 8;

/** Does long work a little at a time, so that calls are answered meanwhile.
 *  @param isWanted  asked whenever others had their turn; once it says no, the work is dropped
 *  @returns what the work comes to; undefined when it was dropped */
export async function stepByStep<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MILLISECONDS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (!isWanted()) return undefined;
    since = performance.now();
  }
}
