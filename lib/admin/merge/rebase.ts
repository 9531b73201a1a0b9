/** A draft over a version that somebody else published meanwhile. Pure. */
import type { OpenFeed } from '../open/read-feed';
import { DOCUMENT_TARGETS } from '../../lists/publish/content';
import { DOCUMENTS, documentToEdit, type DocumentDrafts } from '../publish/documents';
import type { Change, Reason } from '../reported/change';
import { ReportedDraft } from '../reported/draft';
import { sameContent, entryIn, type Document } from './document';
import {
  clashId,
  documentWithSide,
  LISTS,
  mergeLists,
  type Clash,
  type ListName,
  type Lists,
  type Side,
  type Taken,
} from './lists';

/** A clash, and what was chosen. */
export type DraftClash = Clash & {
  readonly chosen?: Side | undefined;
  /** Why a number changes in the draft. */
  readonly reason?: Reason | undefined;
  /** Why the whole list of one's own was kept over theirs, as its entries have it that no edit gave a reason. */
  readonly kept?: Reason | undefined;
};

/** What a merge brought, for people; kept until the draft is published. */
export interface MergeNote {
  /** The version that the draft stands on now. */
  readonly version: string;
  readonly taken: Taken;
  readonly clashes: readonly DraftClash[];
}

export interface Draft {
  readonly reported: ReportedDraft;
  readonly drafts: DocumentDrafts;
  readonly merge?: MergeNote | undefined;
}

function listsOf({ info, reported, targets }: OpenFeed): Lists {
  const documents = DOCUMENTS.map((name) => [name, documentToEdit(targets, name)] as const);
  return { reported, documents: { info, ...Object.fromEntries(documents) } };
}

/** Lists that two versions of a feed do not share. */
function differs({ targets: a }: OpenFeed, { targets: b }: OpenFeed): boolean {
  return ['reported.json', ...Object.values(DOCUMENT_TARGETS)].some((name) => {
    const [one, other] = [a.get(name), b.get(name)];
    return one?.length !== other?.length || !!one?.some((byte, at) => byte !== other?.[at]);
  });
}

/**
 * The draft over `theirs`, which was made over `base`. Each change of the reported list keeps who made it and why; what
 * an earlier merge left open stays open.
 */
export function rebaseDraft(base: OpenFeed, theirs: OpenFeed, draft: Draft): Draft {
  const { reported, drafts, merge } = draft;
  if (!differs(base, theirs))
    return { ...draft, reported: ReportedDraft.over(theirs.reported, reported.changes) };
  const [start, live] = [listsOf(base), listsOf(theirs)];
  const isOut = (name: ListName) => name !== 'info' && !theirs.targets.has(DOCUMENT_TARGETS[name]);
  // A list that nobody edited here is as it was; one that both took out is the same as theirs.
  const edited = LISTS.map((name) => {
    const out = isOut(name) ? live.documents[name] : undefined;
    return [name, drafts[name] === null ? out : (drafts[name] ?? start.documents[name])] as const;
  });
  const mine: Lists = { reported: reported.state(), documents: Object.fromEntries(edited) };
  const merged = mergeLists(start, live, mine);
  const changes = new Map<string, Change>();
  for (const [number, change] of reported.changes)
    changes.set(number, { ...change, lines: merged.reported.get(number) ?? [] });
  const clashes: DraftClash[] = merged.clashes.map((clash) => ({
    ...clash,
    ...(clash.list === 'reported' && { reason: reported.changes.get(clash.number)?.reason }),
  }));
  const again = new Set(clashes.map(clashId));
  const open = (merge?.clashes ?? []).filter((clash) => !clash.chosen && !again.has(clashId(clash)));
  const documents = LISTS.map((name) => {
    const document = merged.documents[name] ?? null;
    const isLive = document !== null && sameContent(document as Document, live.documents[name] as Document);
    return [name, isLive ? undefined : document] as const;
  });
  return {
    reported: ReportedDraft.over(theirs.reported, changes),
    drafts: Object.fromEntries(documents),
    merge: { version: theirs.info.version, taken: merged.taken, clashes: [...open, ...clashes] },
  };
}

/** What the draft has now in the place of a clash. */
function present({ reported, drafts }: Draft, clash: DraftClash): unknown {
  if (clash.list === 'reported') return reported.linesOf(clash.number);
  const document = drafts[clash.list];
  if (clash.part === undefined) return document;
  return document === undefined || document === null
    ? clash.theirs
    : entryIn(document as Document, clash.part, clash.key);
}

function withChoice(draft: Draft, clash: DraftClash, side: Side, published: OpenFeed): Draft {
  if (clash.list === 'reported') {
    const { reason } = clash;
    if (!reason) return draft;
    return { ...draft, reported: draft.reported.set(new Map([[clash.number, clash[side]]]), reason).draft };
  }
  const live = listsOf(published).documents[clash.list] as Document;
  // A whole list of one side that has none is taken out.
  const next = (documentWithSide(draft.drafts[clash.list] ?? live, clash, side) ?? null) as Document | null;
  const isLive = next !== null && sameContent(next, live);
  return { ...draft, drafts: { ...draft.drafts, [clash.list]: isLive ? undefined : next } };
}

/** The draft with one side of a clash chosen. What the other side says is kept, so that it can be chosen again. */
export function chooseSide(draft: Draft, clash: DraftClash, side: Side, published: OpenFeed): Draft {
  const { merge } = draft;
  if (!merge || clash.chosen === side) return draft;
  const isMine = (clash.chosen ?? 'mine') === 'mine';
  // What was edited since counts as mine.
  const mine = isMine ? present(draft, clash) : clash.mine;
  const chosen = { ...clash, mine, chosen: side } as DraftClash;
  const next = isMine === (side === 'mine') ? draft : withChoice(draft, chosen, side, published);
  const clashes = merge.clashes.map((one) => (clashId(one) === clashId(clash) ? chosen : one));
  return { ...next, merge: { ...merge, clashes } };
}

/** Clashes that nobody has chosen of yet. */
export function openClashes(merge: MergeNote | undefined): number {
  return (merge?.clashes ?? []).filter(({ chosen }) => !chosen).length;
}
