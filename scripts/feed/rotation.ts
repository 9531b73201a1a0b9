/** Keys of a folder: which there are, new ones for a role, and old ones that no root names any more. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata, ROLES, type Role, type Root } from '../../lib/lists/feed/metadata';
import type { RoleKeys } from '../../lib/lists/publish/root';
import type { FeedFolder } from './folder';
import { currentGround, type Ground } from './ground';
import { heldIds, makeKey, readPublics, signersIn, type KeySource } from './keys';
import { changeKeys, roleKeys, type Signing } from './publishing';

function rootsOf(folder: FeedFolder): Root[] {
  return folder.roots().map((root) => readMetadata('root', root).signed);
}

/** The newest root. Throws where there is none. */
export function newestRoot(folder: FeedFolder): Root {
  const root = folder.root();
  if (!root) throw new Error(`${folder.path} has no root yet: init first.`);
  return readMetadata('root', root).signed;
}

/** Files with one key each; those of the console's holders are nobody's to rotate or to delete. */
const keyNames = (folder: FeedFolder): string[] =>
  existsSync(join(folder.path, 'keys'))
    ? readdirSync(join(folder.path, 'keys'))
        .filter((name) => name.endsWith('.json') && !readPublics(join(folder.path, 'keys', name)).isLocked)
        .sort()
    : [];

/** Names of key files whose key the newest root does not name. */
export function unusedKeys(folder: FeedFolder): string[] {
  const named = Object.keys(newestRoot(folder).keys).map((id) => `${id.slice(0, 16)}.json`);
  return keyNames(folder).filter((name) => !named.includes(name));
}

/** Public halves of keys that were made for a root that a crash kept from being published. */
function spareKeys(folder: FeedFolder): string[] {
  const ever = new Set(
    rootsOf(folder).flatMap((root) => Object.keys(root.keys).map((id) => id.slice(0, 16))),
  );
  return keyNames(folder)
    .filter((name) => !ever.has(name.replace('.json', '')))
    .flatMap((name) => readPublics(join(folder.path, 'keys', name)).publics);
}

/** Deletes keys that earlier roots named and the newest does not: whoever finds them later must not profit. */
export function dropRetiredKeys(folder: FeedFolder): string[] {
  const ever = new Set(
    rootsOf(folder).flatMap((root) => Object.keys(root.keys).map((id) => id.slice(0, 16))),
  );
  const retired = unusedKeys(folder).filter((name) => ever.has(name.replace('.json', '')));
  for (const name of retired) folder.disk.remove(`keys/${name}`);
  return retired;
}

/**
 * New keys for a role, by a new root that the keys of before and after sign. The new keys are on the disk before any root
 * names them, the old ones until the root that revokes them is published: whenever it is killed, the next try ends well.
 */
export async function rotateRole(folder: FeedFolder, role: Role, source: KeySource): Promise<Signing> {
  // Before a key is made: no key for a root that nobody signed.
  const ground = await currentGround(folder);
  const { keyids, threshold } = newestRoot(folder).roles[role];
  const publics = spareKeys(folder).slice(0, keyids.length);
  while (publics.length < keyids.length) publics.push(await makeKey(folder.disk));
  return setKeys(folder, { [role]: await roleKeys(publics, threshold) }, source, ground);
}

/** Gives roles the keys that are named, by a new root. */
export async function setKeys(
  folder: FeedFolder,
  changes: Partial<Record<Role, RoleKeys>>,
  source: KeySource,
  ground?: Ground,
): Promise<Signing> {
  const signing = await changeKeys(folder, changes, await signersIn(source), ground);
  if (!signing.missing) dropRetiredKeys(folder);
  return signing;
}

/** Which keys sign, by role: ids, threshold, and whether the secret is at hand. */
export async function keyTable(folder: FeedFolder, source: KeySource) {
  const root = newestRoot(folder);
  const own = await heldIds(source);
  return ROLES.map((role) => ({
    role,
    threshold: root.roles[role].threshold,
    keys: root.roles[role].keyids.map((id) => ({
      id,
      public: root.keys[id]?.keyval.public,
      own: own.has(id),
    })),
  }));
}
