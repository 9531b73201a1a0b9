/**
 * A Chromium whose profile lies on a small disk of its own, which a test can fill and empty: a tmpfs in a mount
 * namespace that the browser alone sees and that goes with it.
 */
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch, type LaunchedBrowser } from '../../../scripts/browser/launch';
import { CHROME_BUILD } from './extension';
import { test as base } from './feeds';

export interface SmallDisk {
  readonly browser: LaunchedBrowser;
  /** Fills what is free of the disk but for so many bytes. */
  fill(left: number): void;
  /** Takes what filled it away. */
  empty(): void;
  close(): Promise<void>;
}

/** Starts the browser with a disk of so many megabytes. Needs root, or user namespaces. */
async function launchOnSmallDisk(megabytes: number): Promise<SmallDisk> {
  const home = mkdtempSync(join(tmpdir(), 'canh-giac-disk-'));
  const profile = join(home, 'profile');
  mkdirSync(profile);
  const program = join(home, 'chromium');
  const chromium = process.env.CANH_GIAC_CHROMIUM ?? '/usr/bin/chromium';
  const namespace = process.getuid?.() === 0 ? '-m' : '-rm';
  // All of them exec: the process that is started is the browser in the end.
  writeFileSync(
    program,
    `#!/bin/sh
echo $$ > '${home}/pid'
exec unshare ${namespace} sh -c 'mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && exec "$@"' '${profile}' '${chromium}' "$@"
`,
  );
  chmodSync(program, 0o755);
  const browser = await launch({ extension: CHROME_BUILD, profile, program });
  const inside = join('/proc', readFileSync(join(home, 'pid'), 'utf8').trim(), 'root', profile);
  const filler = join(inside, 'filler');
  const { blocks, bsize } = statfsSync(inside);
  if (blocks * bsize !== megabytes * 1_048_576) throw new Error('the disk is not where it should be');
  return {
    browser,
    fill: (left) => {
      const { bavail } = statfsSync(inside);
      try {
        appendFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - left)));
      } catch (error) {
        // The browser writes as well: the last bytes may be gone.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    empty: () => rmSync(filler),
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** `page`: the options in that browser. */
export const test = base.extend<{ disk: SmallDisk; page: Page }>({
  disk: async ({}, use) => {
    const disk = await launchOnSmallDisk(160);
    await use(disk);
    await disk.close();
  },
  page: async ({ disk }, use) => {
    const page = await disk.browser.context.newPage();
    await page.goto(disk.browser.pageUrl('options.html'));
    await use(page);
  },
});
