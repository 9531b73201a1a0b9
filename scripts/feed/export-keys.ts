/** Keys for a server that signs dates by itself: of timestamp and snapshot alone, which can change no content. */
import type { Role } from '../../lib/lists/feed/metadata';
import { namedKey } from '../../lib/lists/publish/keys';
import { Disk } from './disk';
import type { FeedFolder } from './folder';
import { pairsIn, writeKey, type KeySource } from './keys';
import { newestRoot } from './rotation';

/** Roles whose keys a server may have. */
export const SERVER_ROLES = ['timestamp', 'snapshot'] as const satisfies readonly Role[];

/**
 * Writes the keys of these roles, as far as they are at hand, into a folder that is to go to a server. Throws where one
 * signs content or keys too, or none is at hand for a role.
 */
export async function exportKeys(
  folder: FeedFolder,
  roles: readonly (typeof SERVER_ROLES)[number][],
  source: KeySource,
  to: string,
): Promise<{ readonly role: Role; readonly name: string }[]> {
  const { roles: named } = newestRoot(folder);
  const all = await pairsIn(source);
  const ids = await Promise.all(all.map(async (pair) => (await namedKey(pair.public)).id));
  const found = roles.flatMap((role) => {
    const of = all.flatMap((pair, at) =>
      named[role].keyids.includes(ids[at] ?? '') ? [{ role, pair, id: ids[at] ?? '' }] : [],
    );
    if (of.length < named[role].threshold)
      throw new Error(`Of ${role}, ${String(of.length)} of ${String(named[role].threshold)} keys are here.`);
    return of;
  });
  const strong = found.find(({ id }) => [...named.root.keyids, ...named.targets.keyids].includes(id));
  if (strong)
    throw new Error(`The key of ${strong.role} signs content or keys too: it must not lie on a server.`);
  const disk = new Disk(to);
  const written = [];
  for (const { role, pair } of found) written.push({ role, name: await writeKey(disk, pair, '') });
  return written;
}
