/** What of an old version comes back, and what must be said before it does. Pure. */
import { textOf } from '../../lists/feed/bytes';
import type { FeedInfo } from '../../lists/feed/content-schema';
import { DOCUMENT_TARGETS, publishedState } from '../../lists/publish/content';
import type { Files } from '../../lists/publish/proposal';
import type { ReportedState } from '../../lists/reported/state';
import { sameJson } from '../merge/three-way';
import type { OpenFeed } from '../open/read-feed';
import { reportedIndexIn } from './brought-back';
import { DOCUMENTS, publishedDocument, type DocumentDrafts, type DocumentName } from './documents';
import { infoIn } from './info';

/** What a person must know before a version is brought back. */
export interface BackNotes {
  /** The compact set of that version was another one; a roll-back leaves it as it is. */
  readonly compactStays: boolean;
  /** Lists that the version did not have, and the feed has now. */
  readonly takenOut: readonly DocumentName[];
}

/** What to say before the version with these targets is brought back. */
export function backNotes(open: OpenFeed, then: Files): BackNotes {
  const isGone = (name: string) => open.targets.has(name) && !then.has(name);
  return {
    compactStays: !sameJson(reportedIndexIn(open.targets).numbers, reportedIndexIn(then).numbers),
    takenOut: DOCUMENTS.filter((list) => isGone(DOCUMENT_TARGETS[list])),
  };
}

/** The draft of a list that brings it back: undefined where it is as it was, null where it was not there. */
function documentBack(open: OpenFeed, then: Files, list: DocumentName): unknown {
  const name = DOCUMENT_TARGETS[list];
  const [old, now] = [then.get(name), open.targets.get(name)];
  if (!old) return now ? null : undefined;
  return now && textOf(old) === textOf(now) ? undefined : publishedDocument(then, list);
}

/** What a draft says that brings a version back, but for the compact set. */
export interface VersionBack {
  readonly reported: ReportedState;
  /** Under the version that is published now. */
  readonly info: FeedInfo;
  /** The lists as a draft over what is published now. */
  readonly drafts: Omit<DocumentDrafts, 'info'>;
}

/** The content of the version with these targets. Throws FeedError. */
export async function versionBack(open: OpenFeed, then: Files): Promise<VersionBack> {
  const { version, published } = open.info;
  const drafts = DOCUMENTS.map((list) => [list, documentBack(open, then, list)] as const);
  return {
    reported: await publishedState(then),
    info: { ...infoIn(then), version, published },
    drafts: Object.fromEntries(drafts),
  };
}
