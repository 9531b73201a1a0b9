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

const NEWER = '99.0.0';

/** Packs the built extension as a department does that hosts it itself, and a later version; gives both and their id. */
function pack(folder: string) {
  const unpacked = join(folder, 'extension');
  cpSync(EDITION_BUILD, unpacked, { recursive: true });
  const packed = (...more: string[]) => {
    const args = ['--headless', '--no-sandbox', `--user-data-dir=${folder}/pack`];
    execFileSync(PROGRAM, [...args, `--pack-extension=${unpacked}`, ...more], { stdio: 'ignore' });
    return readFileSync(`${unpacked}.crx`);
  };
  const first = packed();
  const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8')) as { version: string };
  writeFileSync(join(unpacked, 'manifest.json'), JSON.stringify({ ...manifest, version: NEWER }));
  const second = packed(`--pack-extension-key=${unpacked}.pem`);
  const key = createPublicKey(createPrivateKey(readFileSync(`${unpacked}.pem`)));
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  // Half of it, each digit as a letter from a to p.
  const id = digest.slice(0, 32).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  return { first, second, version: manifest.version, id };
}

const FILES = [
  // As if there were a store: the address of the policy is asked for the first version alone.
  { file: 'chrome.json', update: { status: 'no_update' } },
  { file: 'chrome-own-server.json', update: { status: 'update_available', version: NEWER } },
] as const;

for (const { file, update } of FILES) {
  test(`${file}: the extension is installed by force, follows the feed, and cannot be taken out`, async ({
    nginx,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'canh-giac-install-'));
    const { first, second, version, id } = pack(folder);
    let newer = false;
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url.split('?')[0] ?? '');
      if (url.startsWith('/canh-giac.crx')) {
        response.setHeader('content-type', 'application/x-chrome-extension').end(newer ? second : first);
        return;
      }
      const answer = readFileSync(join(POLICIES, 'updates.xml'), 'utf8')
        .replace('EXTENSION_ID', id)
        .replace('https://PACKAGE_ADDRESS/', address)
        .replace('VERSION', newer ? NEWER : version);
      response.setHeader('content-type', 'application/xml').end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const repository = await madeBy('our publisher');
    serve(nginx, 'policy', repository);
    const text = readFileSync(join(POLICIES, file), 'utf8')
      .replaceAll('EXTENSION_ID', id)
      .replace(/https:\/\/(?:clients2|PACKAGE_ADDRESS)[^"]*/, `${address}updates.xml`)
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
      newer = true;
      expect(await page.evaluate('chrome.runtime.requestUpdateCheck()')).toMatchObject(update);
    } finally {
      await browserOf.kill();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}
