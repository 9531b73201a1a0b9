/**
 * Shows the built extension at work: the practice mailbox and feed, and a page under a real host name where the
 * injected content script must warn. With a display the browser stays open; without one, or with --headless, a table
 * and screenshots tell what was found. Exit code 0 only when the card came up on the page of the real host.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { FrameReport } from '../lib/page/report';
import { ExtensionWorld } from './browser/extension-world';
import { serveFixtures } from './browser/fixture-server';
import { launch, type LaunchedBrowser } from './browser/launch';
import { printReports, type NamedReport } from './demo/table';

const ROOT = join(import.meta.dirname, '..');
const SHOTS = join(ROOT, 'test-results', 'start');
const HOST = 'mail.google.com';

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function reportOf(page: Page): Promise<FrameReport> {
  return page.evaluate(() => {
    const shared = globalThis as unknown as Record<symbol, { report(): FrameReport } | undefined>;
    return shared[Symbol.for('canh-giac.session')]?.report() ?? { units: [], truncated: false };
  });
}

/** Waits until the count of judged units has stood still for a moment. */
async function settledReport(page: Page): Promise<FrameReport> {
  let report = await reportOf(page);
  for (let still = 0, turn = 0; still < 3 && turn < 40; turn++) {
    await page.waitForTimeout(150);
    const next = await reportOf(page);
    still = JSON.stringify(next) === JSON.stringify(report) && next.units.length > 0 ? still + 1 : 0;
    report = next;
  }
  return report;
}

async function showMailbox(browser: LaunchedBrowser): Promise<NamedReport[]> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('practice.html'));
  const reports: NamedReport[] = [];
  const rows = page.locator('.mail-row');
  await rows.first().waitFor();
  for (const [index, row] of (await rows.all()).entries()) {
    await row.click();
    const name = (await row.locator('.mail-row-subject').textContent()) ?? '';
    reports.push({ name, report: await settledReport(page) });
    // The first mail's card opens by itself, once.
    if (index === 0) await page.screenshot({ path: join(SHOTS, 'practice-mailbox.png') });
  }
  return reports;
}

async function showFeed(browser: LaunchedBrowser): Promise<NamedReport[]> {
  const page = await browser.context.newPage();
  await page.goto(`${browser.pageUrl('practice.html')}#feed`);
  const report = await settledReport(page);
  await page.screenshot({ path: join(SHOTS, 'practice-feed.png') });
  return [{ name: 'feed', report }];
}

/** Opens the page under the real host; true when the injected script's card stands on it. */
async function showRealHost(browser: LaunchedBrowser): Promise<boolean> {
  const page = await browser.context.newPage();
  const world = await ExtensionWorld.open(page, browser.extensionId);
  await page.goto(`https://${HOST}/gmail`);
  const warned = await world.waitFor(`root?.querySelector('[role="dialog"].level-danger')`, 15_000).then(
    () => true,
    () => false,
  );
  await page.waitForTimeout(500); // the card has faded in
  await page.screenshot({ path: join(SHOTS, 'gmail-fixture.png') });
  return warned;
}

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: !hasDisplay() } } });
mkdirSync(SHOTS, { recursive: true });
const server = await serveFixtures(join(ROOT, 'tests', 'browser', 'fixtures'));
const browser = await launch({
  extension: join(ROOT, '.output', 'chrome-mv3'),
  headless: values.headless,
  hosts: { [HOST]: server.port },
  ...(!values.headless && { viewport: null }),
});
try {
  printReports('Practice mailbox', await showMailbox(browser));
  printReports('Practice feed', await showFeed(browser));
  const warned = await showRealHost(browser);
  console.log(`Page served as https://${HOST}: ${warned ? 'the card warned' : 'NO CARD APPEARED'}`);
  console.log(
    `Screenshots: ${['practice-mailbox', 'practice-feed', 'gmail-fixture'].map((name) => join(SHOTS, `${name}.png`)).join('\n             ')}`,
  );
  process.exitCode = warned ? 0 : 1;
  if (!values.headless) {
    console.log('The browser stays open; close it to end.');
    await new Promise((resolve) => browser.context.once('close', resolve));
  }
} finally {
  await browser.close();
  await server.close();
}
