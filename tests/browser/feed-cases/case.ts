/** What a case about feeds needs of a browser. The same cases are played in Chromium and in Firefox, before the same server. */
import { deepEqual, equal } from 'node:assert/strict';
import type { FeedView } from '../../../lib/lists/feed/view';
import { until } from '../../../scripts/browser/until';
import { contentOf, entryOf } from '../../feeds/support/content';
import type { Repository } from '../../feeds/support/forge';
import { ask, onlyFeed, type OwnPage } from '../support/ask';
import { fingerprintOf, MAKERS, serve } from '../support/feed-publisher';
import type { Nginx } from '../support/nginx';

/** A browser with the extension. */
export interface Reader {
  readonly options: OwnPage;
  /** Opens another page of the extension. */
  readonly open: (path: string) => Promise<OwnPage>;
  /** Evaluates statements where the background runs now; `scope` in them is its global object. */
  readonly inBackground: (statements: string) => Promise<unknown>;
  /** Ends the background, as the browser does whenever it likes. */
  readonly stopBackground: () => Promise<void>;
}

/** Throws where something is not as it must be. A case begins with no feed and may leave one. */
export interface FeedCase {
  readonly name: string;
  readonly play: (reader: Reader, nginx: Nginx) => Promise<void>;
}

/** A report that only the feeds of the cases have. */
export const ENTRY = entryOf('+842920000555');
const NUMBER = '0292 000 0555';
/** It and another. */
export const TWO = [ENTRY, entryOf('+842920000666')];

/** Whether the number of the feed is reported. */
export async function isReported(page: OwnPage): Promise<boolean> {
  const { verdict } = await ask(page, 'check', { text: `Gọi ${NUMBER}` });
  return verdict.findings.some((one) => one.kind === 'phone' && one.standing.kind === 'reported');
}

/** A repository by one of the makers, an hour old. */
export async function madeBy(maker: string, content?: Record<string, string>): Promise<Repository> {
  const make = MAKERS[maker];
  if (!make) throw new Error(`no maker ${maker}`);
  return make(Date.now() - 3_600_000, content ?? (await contentOf('2026.11.25', [ENTRY])));
}

export interface Followed {
  readonly id: string;
  /** Serves the repository as it is now, or another in its place. */
  readonly serve: (repository?: Repository) => void;
  /** The whole workflow; gives what is shown then. */
  readonly update: () => Promise<FeedView>;
}

/** Serves a repository in a folder and follows it. */
export async function followed(
  { options }: Pick<Reader, 'options'>,
  nginx: Nginx,
  folder: string,
  repository: Repository,
): Promise<Followed> {
  serve(nginx, folder, repository);
  const id = fingerprintOf(repository);
  const address = `${nginx.address}${folder}/`;
  deepEqual(await ask(options, 'feed-add', { address, fingerprint: id, scope: ['reported'] }), {});
  return {
    id,
    serve: (other = repository) => serve(nginx, folder, other),
    update: async () => {
      await ask(options, 'feed-update', { id });
      return onlyFeed(options);
    },
  };
}

/** Holds that a feed is shown so; of the other fields nothing is said. */
export function expectFeed(feed: FeedView, due: Partial<FeedView>, message?: string): void {
  const seen = Object.fromEntries(Object.keys(due).map((key) => [key, feed[key as keyof FeedView]]));
  deepEqual(seen, due, message === undefined ? undefined : `${message}: ${JSON.stringify(seen)}`);
}

/** Waits until a page shows these words, in an element where one is named. */
export function shows(page: OwnPage, words: string, selector = 'body'): Promise<void> {
  const expression = `document.querySelector(${JSON.stringify(selector)}).innerText.includes(${JSON.stringify(words)})`;
  return until(() => page.evaluate(expression), words);
}

/** Opens a page anew; gives once the new document is there. */
export async function reopen(page: OwnPage): Promise<void> {
  await page.evaluate('globalThis.isOld = true, void location.reload()');
  const isNew = `globalThis.isOld === undefined && document.readyState === 'complete'`;
  await until(() => page.evaluate(isNew), 'the page to be opened anew');
}

/** Waits for the publication that is shown of the only feed. */
export async function expectVersion(page: OwnPage, version: string): Promise<void> {
  await until(async () => (await onlyFeed(page)).version === version, `version ${version}`, 20_000);
  equal((await onlyFeed(page)).state, 'fresh');
}
