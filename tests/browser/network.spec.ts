/** Nothing a person reads leaves the browser: a proxy writes down every connection of a whole run. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { serveFixtures } from '../../scripts/browser/fixture-server';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD, expect, FIXTURES, test } from './support/extension';
import { recordingProxy } from './support/recording-proxy';

/** The page that is visited: the only host that may be asked for. */
const VISITED = 'mail.google.com:443';

/** Chromium's own services, asked for with and without an extension: updates, the clock, the account page. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?(?:update\.googleapis\.com|clients2\.google\.com|accounts\.google\.com|android\.clients\.google\.com|optimizationguide-pa\.googleapis\.com|safebrowsing\.googleapis\.com|edgedl\.me\.gvt1\.com)[:/]/;

/** Goes through page, card, popup, notice and practice with a build; gives every other host that was asked for. */
async function askedDuringRun(extension: string): Promise<string[]> {
  const server = await serveFixtures(FIXTURES);
  const proxy = await recordingProxy(server.port);
  const browser = await launch({ extension, proxy: proxy.url });
  try {
    const page = await browser.context.newPage();
    const world = await ExtensionWorld.open(page, browser.extensionId);
    await page.goto('https://mail.google.com/gmail');
    await world.waitFor(`root?.querySelector('[role="dialog"]')`);
    for (const path of ['popup.html', 'notice.html', 'practice.html', 'practice.html#feed', 'options.html']) {
      const own = await browser.context.newPage();
      await own.goto(browser.pageUrl(path));
      await own.locator('main').waitFor();
      if (path === 'popup.html')
        await own.locator('textarea').fill('Tôi là công an, gọi 0292 000 0111 chuyển tiền ngay');
      await own.waitForTimeout(700);
    }
    expect(proxy.asked).toContain(VISITED);
    return proxy.asked.filter((host) => host !== VISITED && !BROWSERS_OWN.test(host));
  } finally {
    await browser.close();
    await proxy.close();
    await server.close();
  }
}

/** A copy of the build with one line added to a script: what the proxy must catch. */
function plant(file: string, code: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-leak-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  appendFileSync(join(folder, file), `\n${code}\n`);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

for (const [where, file] of [
  ['the background worker', 'background.js'],
  ['the content script', 'page.js'],
] as const) {
  test(`the proxy catches a planted leak in ${where}`, async () => {
    const { folder, remove } = plant(file, "void fetch('https://leak.fixture.example/x').catch(() => 0);");
    try {
      expect(await askedDuringRun(folder)).toContain('leak.fixture.example:443');
    } finally {
      remove();
    }
  });
}

test('no request leaves while pages are read, checked and warned of', async () => {
  expect(await askedDuringRun(CHROME_BUILD)).toEqual([]);
});
