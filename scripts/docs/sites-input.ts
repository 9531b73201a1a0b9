import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSitePack } from '../../lib/lists/schema-site-pack';
import { REQUIRED_HOSTS } from '../../lib/page/hosts';
import { REAL_SITES } from '../../tests/apps/servers';
import { SITE_CASES } from '../../tests/browser/sites/table';
import type { SitesPageInput } from './sites-page';

const ROOT = join(import.meta.dirname, '..', '..');
const FIREFOX_TESTS = join(ROOT, 'tests', 'firefox');

/** Where the page stands. */
export const SITES_PAGE = join(ROOT, 'docs', 'sites.md');

/** What the page is made of, as it is in this checkout. */
export function sitesInput(): SitesPageInput {
  const pack: unknown = JSON.parse(readFileSync(join(ROOT, 'public', 'feed', 'site-pack.json'), 'utf8'));
  return {
    entries: parseSitePack(pack).sites,
    cases: SITE_CASES,
    real: REAL_SITES,
    firefox: openedInFirefox(),
    built: REQUIRED_HOSTS,
  };
}

/** The sites whose fixtures the Firefox suite opens. */
function openedInFirefox(): string[] {
  let files: string[] = [];
  try {
    files = readdirSync(FIREFOX_TESTS, { recursive: true }).map(String);
  } catch {
    return [];
  }
  const tests = files
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(FIREFOX_TESTS, name), 'utf8'))
    .join('\n');
  const opened = SITE_CASES.filter(({ host, fixture }) =>
    tests.includes(`https://${host}/${fixture}`),
  ).flatMap(({ sites }) => sites);
  return [...opened, ...Object.keys(REAL_SITES).filter((site) => REAL_SITES[site]?.firefox)];
}
