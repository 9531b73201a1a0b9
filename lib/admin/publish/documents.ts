/** The lists of a feed that are one document each. */
import directory from '../../../public/feed/directory.json' with { type: 'json' };
import phrasePack from '../../../public/feed/phrase-pack.json' with { type: 'json' };
import sitePack from '../../../public/feed/site-pack.json' with { type: 'json' };
import { textOf } from '../../lists/feed/bytes';
import type { FeedInfo } from '../../lists/feed/content-schema';
import { DOCUMENT_TARGETS } from '../../lists/publish/content';
import type { Files } from '../../lists/publish/proposal';

export type DocumentName = keyof typeof DOCUMENT_TARGETS;
export const DOCUMENTS = Object.keys(DOCUMENT_TARGETS) as DocumentName[];

/**
 * The draft of the lists beside the reported one: a part that is absent stays as it is published, null takes the list out
 * of the feed.
 */
export interface DocumentDrafts {
  readonly info?: FeedInfo | undefined;
  readonly directory?: unknown;
  readonly phrasePack?: unknown;
  readonly sitePack?: unknown;
}

/** What comes with the extension: the start of a list that a feed does not publish yet. */
export const EMBEDDED: Readonly<Record<DocumentName, unknown>> = { directory, phrasePack, sitePack };

/** A list as the targets have it; undefined where the feed has none. */
export function publishedDocument(targets: Files, name: DocumentName): unknown {
  const bytes = targets.get(DOCUMENT_TARGETS[name]);
  return bytes && JSON.parse(textOf(bytes));
}

/** A list as the draft publishes it; undefined where the feed has none then. */
export function documentToPublish(targets: Files, drafts: DocumentDrafts, name: DocumentName): unknown {
  return drafts[name] === null ? undefined : (drafts[name] ?? publishedDocument(targets, name));
}

/** A list as the draft has it: of one that the feed has not, what comes with the extension. */
export function draftedDocument(targets: Files, drafts: DocumentDrafts, name: DocumentName): unknown {
  return documentToPublish(targets, drafts, name) ?? EMBEDDED[name];
}

/** The lists that a draft takes out of the feed. */
export function takenOut(drafts: DocumentDrafts): DocumentName[] {
  return DOCUMENTS.filter((name) => drafts[name] === null);
}

/** What an edit of a list begins with. */
export function documentToEdit(targets: Files, name: DocumentName): unknown {
  return publishedDocument(targets, name) ?? EMBEDDED[name];
}
