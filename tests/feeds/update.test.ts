/** Updates of feeds in the store: whole or not at all, whenever the browser dies; scopes; packs that are refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { FeedError } from '../../lib/lists/feed/feed-error';
import { updateFeed } from '../../lib/lists/feed/update';
import type { WantedFeed } from '../../lib/lists/feed-record';
import { openListStore } from '../../lib/lists/open-list-store';
import type { ListStore } from '../../lib/lists/store';
import { freshDatabase, killAfter, listsOf } from '../unit/lists/fresh-database';
import { feedText } from '../unit/lists/read-feed';
import type { Server } from './support/clients';
import { contentOf, entryOf, putContent } from './support/content';
import { feedDocuments } from './support/feed-documents';
import { bytesOf, hashOf } from './support/forge';
import { ourRepository } from './support/repositories';

const NOW = Date.UTC(2026, 10, 25, 8);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => `+8491${String(1_000_000 + i)}`);
const OLD = numbers(5);
/** More than one batch of the store. */
const NEW = numbers(700);

function optionsFor(store: ListStore, { repository, statuses }: Server) {
  return {
    store,
    now: () => NOW + 3_600_000,
    built: NOW,
    random: () => 0,
    checkPhrasePack: (json: unknown) => {
      if ((json as { bad?: boolean }).bad)
        throw new FeedError('ERR_FEED_CANARY', 'phrase-pack.json', 'wrong');
    },
    fetch: (url: unknown) => {
      const path = String(url).slice('https://feed.test/'.length);
      const body = repository.files.get(path);
      const status = statuses.get(path) ?? (body ? 200 : 404);
      return Promise.resolve(new Response(status === 200 ? (body ?? null) : null, { status }));
    },
  };
}

async function follow(
  content: Record<string, string>,
  scope: WantedFeed['scope'] = ['reported'],
): Promise<{ server: Server; feed: WantedFeed; store: ListStore; update: () => Promise<boolean> }> {
  const repository = await ourRepository(NOW, content);
  const server = { repository, statuses: new Map<string, number>() };
  const id = hashOf(repository.files.get('metadata/1.root.json') ?? bytesOf(''));
  const feed: WantedFeed = { id, address: 'https://feed.test/', origin: 'person', scope };
  const store = await openListStore();
  await store.install(listsOf('2026.11.1', []));
  await store.followFeeds([feed], NOW);
  return { server, feed, store, update: () => updateFeed(id, optionsFor(store, server)) };
}

const entries = (of: readonly string[]) => of.map((number) => entryOf(number));

beforeEach(freshDatabase);

test(
  'killed at any write, the old or the new entries are there, whole, and the next try brings the new ones',
  { timeout: 60_000 },
  async () => {
    const outcomes = { old: 0, new: 0 };
    for (let writes = 0, done = false; !done; writes++) {
      freshDatabase();
      const { server, feed, store, update } = await follow(await contentOf('2026.11.25', entries(OLD)));
      expect(await update()).toBe(true);
      putContent(server.repository, await contentOf('2026.11.26', entries(NEW)));
      const kill = killAfter(writes * 149);
      await update().catch(() => false);
      done = kill.tried() <= writes * 149;
      kill.revive();
      await store.close();

      const after = await openListStore();
      const found = [...(await after.reportsFor(NEW)).keys()].sort();
      expect([OLD.length, NEW.length]).toContain(found.length);
      const [live] = await after.feeds();
      expect(live?.live).toMatchObject(
        found.length === OLD.length
          ? { version: '2026.11.25', entries: 5 }
          : { version: '2026.11.26', entries: 700 },
      );
      outcomes[found.length === OLD.length ? 'old' : 'new']++;
      await updateFeed(feed.id, { ...optionsFor(after, server), full: true });
      expect((await after.reportsFor(NEW)).size).toBe(NEW.length);
      await after.close();
    }
    expect(outcomes.old).toBeGreaterThan(1);
    expect(outcomes.new).toBeGreaterThan(0);
  },
);

test('a feed that is no longer followed leaves nothing, even in the middle of its update', async () => {
  const { store, update } = await follow(await contentOf('2026.11.25', entries(OLD)));
  await update();
  expect((await store.reportsFor(OLD)).size).toBe(OLD.length);
  const running = update();
  await store.followFeeds([], NOW);
  await running;
  expect(await store.feeds()).toEqual([]);
  expect((await store.reportsFor(OLD)).size).toBe(0);
});

describe('a feed that is followed otherwise while its update runs', () => {
  type Change = [name: string, change: (feed: WantedFeed) => WantedFeed, left: string | undefined];
  const changes: Change[] = [
    ['removed and followed again', (feed) => feed, undefined],
    ['at another address', (feed) => ({ ...feed, address: 'https://feed.test/new/' }), '2026.11.25'],
    ['for another scope', (feed) => ({ ...feed, scope: ['directory'] }), '2026.11.25'],
  ];

  /** Runs an update; the change comes between its first content and the switch. */
  async function changedMidway(next: Record<string, string>, [, change, left]: Change) {
    const { feed, server, store, update } = await follow(await contentOf('2026.11.25', entries(OLD)));
    await update();
    putContent(server.repository, next);
    const options = optionsFor(store, server);
    let asked = 0;
    const fetch = async (url: unknown): Promise<Response> => {
      if (String(url).includes('targets/') && asked++ === 0) {
        if (left === undefined) await store.followFeeds([], NOW);
        await store.followFeeds([change(feed)], NOW + 1);
      }
      return options.fetch(url);
    };
    expect(await updateFeed(feed.id, { ...options, fetch })).toBe(false);
    expect(asked).toBeGreaterThan(0);
    return store;
  }

  test.each(changes)('%s: nothing of that update counts, and the next is due at once', async (...change) => {
    // New entries are a new generation; a new version of the same entries only changes the record.
    for (const next of [
      await contentOf('2026.11.26', entries(NEW)),
      await contentOf('2026.11.27', entries(OLD)),
    ]) {
      freshDatabase();
      const store = await changedMidway(next, change);
      const [found] = await store.feeds();
      expect([found?.live?.version, found?.dueAt, found?.error]).toEqual([change[2], 0, undefined]);
      await store.close();
    }
  });
});

