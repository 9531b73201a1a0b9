/** How much a version changes against another: a draft, a colleague's proposal, a version of the past. Pure. */
import { textOf } from '../../lists/feed/bytes';
import { readReportedIndex } from '../../lists/feed/content-schema';
import { DOCUMENT_TARGETS, publishedState } from '../../lists/publish/content';
import { diffDocument, diffReported } from '../../lists/publish/diff';
import type { Files, Proposal } from '../../lists/publish/proposal';
import { proposedTargets } from '../../lists/publish/proposal-file';
import { sameContent } from '../merge/document';
import { sameJson } from '../merge/three-way';
import type { OpenFeed } from '../open/read-feed';
import { diffPhrases } from '../packs/diff';
import type { ReportedDraft } from '../reported/draft';
import {
  DOCUMENTS,
  documentToEdit,
  draftedDocument,
  type DocumentDrafts,
  type DocumentName,
} from './documents';
import type { ChangeCount } from './history';
import { infoIn } from './info';

function partsOf(list: DocumentName, from: unknown, to: unknown): NonNullable<ChangeCount['parts']> {
  const parts = list === 'phrasePack' ? diffPhrases(from, to) : diffDocument(from, to);
  return parts.map((part) => ({ list, ...part }));
}

/** The compact set by its state, and what its categories are called. */
export function compactIn(targets: Files) {
  return readReportedIndex(targets.get('reported.json') ?? new Uint8Array()).numbers;
}

/** What a draft changes against what is published. */
export function countChanges(open: OpenFeed, reported: ReportedDraft, drafts: DocumentDrafts): ChangeCount {
  const { added, removed, changed } = diffReported(open.reported, reported.state());
  const documents = (['info', ...DOCUMENTS] as const).filter((part) => drafts[part] !== undefined);
  const parts = DOCUMENTS.filter((list) => drafts[list] !== undefined).flatMap((list) =>
    partsOf(list, documentToEdit(open.targets, list), draftedDocument(open.targets, drafts, list)),
  );
  return { added: added.length, removed: removed.length, changed: changed.length, documents, parts };
}

/** What the targets of a version change against one before it. Throws FeedError. */
export async function countBetween(
  before: Pick<OpenFeed, 'targets' | 'reported'>,
  targets: Files,
): Promise<ChangeCount> {
  const { added, removed, changed } = diffReported(before.reported, await publishedState(targets));
  const differs = (name: string) => {
    const [old, next] = [before.targets.get(name), targets.get(name)];
    return old && next ? textOf(old) !== textOf(next) : old !== next;
  };
  const lists = DOCUMENTS.filter((part) => differs(DOCUMENT_TARGETS[part]));
  const documents = [
    ...(sameContent(infoIn(before.targets), infoIn(targets)) ? [] : ['info']),
    ...lists,
    ...(sameJson(compactIn(before.targets), compactIn(targets)) ? [] : ['numbers']),
  ];
  const parts = lists.flatMap((list) =>
    partsOf(list, documentToEdit(before.targets, list), documentToEdit(targets, list)),
  );
  return { added: added.length, removed: removed.length, changed: changed.length, documents, parts };
}

/** What a proposal of somebody else would change here. Throws FeedError. */
export function countProposal(open: OpenFeed, proposal: Proposal): Promise<ChangeCount> {
  return countBetween(open, proposedTargets(proposal, open.targets));
}
