import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,integration,rules}/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
