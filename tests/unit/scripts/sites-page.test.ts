import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SITES_PAGE, sitesInput } from '../../../scripts/docs/sites-input';
import { sitesPage } from '../../../scripts/docs/sites-page';

describe('docs/sites.md', () => {
  test('is current: npm run docs:sites', () => {
    expect(readFileSync(SITES_PAGE, 'utf8')).toBe(sitesPage(sitesInput()));
  });

  test('every site of the pack is shown by a fixture or a real server, with source and date', () => {
    const { entries, cases, real } = sitesInput();
    const shown = new Set([...cases.flatMap(({ sites }) => sites), ...Object.keys(real)]);
    expect(entries.filter(({ site }) => !shown.has(site)).map(({ id }) => id)).toEqual([]);
    expect(entries.filter(({ date }) => date === undefined).map(({ id }) => id)).toEqual([]);
  });
});
