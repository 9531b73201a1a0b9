/** docs/policies/firefox.json in a real Firefox, in /etc/firefox/policies: the extension comes by itself, with its feed. As root. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import puppeteer, { type Browser } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { ADDON_ID, bidi } from '../../scripts/browser/firefox';
import { until } from '../../scripts/browser/until';
import { isReported, madeBy } from '../browser/feed-cases/case';
import { feedsOf } from '../browser/support/ask';
import { fingerprintOf, serve } from '../browser/support/feed-publisher';
import { startNginx } from '../browser/support/nginx';
import { FIREFOX_BUILD } from '../firefox/support/firefox';
import { withFolder } from './support/with-files';

const FILE = join(import.meta.dirname, '../../docs/policies/firefox.json');
const UUID = '6f1d3a52-2c1f-4b7e-9a53-7a4c3c1f0b12';

/** The build as one package, unsigned as `npm run zip` leaves it. */
function packed(): Uint8Array {
  const names = readdirSync(FIREFOX_BUILD, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(FIREFOX_BUILD, name)).isFile());
  return zipSync(
    Object.fromEntries(files.map((name) => [name, new Uint8Array(readFileSync(join(FIREFOX_BUILD, name)))])),
  );
}

/** What Firefox says of the extension: whether it is there and on, and whether a person may take it out. */
async function addon(browser: Browser): Promise<string> {
  const { result } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    result: { contexts: { context: string }[] };
  };
  const expression = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager
    .getAddonByID(${JSON.stringify(ADDON_ID)})
    .then((one) => one ? [one.isActive ? 'on' : 'off', one.permissions & 1 ? 'free' : 'locked'].join(' ') : 'none')`;
  const target = { context: result.contexts[0]?.context };
  const answer = (await bidi(browser, 'script.evaluate', { expression, target, awaitPromise: true })) as {
    result: { result: { value: string } };
  };
  return answer.result.result.value;
}

test('without a signature only ESR takes it, and only where the policy says so; then it is on, locked, and follows the feed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-install-'));
  const nginx = await startNginx();
  const xpi = packed();
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.setHeader('content-type', 'application/x-xpinstall').end(xpi);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const repository = await madeBy('our publisher');
  serve(nginx, 'policy', repository);
  const text = readFileSync(FILE, 'utf8')
    .replace('https://PACKAGE_ADDRESS/', `http://127.0.0.1:${String(port)}/`)
    .replace('https://FEED_ADDRESS/', `${nginx.address}policy/`)
    .replace('FINGERPRINT', fingerprintOf(repository));
  const file = JSON.parse(text) as { policies: Record<string, unknown> };
  const policies = join(folder, 'policies');
  mkdirSync(policies);
  const program = withFolder(
    join(folder, 'firefox'),
    process.env.CANH_GIAC_FIREFOX ?? '/usr/bin/firefox-esr',
    '/etc/firefox/policies',
    policies,
  );
  const start = (more: object) => {
    writeFileSync(
      join(policies, 'policies.json'),
      JSON.stringify({ policies: { ...file.policies, ...more } }),
    );
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: program,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: UUID }) },
    });
  };
  let browser: Browser | undefined;
  try {
    const signed = await start({});
    browser = signed;
    await until(() => Promise.resolve(asked > 0), 'the package to be asked for');
    // Time enough for what must not happen.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await addon(signed)).toBe('none');
    await signed.close();

    const open = await start({ Preferences: { 'xpinstall.signatures.required': { Value: false } } });
    browser = open;
    await until(async () => (await addon(open)) !== 'none', 'the extension');
    expect(await addon(open)).toBe('on locked');
    const page = await open.newPage();
    const url = `moz-extension://${UUID}/options.html`;
    page.goto(url).catch(() => undefined);
    await until(
      () => page.evaluate(`location.href === '${url}' && document.readyState === 'complete'`),
      'the options',
    );
    await until(async () => {
      const [feed] = (await feedsOf(page)).feeds;
      return feed?.origin === 'policy' && feed.state === 'fresh';
    }, 'the feed of the policy');
    expect(await isReported(page)).toBe(true);
  } finally {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
    await nginx.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}, 120_000);
