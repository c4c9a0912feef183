import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,integration,rules,packaging}/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});
