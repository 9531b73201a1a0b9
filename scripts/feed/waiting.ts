/** The proposal that waits for signatures in a feed's folder: nothing else is signed over it. */
import { canonicalize } from '@tufjs/canonical-json';
import { readMetadata } from '../../lib/lists/feed/metadata';
import type { Proposal } from '../../lib/lists/publish/proposal';
import { readProposal } from '../../lib/lists/publish/proposal-file';
import { PublishError } from '../../lib/lists/publish/publish-error';
import type { FeedFolder } from './folder';

/** Nothing new begins while signatures of something else are being gathered. Throws PublishError. */
export function requireNoProposal(folder: FeedFolder): void {
  if (!folder.has('proposal.json')) return;
  throw new PublishError(
    'ERR_PUBLISH_CONFLICT',
    'A proposal waits for signatures (proposal.json): sign it, or take it back with sign --withdraw.',
  );
}

/** What tells a proposal from others, whoever signed it. */
function proposalId({ metadata: { targets }, nextRoot: root }: Proposal): string {
  return canonicalize([
    targets ? readMetadata('targets', targets).signed.targets : {},
    root ? readMetadata('root', root).signed : {},
  ]);
}

/** The signatures that another proposal gathers here are not thrown away. Throws PublishError. */
export function requireNoOther(folder: FeedFolder, proposal: Proposal): void {
  const waiting = folder.proposal();
  if (!waiting || proposalId(readProposal(waiting)) === proposalId(proposal)) return;
  throw new PublishError(
    'ERR_PUBLISH_CONFLICT',
    'Another proposal waits for signatures here (proposal.json): keep it elsewhere, or take it back with sign --withdraw; the draft stays.',
  );
}
