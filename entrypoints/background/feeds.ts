/** Follows feeds: on alarms, at start at once, and one update of a feed at a time. */
import browser from 'webextension-polyfill';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { updateFeed } from '../../lib/lists/feed/update';
import { wantedFeeds } from '../../lib/lists/feed/wanted';
import type { ListStore } from '../../lib/lists/store';
import { wrongCanary } from '../../lib/analysis/canary';
import { compilePack } from '../../lib/phrasing/compile';
import { parsePhrasePack } from '../../lib/phrasing/pack-schema';
import { BUILT } from './build';
import { chosenFeeds, readPolicy } from './feed-choice';
import { openLists, recoverLists, reloadLists } from './lists';
import { announceNotices, hearNotification } from './notices';

const ALARM = 'feeds';
/** The alarm rings at least this often, in minutes, whatever was planned: a worker may die before it plans. */
const NET_MINUTES = 5;
/** Chromium ends a worker that calls no extension API for 30 seconds; an update may wait longer for a server. */
const ALIVE_MS = 20_000;

function checkPhrasePack(json: unknown): void {
  let wrong: string | undefined;
  try {
    wrong = wrongCanary(compilePack(parsePhrasePack(json)));
  } catch (error) {
    throw new FeedError('ERR_FEED_CANARY', 'phrase-pack.json', 'it cannot be read.', error);
  }
  if (wrong !== undefined) throw new FeedError('ERR_FEED_CANARY', 'phrase-pack.json', wrong);
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

function update(store: ListStore, id: string, full: boolean): Promise<boolean> {
  const before = running.get(id);
  if (before) return before;
  const job = updateFeed(id, {
    store,
    fetch: globalThis.fetch.bind(globalThis),
    now: () => Date.now(),
    built: BUILT,
    random: () => Math.random(),
    checkPhrasePack,
    full,
  })
    // Nothing can be noted: the store is full or gone. The next alarm tries again.
    .catch(() => false)
    .finally(() => running.delete(id));
  running.set(id, job);
  return job;
}

async function plan(store: ListStore | undefined): Promise<void> {
  const feeds = (await store?.feeds().catch(() => [])) ?? [];
  const due = Math.min(...feeds.map((feed) => feed.dueAt), Date.now() + NET_MINUTES * 60_000);
  await browser.alarms.create(ALARM, { when: Math.max(due, Date.now()), periodInMinutes: NET_MINUTES });
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
      await syncFeeds();
      const feeds = await store.feeds();
      const asked = feeds.filter(({ id, dueAt }) =>
        which.id === undefined ? which.all === true || dueAt <= Date.now() : id === which.id,
      );
      const live = await Promise.all(asked.map(({ id }) => update(store, id, which.full === true)));
      if (live.includes(true)) await reloadLists();
    }
    await announceNotices();
    await plan(store);
  });
}

function poll(which: Parameters<typeof pollFeeds>[0] = {}): void {
  pollFeeds(which).catch((error: unknown) => console.error('feeds', error));
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
    if (area === 'managed') void followPolicy();
  });
  // A browser that lost its alarms (Chromium may, when it is updated) gets them back by whatever wakes the worker.
  void browser.alarms.get(ALARM).then((alarm) => alarm ?? poll());
  hearNotification();
  void followPolicy();
}
