import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** Faults that take minutes each: `npm run test:long`. */
export default defineConfig({
  ...base,
  testDir: 'tests/long',
  outputDir: 'test-results/long',
  timeout: 20 * 60_000,
  workers: 1,
});
