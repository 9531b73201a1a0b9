/** A publisher that stops anywhere: browsers see a whole feed, no key is lost, and the next try ends well. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ROLES } from '../../lib/lists/feed/metadata';
import { withoutNumber } from './support/without-number';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { signDraft } from '../../scripts/feed/publishing';
import { newestRoot, rotateRole, unusedKeys } from '../../scripts/feed/rotation';
import { Crash, CrashingDisk, copyOfFolder, keysOf, newFeed, readAsBrowser } from './support/publisher';

// Hundreds of publications; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let made: FeedFolder;
beforeAll(async () => {
  made = await newFeed();
});

/** Runs `work` with a stop at every step of the disk, one after the other, until it comes through. Gives how many. */
async function atEveryStep(
  start: FeedFolder,
  work: (folder: FeedFolder) => Promise<unknown>,
  check: (folder: FeedFolder) => Promise<void>,
): Promise<number> {
  for (let step = 0; ; step++) {
    let crashed = false;
    const folder = copyOfFolder(start, (path) => new CrashingDisk(path, step));
    try {
      await work(folder);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      crashed = true;
    }
    await check(copyOfFolder(folder));
    if (!crashed) return step;
  }
}

describe('a publisher that stops between any two steps', () => {
  test.each(ROLES)('of new keys for %s', async (role) => {
    const rotate = (folder: FeedFolder) => rotateRole(folder, role, keysOf(folder));
    const [before] = newestRoot(made).roles[role].keyids;
    const steps = await atEveryStep(made, rotate, async (folder) => {
      await readAsBrowser(folder);
      // What was begun for good is ended by the next command.
      folder.disk.finish();
      const { version, roles } = newestRoot(folder);
      expect(version).toBe(roles[role].keyids[0] === before ? 1 : 2);
      await rotate(folder);
      expect(newestRoot(folder).version).toBe(version + 1);
      expect((await readAsBrowser(folder)).reported?.size).toBe(made.draft().reported.size);
      // Nothing is left over: neither a key that was made for nothing nor one that was revoked.
      expect(unusedKeys(folder)).toEqual([]);
      expect(readdirSync(join(folder.path, 'keys'))).toHaveLength(4);
    });
    expect(steps).toBeGreaterThan(6);
  });

  test('of a publication', async () => {
    const start = copyOfFolder(made);
    const { reported } = start.draft();
    const [number = ''] = reported.keys();
    start.writeReported(withoutNumber(reported, number));
    const publish = async (folder: FeedFolder) => signDraft(folder, await signersIn(keysOf(folder)));
    const seen = new Set<number | undefined>();
    await atEveryStep(start, publish, async (folder) => {
      const { reported: now, version } = await readAsBrowser(folder);
      seen.add(now?.size);
      await publish(folder);
      const after = await readAsBrowser(folder);
      expect(after.reported?.size).toBe(reported.size - 1);
      expect(after.version).not.toBe(version);
    });
    expect([...seen]).toEqual([reported.size, reported.size - 1]);
  });
});

test('a publisher that is killed at random moments', async () => {
  const folder = copyOfFolder(made);
  const script = fileURLToPath(new URL('support/rotate-forever.ts', import.meta.url));
  let version = 1;
  for (let kill = 0; kill < 4; kill++) {
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(child, 'exit');
    await once(child.stdout, 'data');
    const moment = Math.random() * 150;
    await wait(moment);
    child.kill('SIGKILL');
    await gone;
    const after = copyOfFolder(folder);
    await expect(readAsBrowser(after), `killed after ${String(moment)} ms`).resolves.toBeDefined();
    for (const role of ROLES) await rotateRole(after, role, keysOf(after));
    await readAsBrowser(after);
    expect(newestRoot(folder).version).toBeGreaterThan(version);
    version = newestRoot(folder).version;
  }
});
