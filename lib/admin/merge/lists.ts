/** Lists that two people changed at once: what is theirs is taken, what is mine stays, clashes are named. Pure. */
import { diffDocument, diffReported, type PartDiff, type ReportedDiff } from '../../lists/publish/diff';
import { ListError } from '../../lists/list-error';
import type { ReportedState } from '../../lists/reported/state';
import { parseDirectory } from '../../lists/schema-directory';
import { parseSitePack } from '../../lists/schema-site-pack';
import { parsePhrasePack } from '../../phrasing/pack-schema';
import { DOCUMENTS, type DocumentName } from '../publish/documents';
import { mergeDocument, type Document, type EntryClash } from './document';
import { mergeLines } from './lines';
import { mergePacks } from './packs';
import { mergeEntries } from './three-way';

export type Documents = Readonly<Partial<Record<DocumentName, unknown>>>;

/** One version of the lists. Of mine, a document that is absent is as it was. */
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
  | ({ readonly list: DocumentName } & EntryClash)
  /** A list of which the two versions cannot be made one. */
  | {
      readonly list: DocumentName;
      readonly part?: undefined;
      readonly theirs: unknown;
      readonly mine: unknown;
    };

/** What only the other version changed. */
export interface Taken {
  readonly reported: ReportedDiff;
  readonly parts: readonly (PartDiff & { readonly list: DocumentName })[];
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

function mergeList(list: DocumentName, was: unknown, theirs: unknown, mine: unknown): [unknown, Clash[]] {
  const whole: [unknown, Clash[]] = [mine, [{ list, theirs, mine }]];
  if (list === 'phrasePack') {
    const merged = mergePacks(parsePhrasePack(was), parsePhrasePack(theirs), parsePhrasePack(mine));
    return merged ? [merged, []] : whole;
  }
  const { merged, clashes } = mergeDocument(was as Document, theirs as Document, mine as Document);
  // An office that one side closed may be what a hotline of the other names.
  return isList(list, merged) ? [merged, clashes.map((clash) => ({ list, ...clash }))] : whole;
}

/** What tells a clash from others. */
export function clashId(clash: Clash): string {
  if (clash.list === 'reported') return `reported ${clash.number}`;
  return clash.part === undefined ? clash.list : `${clash.list} ${clash.part} ${clash.key}`;
}

/** Merges what became of `base` in two places. */
export function mergeLists(base: Lists, theirs: Lists, mine: Lists): MergedLists {
  const { merged, clashes: numbers } = mergeEntries(
    base.reported,
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
  for (const list of DOCUMENTS) {
    const my = mine.documents[list];
    if (my === undefined) continue;
    const [document, more] = mergeList(list, base.documents[list], theirs.documents[list], my);
    documents[list] = document;
    clashes.push(...more);
  }
  const { added, removed, changed } = diffReported(base.reported, theirs.reported);
  const clashing = new Set(numbers);
  const free = (some: readonly string[]) => some.filter((number) => !clashing.has(number));
  return {
    reported: new Map([...merged].filter(([, lines]) => lines.length > 0)),
    documents,
    taken: {
      reported: { added: free(added), removed: free(removed), changed: free(changed) },
      parts: DOCUMENTS.flatMap((list) =>
        diffDocument(base.documents[list], theirs.documents[list]).map((part) => ({ list, ...part })),
      ),
    },
    clashes,
  };
}
