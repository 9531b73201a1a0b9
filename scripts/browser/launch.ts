/** Starts Chromium with the built extension, as people run it: a profile of its own, nothing else loaded. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Worker } from '@playwright/test';

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless?: boolean;
  /** What is started in the place of Chromium, and starts it. */
  readonly program?: string;
  /** Folder of a profile to use and keep; without it one is made and removed. */
  readonly profile?: string;
  /** Real host names that lead to a server of ours: `{ 'mail.google.com': 8443 }`; `name:80` for plain http. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Proxy that every request goes through, `http://127.0.0.1:PORT`; it then resolves the hosts. */
  readonly proxy?: string;
  /** False: certificates count, as for people; true by default, for pages under real host names. */
  readonly trustAll?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly args?: readonly string[];
  /** Keeps pages for the back and forward buttons, which Playwright turns off. */
  readonly keepBackForward?: boolean;
}

export interface LaunchedBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  worker(): Promise<Worker>;
  /** Address of one of the extension's pages. */
  pageUrl(path: string): string;
  close(): Promise<void>;
}

/** Requests of the browser's own that have nothing to do with the extension. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
  '--no-default-browser-check',
  '--no-pings',
];

/** Starts the browser. Throws where the extension does not load. */
export async function launch(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'canh-giac-'));
  const rules = Object.entries(options.hosts ?? {}).map(
    ([host, port]) => `MAP ${host.includes(':') ? host : `${host}:443`} 127.0.0.1:${port}`,
  );
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.program ?? process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    ignoreHTTPSErrors: options.trustAll ?? true,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    locale: 'vi-VN',
    ...(options.keepBackForward ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    args: [
      ...QUIET,
      // Chromium refuses its sandbox to root, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      ...(rules.length > 0 ? [`--host-resolver-rules=${rules.join(',')}`] : []),
      ...(options.proxy ? [`--proxy-server=${options.proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      ...(options.args ?? []),
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 15_000 }));
  const extensionId = new URL((await worker()).url()).host;
  // The administrators' edition has no such page.
  if (existsSync(join(options.extension, 'welcome.html'))) {
    await closeWelcome(context, `chrome-extension://${extensionId}/welcome.html`);
  }
  return {
    context,
    extensionId,
    worker,
    pageUrl: (path) => `chrome-extension://${extensionId}/${path}`,
    close: async () => {
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A fresh profile gets the welcome page; it goes before it can get in the way. Throws where it never comes. */
async function closeWelcome(context: BrowserContext, url: string): Promise<void> {
  const end = Date.now() + 15_000;
  for (;;) {
    const page = context.pages().find((one) => one.url() === url);
    if (page) return page.close();
    if (Date.now() > end) throw new Error('no welcome page came after the install');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
