/** A publisher's folder for tests, and a disk that fails at a chosen moment. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Disk } from '../../../scripts/feed/disk';
import { contentFrom } from '../../../scripts/feed/editing';
import { FeedFolder } from '../../../scripts/feed/folder';
import { makeKey, signersIn, type KeySource } from '../../../scripts/feed/keys';
import { fingerprintOf, publishFirst, roleKeys } from '../../../scripts/feed/publishing';
import { verifyFeed } from '../../../scripts/feed/verify';

export const LISTS = fileURLToPath(new URL('../../../public/feed', import.meta.url));

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'feed-'));
}

/** Keys of a folder alone. */
export function keysOf(folder: FeedFolder): KeySource {
  return { paths: [join(folder.path, 'keys')], env: {} };
}

/** A published feed with the lists of the extension. `targets`: how many keys, and how many of them must sign. */
export async function newFeed(targets: readonly [number, number] = [1, 1]): Promise<FeedFolder> {
  const folder = FeedFolder.at(newFolder());
  const { directory, sitePack, reported, info } = contentFrom(LISTS, 'Thử');
  folder.writeDraft({ directory, sitePack, reported, info });
  const make = async (keys = 1, threshold = 1) => {
    const publics: string[] = [];
    for (let i = 0; i < keys; i++) publics.push(await makeKey(folder.disk));
    return roleKeys(publics, threshold);
  };
  const keyring = {
    root: await make(),
    targets: await make(...targets),
    snapshot: await make(),
    timestamp: await make(),
  };
  await publishFirst(folder, keyring, await signersIn(keysOf(folder)));
  return folder;
}

export function copyOfFolder(folder: FeedFolder, disk = (path: string) => new Disk(path)): FeedFolder {
  const path = newFolder();
  cpSync(folder.path, path, { recursive: true });
  return new FeedFolder(disk(path));
}

export class Crash extends Error {}

/** Fails at the step after `left` others, as if the machine had stopped there. */
export class CrashingDisk extends Disk {
  /** Steps that were done. */
  steps = 0;

  constructor(
    path: string,
    private readonly left: number,
  ) {
    super(path);
  }

  protected override step(): void {
    if (this.steps >= this.left) throw new Crash();
    this.steps += 1;
  }
}

/** Version and number of entries that a new browser gets. Throws FeedError. */
export async function readAsBrowser(folder: FeedFolder) {
  const { content, targets } = await verifyFeed(join(folder.path, 'public'), await fingerprintOf(folder));
  return { version: content.info.version, targets: targets.version, reported: content.reported?.entries };
}
