/** What the rooms of the desk ask of the feed on it. */
import type { ReasonDraft } from '../../../components/admin/ReasonFields';
import { reasonFor, placeId, type EntryPlace } from '../../../lib/admin/entry-edits';
import type { MadeKey } from '../../../lib/admin/keys/ceremony';
import type { Reason } from '../../../lib/admin/reported/change';
import type { EntryDraft } from '../../../lib/admin/reported/entry-draft';
import { documentToEdit, draftedDocument, publishedDocument } from '../../../lib/admin/publish/documents';
import { officialOver } from '../../../lib/admin/publish/official';
import { knownHolders } from '../../../lib/admin/publish/signed-by';
import type { Workspace } from '../../../lib/admin/workspace';
import { readReportedIndex } from '../../../lib/lists/feed/content-schema';
import { parseDirectory, type Directory } from '../../../lib/lists/schema-directory';
import { parsePhrasePack, type PhrasePack } from '../../../lib/phrasing/pack-schema';

/** The directory that the feed publishes, or the one that comes with the extension. Throws ListError. */
export function directoryOf({ drafts, open }: Workspace): Directory {
  return parseDirectory(draftedDocument(open.targets, drafts, 'directory'));
}

/** The phrase pack that the feed publishes, or the one that comes with the extension. Throws PackError. */
export function publishedPack({ open }: Workspace): PhrasePack {
  return parsePhrasePack(documentToEdit(open.targets, 'phrasePack'));
}

/** The phrase pack as the draft has it. Throws PackError. */
export function editedPack({ drafts, open }: Workspace): PhrasePack {
  return parsePhrasePack(draftedDocument(open.targets, drafts, 'phrasePack'));
}

/** Official numbers: of this feed's directory, as it is live and as drafted, and of the one that every browser has. */
export function officialOf({ drafts, open }: Workspace): ReadonlySet<string> {
  return officialOver([
    publishedDocument(open.targets, 'directory'),
    draftedDocument(open.targets, drafts, 'directory'),
  ]);
}

/** The feed publishes a compact set of millions of numbers beside the list; the console keeps it as it is. */
export function hasCompactSet({ open }: Workspace): boolean {
  return readReportedIndex(open.targets.get('reported.json') ?? new Uint8Array()).numbers !== undefined;
}

/** The fields of a new entry, as far as they are known. */
export function blankEntry({ open }: Workspace): EntryDraft {
  return {
    category: '',
    pretends_vi: '',
    pretends_en: '',
    authority: '',
    publisher: open.info.name.vi,
    url: '',
    date: new Date().toISOString().slice(0, 10),
    strength: 'strong',
  };
}

/** A reason with who and when. */
export function reasonOf({ feed }: Workspace, { why, source }: ReasonDraft, now: Date): Reason {
  return { who: feed.editor, at: now.toISOString(), why: why.trim(), source: source.trim() };
}

/** Why a number is as it is: the change in the draft, then what this console published, the newest first. */
export function reasonsOf({ reported, history }: Workspace, number: string): Reason[] {
  const drafted = reported.changes.get(number)?.reason;
  const published = history
    .toReversed()
    .flatMap(({ reasons }) => reasons.filter((reason) => reason.number === number));
  return [...(drafted ? [drafted] : []), ...published];
}

/** Why an entry of another list is as it is: the change in the draft, then what this console published, the newest first. */
export function entryReasonsOf({ reasons, history }: Workspace, place: EntryPlace): Reason[] {
  const published = history
    .toReversed()
    .flatMap(({ entries = [] }) => entries.filter((one) => placeId(one) === placeId(place)));
  return [reasonFor(reasons, place), ...published.map(({ reason }) => reason)].filter(
    (one) => one !== undefined,
  );
}

/** Who holds which key, by its public half: as it was told here, of keys that are here, and of those that were made just now. */
export function holdersOf(
  { feed, signers }: Workspace,
  made: readonly MadeKey[] = [],
): ReadonlyMap<string, string> {
  return new Map([
    ...knownHolders(feed, signers),
    ...made.map(({ pair, holder }) => [pair.public, holder] as const),
  ]);
}
