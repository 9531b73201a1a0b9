/** Chromium is killed (SIGKILL) in the middle of updates: after each kill the old or the new lists are there, whole. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { FeedView } from '../../lib/lists/feed/view';
import { launch, type LaunchedBrowser } from '../../scripts/browser/launch';
import { CHROME_BUILD } from '../browser/support/extension';
import { storedFeed } from '../browser/support/feed-database';
import { fingerprintOf, MAKERS, serve } from '../browser/support/feed-publisher';
import { ask, onlyFeed } from '../browser/support/feeds';
import { startNginx } from '../browser/support/nginx';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import type { Page } from '@playwright/test';

const KILLS = 20;
/** Enough entries that writing them takes longer than a few moments. */
const COUNT = 8_000;
/** Numbers of two publications; every fourth is in both. */
const numbersOf = (turn: number) =>
  Array.from(
    { length: COUNT },
    (_, i) => `+8496${String((i % 4 === 0 ? i : i + turn * 100_000) + 1_000_000).padStart(7, '0')}`,
  );

/** The processes of the browser that has this profile. */
function killBrowser(profile: string): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const main = processes.find(
    (line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='),
  );
  const pid = Number(main?.trim().split(' ')[0]);
  if (!(pid > 0)) throw new Error('the browser is not running');
  process.kill(pid, 'SIGKILL');
}

async function openOptions(browser: LaunchedBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.pageUrl('options.html'));
  await page.locator('h1').waitFor();
  return page;
}

test(`${KILLS} kills in the middle of updates: old or new, whole, both seen, and the next start goes on`, async () => {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const nginx = await startNginx();
  const profile = mkdtempSync(join(tmpdir(), 'canh-giac-kill-'));
  const version = (turn: number) => `2026.11.25.${turn + 1}`;
  const contentAt = (turn: number) =>
    contentOf(
      version(turn),
      numbersOf(turn).map((number) => entryOf(number)),
    );
  const repository = await make(Date.now() - 3_600_000, await contentAt(0));
  serve(nginx, '', repository);
  const outcomes = { old: 0, new: 0 };
  let browser = await launch({ extension: CHROME_BUILD, profile });
  try {
    let page = await openOptions(browser);
    const feed = {
      address: nginx.address,
      fingerprint: fingerprintOf(repository),
      scope: ['reported' as const],
    };
    expect(await ask(page, 'feed-add', feed)).toEqual({});
    // How long an update takes from its first request to the switch: kills are spread over that and a little more.
    let span = 1_500;
    for (let turn = 1; turn <= KILLS; turn++) {
      putContent(repository, await contentAt(turn));
      serve(nginx, '', repository);
      nginx.requests();
      const began = Date.now();
      void ask(page, 'feed-update', { id: feed.fingerprint }).catch(() => undefined);
      await expect.poll(() => nginx.requests().length, { intervals: [5] }).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, (Math.random() * 1.3 + 0.05) * span));
      killBrowser(profile);
      await browser.context.close().catch(() => undefined);
      // The next start asks at once: what it must not do is bring the new lists before they are looked at.
      await nginx.stop();

      browser = await launch({ extension: CHROME_BUILD, profile });
      page = await openOptions(browser);
      const found = await storedFeed(page);
      expect([version(turn - 1), version(turn)]).toContain(found.version);
      expect([found.entries, found.counted]).toEqual([COUNT, COUNT]);
      outcomes[found.version === version(turn) ? 'new' : 'old']++;
      await nginx.start();
      await ask(page, 'feed-update', { id: feed.fingerprint });
      const after: FeedView = await onlyFeed(page);
      expect(after).toMatchObject({ state: 'fresh', version: version(turn), entries: COUNT });
      expect((await storedFeed(page)).counted).toBe(COUNT);
      if (turn === 1) span = Math.max(500, Math.min(6_000, Date.now() - began));
      console.log(`kill ${turn}: ${found.version === version(turn) ? 'new' : 'old'}`);
    }
    console.log(JSON.stringify(outcomes));
    expect(outcomes.old).toBeGreaterThan(0);
    expect(outcomes.new).toBeGreaterThan(0);
  } finally {
    await browser.close();
    await nginx.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
