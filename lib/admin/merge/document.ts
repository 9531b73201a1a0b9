/** Lists that are one document (directory, site pack, what a feed says of itself), merged entry by entry. Pure. */
import { compareVersions } from '../../lists/versions';
import { keyOf } from '../directory/parts';
import { mergeEntries, sameJson } from './three-way';

export type Document = Readonly<Record<string, unknown>>;

/** An entry that both changed. */
export interface EntryClash {
  /** The part of the document, such as `hotlines`. */
  readonly part: string;
  /** What tells the entry from the others of its part; empty where the part has no entries. */
  readonly key: string;
  /** undefined: taken out. */
  readonly theirs: unknown;
  readonly mine: unknown;
}

export interface MergedDocument {
  readonly merged: Document;
  readonly clashes: readonly EntryClash[];
}

type Entry = object;

/** Entries of a part by their key; a part that is no list of them is one entry. */
function entriesOf(part: unknown): Map<string, unknown> {
  if (part === undefined) return new Map();
  const isEntry = (entry: unknown): entry is Entry =>
    typeof entry === 'object' && entry !== null && keyOf(entry) !== '';
  if (!Array.isArray(part) || !part.every(isEntry)) return new Map([['', part]]);
  return new Map(part.map((entry) => [keyOf(entry), entry]));
}

/** Entries of every part by their key, but for the version and its day. */
export function entriesByPart(document: Document): Map<string, Map<string, unknown>> {
  const parts = Object.keys(document).filter((part) => part !== 'version' && part !== 'published');
  return new Map(parts.map((part) => [part, entriesOf(document[part])]));
}

function partOf(entries: ReadonlyMap<string, unknown>): unknown {
  return entries.has('') ? entries.get('') : [...entries.values()];
}

function newer(field: 'version' | 'published', a: unknown, b: unknown): unknown {
  if (typeof a !== 'string' || typeof b !== 'string') return b ?? a;
  const isNewer = field === 'version' ? compareVersions(a, b) > 0 : a > b;
  return isNewer ? a : b;
}

/** Merges three versions of a document; see mergeEntries(). Where an entry clashes, `merged` has mine. */
export function mergeDocument(base: Document | undefined, theirs: Document, mine: Document): MergedDocument {
  const merged: Record<string, unknown> = {};
  const clashes: EntryClash[] = [];
  for (const part of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (part === 'version' || part === 'published') {
      merged[part] = newer(part, theirs[part], mine[part]);
      continue;
    }
    const [their, my] = [entriesOf(theirs[part]), entriesOf(mine[part])];
    const result = mergeEntries(base && entriesOf(base[part]), their, my);
    for (const key of result.clashes) clashes.push({ part, key, theirs: their.get(key), mine: my.get(key) });
    const isList = [theirs[part], mine[part]].some(Array.isArray);
    if (result.merged.size > 0 || isList) merged[part] = partOf(result.merged);
  }
  return { merged, clashes };
}

/** The document with one entry as it is given; undefined takes it out. */
export function withEntry(document: Document, part: string, key: string, entry: unknown): Document {
  const entries = entriesOf(document[part]);
  if (entry === undefined) entries.delete(key);
  else entries.set(key, entry);
  if (key === '' && entry === undefined)
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== part));
  return { ...document, [part]: partOf(entries) };
}

/** The entry of a part; undefined where there is none. */
export function entryIn(document: Document, part: string, key: string): unknown {
  return entriesOf(document[part]).get(key);
}

/** True where two documents say the same: their version and day may differ. */
export function sameContent(a: Document, b: Document): boolean {
  const content = (document: Document) => ({ ...document, version: undefined, published: undefined });
  return sameJson(content(a), content(b));
}