describe('scopes', () => {
  const documents = { 'directory.json': feedText('directory'), 'site-pack.json': feedText('site-pack') };

  test('only what is in scope is taken; a scope that grows or shrinks counts at once', async () => {
    const content = await contentOf('2026.11.25', entries(OLD), documents);
    const { feed, server, store, update } = await follow(content, ['reported']);
    await update();
    expect((await feedDocuments())[0]?.documents).toEqual({});

    await store.followFeeds([{ ...feed, scope: ['directory'] }], NOW);
    expect((await store.reportsFor(OLD)).size).toBe(0);
    expect((await store.feeds())[0]?.dueAt).toBe(0);
    await updateFeed(feed.id, optionsFor(store, server));
    expect(Object.keys((await feedDocuments())[0]?.documents ?? {})).toEqual(['directory']);

    await store.followFeeds([{ ...feed, scope: ['reported', 'directory', 'packs'] }], NOW);
    await updateFeed(feed.id, optionsFor(store, server));
    expect(Object.keys((await feedDocuments())[0]?.documents ?? {}).sort()).toEqual([
      'directory',
      'sitePack',
    ]);
    expect((await store.reportsFor(OLD)).size).toBe(OLD.length);
  });

  test('a directory of another shape refuses the update', async () => {
    const bad = await contentOf('2026.11.25', [], { 'directory.json': '{"format":1}' });
    const { store, update } = await follow(bad, ['directory']);
    await update();
    expect((await store.feeds())[0]).toMatchObject({ error: 'ERR_FEED_CONTENT' });
    expect((await store.feeds())[0]?.live).toBeUndefined();
  });

  test('of a newer format asks for an update of the extension', async () => {
    const newer = await contentOf('2026.11.25', [], { 'directory.json': '{"format":2}' });
    const { store, update } = await follow(newer, ['directory']);
    await update();
    expect((await store.feeds())[0]).toMatchObject({ error: 'ERR_FEED_FORMAT_NEWER' });
  });
});

test('a phrase pack that fails the canary texts is refused alone: entries go on, the pack of before stays', async () => {
  const pack = (json: unknown) => ({ 'phrase-pack.json': JSON.stringify(json) });
  const { server, store, update } = await follow(
    await contentOf('2026.11.25', entries(OLD), pack({ version: 2 })),
    ['reported', 'packs'],
  );
  const state = async () => {
    const [[feed], [lists]] = [await store.feeds(), await feedDocuments()];
    return [lists?.documents.phrasePack, feed?.live?.refusedPack !== undefined, feed?.live?.entries];
  };
  await update();
  expect(await state()).toEqual([{ version: 2 }, false, OLD.length]);
  putContent(server.repository, await contentOf('2026.11.26', entries(NEW), pack({ version: 3, bad: true })));
  await update();
  expect(await state()).toEqual([{ version: 2 }, true, NEW.length]);
  // The same bad pack is not fetched again, and stays refused.
  putContent(server.repository, await contentOf('2026.11.27', entries(OLD), pack({ version: 3, bad: true })));
  await update();
  expect(await state()).toEqual([{ version: 2 }, true, OLD.length]);
  putContent(server.repository, await contentOf('2026.11.28', entries(OLD), pack({ version: 4 })));
  await update();
  expect(await state()).toEqual([{ version: 4 }, false, OLD.length]);
});

test('a clock that was put right is no longer said to be behind, even where nothing else is new', async () => {
  const { server, feed, store, update } = await follow(await contentOf('2026.11.25', entries(OLD)));
  const behind = async () => (await store.feeds())[0]?.clockBehind;
  const clock = (now: number) => updateFeed(feed.id, { ...optionsFor(store, server), now: () => now });
  await clock(NOW - 10 * 86_400_000);
  expect(await behind()).toBe(true);
  // The whole workflow would fail from here on: only the timestamp is asked for.
  server.statuses.set('metadata/2.root.json', 500);
  await clock(NOW - 10 * 86_400_000);
  expect(await behind()).toBe(true);
  await store.patchFeed({ ...feed, addedAt: NOW }, { fullAt: NOW });
  expect(await update()).toBe(false);
  expect((await store.feeds())[0]).toMatchObject({ clockBehind: false, failures: 0 });
});

test('what a try ended with is noted, and the next is put off further each time', async () => {
  const { server, store, update } = await follow(await contentOf('2026.11.25', entries(OLD)));
  await update();
  const due = async () => ((await store.feeds())[0]?.dueAt ?? 0) - NOW - 3_600_000;
  const calm = await due();
  expect(calm).toBeLessThan(300_000);
  server.statuses.set('metadata/timestamp.json', 500);
  await update();
  expect((await store.feeds())[0]).toMatchObject({
    error: 'ERR_FEED_SERVER',
    errorPlace: 'metadata/timestamp.json',
    failures: 1,
  });
  const first = await due();
  await update();
  expect(first).toBeGreaterThan(calm);
  expect(await due()).toBeGreaterThan(first);
  server.statuses.clear();
  await update();
  expect((await store.feeds())[0]).toMatchObject({ failures: 0, checkedAt: NOW + 3_600_000 });
  expect((await store.feeds())[0]?.error).toBeUndefined();
  expect(await due()).toBe(calm);
});
