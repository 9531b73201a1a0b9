/**
 * Chromium's own surfaces, which Playwright does not hand out: the toolbar popup, the side panel and private windows.
 * Puppeteer sees them as targets. What no DevTools protocol can press stays out of reach: the toolbar button itself (and
 * with it activeTab), entries of the context menu, keys of the browser's own, and the prompt for a permission.
 */
import puppeteer, { TargetType, type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { expect, type CDPSession, type Page as PlaywrightPage } from '@playwright/test';
import { ExtensionWorld } from '../../../scripts/browser/extension-world';
import { CHROME_BUILD } from './extension';

export interface Surfaces {
  readonly browser: Browser;
  readonly extensionId: string;
  worker(): Promise<WebWorker>;
  /** The surface with a page of the extension in it that comes up next, or is there. */
  surface(path: string): Promise<Page>;
  /** A private window with this address in it; allows the extension there first. */
  privatePage(url: string): Promise<Page>;
}

/** Starts Chromium with the built extension; `hosts` lead to `port`. */
export async function launchSurfaces(hosts: readonly string[], port: number): Promise<Surfaces> {
  const browser = await puppeteer.launch({
    executablePath: process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium',
    pipe: true,
    enableExtensions: [CHROME_BUILD],
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: [
      '--lang=vi',
      '--window-size=1280,900',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(',')}`,
    ],
  });
  const isWorker = (url: string) => url.startsWith('chrome-extension://') && url.endsWith('/background.js');
  const worker = async () => {
    const target = await browser.waitForTarget(
      (one) => one.type() === TargetType.SERVICE_WORKER && isWorker(one.url()),
    );
    const found = await target.worker();
    if (!found) throw new Error('the worker is gone');
    return found;
  };
  const extensionId = new URL((await worker()).url()).host;
  const surface = async (path: string) => {
    const url = `chrome-extension://${extensionId}/${path}`;
    return (await browser.waitForTarget((one) => one.url().split('#')[0] === url)).asPage();
  };
  return {
    browser,
    extensionId,
    worker,
    surface,
    privatePage: async (url) => {
      const manager = await browser.newPage();
      await manager.goto('chrome://extensions');
      await manager.evaluate(`(async () => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({
          extensionId: '${extensionId}', incognitoAccess: true });
      })()`);
      // The extension starts anew with the right: its pages open again once it has.
      await expect(async () => {
        await manager.goto(`chrome-extension://${extensionId}/options.html`);
        expect(await manager.evaluate('chrome.extension.isAllowedIncognitoAccess()')).toBe(true);
      }).toPass();
      const before = new Set(browser.targets());
      const opened = browser.waitForTarget(
        (one) => !before.has(one) && one.type() === TargetType.PAGE && one.url() === 'about:blank',
      );
      await manager.evaluate(
        `chrome.windows.create({ incognito: true, url: 'about:blank' }).then(() => true)`,
      );
      await manager.close();
      const page = await (await opened).asPage();
      await page.goto(url);
      return page;
    },
  };
}

/** The extension's world of a page that Puppeteer drives. */
export async function worldOf(page: Page, extensionId: string): Promise<ExtensionWorld> {
  const session = await page.createCDPSession();
  // The few methods of both that the world uses are the same.
  const alike = {
    mouse: page.mouse,
    context: () => ({ newCDPSession: () => session as unknown as CDPSession }),
  };
  return ExtensionWorld.open(alike as unknown as PlaywrightPage, extensionId);
}
