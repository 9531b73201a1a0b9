/** What the tests of both browsers ask of the background, from a page of the extension. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedsView, FeedView } from '../../../lib/lists/feed/view';
import type { Arguments, Reply, RequestName, Results } from '../../../lib/messages';
import { LET_POLL_TIME_COME, RING_ALARM } from './poll-time';

/** A page of the extension, driven by Playwright or by Puppeteer. */
export interface OwnPage {
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Asks the background as the extension's own pages do. Throws where it refuses. */
export async function ask<N extends RequestName>(
  page: OwnPage,
  name: N,
  args: Arguments<N>,
): Promise<Results[N]> {
  // As JSON: of an object that stands twice in an answer WebDriver gives the second as undefined.
  const json = await page.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ name, args })}).then(JSON.stringify)`,
  );
  const reply = JSON.parse(json as string) as Reply<N>;
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.message}`);
  return reply.value;
}

/** What is shown of the feeds. */
export function feedsOf(page: OwnPage): Promise<FeedsView> {
  return ask(page, 'feeds', {});
}

/** What is shown of the only feed. */
export async function onlyFeed(page: OwnPage): Promise<FeedView> {
  const { feeds } = await feedsOf(page);
  const [feed] = feeds;
  if (!feed || feeds.length > 1) throw new Error(`${feeds.length} feeds`);
  return feed;
}

/** Makes every feed due and rings the alarm: what the clock does after some minutes. */
export async function letPollTimeCome(page: OwnPage): Promise<void> {
  await page.evaluate(LET_POLL_TIME_COME);
}

/** Rings the alarm now. */
export async function ringAlarm(page: OwnPage): Promise<void> {
  await page.evaluate(RING_ALARM);
}

const VI = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../lib/i18n/vi/feeds.json'), 'utf8'),
) as Record<string, string>;

/** What the options say in Vietnamese of a refusal. */
export function refusalText(code: string): string {
  const text = VI[`error_${code}`];
  if (text === undefined) throw new Error(`no text for ${code}`);
  return text;
}
