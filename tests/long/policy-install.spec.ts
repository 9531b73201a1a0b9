/** The policy files of docs/policies in a real Chromium: the extension comes by itself, with its feed. Must run as root. */
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect } from '@playwright/test';
import { isReported, madeBy } from '../browser/feed-cases/case';
import { feedsOf } from '../browser/support/ask';
import { EDITION_BUILD } from '../browser/support/extension';
import { fingerprintOf, serve } from '../browser/support/feed-publisher';
import { test } from '../browser/support/feeds';
import { answers, freePorts, Running } from './support/programs';
import { withFolder } from './support/with-files';

const PROGRAM = process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium';
const POLICIES = join(import.meta.dirname, '../../docs/policies');

/** Packs the built extension as a department does that hosts it itself; gives the package and its id. */
function pack(folder: string): { crx: Buffer; id: string } {
  const unpacked = join(folder, 'extension');
  cpSync(EDITION_BUILD, unpacked, { recursive: true });
  execFileSync(
    PROGRAM,
    ['--headless', '--no-sandbox', `--user-data-dir=${folder}/pack`, `--pack-extension=${unpacked}`],
    { stdio: 'ignore' },
  );
  const key = createPublicKey(createPrivateKey(readFileSync(`${unpacked}.pem`)));
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  // Half of it, each digit as a letter from a to p.
  const id = digest.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  return { crx: readFileSync(`${unpacked}.crx`), id };
}

test('chrome.json: the extension is installed by force, follows the feed, and cannot be taken out', async ({
  nginx,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-install-'));
  const { crx, id } = pack(folder);
  const { version } = JSON.parse(readFileSync(join(EDITION_BUILD, 'manifest.json'), 'utf8')) as {
    version: string;
  };
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url.split('?')[0] ?? '');
    if (url.startsWith('/canh-giac.crx')) {
      response.setHeader('content-type', 'application/x-chrome-extension').end(crx);
      return;
    }
    response.setHeader('content-type', 'application/xml').end(
      `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">
        <updatecheck codebase="http://127.0.0.1:${String(port)}/canh-giac.crx" version="${version}"/></app></gupdate>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const repository = await madeBy('our publisher');
  serve(nginx, 'policy', repository);
  const text = readFileSync(join(POLICIES, 'chrome.json'), 'utf8')
    .replaceAll('EXTENSION_ID', id)
    .replace(
      'https://clients2.google.com/service/update2/crx',
      `http://127.0.0.1:${String(port)}/updates.xml`,
    )
    .replace('https://FEED_ADDRESS/', `${nginx.address}policy/`)
    .replace('FINGERPRINT', fingerprintOf(repository));
  mkdirSync(join(folder, 'policies/managed'), { recursive: true });
  writeFileSync(join(folder, 'policies/managed/canh-giac.json'), text);
  // Without it nobody's DevTools, these tests' neither, reach what came by force.
  writeFileSync(join(folder, 'policies/managed/test.json'), '{"DeveloperToolsAvailability": 1}');
  const program = withFolder(
    join(folder, 'chromium'),
    PROGRAM,
    '/etc/chromium/policies',
    join(folder, 'policies'),
  );
  // Not by Playwright, whose arguments keep Chromium from fetching what a policy tells it to install.
  const debugging = await freePorts(1);
  const browserOf = new Running([
    program,
    ...['--headless=new', '--no-sandbox', '--no-first-run', '--lang=vi', 'about:blank'],
    ...[`--remote-debugging-port=${String(debugging)}`, `--user-data-dir=${folder}/profile`],
  ]);
  const devTools = `http://127.0.0.1:${String(debugging)}`;
  try {
    await answers(`${devTools}/json/version`);
    const targets = async () => (await (await fetch(`${devTools}/json`)).text()).split(/[",]/);
    await expect.poll(targets, { timeout: 60_000 }).toContain(`chrome-extension://${id}/welcome.html`);
    expect(asked).toContain('/updates.xml');
    expect(asked).toContain('/canh-giac.crx');
    const [context] = (await chromium.connectOverCDP(devTools)).contexts();
    if (!context) throw new Error('Chromium has no window');
    const page = await context.newPage();
    await page.goto(`chrome-extension://${id}/options.html`);
    const self = await page.evaluate('chrome.management.getSelf()');
    expect(self).toMatchObject({ installType: 'admin', mayDisable: false });
    await expect
      .poll(async () => (await feedsOf(page)).feeds.map(({ origin, state }) => [origin, state]), {
        timeout: 60_000,
      })
      .toEqual([['policy', 'fresh']]);
    expect(await isReported(page)).toBe(true);
  } finally {
    await browserOf.kill();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
