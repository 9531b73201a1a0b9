import { defineConfig } from '@playwright/test';
import usual from './playwright.config';

export default defineConfig({ ...usual, testDir: 'tests/long', timeout: 600_000, workers: 1 });
