/**
 * Starts Firefox with the built extension by WebDriver BiDi. Firefox shows nobody the extension's own world in a page,
 * so one tab holds a page of the extension: from there its API runs functions in the world of any tab.
 */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

/** The add-on's id in wxt.config.ts, and the address that its pages get here; people's profiles make their own. */
const ADDON_ID = 'canh-giac@canh-giac.vn';
const ADDON_UUID = '6f1d3a52-2c1f-4b7e-9a53-7a4c3c1f0b11';

export interface FirefoxOptions {
  /** Folder of the build for Firefox. */
  readonly extension: string;
  /** Real host names that lead to a server of ours on this port. */
  readonly hosts: readonly string[];
  readonly port: number;
}

export interface LaunchedFirefox {
  readonly browser: Browser;
  /** The tab that holds a page of the extension. */
  readonly driver: Page;
  /** Opens a page in front. */
  open(url: string): Promise<FirefoxPage>;
  /** Opens one of the extension's own pages; nothing is injected there. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser and installs the extension. Throws where either fails. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.CANH_GIAC_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    acceptInsecureCerts: true,
    // Without it no page of an extension can be driven.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'network.dns.localDomains': options.hosts.join(','),
      'network.socket.forcePort': `443=${options.port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDON_UUID }),
      'intl.accept_languages': 'vi-VN',
    },
  });
  try {
    await browser.installExtension(options.extension);
    const driver = await openOwn(browser, 'notice.html');
    return {
      browser,
      driver,
      open: (url) => openPage(browser, driver, url),
      openOwn: (path) => openOwn(browser, path),
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

async function tabIds(driver: Page): Promise<number[]> {
  return (await driver.evaluate(
    `browser.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))`,
  )) as number[];
}

/** Asks until the answer is true. An error counts as no answer yet: pages come and go under the question. */
export async function until(ask: () => Promise<unknown>, what: string, timeout = 15_000): Promise<void> {
  const end = Date.now() + timeout;
  let last: unknown;
  while (Date.now() < end) {
    try {
      last = await ask();
      if (last === true) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited for ${what}; last: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}

/** One tab with the extension's world of its top frame. */
export class FirefoxPage {
  constructor(
    readonly page: Page,
    readonly driver: Page,
    readonly tabId: number,
  ) {}

  /**
   * Evaluates an expression in the extension's world of the top frame; `root` in it is our overlay's shadow root, or
   * null, `session` the frame's session. Throws where the extension does not run there.
   */
  async evaluate<T>(expression: string): Promise<T> {
    const json = (await this.driver.evaluate(`browser.scripting.executeScript({
      target: { tabId: ${this.tabId} },
      func: () => {
        const session = globalThis[Symbol.for('canh-giac.session')];
        const root = [...document.documentElement.children].map((one) => one.openOrClosedShadowRoot)
          .find((one) => one?.querySelector('.layer')) ?? null;
        return (${expression});
      },
    }).then(([{ result, error }]) => JSON.stringify(error ? { error: String(error) } : { result }))`)) as string;
    const { result, error } = JSON.parse(json) as { result: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return result;
  }

  /** Waits until an expression is true in the extension's world. */
  waitFor(expression: string): Promise<void> {
    return until(() => this.evaluate(`Boolean(${expression})`), expression);
  }

  /** The card's text, or null while none is open. */
  cardText(): Promise<string | null> {
    return this.evaluate(`root?.querySelector('[role="dialog"]')?.innerText ?? null`);
  }

  /** Presses an element of the overlay with the real mouse. */
  async click(selector: string): Promise<void> {
    const quoted = JSON.stringify(selector);
    await this.waitFor(`root?.querySelector(${quoted})`);
    // In the card a press counts only once the card could be seen for a while.
    await this.waitFor(`root.querySelector(${quoted})?.closest('.card-place')?.dataset.settled !== 'false'`);
    const [x, y] = await this.evaluate<[number, number]>(`(() => {
      const element = root.querySelector(${quoted});
      element.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    })()`);
    await this.page.mouse.click(x, y);
  }

  /** The painted text of each of our highlights. */
  async highlights(): Promise<Record<string, string[]>> {
    return (await this.page.evaluate(`Object.fromEntries([...CSS.highlights]
      .filter(([name]) => name.startsWith('canh-giac-'))
      .map(([name, highlight]) => [name.slice('canh-giac-'.length), [...highlight].map(String)]))`)) as Record<
      string,
      string[]
    >;
  }
}
