import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Properties and corpora take seconds on a busy machine; none waits for anything.
    testTimeout: 30_000,
    include: ['tests/unit/**/*.test.ts', 'tests/corpus/**/*.test.ts', 'tests/feeds/**/*.test.ts'],
  },
});
