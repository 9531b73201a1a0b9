/** Lists that two people changed at once: what is theirs is taken, what is mine stays, clashes are named. Pure. */
import { diffDocument, diffReported, type PartDiff, type ReportedDiff } from '../../lists/publish/diff';
import { ListError } from '../../lists/list-error';
import type { ReportedState } from '../../lists/reported/state';
import { parseDirectory } from '../../lists/schema-directory';
import { parseSitePack } from '../../lists/schema-site-pack';
import { parsePhrasePack } from '../../phrasing/pack-schema';
import { DOCUMENTS, type DocumentName } from '../publish/documents';
import { mergeDocument, sameContent, withEntry, type Document, type EntryClash } from './document';
import { mergeLines } from './lines';
import { mergePacks } from './packs';
import { mergeEntries } from './three-way';

/** The lists that are one document each; `info` is what the feed says of itself. */
export type ListName = DocumentName | 'info';
export const LISTS: readonly ListName[] = ['info', ...DOCUMENTS];

export type Documents = Readonly<Partial<Record<ListName, unknown>>>;

export type Side = 'mine' | 'theirs';

/** One version of the lists; a document that is absent is not part of it. */
export interface Lists {
  readonly reported: ReportedState;
  readonly documents: Documents;
}

/** What both changed, each in another way. The merged lists have mine until somebody chooses. */
export type Clash =
  | {
      readonly list: 'reported';
      readonly number: string;
      /** Its entries; none: it was taken out. */
      readonly theirs: readonly string[];
      readonly mine: readonly string[];
    }
  | ({ readonly list: ListName } & EntryClash)
  /** A list of which the two versions cannot be made one. */
  | {
      readonly list: ListName;
      readonly part?: undefined;
      readonly theirs: unknown;
      readonly mine: unknown;
    };

/** What only the other version changed. */
export interface Taken {
  readonly reported: ReportedDiff;
  readonly parts: readonly (PartDiff & { readonly list: ListName })[];
}

export interface MergedLists extends Lists {
  readonly taken: Taken;
  readonly clashes: readonly Clash[];
}

/** True where browsers take the document. */
function isList(list: 'directory' | 'sitePack', document: unknown): boolean {
  try {
    if (list === 'directory') parseDirectory(document);
    else parseSitePack(document);
    return true;
  } catch (error) {
    if (error instanceof ListError) return false;
    throw error;
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : sameContent(a as Document, b as Document);
}

function mergeList(
  list: ListName,
  base: Documents | undefined,
  theirs: unknown,
  mine: unknown,
): [unknown, Clash[]] {
  const was = base?.[list];
  if (base && same(theirs, was)) return [mine, []];
  if ((base && same(mine, was)) || same(mine, theirs)) return [theirs, []];
  const whole: [unknown, Clash[]] = [mine, [{ list, theirs, mine }]];
  // One took the list out that the other changed, or both began it.
  if (theirs === undefined || mine === undefined || (base && was === undefined)) return whole;
  if (list === 'phrasePack') {
    if (!base) return whole;
    const merged = mergePacks(parsePhrasePack(was), parsePhrasePack(theirs), parsePhrasePack(mine));
    return merged ? [merged, []] : whole;
  }
  const { merged, clashes } = mergeDocument(
    was as Document | undefined,
    theirs as Document,
    mine as Document,
  );
  // An office that one side closed may be what a hotline of the other names.
  if (list !== 'info' && !isList(list, merged)) return whole;
  return [merged, clashes.map((clash) => ({ list, ...clash }))];
}

/** What tells a clash from others. */
export function clashId(clash: Clash): string {
  if (clash.list === 'reported') return `reported/${clash.number}`;
  if (clash.part === undefined) return clash.list;
  return `${clash.list}/${clash.part}${clash.key === '' ? '' : `/${clash.key}`}`;
}

/**
 * Merges what became of `base` in two places; where nobody knows it, whatever differs clashes. `doubtful`: lists of which it
 * is not known.
 */
export function mergeLists(
  base: Lists | undefined,
  theirs: Lists,
  mine: Lists,
  doubtful: ReadonlySet<ListName> = new Set(),
): MergedLists {
  const { merged, clashes: numbers } = mergeEntries(
    base?.reported,
    theirs.reported,
    mine.reported,
    mergeLines,
  );
  const linesOf = (state: ReportedState, number: string) => state.get(number) ?? [];
  const clashes: Clash[] = numbers.map((number) => ({
    list: 'reported',
    number,
    theirs: linesOf(theirs.reported, number),
    mine: linesOf(mine.reported, number),
  }));
  const documents: Record<string, unknown> = {};
  for (const list of LISTS) {
    const was = doubtful.has(list) ? undefined : base?.documents;
    const [document, more] = mergeList(list, was, theirs.documents[list], mine.documents[list]);
    documents[list] = document;
    clashes.push(...more);
  }
  const before = base ?? theirs;
  const { added, removed, changed } = diffReported(before.reported, theirs.reported);
  const clashing = new Set(numbers);
  const free = (some: readonly string[]) => some.filter((number) => !clashing.has(number));
  return {
    reported: new Map([...merged].filter(([, lines]) => lines.length > 0)),
    documents,
    taken: {
      reported: { added: free(added), removed: free(removed), changed: free(changed) },
      parts: LISTS.filter((list) => !doubtful.has(list)).flatMap((list) =>
        diffDocument(before.documents[list], theirs.documents[list]).map((part) => ({ list, ...part })),
      ),
    },
    clashes,
  };
}

type DocumentClash = Exclude<Clash, { readonly list: 'reported' }>;

/** A list with one side of a clash. */
export function documentWithSide(document: unknown, clash: DocumentClash, side: Side): unknown {
  if (clash.part === undefined) return clash[side];
  return withEntry(document as Document, clash.part, clash.key, clash[side]);
}

/** Merged lists with a side chosen for each clash. */
export function withSides(
  { reported, documents, clashes }: MergedLists,
  sideOf: (clash: Clash) => Side,
): Lists {
  const numbers = new Map(reported);
  const lists: Partial<Record<ListName, unknown>> = { ...documents };
  for (const clash of clashes) {
    const side = sideOf(clash);
    if (clash.list !== 'reported') lists[clash.list] = documentWithSide(lists[clash.list], clash, side);
    else if (clash[side].length > 0) numbers.set(clash.number, clash[side]);
    else numbers.delete(clash.number);
  }
  return { reported: numbers, documents: lists };
}
