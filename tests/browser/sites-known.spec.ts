/** Every known site on its fixture, under its real host name: units, senders, own lines, late messages, highlights. */
import { join } from 'node:path';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { serveFixtures, type FixtureServer } from '../../scripts/browser/fixture-server';
import { launch, type LaunchedBrowser } from '../../scripts/browser/launch';
import { EDITION_BUILD, expect, FIXTURES, test } from './support/extension';
import { painted, unitsSeen } from './support/read-units';
import { SITE_CASES } from './sites/table';

// One browser for all of them: starting it takes longer than reading a page.
let server: FixtureServer;
let browser: LaunchedBrowser;

test.beforeAll(async () => {
  server = await serveFixtures(join(FIXTURES, 'sites'));
  const hosts = Object.fromEntries(SITE_CASES.map(({ host }) => [host, server.port]));
  browser = await launch({ extension: EDITION_BUILD, hosts });
});

test.afterAll(async () => {
  await browser.close();
  await server.close();
});

for (const site of SITE_CASES) {
  test(`${site.fixture} at ${site.host}`, async () => {
    const page = await browser.context.newPage();
    const world = await ExtensionWorld.open(page, browser.extensionId);
    await page.goto(`https://${site.host}/${site.fixture}`);
    const seen = async () =>
      Object.fromEntries((await unitsSeen(world)).map(({ id, level, sender }) => [id, [level, sender]]));
    await expect.poll(seen).toEqual(site.units);
    await expect.poll(() => painted(page, 'number')).toEqual([...site.numbers].sort());

    await page.evaluate(() => (window as unknown as { receive(): void }).receive());
    await expect.poll(seen).toEqual({ ...site.units, late: site.late });

    // Menus, search boxes, password fields, composers, buttons, quotations and own lines: all hold this number.
    const read = (await unitsSeen(world)).map(({ text }) => text).join('\n');
    expect(read).not.toContain('0999');
    const styles = await Promise.all(['number', 'danger', 'caution'].map((style) => painted(page, style)));
    expect(styles.flat().join('\n')).not.toContain('0999');
    if ('row-scam' in site.units) expect(styles[2]).toContain(site.units['row-scam']?.[1].name);
    await page.close();
  });
}
