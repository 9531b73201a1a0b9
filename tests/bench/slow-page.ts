/** Pages in a browser whose processor is slowed down, on a host that is watched and on one that is not. */
import type { CDPSession, Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../scripts/browser/launch';
import { traced, type MainThread } from './trace';

export const WATCHED = 'https://forum.fixture.example/plain';
export const BARE = 'https://other.fixture.example/plain';
export const THROTTLE = 4;

export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
}

/** Opens a page; its processor is slowed down once the content script has started: `loading` times the start. */
export async function openSlow(browser: LaunchedBrowser, url: string): Promise<Opened> {
  const page = await newPage(browser);
  await page.goto(url);
  await page.waitForTimeout(700);
  return { page, session: await slowDown(page) };
}

async function newPage(browser: LaunchedBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  // The compiler's helper for names of functions, which the page has not.
  await page.addInitScript('globalThis.__name = (one) => one');
  return page;
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return session;
}

/** What a page shows once `build` has built it, as a document that may be held back, see `loading`. */
export async function documentOf(
  browser: LaunchedBrowser,
  build: (page: Page) => Promise<unknown>,
): Promise<string> {
  const { page } = await openSlow(browser, BARE);
  await build(page);
  const html = await page.content();
  await page.close();
  // Its parser waits for this script, and content scripts start once it has ended.
  return html.replace(/<\/body>\s*<\/html>\s*$/, '<script src="/held.js"></script></body></html>');
}

/**
 * What the main thread does from the moment on in which a page that is drawn already ends loading: the start of content
 * scripts, their reading, and what the browser draws for them; nothing of the page's own drawing.
 * @param html see documentOf
 * @param pause how long it is looked at afterwards, in milliseconds
 */
export async function loading(
  browser: LaunchedBrowser,
  url: string,
  html: string,
  pause: number,
): Promise<MainThread> {
  const page = await newPage(browser);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route('**/held.js', async (route) => {
    await released;
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForTimeout(DRAWN_MS);
  const session = await slowDown(page);
  await rest(page, 500);
  const cost = await traced(session, async () => {
    release();
    await page.waitForLoadState('load');
    await rest(page, pause);
  });
  await page.close();
  return cost;
}

/** Long enough to draw the largest of the pages at full speed. */
const DRAWN_MS = 3_000;

/** Waits until the page has drawn what it built, and then for a while. */
export async function rest(page: Page, pause: number): Promise<void> {
  await page.evaluate('new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))');
  await page.waitForTimeout(pause);
}

/** The value below which half of all lie. */
export function median(all: readonly number[]): number {
  return percentile(all, 0.5);
}

/** The value below which a part of all lie. */
export function percentile(all: readonly number[], part: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** A time for people. */
export const ms = (value: number) => `${value.toFixed(1)} ms`;
