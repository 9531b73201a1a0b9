/**
 * Starts Firefox with the built extension by WebDriver BiDi. Firefox shows nobody the extension's own world in a page,
 * so one tab holds a page of the extension: from there its API runs functions in the world of any tab.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CONSOLE_TO_OUTPUT, consoleErrors } from './firefox-console';
import { FirefoxPage } from './firefox-page';
import { until } from './until';

/** The add-on's id in wxt.config.ts, and the address that its pages get here; people's profiles make their own. */
export const ADDON_ID = 'canh-giac@canh-giac.vn';
export const ADMIN_ID = 'canh-giac-admin@canh-giac.vn';
const ADDON_UUID = '6f1d3a52-2c1f-4b7e-9a53-7a4c3c1f0b11';

export interface FirefoxOptions {
  /** Folder of the build for Firefox. */
  readonly extension: string;
  /** It is the administrators' edition. */
  readonly admin?: boolean;
  /** Real host names that lead to a server of ours on this port. */
  readonly hosts: readonly string[];
  readonly port: number;
  /** Where downloads go, without asking. */
  readonly downloads?: string;
  /** Allows the extension in private windows. */
  readonly privateWindows?: boolean;
  /** Settings of the browser's own, as about:config names them. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** The port for their plain http; none without it. */
  readonly httpPort?: number;
  /** False: certificates count, as for people; true by default, for pages under real host names. */
  readonly trustAll?: boolean;
  /** What is started in the place of Firefox. */
  readonly program?: string;
  /** Folder of a profile to use and keep; without it one is made and removed. */
  readonly profile?: string;
}

export interface LaunchedFirefox {
  readonly browser: Browser;
  /** The tab that holds a page of the extension. */
  readonly driver: Page;
  /** What pages and background have written by `console.error`. */
  readonly consoleErrors: readonly string[];
  /** Opens a page in front. */
  open(url: string): Promise<FirefoxPage>;
  /** Opens a page in a private window; needs `privateWindows`. */
  openPrivate(url: string): Promise<FirefoxPage>;
  /** Opens one of the extension's own pages; nothing is injected there. */
  openOwn(path: string): Promise<Page>;
  /** The tab with one of the extension's own pages that it opened itself. */
  opened(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser and installs the extension. Throws where either fails. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.program ?? process.env.CANH_GIAC_FIREFOX ?? '/usr/bin/firefox-esr',
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    headless: true,
    acceptInsecureCerts: options.trustAll ?? true,
    // Without it no page of an extension can be driven.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'network.dns.localDomains': options.hosts.join(','),
      'network.socket.forcePort': [
        `443=${options.port}`,
        ...(options.httpPort === undefined ? [] : [`80=${options.httpPort}`]),
      ].join(';'),
      'extensions.webextensions.uuids': JSON.stringify({ [options.admin ? ADMIN_ID : ADDON_ID]: ADDON_UUID }),
      'intl.accept_languages': 'vi-VN',
      ...CONSOLE_TO_OUTPUT,
      ...options.prefs,
      // What is installed for a test alone goes with the browser; what it stored is to be there in a profile's next one.
      'extensions.webextensions.keepStorageOnUninstall': options.profile !== undefined,
    },
  });
  const errors = consoleErrors(browser);
  try {
    await install(browser, options.extension, options.privateWindows ?? false);
    if (options.downloads !== undefined) await downloadTo(browser, options.downloads);
    const driver = await openOwn(browser, options.admin ? 'console.html' : 'notice.html');
    return {
      browser,
      driver,
      consoleErrors: errors,
      open: (url) => openPage(browser, driver, url),
      openPrivate: (url) => openPrivate(browser, driver, url),
      openOwn: (path) => openOwn(browser, path),
      opened: (path) => pageAt(browser, `moz-extension://${ADDON_UUID}/${path}`),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A page of the extension. Its `goto` never answers in Firefox 153: the page is asked until it is there. */
async function openOwn(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `moz-extension://${ADDON_UUID}/${path}`;
  page.goto(url).catch(() => undefined);
  await until(
    () => page.evaluate(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`),
    `${url} to open`,
  );
  return page;
}

async function openPage(browser: Browser, driver: Page, url: string): Promise<FirefoxPage> {
  const before = await tabIds(driver);
  const page = await browser.newPage();
  const tabId = (await tabIds(driver)).find((id) => !before.includes(id));
  if (tabId === undefined) throw new Error('no new tab');
  await page.goto(url);
  await page.bringToFront();
  return new FirefoxPage(page, driver, tabId);
}

/** The right to private windows costs a restart of the extension: what it opened at its install is cut off from it. */
async function install(browser: Browser, path: string, privateWindows: boolean): Promise<void> {
  await bidi(browser, 'webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': privateWindows,
  });
}

function downloadTo(browser: Browser, destinationFolder: string): Promise<unknown> {
  return bidi(browser, 'browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder },
  });
}

/** A command that Puppeteer has no method for. */
export function bidi(browser: Browser, method: string, params: object): Promise<unknown> {
  type Sender = { connection: { send(method: string, params: object): Promise<unknown> } };
  return (browser as unknown as Sender).connection.send(method, params);
}

async function openPrivate(browser: Browser, driver: Page, url: string): Promise<FirefoxPage> {
  const before = await browser.pages();
  const tabId = (await driver.evaluate(
    `browser.windows.create({ incognito: true, url: ${JSON.stringify(url)} }).then(({ tabs }) => tabs[0].id)`,
  )) as number;
  const page = await pageAt(browser, url, before);
  await page.bringToFront();
  return new FirefoxPage(page, driver, tabId);
}

/** The tab with this address, whatever its fragment, none of those before. The tab itself is asked: of pages of an extension nobody tells. */
async function pageAt(browser: Browser, url: string, before: readonly Page[] = []): Promise<Page> {
  const isThere = (page: Page) =>
    page.evaluate(`location.href.split('#')[0]`).then(
      (at) => at === url,
      () => false,
    );
  const found: Page[] = [];
  await until(async () => {
    const pages = (await browser.pages()).filter((page) => !before.includes(page));
    for (const page of pages) if (await isThere(page)) found.push(page);
    return found.length > 0;
  }, `a tab with ${url}`);
  const [first] = found;
  if (!first) throw new Error(`no tab with ${url}`);
  return first;
}

async function tabIds(driver: Page): Promise<number[]> {
  return (await driver.evaluate(
    `browser.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))`,
  )) as number[];
}
