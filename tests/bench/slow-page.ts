/** Pages in a browser whose processor is slowed down, on a host that is watched and on one that is not. */
import type { CDPSession, Page } from '@playwright/test';
import type { LaunchedBrowser } from '../../scripts/browser/launch';

export const WATCHED = 'https://forum.fixture.example/plain';
export const BARE = 'https://other.fixture.example/plain';
export const THROTTLE = 4;

export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
}

/** Opens a page; its processor is slowed down once the content script has started. */
export async function openSlow(browser: LaunchedBrowser, url: string): Promise<Opened> {
  const page = await browser.context.newPage();
  // The compiler's helper for names of functions, which the page has not.
  await page.addInitScript('globalThis.__name = (one) => one');
  await page.goto(url);
  // The content script starts at document_idle; its start is timed on the empty page.
  await page.waitForTimeout(700);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  return { page, session };
}

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
