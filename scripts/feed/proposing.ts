/** The draft as a proposal, not yet signed. */
import { sameJson } from '../../lib/admin/merge/three-way';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { targetsOf, type FeedContent } from '../../lib/lists/publish/content';
import { diffNumbers, diffReported, type ReportedDiff } from '../../lib/lists/publish/diff';
import { propose, type Proposal } from '../../lib/lists/publish/proposal';
import { nextVersion } from '../../lib/lists/publish/versions';
import { compareVersions } from '../../lib/lists/versions';
import type { FeedFolder } from './folder';
import { contentOf, listsOf } from './known';
import { isAmong, listEdits } from './list-edits';
import { draftNumbers, liveNumbers } from './numbers';
import { changesOf, readReasons, saidOf, toldOfDraft, unsaid, type Logged, type Said } from './reasons';

export interface ProposedDraft {
  readonly proposal: Proposal;
  /** Why it changes what it changes, for its file. */
  readonly told: object | undefined;
  /** It says something else than what is published. */
  readonly isChanged: boolean;
  /** Why it changes what it changes, as the folder keeps it. */
  readonly reasons: readonly Logged[];
}

const isNone = ({ added, removed, changed }: ReportedDiff) =>
  added.length + removed.length + changed.length === 0;

/** The lists that are one document each, and what the feed says of itself but for version and day. */
function withoutVersion(content: FeedContent) {
  const { documents } = listsOf(content);
  return { ...documents, info: { ...content.info, version: '', published: '' } };
}

/** The draft under its next version. `said`: why it changes all that has no reason yet. */
export async function proposeDraft(
  folder: FeedFolder,
  live: OpenFeed | undefined,
  said: Said = {},
): Promise<ProposedDraft> {
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
  const isSame = live && sameJson(withoutVersion(draft), withoutVersion(contentOf(live)));
  const isChanged = !isSame || !isNone(reported) || !isNone(compact);
  const entries = live ? listEdits(contentOf(live), draft) : [];
  const all = ({ added, removed, changed }: ReportedDiff) => [...added, ...removed, ...changed];
  const known = readReasons(folder);
  const changed = { numbers: all(reported), compact: all(compact), entries };
  const reasons = [...known, ...saidOf(said, unsaid(known, changed))];
  const told = toldOfDraft(reasons, changesOf(reported, compact), isAmong(entries));
  return { proposal: await propose(live?.published, { content }, now), told, isChanged, reasons };
}
