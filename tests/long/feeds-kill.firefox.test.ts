/** Firefox is killed (SIGKILL) in the middle of updates. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { launchFirefox } from '../../scripts/browser/firefox';
import { until } from '../../scripts/browser/until';
import { killInUpdates } from '../browser/feed-cases/kills';
import { FIREFOX_BUILD } from '../firefox/support/firefox';

const KILLS = 20;

test(
  `${KILLS} kills in the middle of updates: old or new, whole, both seen, and the next start goes on`,
  async () => {
    const profile = mkdtempSync(join(tmpdir(), 'canh-giac-kill-'));
    const open = async () => {
      const firefox = await launchFirefox({ extension: FIREFOX_BUILD, hosts: [], port: 9, profile });
      const kill = async () => {
        const main = firefox.browser.process();
        if (!main) throw new Error('the browser is not running');
        const ended = once(main, 'exit');
        main.kill('SIGKILL');
        await ended;
        await firefox.close().catch(() => undefined);
        // Puppeteer puts a profile's own preferences back once the browser has ended.
        const restored = () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer'));
        await until(() => Promise.resolve(restored()), 'the preferences to be put back');
      };
      return { options: await firefox.openOwn('options.html'), kill, close: () => firefox.close() };
    };
    try {
      await killInUpdates(open, KILLS);
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  },
  20 * 60_000,
);
