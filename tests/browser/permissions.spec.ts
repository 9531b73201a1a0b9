/**
 * Sites are asked for at the press, one at a time. The prompt belongs to the browser and no DevTools protocol presses it:
 * where it would stand, the test gives the site on the browser's own page of extensions, and the request goes through.
 * That page knows sites of the manifest alone, so this copy of the build had them once and lost them with an update.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ExtensionWorld } from '../../scripts/browser/extension-world';
import { CHROME_BUILD } from './support/extension';
import { oneBrowser } from './support/one-browser';
import { reload } from './support/reload';

const SITES = ['other.fixture.example', 'more.fixture.example'];
const CARD = `root?.querySelector('[role="dialog"].level-danger')`;

const build = mkdtempSync(join(tmpdir(), 'canh-giac-permissions-'));
cpSync(CHROME_BUILD, build, { recursive: true });
const file = join(build, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
  host_permissions: string[];
  permissions: string[];
};
// A press on the toolbar button shows the popup the tab's address (activeTab); here the tabs permission stands in.
const permissions = [...manifest.permissions, 'tabs'];
const host_permissions = [...manifest.host_permissions, ...SITES.map((site) => `https://${site}/*`)];
writeFileSync(file, JSON.stringify({ ...manifest, permissions, host_permissions }));

const one = oneBrowser(SITES, { extension: build });
test.describe.configure({ mode: 'serial' });
/** Gives or takes a site, as a person does on the browser's page of extensions. */
async function onManager(act: 'addHostPermission' | 'removeHostPermission', origin: string): Promise<void> {
  const manager = await one.browser.context.newPage();
  await manager.goto('chrome://extensions');
  await manager.evaluate(`chrome.developerPrivate.${act}('${one.browser.extensionId}', '${origin}')`);
  await manager.close();
}

/** Says yes where the prompt would stand; notes what was asked and whether the press was still warm. */
async function answerYes(page: Page): Promise<void> {
  await page.exposeFunction('sayYes', (origin: string) => onManager('addHostPermission', origin));
  await page.evaluate(`{
    const request = chrome.permissions.request.bind(chrome.permissions);
    chrome.permissions.request = async (asked) => {
      globalThis.asked = { ...asked, pressed: navigator.userActivation.isActive };
      await sayYes(asked.origins[0]);
      return request(asked);
    };
  }`);
}

test.beforeAll(async () => {
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  await reload(one.browser);
  await expect(async () => {
    for (const site of SITES) await onManager('removeHostPermission', `https://${site}/*`);
    const page = await one.open('options.html');
    const origins = await page.evaluate(`chrome.permissions.getAll().then(({ origins }) => origins.join())`);
    await page.close();
    expect(origins).not.toContain('fixture');
  }).toPass();
});
test.afterAll(() => rmSync(build, { recursive: true, force: true }));

test('options: a site is asked for at the press, watched at once, and given back', async () => {
  const site = await one.browser.context.newPage();
  const world = await ExtensionWorld.open(site, one.browser.extensionId);
  await site.goto('https://other.fixture.example/gmail');
  const options = await one.open('options.html');
  const box = options.getByLabel(/^Thêm một trang/);
  const add = options.getByRole('button', { name: 'Thêm trang' });
  await box.fill('không phải địa chỉ');
  await add.click();
  await expect(options.getByText('Đây không phải địa chỉ trang.')).toBeVisible();
  await answerYes(options);
  await box.fill('https://other.fixture.example/thu?id=1');
  await add.click();
  await expect(options.getByText('Đã thêm.')).toBeVisible();
  const asked = { origins: ['https://other.fixture.example/*'], pressed: true };
  expect(await options.evaluate('globalThis.asked')).toEqual(asked);
  const remove = options.getByRole('button', { name: 'Bỏ other.fixture.example' });
  await expect(remove).toBeVisible();
  // The page that lay open is watched without being opened anew.
  await world.waitFor(CARD);

  // The browser tells of its end while pages ask for it, and each is slow to look: it goes once all the same.
  await (
    await one.browser.worker()
  ).evaluate(`{
    const get = chrome.scripting.getRegisteredContentScripts.bind(chrome.scripting);
    chrome.scripting.getRegisteredContentScripts = async (filter) => {
      const all = await get(filter);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return all;
    };
  }`);
  await options.evaluate(`{
    const remove = chrome.permissions.remove.bind(chrome.permissions);
    chrome.permissions.remove = async (asked) => {
      const gone = await remove(asked);
      const ask = () => chrome.runtime.sendMessage({ name: 'sites-changed', args: {} });
      globalThis.answers = Promise.all(Array.from({ length: 2 }, ask));
      return gone;
    };
  }`);
  await remove.click();
  await expect(remove).toHaveCount(0);
  const answers = await options.evaluate<boolean[]>('answers.then((all) => all.map(({ ok }) => ok))');
  expect(answers).toEqual([true, true]);
  await site.reload();
  await site.waitForTimeout(1_500);
  expect(await world.cardText()).toBeUndefined();
  await options.close();
  await site.close();
});

test('options: a no is said, and nothing is added', async () => {
  const options = await one.open('options.html');
  await options.evaluate(`chrome.permissions.request = () => Promise.resolve(false)`);
  await options.getByLabel(/^Thêm một trang/).fill('webmail.coquan.gov.vn');
  await options.getByRole('button', { name: 'Thêm trang' }).click();
  await expect(options.getByText('Trình duyệt chưa cho phép trang này.')).toBeVisible();
  await expect(options.getByRole('button', { name: 'Bỏ webmail.coquan.gov.vn' })).toHaveCount(0);
  await options.close();
});

test('popup: a page that is not checked is asked for by its button, and watched at once', async () => {
  const site = await one.browser.context.newPage();
  const world = await ExtensionWorld.open(site, one.browser.extensionId);
  await site.goto('https://more.fixture.example/gmail');
  const worker = await one.browser.worker();
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ url: 'https://more.fixture.example/*' }).then(([tab]) => tab.id)`,
  );
  const popup = await one.open(`popup.html?tab=${tabId}`);
  await answerYes(popup);
  await popup.getByRole('button', { name: 'Cho phép kiểm tra trang này' }).click();
  await expect(popup.locator('.page-unit.level-danger')).toBeVisible();
  await world.waitFor(CARD);
  await popup.close();
  await site.close();
});
