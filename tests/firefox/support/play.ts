/** Plays the cases about feeds in one Firefox, each before a server of its own and with a background of its own. */
import { beforeEach, expect, test } from 'vitest';
import type { FeedCase, Reader } from '../../browser/feed-cases/case';
import { ask, feedsOf } from '../../browser/support/ask';
import { startNginx, type Nginx } from '../../browser/support/nginx';
import { readerIn } from './feed-reader';
import { useFirefox } from './firefox';

/** Call once in a test file, outside the tests. `timeout`: of each case, in milliseconds. */
export function playInFirefox(cases: readonly FeedCase[], timeout: number): void {
  const firefox = useFirefox();
  let nginx: Nginx;
  let reader: Reader;
  beforeEach(async () => {
    nginx = await startNginx();
    reader = readerIn(firefox.launched(), await firefox.launched().openOwn('options.html'));
    return async () => {
      const { driver } = firefox.launched();
      for (const { id } of (await feedsOf(driver)).feeds) await ask(driver, 'feed-remove', { id });
      expect((await feedsOf(driver)).feeds).toEqual([]);
      // The next case has the real clock.
      await reader.stopBackground();
      await reader.options.close().catch(() => undefined);
      await nginx.close();
    };
  });
  for (const { name, play } of cases) test(name, { timeout }, () => play(reader, nginx));
}
