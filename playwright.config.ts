import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, findChromium } from './test/e2e/chromium.ts';

const chromium = findChromium();
if (chromium === null) throw new Error('There is no Chromium here; see above.');

/** The screen in a real browser over the loopback host: `playwright test`. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'out/e2e/failed',
  globalSetup: './test/e2e/builtScreen.ts',
  // Each test has a host of its own; half of its time it waits.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    // No traces: they put scripts into every frame, and the frame of a report, which runs none, rightly complains.
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...CHROMIUM_ARGUMENTS],
      ...(chromium === '' ? {} : { executablePath: chromium }),
    },
  },
});
