import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/**/*.test.ts', 'tests/corpus/**/*.test.ts', 'tests/feeds/**/*.test.ts'] },
});
