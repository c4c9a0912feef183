import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,contract,integration,rules,packaging}/**/*.test.ts'],
    testTimeout: 60_000,
    // In one process many short-lived threads now and then end V8 itself (nodejs/node#64500).
    pool: 'forks',
  },
});
