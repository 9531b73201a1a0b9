/** One Firefox with the department's edition for all tests of a file, and the same fixture pages as Chromium's. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { serveFixtures, type FixtureServer } from '../../../scripts/browser/fixture-server';
import { launchFirefox, type FirefoxOptions, type LaunchedFirefox } from '../../../scripts/browser/firefox';
import type { FirefoxPage } from '../../../scripts/browser/firefox-page';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** The department's edition for Firefox. */
export const FIREFOX_BUILD = join(ROOT, '.output', 'edition', 'firefox-mv3');
const FIXTURES = join(ROOT, 'tests', 'browser', 'fixtures');

/** Host names that lead to the fixture server; add those of your fixtures. */
const HOSTS = [
  'mail.google.com',
  'www.facebook.com',
  'chat.zalo.me',
  'x.com',
  'webmail.fixture.example',
  'forum.fixture.example',
];

export interface Firefox {
  /** Opens a fixture page in front; it is closed after the test. */
  open(url: string): Promise<FirefoxPage>;
  launched(): LaunchedFirefox;
}

/** Call once in a test file, outside the tests. */
export function useFirefox(
  more: Pick<FirefoxOptions, 'downloads' | 'prefs' | 'privateWindows'> = {},
): Firefox {
  let server: FixtureServer | undefined;
  let firefox: LaunchedFirefox | undefined;
  const opened: FirefoxPage[] = [];
  const launched = () => {
    if (!firefox) throw new Error('Firefox is not running');
    return firefox;
  };
  beforeAll(async () => {
    server = await serveFixtures(FIXTURES);
    firefox = await launchFirefox({ extension: FIREFOX_BUILD, hosts: HOSTS, port: server.port, ...more });
  });
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.close();
  });
  afterAll(async () => {
    await firefox?.close();
    await server?.close();
  });
  return {
    launched,
    open: async (url) => {
      const page = await launched().open(url);
      opened.push(page);
      return page;
    },
  };
}
