/** The extension's life beside open pages: update, killed worker, sites not allowed and allowed later. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'webextension-polyfill';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { launch } from '../../scripts/browser/launch';
import { CHROME_BUILD, expect, highlights, test } from './support/extension';
import { SCAM } from './support/messages';
import { reload } from './support/reload';

/** The worker's own API: functions given to worker.evaluate run there. */
declare const chrome: Browser;

interface Manifest {
  readonly host_permissions: string[];
  readonly permissions: string[];
}

const CARD = `root?.querySelector('[role="dialog"].level-danger')`;
const GMAIL = 'https://mail.google.com/gmail';

test('an update while a tab is open: the old script goes quiet, the new one takes over', async ({
  open,
  extension,
}) => {
  const { page, world } = await open(GMAIL);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await world.waitFor(CARD);
  await reload(extension);
  // Exactly one overlay, from the new script, with a card that works.
  const hosts = () => page.evaluate(() => document.querySelectorAll('html > div[popover]').length);
  await expect.poll(hosts).toBe(1);
  const fresh = await ExtensionWorld.open(page, extension.extensionId);
  await fresh.waitFor(CARD);
  await page.evaluate((text) => {
    const body = document.querySelector('.a3s');
    const line = document.createElement('p');
    line.textContent = text;
    body?.append(line);
  }, SCAM);
  await expect
    .poll(async () => ((await highlights(page))['canh-giac-number'] ?? []).join())
    .toContain('0292 000 0111');
  expect(errors).toEqual([]);
});

test('a killed worker is woken by the next message', async ({ open, extension }) => {
  const { page, world } = await open('https://x.com/x');
  await world.waitFor(CARD);
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await world.click('.card [aria-label="Đóng"]');
  await page.evaluate((text) => {
    const post = document.querySelector('#tweet-ordinary')?.cloneNode(true) as HTMLElement;
    post.id = 'tweet-new';
    const words = post.querySelector('[data-testid="tweetText"]');
    if (words) words.textContent = text;
    document.querySelector('[data-testid="cellInnerDiv"]')?.append(post);
  }, SCAM);
  await world.waitFor(CARD);
  expect(await world.cardText()).toContain('Sở');
  expect(extension.extensionId).toBeTruthy();
});

/** A copy of the build with more permissions: what a person's press would give cannot be pressed here. */
function buildWith(more: Partial<Manifest>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'canh-giac-granted-'));
  cpSync(CHROME_BUILD, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  manifest.host_permissions.push(...(more.host_permissions ?? []));
  manifest.permissions.push(...(more.permissions ?? []));
  writeFileSync(file, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

test('a site that is not allowed is not watched, and the popup says so with a button', async ({
  fixtures,
}) => {
  // A press on the toolbar button shows the popup the tab's address (activeTab); here the tabs permission stands in.
  const { folder, remove } = buildWith({ permissions: ['tabs'] });
  const browser = await launch({ extension: folder, hosts: { 'other.fixture.example': fixtures.port } });
  try {
    const page = await browser.context.newPage();
    await page.goto('https://other.fixture.example/gmail');
    await page.waitForTimeout(1_500);
    expect(await highlights(page)).toEqual({});
    const tabId = await (
      await browser.worker()
    ).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://other.fixture.example/*' });
      return tab?.id;
    });
    const popup = await browser.context.newPage();
    await popup.goto(browser.pageUrl(`popup.html?tab=${tabId ?? 0}`));
    await expect(popup.getByText('Trang này chưa được kiểm tra.')).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Cho phép kiểm tra trang này' })).toBeVisible();
  } finally {
    await browser.close();
    remove();
  }
});

test('a site that was allowed is watched, now and after a restart of the worker', async ({ fixtures }) => {
  const { folder, remove } = buildWith({ host_permissions: ['https://other.fixture.example/*'] });
  const browser = await launch({ extension: folder, hosts: { 'other.fixture.example': fixtures.port } });
  try {
    await browser.worker();
    const page = await browser.context.newPage();
    const world = await ExtensionWorld.open(page, browser.extensionId);
    await expect
      .poll(async () =>
        (await browser.worker()).evaluate(
          async () => (await chrome.scripting.getRegisteredContentScripts()).length,
        ),
      )
      .toBe(1);
    await page.goto('https://other.fixture.example/gmail');
    await world.waitFor(CARD);
  } finally {
    await browser.close();
    remove();
  }
});
