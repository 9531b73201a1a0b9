/** The browser is killed (SIGKILL) in the middle of updates: after each kill the old or the new lists are there, whole. */
import { deepEqual, ok } from 'node:assert/strict';
import { until } from '../../../scripts/browser/until';
import { contentOf, entryOf, putContent } from '../../feeds/support/content';
import { ask, onlyFeed, type OwnPage } from '../support/ask';
import { storedFeed } from '../support/feed-database';
import { startNginx } from '../support/nginx';
import { expectFeed, expectVersion, followed, madeBy } from './case';

/** A browser with a profile that outlives it. */
export interface Killable {
  readonly options: OwnPage;
  /** Ends its main process at once. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Enough entries that writing them takes longer than a few moments. */
const COUNT = 8_000;
/** Numbers of two publications; every fourth is in both. */
const numbersOf = (turn: number) =>
  Array.from(
    { length: COUNT },
    (_, i) => `+8496${String((i % 4 === 0 ? i : i + turn * 100_000) + 1_000_000).padStart(7, '0')}`,
  );
const versionOf = (turn: number) => `2026.11.25.${turn + 1}`;
const contentAt = (turn: number) =>
  contentOf(
    versionOf(turn),
    numbersOf(turn).map((number) => entryOf(number)),
  );

/** Kills the browser so many times at random moments of an update; `open` starts it with the same profile each time. */
export async function killInUpdates(open: () => Promise<Killable>, kills: number): Promise<void> {
  const nginx = await startNginx();
  const repository = await madeBy('our publisher', await contentAt(0));
  const outcomes = { old: 0, new: 0 };
  let browser = await open();
  try {
    const feed = await followed(browser, nginx, 'kills', repository);
    // How long an update takes from its first request to the switch: kills are spread over that and a little more.
    let span = 1_500;
    for (let turn = 1; turn <= kills; turn++) {
      putContent(repository, await contentAt(turn));
      feed.serve();
      nginx.requests();
      const began = Date.now();
      void ask(browser.options, 'feed-update', { id: feed.id }).catch(() => undefined);
      await until(() => Promise.resolve(nginx.requests().length > 0), 'the first request');
      await new Promise((resolve) => setTimeout(resolve, (Math.random() * 1.3 + 0.05) * span));
      await browser.kill();
      // The next start asks at once: what it must not do is bring the new lists before they are looked at.
      await nginx.stop();

      browser = await open();
      const found = await storedFeed(browser.options);
      ok([versionOf(turn - 1), versionOf(turn)].includes(found.version ?? ''), found.version);
      deepEqual([found.entries, found.counted], [COUNT, COUNT]);
      const which = found.version === versionOf(turn) ? 'new' : 'old';
      outcomes[which]++;
      console.log(`kill ${turn}: ${which}`);
      await nginx.start();
      await ask(browser.options, 'feed-update', { id: feed.id });
      expectFeed(await onlyFeed(browser.options), {
        state: 'fresh',
        version: versionOf(turn),
        entries: COUNT,
      });
      deepEqual((await storedFeed(browser.options)).counted, COUNT);
      if (turn === 1) span = Math.max(500, Math.min(6_000, Date.now() - began));
    }
    // And a start asks at once: no alarm rings within half a minute of it.
    putContent(repository, await contentAt(kills + 1));
    feed.serve();
    await browser.kill();
    browser = await open();
    await expectVersion(browser.options, versionOf(kills + 1));
    console.log(JSON.stringify(outcomes));
    ok(outcomes.old > 0 && outcomes.new > 0, JSON.stringify(outcomes));
  } finally {
    await browser.close();
    await nginx.close();
  }
}
