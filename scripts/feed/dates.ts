/** New dates for what is published, as a cron job signs them. */
import type { Role } from '../../lib/lists/feed/metadata';
import type { Signer } from '../../lib/lists/publish/keys';
import { CONTENT_ROLES, propose } from '../../lib/lists/publish/proposal';
import { PublishError } from '../../lib/lists/publish/publish-error';
import { dueRoles } from '../../lib/lists/publish/refresh';
import { signProposal } from '../../lib/lists/publish/signing';
import { baseAfter, baseFile } from './base';
import { datesOf, requireRootHolds, type RoleDate } from './due';
import type { FeedFolder } from './folder';
import { groundOf } from './ground';
import { verified } from './publishing';

export interface Refreshed {
  /** What is due, with keys that are not at hand. */
  readonly waiting: readonly Role[];
  readonly dates: readonly RoleDate[];
}

/**
 * Signs new dates for what is published: all that is due, as far as the keys reach; the timestamp at least. Throws
 * RootOverError where the root has run out. `again`: the snapshot too, whose version goes up with it, or nothing.
 */
export async function refreshDates(
  folder: FeedFolder,
  signers: readonly Signer[],
  again = false,
): Promise<Refreshed> {
  folder.disk.finish();
  const ground = await groundOf(folder);
  if (!ground.live) throw new Error('Nothing is published yet: sign first.');
  const { published } = ground.live;
  const now = Date.now();
  requireRootHolds(ground.live.root, now);
  const wanted = new Set<Role>([
    ...(await dueRoles(published, now)),
    ...(again ? ['snapshot' as const] : []),
  ]);
  const due = CONTENT_ROLES.filter((role) => wanted.has(role));
  // A machine that refreshes by itself has the keys of the timestamp and, at most, of the snapshot.
  for (let first = 0; first < due.length; first++) {
    const proposal = await propose(published, { renew: due.slice(first) }, now);
    const { missing, proposal: done } = await signProposal(proposal, signers, now);
    if (missing) continue;
    const waiting = due.slice(0, first);
    if (again && waiting.includes('snapshot'))
      throw new PublishError(
        'ERR_PUBLISH_NO_KEY',
        'No key of the snapshot is at hand, which --again signs. Nothing was signed.',
      );
    const { files, next } = await verified(done, ground);
    folder.publish(files, baseFile(await baseAfter(next, ground.base)));
    return { waiting, dates: datesOf(next.published, now) };
  }
  throw new PublishError('ERR_PUBLISH_NO_KEY', 'No key of the timestamp is at hand.');
}
