/** Follows feeds: on alarms, at start at once, and one update of a feed at a time. */
import browser from 'webextension-polyfill';
import { FeedError, type FeedErrorCode } from '../../lib/lists/feed/feed-error';
import { pollDelay } from '../../lib/lists/feed/schedule';
import { updateFeed } from '../../lib/lists/feed/update';
import { wantedFeeds } from '../../lib/lists/feed/wanted';
import type { FeedRecord } from '../../lib/lists/feed-record';
import type { ListStore } from '../../lib/lists/store';
import { storeError } from '../../lib/lists/store-error';
import { wrongCanaries } from '../../lib/analysis/canary';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { BUILT } from './build';
import { chosenFeeds, readPolicy } from './feed-choice';
import { openLists, recoverLists, reloadLists } from './lists';
import { announceNotices, hearNotification } from './notices';
import { roomLeft } from './room';
import { noted } from './troubles';

const ALARM = 'feeds';
/** The alarm rings at least this often, in minutes, whatever was planned: a worker may die before it plans. */
const NET_MINUTES = 5;
/** Shortest time until the alarm, in milliseconds. */
const SOONEST_MS = 30_000;
/** Chromium ends a worker that calls no extension API for 30 seconds; an update may wait longer for a server. */
const ALIVE_MS = 20_000;

function checkPhrasePack(json: unknown): void {
  let wrong;
  try {
    [wrong] = wrongCanaries(compilePack(parsePhrasePack(json)));
  } catch (error) {
    throw new FeedError('ERR_FEED_CANARY', 'phrase-pack.json', 'it cannot be read.', error);
  }
  if (!wrong) return;
  const { level, expected, text } = wrong;
  const told = `${level} instead of ${expected}: ${text.slice(0, 40)}`;
  throw new FeedError('ERR_FEED_CANARY', 'phrase-pack.json', told);
}

async function withWorkerAlive<T>(job: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), ALIVE_MS);
  try {
    return await job();
  } finally {
    clearInterval(timer);
  }
}

const running = new Map<string, Promise<boolean>>();

/** How a try went that could not be noted, since the store is full or gone. Lost with the worker, as the try is. */
export interface Unnoted {
  readonly error: FeedErrorCode;
  readonly failures: number;
  readonly dueAt: number;
}
const unnoted = new Map<string, Unnoted>();

/** What could not be noted of a feed since the worker started. */
export function unnotedOf(id: string): Unnoted | undefined {
  return unnoted.get(id);
}

function update(store: ListStore, id: string, full: boolean): Promise<boolean> {
  const before = running.get(id);
  // A job under way began with the scope of before: a full update that is asked for now comes after it.
  if (before) return full ? before.then(() => update(store, id, true)) : before;
  const job = updateFeed(id, {
    store,
    fetch: globalThis.fetch.bind(globalThis),
    now: () => Date.now(),
    built: BUILT,
    random: () => Math.random(),
    checkPhrasePack,
    room: roomLeft,
    full,
  })
    .then(
      (live) => {
        unnoted.delete(id);
        return live;
      },
      (error: unknown) => {
        const failures = (unnoted.get(id)?.failures ?? 0) + 1;
        const full = storeError(error, 'feeds').code === 'ERR_STORE_QUOTA';
        const dueAt = Date.now() + pollDelay(failures, Math.random());
        unnoted.set(id, { error: full ? 'ERR_FEED_STORE_FULL' : 'ERR_FEED_STORE', failures, dueAt });
        return false;
      },
    )
    .finally(() => running.delete(id));
  running.set(id, job);
  return job;
}

function dueAtOf({ id, dueAt }: FeedRecord): number {
  return Math.max(dueAt, unnoted.get(id)?.dueAt ?? 0);
}

async function plan(store: ListStore | undefined): Promise<void> {
  const feeds = (await store?.feeds().catch(() => [])) ?? [];
  const now = Date.now();
  const due = Math.min(...feeds.map(dueAtOf), now + NET_MINUTES * 60_000);
  // Never at once: whatever goes wrong, no feed is asked in a circle.
  await browser.alarms.create(ALARM, { when: Math.max(due, now + SOONEST_MS), periodInMinutes: NET_MINUTES });
}

/** Makes the store follow exactly what is chosen. */
export async function syncFeeds(): Promise<void> {
  const { store } = await openLists();
  await store?.followFeeds(wantedFeeds(await chosenFeeds()), Date.now());
}

/**
 * Asks the feeds that are due, or those named, and plans the next time. A full update goes through the whole workflow
 * even where nothing seems new. Gives when all have been asked.
 */
export async function pollFeeds(
  which: { readonly all?: boolean; readonly id?: string; readonly full?: boolean } = {},
): Promise<void> {
  // Before anything else: a worker that dies from here on is woken again.
  await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: NET_MINUTES });
  await withWorkerAlive(async () => {
    const { store } = await recoverLists();
    if (store) {
      // A store that is full cannot follow others; those that it follows are asked all the same.
      await syncFeeds().catch((error: unknown) => console.error('feeds', error));
      const feeds = await store.feeds();
      const asked = feeds.filter((feed) =>
        which.id === undefined ? which.all === true || dueAtOf(feed) <= Date.now() : feed.id === which.id,
      );
      const live = await Promise.all(asked.map(({ id }) => update(store, id, which.full === true)));
      if (live.includes(true)) await reloadLists();
    }
    await announceNotices();
    await plan(store);
  });
}

/** Asks in the background; what goes wrong is noted, and the next alarm tries again. */
export function poll(which: Parameters<typeof pollFeeds>[0] = {}): void {
  noted('feeds', pollFeeds(which));
}

/** Asks for the policy, which may take seconds, and follows what it names. */
async function followPolicy(): Promise<void> {
  if (!(await readPolicy())) return;
  await syncFeeds();
  await reloadLists();
  await pollFeeds();
}

/** Registers what wakes the worker for feeds; call it while the worker starts, before anything is awaited. */
export function startFeeds(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) poll();
  });
  browser.runtime.onStartup.addListener(() => poll({ all: true }));
  browser.runtime.onInstalled.addListener(() => poll({ all: true }));
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') noted('feeds', followPolicy());
  });
  // A browser that lost its alarms (Chromium may, when it is updated) gets them back by whatever wakes the worker.
  noted(
    'feeds',
    browser.alarms.get(ALARM).then((alarm) => alarm ?? poll()),
  );
  hearNotification();
  noted('feeds', followPolicy());
}
