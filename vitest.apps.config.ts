import { defineConfig } from 'vitest/config';

/** Real webmail in a real Firefox; `npm run test:apps` sets both up and runs this. */
export default defineConfig({
  test: {
    globalSetup: ['tests/temporary-files.ts'],
    include: ['tests/apps/**/*.firefox.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
