/** A draft and its record are written together, whatever stops it, and over nobody's work. */
import { describe, expect, test, vi } from 'vitest';
import { FeedFolder } from '../../scripts/feed/folder';
import { signDraft } from '../../scripts/feed/publishing';
import {
  add,
  copyPublic,
  entries,
  line,
  live,
  ONE,
  pullInto,
  remove,
  sign,
  THREE,
  TWO,
} from './support/administrators';
import { an, binh, made } from './support/an-and-binh';
import { copyOfFolder, Crash, CrashingDisk } from './support/publisher';

vi.setConfig({ testTimeout: 120_000 });

describe('stopped between any two writes', () => {
  /** Runs `work` with a stop at each of its last steps of the disk, and once through. */
  async function atSteps(
    last: number,
    work: (folder: FeedFolder) => Promise<unknown>,
    check: (folder: FeedFolder) => Promise<void>,
  ) {
    const whole = new CrashingDisk(copyOfFolder(an).path, Infinity);
    await work(new FeedFolder(whole));
    expect(whole.steps).toBeGreaterThan(last);
    for (let step = whole.steps - last; step <= whole.steps; step++) {
      const folder = copyOfFolder(an, (path) => new CrashingDisk(path, step));
      await work(folder).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await check(copyOfFolder(folder));
    }
  }

  test('of a pull: the draft and its record are as before, or merged both', async () => {
    remove(binh, ONE);
    await sign(binh);
    add(an, line(THREE));
    const seen = new Set<string>();
    await atSteps(
      16,
      (folder) => pullInto(folder, binh.path),
      async (folder) => {
        folder.disk.finish();
        const current = await signDraft(folder, []).then(
          () => 'merged',
          () => 'before',
        );
        seen.add(
          `${current} ${String(entries(folder, ONE).length)} ${String(entries(folder, THREE).length)}`,
        );
      },
    );
    expect([...seen]).toEqual(['merged 1 1', 'merged 0 1']);
  });

  test('somebody else publishes before the rest of a publication is written: theirs stays', async () => {
    add(an, line(THREE));
    remove(binh, ONE);
    await sign(binh);
    const seen = new Set<string>();
    await atSteps(8, sign, async (folder) => {
      const own = (await live(folder))[THREE] !== undefined;
      // They stand on the old version, or on what has reached browsers.
      const other = copyOfFolder(made);
      if (own) {
        copyPublic(folder, other);
        await pullInto(other);
      }
      remove(other, ONE);
      await sign(other);
      copyPublic(other, folder);
      folder.disk.finish();
      expect((await live(folder))[ONE]).toBeUndefined();
      const { data } = await pullInto(folder);
      seen.add(String(data.start));
      await sign(folder);
      expect(await live(folder)).toEqual({ [TWO]: [line(TWO)], [THREE]: [line(THREE)] });
    });
    expect([...seen]).toEqual(['base']);
  });
});
