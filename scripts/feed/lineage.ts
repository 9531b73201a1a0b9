/**
 * Whether the newest publication goes on from another one. That its file lies there says nothing: whoever gave a publication
 * up leaves files, which the next one passes over. So the lists have to tell, and where they do not, a person has to.
 */
import { LISTS, mergeLists, type Documents, type ListName } from '../../lib/admin/merge/lists';
import type { OpenFeed } from '../../lib/admin/open/read-feed';
import { sameBytes, type Bytes } from '../../lib/lists/feed/bytes';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { KEPT_DELTAS } from '../../lib/lists/publish/content';
import { diffDocument, diffReported } from '../../lib/lists/publish/diff';
import type { Files } from '../../lib/lists/publish/proposal';
import { contentOf, listHashes, listsOf, type Known } from './known';
import {
  contentOfTargets,
  documentsFrom,
  knownFile,
  reportedIndexOf,
  stateAt,
  targetsFrom,
  type Places,
} from './past';

/** A publication that may lie behind the newest one. */
export interface Candidate {
  /** Its targets. */
  readonly file: Bytes;
  /** Its lists, where they are known without its files. */
  readonly documents?: Documents;
  readonly isLive?: boolean | undefined;
  /** What was known before it, the newest last. */
  readonly known: readonly Known[];
}

const NO_DOUBT: ReadonlySet<ListName> = new Set();

/** The lists of which `now` has not all that `mine` changed in `was`. */
function lostLists(was: Documents, mine: Documents, now: Documents): Set<ListName> {
  const of = (documents: Documents) => ({ reported: new Map<string, string[]>(), documents });
  const { clashes, documents } = mergeLists(of(was), of(now), of(mine));
  const lost = LISTS.filter((list) => diffDocument(now[list], documents[list]).length > 0);
  return new Set([...lost, ...clashes.flatMap(({ list }) => (list === 'reported' ? [] : [list]))]);
}

/** True where `open` still has all numbers that `one` changed in `before`. */
async function hasNumbersOf(open: OpenFeed, one: Files, before: Files): Promise<boolean> {
  const [was, mine] = [await contentOfTargets(before), await contentOfTargets(one)].map(({ reported }) => ({
    reported,
    documents: {},
  })) as [ReturnType<typeof listsOf>, ReturnType<typeof listsOf>];
  const { clashes, reported } = mergeLists(was, { reported: open.reported, documents: {} }, mine);
  const { added, removed, changed } = diffReported(open.reported, reported);
  const [from, to, now] = [before, one, open.targets].map(
    (targets) => reportedIndexOf(targets).numbers?.state,
  );
  return clashes.length + added.length + removed.length + changed.length === 0 && (to === from || to === now);
}

/**
 * What the newest one may have been made over in the place of `known` ones behind it, back to one that was seen live: two
 * may report the same by chance (both work off the same letters), however often.
 */
function mayBeInstead(known: readonly Known[]): readonly Known[] {
  const live = known.findLastIndex(({ isLive }) => isLive);
  return known.slice(Math.max(0, live)).toReversed();
}

/**
 * The lists in which `open` lacks something that `mine` has, and `others` had not: nobody can say whether it was taken back
 * or never there.
 */
async function doubtfulLists(
  open: OpenFeed,
  mine: Documents | undefined,
  others: readonly Known[],
  places: Places,
): Promise<ReadonlySet<ListName>> {
  if (!mine) return new Set(LISTS);
  const now = listsOf(contentOf(open)).documents;
  const [nowHashes, hashes] = [await listHashes(now), await listHashes(mine)];
  const differ = LISTS.filter((list) => nowHashes[list] !== hashes[list]);
  const doubtful = new Set<ListName>();
  for (const other of others) {
    const open = differ.filter((list) => !doubtful.has(list) && other.lists?.[list] !== hashes[list]);
    if (open.length === 0) continue;
    const file = await knownFile(places, other);
    const was = file && (await documentsFrom(places, file));
    const lost = was ? lostLists(was, mine, now) : new Set(open);
    for (const list of open) if (lost.has(list)) doubtful.add(list);
  }
  return doubtful;
}

/**
 * Whether `open` was made over a candidate: `no`, `unknown`, or that it was, and in which lists (mostly none) that is not
 * certain. Where nothing was known before the candidate, it came from elsewhere, or is the first of all.
 */
export async function goesOnFrom(
  open: OpenFeed,
  { file, documents, isLive, known }: Candidate,
  places: Places,
): Promise<'no' | 'unknown' | ReadonlySet<ListName>> {
  if (sameBytes(file, open.published.targets)) return NO_DOUBT;
  const own = await stateAt(places, file);
  if (own === undefined) return known.length === 0 ? NO_DOUBT : 'unknown';
  // The reported lists that lie behind the newest one, by their deltas; of a list that came twice, the last time.
  const { deltas, state } = reportedIndexOf(open.targets);
  const way = [...deltas.map(({ from }) => from), state];
  const at = way.lastIndexOf(own);
  let isNew = true;
  let before: Known | undefined;
  for (const each of known.toReversed()) {
    const earlier = each.state ?? (before ? undefined : await stateOfKnown(places, each));
    if (earlier === own || earlier === undefined) isNew = false;
    if (!before && earlier !== undefined && earlier !== own && way.includes(earlier))
      before = { ...each, state: earlier };
  }
  const beforeAt = way.lastIndexOf(before?.state ?? '');
  // So many publications later it may be out of sight, unless the way goes back behind it.
  const distance = versionOf(open.published.targets) - versionOf(file);
  if (at < 0 && ((before && distance < KEPT_DELTAS) || deltas.length > distance)) return 'no';
  if (known.length === 0 || isLive) return NO_DOUBT;
  // A list that came with it stood there; of one that stood before, the order tells.
  if (at < 0 || !(isNew || at > beforeAt)) {
    const old = await knownFile(places, before ?? known.at(-1));
    const [mine, was] = [await targetsFrom(places, file), old && (await targetsFrom(places, old))];
    if (!mine || !was || !(await hasNumbersOf(open, mine, was))) return 'unknown';
  }
  const mine = documents ?? (await documentsFrom(places, file));
  return doubtfulLists(open, mine, mayBeInstead(known), places);
}

const versionOf = (targets: Bytes) => readMetadata('targets', targets).signed.version;

/** For records of before states were kept in them. */
async function stateOfKnown(places: Places, known: Known): Promise<string | undefined> {
  const file = await knownFile(places, known);
  return file && stateAt(places, file);
}
