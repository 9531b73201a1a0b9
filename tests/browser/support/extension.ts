/** Test fixtures: a browser with the built extension and real host names that lead to the fixture pages. */
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { ExtensionWorld, highlights } from '../../../scripts/browser/extension-world';
import { serveFixtures, type FixtureServer } from '../../../scripts/browser/fixture-server';
import { launch, type LaunchedBrowser, type LaunchOptions } from '../../../scripts/browser/launch';

const ROOT = join(import.meta.dirname, '..', '..', '..');
export const CHROME_BUILD = join(ROOT, '.output', 'chrome-mv3');
/** A department's edition with the hosts of tests/browser/edition-hosts.txt. */
export const EDITION_BUILD = join(ROOT, '.output', 'edition', 'chrome-mv3');
export const FIXTURES = join(ROOT, 'tests', 'browser', 'fixtures');

/** Host names that lead to the fixture server. Those of the last line are not in the public edition. */
export const HOSTS = [
  'mail.google.com',
  'www.facebook.com',
  'chat.zalo.me',
  'x.com',
  'webmail.fixture.example',
  'forum.fixture.example',
  'other.fixture.example',
];

interface TestFixtures {
  /** Overrides of the launch: another build, dark mode, a proxy. */
  launchWith: Partial<LaunchOptions>;
  extension: LaunchedBrowser;
  /** Opens a page and a view into the extension's world of it. */
  open: (url: string) => Promise<OpenPage>;
}

interface WorkerFixtures {
  fixtures: FixtureServer;
}

export interface OpenPage {
  readonly page: Page;
  readonly world: ExtensionWorld;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  fixtures: [
    async ({}, use) => {
      const server = await serveFixtures(FIXTURES);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  launchWith: [{}, { option: true }],
  extension: async ({ fixtures, launchWith }, use) => {
    const hosts = Object.fromEntries(HOSTS.map((host) => [host, fixtures.port]));
    const browser = await launch({ extension: CHROME_BUILD, hosts, ...launchWith });
    await use(browser);
    await browser.close();
  },
  open: async ({ extension }, use) => {
    await use(async (url) => {
      const page = await extension.context.newPage();
      const world = await ExtensionWorld.open(page, extension.extensionId);
      await page.goto(url);
      return { page, world };
    });
  },
});

/** Waits until a highlight of ours holds exactly these texts, in any order. */
export async function expectHighlights(page: Page, style: string, texts: readonly string[]): Promise<void> {
  await expect
    .poll(async () => ((await highlights(page))[`canh-giac-${style}`] ?? []).sort())
    .toEqual([...texts].sort());
}

export { expect, highlights };
