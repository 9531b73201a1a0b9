/** One try of one feed: from the poll to the lists that are live. */
import type { FeedRecord } from '../feed-record';
import { ListError } from '../list-error';
import { readLine, type ReportedState } from '../reported/state';
import type { Report } from '../standing';
import { reportsByNumber } from '../standings';
import type { ListStore } from '../store';
import { refreshMetadata, type FeedClientOptions } from './client';
import { fetchContent, type ContentRequest } from './content';
import { FeedError, type FeedErrorCode } from './feed-error';
import { isUnchanged } from './poll';
import { pollDelay } from './schedule';
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
  /** Goes through the whole workflow even where the timestamp is the known one. */
  readonly full?: boolean;
}

function reportsOf(state: ReportedState): Map<string, Report[]> {
  return reportsByNumber([...state.values()].flat().map(readLine));
}

async function bringUpToDate(feed: FeedRecord, options: UpdateOptions): Promise<Partial<FeedRecord>> {
  const { store, fetch, now, built } = options;
  const { id, live } = feed;
  const transport = createTransport({ address: feed.address, fetch });
  const client: FeedClientOptions = {
    transport,
    fingerprint: id,
    now,
    built,
    store: {
      load: async () => (await store.feeds()).find((one) => one.id === id)?.trusted,
      save: (trusted) => store.patchFeed(id, { trusted }),
    },
  };
  const due = options.full === true || now() - (feed.fullAt ?? 0) >= FULL_MS;
  if (live && !feed.damaged && !due && (await isUnchanged(client, live.settled))) return {};
  const { targets, timestamp, signedAt, clockBehind } = await refreshMetadata(client);
  const whole = { transport, targets, scope: ['reported'] as const, progress: progressOf(id, store) };
  const held = live && !feed.damaged && { state: live.state, reported: () => store.feedEntries(id) };
  const install = async (request: ContentRequest): Promise<void> => {
    const { info, reported, way } = await fetchContent(request);
    if (!reported) throw new FeedError('ERR_FEED_CONTENT', 'reported.json', 'the feed has none.');
    const { version, published, name, contact } = info;
    const next = { version, published, name, contact, state: reported.state, settled: timestamp };
    if (live && way === 'held') {
      const { generation, numbers } = live;
      await store.patchFeed(id, { live: { ...next, generation, numbers } });
    } else {
      await store.installFeed(id, {
        ...next,
        reports: reportsOf(reported.entries),
        numbers: reported.numbers,
      });
    }
  };
  try {
    await install(held ? { ...whole, held } : whole);
  } catch (error) {
    if (!held || !isDamaged(error)) throw error;
    // What was held is not what it should be: all of it comes anew.
    await install(whole);
  }
  return { signedAt, clockBehind, fullAt: now() };
}

function isDamaged(error: unknown): boolean {
  return error instanceof ListError && error.code === 'ERR_STORE_DAMAGED';
}

/** Notes how far a first load has come, for whoever shows it. */
function progressOf(id: string, store: ListStore): ContentRequest['progress'] {
  return (done, total) => store.patchFeed(id, { progress: { done, total } });
}

/** The code that is kept of whatever went wrong. */
function codeOf(error: unknown): FeedErrorCode {
  // Fetched whole and still not what was announced: the publisher's fault.
  if (isDamaged(error)) return 'ERR_FEED_CONTENT';
  return error instanceof FeedError ? error.code : 'ERR_FEED_STORE';
}

/**
 * Brings a feed up to date and notes how it went; whatever goes wrong, the lists at hand stay. Refused with a ListError
 * only where nothing can be noted; a feed that was removed meanwhile is none of that.
 */
export async function updateFeed(id: string, options: UpdateOptions): Promise<void> {
  const { store, now, random } = options;
  const feed = (await store.feeds()).find((one) => one.id === id);
  if (!feed) return;
  let change: Partial<FeedRecord>;
  try {
    change = { ...(await bringUpToDate(feed, options)), checkedAt: now(), error: undefined, failures: 0 };
  } catch (error) {
    change = { error: codeOf(error), failures: feed.failures + 1 };
  }
  try {
    await store.patchFeed(id, {
      ...change,
      progress: undefined,
      dueAt: now() + pollDelay(change.failures ?? 0, random()),
    });
  } catch (error) {
    if (!(error instanceof ListError && error.code === 'ERR_STORE_CONFLICT')) throw error;
  }
}
