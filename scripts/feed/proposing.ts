/** The draft as a proposal, not yet signed. */
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { targetsOf } from '../../lib/lists/publish/content';
import { diffNumbers, diffReported } from '../../lib/lists/publish/diff';
import { propose, type Proposal } from '../../lib/lists/publish/proposal';
import { nextVersion } from '../../lib/lists/publish/versions';
import { compareVersions } from '../../lib/lists/versions';
import type { FeedFolder } from './folder';
import { draftNumbers, liveNumbers } from './numbers';
import { changesOf, toldOfDraft } from './reasons';

export interface ProposedDraft {
  readonly proposal: Proposal;
  /** Why it changes what it changes, for its file. */
  readonly told: object | undefined;
}

/** The draft under its next version. */
export async function proposeDraft(folder: FeedFolder, live: OpenFeed | undefined): Promise<ProposedDraft> {
  const now = Date.now();
  const draft = folder.draft();
  const before = [draft.info.version, live?.info.version ?? draft.info.version];
  const info = {
    ...draft.info,
    version: nextVersion(
      before.reduce((a, b) => (compareVersions(b, a) > 0 ? b : a)),
      now,
    ),
    published: new Date(now).toISOString().slice(0, 10),
  };
  const numbers = await draftNumbers(folder, live?.targets);
  const content = await targetsOf({ ...draft, info, numbers }, live?.targets);
  const reported = diffReported(live?.reported ?? new Map<string, string[]>(), draft.reported);
  const compact = diffNumbers((await liveNumbers(live?.targets))?.blocks ?? [], numbers?.blocks ?? []);
  const told = toldOfDraft(folder, changesOf(reported, compact));
  return { proposal: await propose(live?.published, { content }, now), told };
}
