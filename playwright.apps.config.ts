import { defineConfig } from '@playwright/test';

/** Real webmail and social servers: `npm run test:apps` sets them up and runs this. */
export default defineConfig({
  testDir: 'tests/apps',
  globalSetup: './tests/temporary-files.ts',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/apps',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list']],
});
