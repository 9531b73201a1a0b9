import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['tests/temporary-files.ts'],
    // By itself Vitest keeps one core free, which is half of what CI has.
    maxWorkers: '100%',
    // Properties and corpora take seconds on a busy machine; none waits for anything.
    testTimeout: 30_000,
    include: ['tests/unit/**/*.test.ts', 'tests/corpus/**/*.test.ts', 'tests/feeds/**/*.test.ts'],
  },
});
