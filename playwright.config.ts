import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/temporary-files.ts',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  // A real browser on a busy machine is late at times: what fails twice is a fault, what passes the second time is listed as flaky.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
});
