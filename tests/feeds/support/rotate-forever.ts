/** Rotates keys and publishes without end, until it is killed. Argument: a publisher's folder. */
import { ROLES } from '../../../lib/lists/feed/metadata';
import { FeedFolder } from '../../../scripts/feed/folder';
import { signersIn } from '../../../scripts/feed/keys';
import { signDraft } from '../../../scripts/feed/publishing';
import { rotateRole } from '../../../scripts/feed/rotation';
import { keysOf } from './publisher';

const folder = FeedFolder.at(process.argv[2] ?? '');
for (;;) {
  for (const role of ROLES) {
    await rotateRole(folder, role, keysOf(folder));
    process.stdout.write(`${role}\n`);
    await signDraft(folder, await signersIn(keysOf(folder)));
  }
}
