import { defineConfig } from 'vitest/config';

/** Tests in a real Firefox; they need the build of the department's edition for Firefox. */
export default defineConfig({
  test: {
    globalSetup: ['tests/temporary-files.ts'],
    include: ['tests/firefox/**/*.test.ts'],
    // Longer than one wait in a test may take (until.ts), so that the report names what was waited for.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As in playwright.config.ts; the report names each test that was repeated.
    retry: 1,
    // One browser a file, one file after the other: two cores.
    fileParallelism: false,
  },
});
