/** One browser for all tests of a file: they look at extension pages only, which share nothing but the language. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test, type Page } from '@playwright/test';
import { serveFixtures, type FixtureServer } from '../../../scripts/browser/fixture-server';
import { launch, type LaunchedBrowser, type LaunchOptions } from '../../../scripts/browser/launch';
import { accessibilityTree, treeFaults } from './accessibility-tree';
import { CHROME_BUILD, FIXTURES } from './extension';
import { lookName, WIDTHS, type Look } from './looks';

export interface OneBrowser {
  readonly browser: LaunchedBrowser;
  /** Opens an extension page. */
  open(path: string): Promise<Page>;
}

/** Starts the browser before the first test of the file and ends it after the last; `hosts` lead to the fixtures. */
export function oneBrowser(hosts: readonly string[] = [], options: Partial<LaunchOptions> = {}): OneBrowser {
  let browser: LaunchedBrowser | undefined;
  let server: FixtureServer | undefined;
  test.beforeAll(async () => {
    const { port } = (server = await serveFixtures(FIXTURES));
    const led = Object.fromEntries(hosts.map((host) => [host, port]));
    browser = await launch({ extension: CHROME_BUILD, hosts: led, ...options });
  });
  test.afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const running = () => {
    if (!browser) throw new Error('no browser runs outside of tests');
    return browser;
  };
  return {
    get browser() {
      return running();
    },
    open: async (path) => {
      const page = await running().context.newPage();
      await page.goto(running().pageUrl(path));
      return page;
    },
  };
}

/** What axe finds on a page, best practices too: rule and element of each fault. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

/** A page to look through: how to get there, and how it is called in the screenshots. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Brings the page to the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Where screenshots are kept to be looked at. */
export const SHOTS = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

/** Keeps a picture of the whole page where somebody asked for pictures (`CANH_GIAC_PICTURES=1`): they take minutes in all. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.CANH_GIAC_PICTURES)
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/**
 * Looks through screens in one look, and at the other width: axe finds nothing, nothing is wider than the window, the
 * accessibility tree has no faults.
 */
export async function lookThrough(
  one: OneBrowser,
  look: Look,
  screens: readonly Screen[],
): Promise<string[]> {
  const { language, colorScheme } = look;
  const faults: string[] = [];
  const first = await one.open('popup.html');
  await first.locator(`button[lang="${language}"]`).click();
  await first.close();
  for (const { name, path, prepare } of screens) {
    const page = await one.open(path);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.locator('h1').first().waitFor();
    await prepare?.(page);
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const place = `${name}-${lookName({ ...look, width })}`;
      await keepPicture(page, place);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${place}: ${wide} px too wide`);
      if (width === look.width) faults.push(...(await violations(page)).map((fault) => `${place}: ${fault}`));
    }
    faults.push(...treeFaults(await accessibilityTree(page)).map((fault) => `${name} ${language}: ${fault}`));
    await page.close();
  }
  return faults;
}
