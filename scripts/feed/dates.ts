/** New dates for what is published, as a cron job signs them. */
import { readMetadata, type Role } from '../../lib/lists/feed/metadata';
import type { Signer } from '../../lib/lists/publish/keys';
import { propose } from '../../lib/lists/publish/proposal';
import { PublishError } from '../../lib/lists/publish/publish-error';
import { dueRoles } from '../../lib/lists/publish/refresh';
import { signProposal } from '../../lib/lists/publish/signing';
import { baseAfter, baseFile } from './base';
import type { FeedFolder } from './folder';
import { groundOf } from './ground';
import { verified } from './publishing';

/** Signs new dates for what is published: all that is due, as far as the keys reach; the timestamp at least. */
export async function refreshDates(
  folder: FeedFolder,
  signers: readonly Signer[],
): Promise<{ expires: string; waiting: Role[] }> {
  folder.disk.finish();
  const ground = await groundOf(folder);
  if (!ground.live) throw new Error('Nothing is published yet: sign first.');
  const { published } = ground.live;
  const now = Date.now();
  const due = await dueRoles(published, now);
  // A machine that refreshes by itself has the keys of the timestamp and, at most, of the snapshot.
  for (let first = 0; first < due.length; first++) {
    const proposal = await propose(published, { renew: due.slice(first) }, now);
    const { missing, proposal: done } = await signProposal(proposal, signers, now);
    if (missing) continue;
    const { files, next } = await verified(done, ground);
    folder.publish(files, baseFile(await baseAfter(next, ground.base)));
    const { expires } = readMetadata('timestamp', done.metadata.timestamp ?? published.timestamp).signed;
    return { expires, waiting: due.slice(0, first) };
  }
  throw new PublishError('ERR_PUBLISH_NO_KEY', 'No key of the timestamp is at hand.');
}
