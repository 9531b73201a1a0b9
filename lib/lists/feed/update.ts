/** One try of one feed: from the poll to the lists that are live. */
import type { FeedLive, FeedRecord } from '../feed-record';
import { ListError } from '../list-error';
import { countOf, readLine, type ReportedState } from '../reported/state';
import type { Report } from '../standing';
import { reportsByNumber } from '../standings';
import type { ListStore } from '../store';
import { refreshMetadata, type FeedClientOptions } from './client';
import { fetchContent, type ContentRequest } from './content';
import { checkDocuments, type CheckPhrasePack } from './documents';
import { FeedError, type FeedErrorCode } from './feed-error';
import { unchanged } from './poll';
import { pollDelay } from './schedule';
import { requireRoom } from './room';
import { createTransport } from './transport';

/** A new root is looked for at least this often, in milliseconds, even where nothing else is new. */
const FULL_MS = 24 * 3_600_000;

export interface UpdateOptions {
  readonly store: ListStore;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  /** When this code was built, milliseconds since 1970. */
  readonly built: number;
  readonly random: () => number;
  readonly checkPhrasePack: CheckPhrasePack;
  /** Bytes that the disk has room for; undefined where the browser does not say. */
  readonly room?: () => Promise<number | undefined>;
  /** Goes through the whole workflow even where the timestamp is the known one. */
  readonly full?: boolean;
}

const NO_ENTRIES: ReportedState = new Map<string, string[]>();

function reportsOf(state: ReportedState): Map<string, Report[]> {
  return reportsByNumber([...state.values()].flat().map(readLine));
}

function clientOf(feed: FeedRecord, options: UpdateOptions): FeedClientOptions {
  const { store, fetch, now, built } = options;
  const { id } = feed;
  return {
    transport: createTransport({ address: feed.address, fetch }),
    fingerprint: id,
    now,
    built,
    store: {
      load: async () => (await store.feeds()).find((one) => one.id === id)?.trusted,
      save: (trusted) => store.patchFeed(feed, { trusted }),
    },
  };
}

function sameDocuments(a: FeedLive['documents'], b: FeedLive['documents']): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof FeedLive['documents']>;
  return [...names].every((name) => a[name] === b[name]);
}

interface Outcome {
  readonly change: Partial<FeedRecord>;
  /** Other lists are live than before. */
  readonly live: boolean;
}

async function bringUpToDate(feed: FeedRecord, options: UpdateOptions): Promise<Outcome> {
  const { store, now } = options;
  const { id, live, scope, damaged } = feed;
  const client = clientOf(feed, options);
  const due = options.full === true || now() - (feed.fullAt ?? 0) >= FULL_MS;
  const asBefore = live && !damaged && !due ? await unchanged(client, live.settled) : undefined;
  if (asBefore) return { change: asBefore, live: false };
  const { targets, timestamp, signedAt, clockBehind } = await refreshMetadata(client);
  const hashes = [...Object.values(live?.documents ?? {}), live?.refusedPack];
  const whole: ContentRequest = {
    transport: client.transport,
    targets,
    scope,
    progress: progressOf(feed, store),
    announce: async (bytes) => requireRoom(bytes, await options.room?.()),
    known: new Set(hashes.filter((hash) => hash !== undefined)),
  };
  const held = live &&
    live.state !== '' &&
    !damaged && { state: live.state, reported: () => store.feedEntries(id) };
  const install = async (request: ContentRequest): Promise<boolean> => {
    const content = await fetchContent(request);
    const { info, reported, way } = content;
    const packs = { pack: live?.documents.phrasePack, refused: live?.refusedPack };
    const { fresh, documents, refusedPack } = checkDocuments(content, packs, options.checkPhrasePack);
    const { version, published, name, contact } = info;
    const entries = reported?.entries ?? NO_ENTRIES;
    const next = {
      ...{ version, published, name, contact, documents, refusedPack },
      state: reported?.state ?? '',
      entries: countOf(entries),
      settled: timestamp,
    };
    const same = live?.state === next.state && (way === 'held' || way === 'none');
    if (live && same && sameDocuments(live.documents, documents)) {
      const { generation, numbers } = live;
      await store.patchFeed(feed, { live: { ...next, generation, numbers } });
      return live.version !== version;
    }
    const reports = reportsOf(entries);
    await store.installFeed(feed, { ...next, fresh, reports, numbers: reported?.numbers });
    return true;
  };
  const change = { signedAt, clockBehind, fullAt: now() };
  try {
    return { change, live: await install(held ? { ...whole, held } : whole) };
  } catch (error) {
    if (!held || !isDamaged(error)) throw error;
    // What was held is not what it should be: all of it comes anew.
    return { change, live: await install(whole) };
  }
}

function isDamaged(error: unknown): boolean {
  return error instanceof ListError && error.code === 'ERR_STORE_DAMAGED';
}

/** Notes how far a first load has come, for whoever shows it. */
function progressOf(feed: FeedRecord, store: ListStore): ContentRequest['progress'] {
  return (done, total) => store.patchFeed(feed, { progress: { done, total } });
}

/** The code and the place that are kept of whatever went wrong. */
function faultOf(error: unknown): { error: FeedErrorCode; errorPlace?: string } {
  if (error instanceof FeedError) return { error: error.code, errorPlace: error.place };
  if (!(error instanceof ListError)) return { error: 'ERR_FEED_FAILED' };
  // Fetched whole and still not what was announced: the publisher's fault.
  if (isDamaged(error)) return { error: 'ERR_FEED_CONTENT' };
  return { error: error.code === 'ERR_STORE_QUOTA' ? 'ERR_FEED_STORE_FULL' : 'ERR_FEED_STORE' };
}

/**
 * Brings a feed up to date and notes how it went; whatever goes wrong, the lists at hand stay. Gives whether other lists
 * are live now. Refused with a ListError only where nothing can be noted; a feed that was removed, or is followed
 * otherwise by now, is none of that.
 */
export async function updateFeed(id: string, options: UpdateOptions): Promise<boolean> {
  const { store, now, random } = options;
  const feed = (await store.feeds()).find((one) => one.id === id);
  if (!feed) return false;
  let change: Partial<FeedRecord>;
  let live = false;
  try {
    const outcome = await bringUpToDate(feed, options);
    live = outcome.live;
    change = { ...outcome.change, checkedAt: now(), error: undefined, errorPlace: undefined, failures: 0 };
  } catch (error) {
    change = { errorPlace: undefined, ...faultOf(error), failures: feed.failures + 1 };
  }
  try {
    const dueAt = now() + pollDelay(change.failures ?? 0, random());
    await store.patchFeed(feed, { ...change, progress: undefined, dueAt });
  } catch (error) {
    if (!(error instanceof ListError && error.code === 'ERR_STORE_CONFLICT')) throw error;
  }
  return live;
}
