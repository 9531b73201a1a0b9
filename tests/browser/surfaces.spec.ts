/** The toolbar popup, the side panel and private windows as Chromium itself opens them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { serveFixtures, type FixtureServer } from '../../scripts/browser/fixture-server';
import { FIXTURES } from './support/extension';
import { SHOTS } from './support/one-browser';
import { SCAM } from './support/messages';
import { launchSurfaces, worldOf, type Surfaces } from './support/surfaces';

test.describe.configure({ mode: 'serial' });

let server: FixtureServer;
let chromium: Surfaces;
let mail: Page;
test.beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  server = await serveFixtures(FIXTURES);
  chromium = await launchSurfaces(['mail.google.com'], server.port);
  mail = await chromium.browser.newPage();
  await mail.goto('https://mail.google.com/gmail');
});
test.afterAll(async () => {
  await chromium.browser.close();
  await server.close();
});

const textOf = (page: Page) => page.evaluate<[], () => string>(() => document.body.innerText);

test('the toolbar popup: what was found in the tab under it, and a look-up; nothing is cut off', async () => {
  await mail.bringToFront();
  await (await chromium.worker()).evaluate('chrome.action.openPopup()');
  const popup = await chromium.surface('popup.html');
  await expect.poll(() => textOf(popup)).toContain('Nguy hiểm');
  await popup.type('textarea', SCAM);
  await popup.waitForSelector('.check-result.level-danger');
  const { width, height, over } = await popup.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(over).toBe(0);
  expect(width).toBeGreaterThanOrEqual(320);
  // The most that Chromium gives a popup.
  expect(width).toBeLessThanOrEqual(800);
  expect(height).toBeLessThanOrEqual(600);
  await popup.screenshot({ path: join(SHOTS, 'real-popup.png') });
});

test('the side panel stands beside the page, follows the tab, and takes what the context menu brings', async () => {
  const options = await chromium.browser.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  // Opened as the handlers do, in the name of a press: what is evaluated counts as one.
  await options.evaluate(
    `chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))`,
  );
  const panel = await chromium.surface('sidepanel.html');
  await expect.poll(() => textOf(panel)).toContain('Trình duyệt không cho tiện ích đọc trang này.');
  await mail.bringToFront();
  await expect.poll(() => textOf(panel)).toContain('Nguy hiểm');
  expect(await panel.evaluate(() => innerWidth)).toBeLessThan(800);
  await (await chromium.worker()).evaluate(`chrome.storage.session.set({ 'look-up': 'Gọi 0833 109 259' })`);
  await expect.poll(() => textOf(panel)).toContain('Từng bị phản ánh');
  await panel.screenshot({ path: join(SHOTS, 'real-panel.png') });
  await options.close();
});

test('a private window: nothing is saved before the yes, which stands on a page of our own', async () => {
  const page = await chromium.privatePage('https://mail.google.com/gmail');
  const world = await worldOf(page, chromium.extensionId);
  await world.waitFor(`root?.querySelector('[role="dialog"].level-danger')`);
  await world.evaluate(`[...root.querySelectorAll('.card button')]
    .find((one) => one.textContent === 'Lưu làm chứng cứ').dataset.press = 'save'`);
  await world.click('[data-press="save"]');
  const evidence = await chromium.surface('evidence.html');
  await expect
    .poll(() => world.evaluate(`root.querySelector('.card-outcome').textContent`))
    .toContain('Đây là cửa sổ riêng tư. Chưa lưu gì');
  await expect.poll(() => textOf(evidence)).toContain('Đoạn này ở cửa sổ riêng tư.');
  // It is a tab of an ordinary window, and there is no picture.
  expect(await evidence.evaluate('chrome.tabs.getCurrent().then(({ incognito }) => incognito)')).toBe(false);
  expect(await evidence.$('.crop')).toBeNull();
  expect(await textOf(evidence)).toContain('Chưa có chứng cứ nào.');
  await (await evidence.waitForSelector('::-p-text(Vẫn lưu trên máy này)'))?.click();
  await expect.poll(() => textOf(evidence)).toContain('1 chứng cứ');
});
