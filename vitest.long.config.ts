import { defineConfig } from 'vitest/config';

/** What takes minutes in a real Firefox: `npm run test:long`. */
export default defineConfig({
  test: {
    globalSetup: ['tests/temporary-files.ts'],
    include: ['tests/long/**/*.firefox.test.ts'],
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
