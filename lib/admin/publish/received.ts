/** A colleague's publication as a file, held against what is published here before anything of it is shown. Pure. */
import type { Bytes } from '../../lists/feed/bytes';
import type { Objection } from '../../lists/publish/guards';
import type { Proposal } from '../../lists/publish/proposal';
import { proposedTargets, readProposal, rebased, requireSound } from '../../lists/publish/proposal-file';
import type { OpenFeed } from '../open/read-feed';
import { countBetween } from './count';
import type { VersionEdits } from './draft-reasons';
import type { ChangeCount } from './history';
import { infoIn } from './info';
import { objectionsToTargets } from './objections';
import { proposalEdits, withTold } from './told';

export interface Received {
  readonly proposal: Proposal;
  readonly version: string;
  readonly count: ChangeCount;
  readonly edits: VersionEdits;
  /** What stands against it, or must be said yes to once more. */
  readonly objections: readonly Objection[];
}

/** Reads the file of a publication. Throws PublishError, FeedError or ListError where it cannot be published here. */
export async function readReceived(open: OpenFeed, file: Bytes): Promise<Received> {
  const proposal = rebased(readProposal(file), open.published);
  await requireSound(proposal, open.published);
  const targets = proposedTargets(proposal, open.targets);
  return {
    proposal,
    version: infoIn(targets).version,
    count: await countBetween(open, targets),
    edits: withTold(await proposalEdits(open, proposal), file),
    objections: await objectionsToTargets(open, targets),
  };
}
