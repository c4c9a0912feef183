import type { Page } from '@playwright/test';

/** Waits until what was just changed is drawn and nothing moves any more, but for what turns for as long as work goes on. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ends = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
    await Promise.all(ends.map((one) => one.finished.catch(() => {})));
  })()`);
}
