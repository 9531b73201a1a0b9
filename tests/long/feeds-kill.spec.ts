/** Chromium is killed (SIGKILL) in the middle of updates. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { launch } from '../../scripts/browser/launch';
import { killInUpdates } from '../browser/feed-cases/kills';
import { CHROME_BUILD } from '../browser/support/extension';

const KILLS = 20;

/** Kills the main process of the browser that has this profile. */
function killBrowser(profile: string): void {
  const processes = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const main = processes.find(
    (line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='),
  );
  const pid = Number(main?.trim().split(' ')[0]);
  if (!(pid > 0)) throw new Error('the browser is not running');
  process.kill(pid, 'SIGKILL');
}

test(`${KILLS} kills in the middle of updates: old or new, whole, both seen, and the next start goes on`, async () => {
  const profile = mkdtempSync(join(tmpdir(), 'canh-giac-kill-'));
  const open = async () => {
    const browser = await launch({ extension: CHROME_BUILD, profile });
    const options = await browser.context.newPage();
    await options.goto(browser.pageUrl('options.html'));
    await options.locator('h1').waitFor();
    const kill = async () => {
      killBrowser(profile);
      await browser.context.close().catch(() => undefined);
    };
    return { options, kill, close: () => browser.close() };
  };
  try {
    await killInUpdates(open, KILLS);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});
