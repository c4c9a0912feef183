import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { MISSING } from './electronBinary.ts';

// Said once, by the runner itself: skipped tests must not look like passed ones.
if (MISSING !== undefined && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`The tests of the desktop program DID NOT RUN: ${MISSING}.`);
}

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '*.spec.ts',
  outputDir: '../../.cache/e2e-electron',
  timeout: 60_000,
  workers: 1,
  reporter: 'list',
});
