import { beforeEach, describe, expect, test } from 'vitest';
import type { EmbeddedLists } from '../../../lib/lists/embedded';
import { ListError } from '../../../lib/lists/list-error';
import { createLookup, type LookupOptions } from '../../../lib/lists/lookup';
import { openListStore } from '../../../lib/lists/open-list-store';
import type { ReportedEntry } from '../../../lib/lists/schema-reported';
import type { ListStore } from '../../../lib/lists/store';
import { DB_NAME } from '../../../lib/lists/store-schema';
import { compareVersions } from '../../../lib/lists/versions';
import { freshDatabase, listsOf, reportOf } from './fresh-database';
import { embeddedFeed, feedJson } from './read-feed';

const INSPECTORATE = '+842923899588';
const REPORTED = '1900292900';
const UNKNOWN = '+84912000000';
const NUMBERS = [INSPECTORATE, REPORTED, UNKNOWN];
/** Of lists that are newer than any that the extension comes with. */
const NEWER = '2099.1.1';
/** The newest of the embedded lists names them all. */
/** The newest of the lists. */
const { version: VERSION, published: PUBLISHED } = ['directory', 'reported', 'site-pack']
  .map((name) => feedJson(name) as { version: string; published: string })
  .reduce((a, b) => (compareVersions(a.version, b.version) > 0 ? a : b));
const now = () => '2026-11-25';
const lookupOf = (options: Partial<LookupOptions> = {}) =>
  createLookup({ embedded: embeddedFeed(), now, ...options });
const kinds = async (lookup: ReturnType<typeof createLookup>, numbers = NUMBERS) =>
  [...(await lookup.standings(numbers)).values()].map((standing) => standing.kind);

/** The embedded lists as a later version, with one report more. */
function later(version: string): EmbeddedLists {
  const embedded = embeddedFeed();
  const reported = embedded.reported as { reports: ReportedEntry[] };
  return {
    ...embedded,
    reported: {
      ...reported,
      version,
      reports: [...reported.reports, { number: UNKNOWN, ...reportOf('new') }],
    },
  };
}

beforeEach(freshDatabase);

describe('answers', () => {
  test('from the store, installed at the first question', async () => {
    const store = await openListStore();
    const lookup = lookupOf({ store });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'unknown']);
    expect(await lookup.state()).toEqual({ kind: 'stored' });
    expect(await store.live()).toMatchObject({ version: VERSION, installedAt: '2026-11-25' });
    expect((await lookup.directory()).notices).toHaveLength(1);
    expect((await lookup.sitePack()).sites.length).toBeGreaterThan(8);
    expect(await lookup.phrasePack()).toEqual({ version: 1, made: 'for tests' });
    expect(await lookup.age()).toMatchObject({ version: VERSION, published: PUBLISHED, months: 0 });
  });

  test('the same from the store and from memory', async () => {
    const stored = await lookupOf({ store: openListStore() }).standings(NUMBERS);
    expect(await lookupOf().standings(NUMBERS)).toEqual(stored);
    expect(stored.get(INSPECTORATE)?.official?.validTo).toBe('2025-02-28');
    expect(stored.get(REPORTED)?.reports?.[0]?.authority).toBe('EVN');
  });

  test('with the practice entries merged, in memory alone', async () => {
    const store = await openListStore();
    const practice = (number: string): ReportedEntry => ({ number, ...reportOf('practice'), practice: true });
    const extraReports = [practice(UNKNOWN), practice(INSPECTORATE), practice(REPORTED)];
    const lookup = lookupOf({ store, extraReports });
    expect(await kinds(lookup)).toEqual(['both', 'reported', 'reported']);
    const standings = await lookup.standings(NUMBERS);
    expect(standings.get(UNKNOWN)?.reports?.[0]?.practice).toBe(true);
    expect(standings.get(REPORTED)?.reports).toHaveLength(2);
    expect((await store.reportsFor(NUMBERS)).size).toBe(1);
  });

  test('age counts from the day of publishing', async () => {
    expect(await lookupOf({ now: () => '2027-03-24' }).age()).toMatchObject({ months: 3 });
  });
});

describe('versions', () => {
  test('newer embedded lists install themselves', async () => {
    await lookupOf({ store: openListStore() }).directory();
    const store = await openListStore();
    const lookup = lookupOf({ store, embedded: later(NEWER) });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'reported']);
    expect((await store.live())?.version).toBe(NEWER);
  });

  test('older embedded lists leave the stored ones alone', async () => {
    const store = await openListStore();
    await lookupOf({ store, embedded: later(NEWER) }).directory();
    const lookup = lookupOf({ store });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'reported']);
    expect((await lookup.age()).version).toBe(NEWER);
  });

  test('a newer phrase pack of the extension serves beside newer stored lists', async () => {
    const store = await openListStore();
    await lookupOf({ store, embedded: later(NEWER) }).directory();
    const phrasePack = { version: 2 };
    const lookup = lookupOf({ store, embedded: { ...embeddedFeed(), phrasePack } });
    expect(await lookup.phrasePack()).toEqual(phrasePack);
    expect((await lookup.age()).version).toBe(NEWER);
  });

  test('reload sees an update that went live', async () => {
    const store = await openListStore();
    const lookup = lookupOf({ store });
    expect(await kinds(lookup, [UNKNOWN])).toEqual(['unknown']);
    await lookupOf({ store, embedded: later(NEWER) }).directory();
    await lookup.reload();
    expect(await kinds(lookup, [UNKNOWN])).toEqual(['reported']);
    expect((await lookup.age()).version).toBe(NEWER);
  });
});

describe('without a store', () => {
  const failing = (change: Partial<ListStore>) => async (): Promise<ListStore> => ({
    ...(await openListStore()),
    ...change,
  });
  const quota = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const broken = () => Promise.reject(new Error('broken'));

  test.each([
    ['none given', () => undefined, 'ERR_STORE_UNAVAILABLE'],
    [
      'no database',
      () => (Reflect.deleteProperty(globalThis, 'indexedDB'), openListStore()),
      'ERR_STORE_UNAVAILABLE',
    ],
    ['forbidden', () => Promise.reject(new DOMException('no', 'SecurityError')), 'ERR_STORE_UNAVAILABLE'],
    ['no room', failing({ install: quota }), 'ERR_STORE_QUOTA'],
    ['unreadable', failing({ documents: broken }), 'ERR_STORE_FAILED'],
    ['unreadable reports', failing({ reportsFor: broken }), 'ERR_STORE_FAILED'],
  ])('%s: the embedded lists answer and say so', async (_, store, code) => {
    const lookup = lookupOf({ store: store() });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'unknown']);
    expect(await lookup.state()).toEqual({ kind: 'embedded-only', code });
    expect((await lookup.directory()).hotlines.length).toBeGreaterThan(30);
  });

  test('lists that this version cannot read are passed over', async () => {
    const store = await openListStore();
    await store.install(listsOf('2030.1.1', []));
    const lookup = lookupOf({ store });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'unknown']);
    expect(await lookup.state()).toEqual({ kind: 'embedded-only', code: 'ERR_LIST_SCHEMA' });
  });

  test('a store wiped while in use is filled again', async () => {
    const lookup = lookupOf({ store: openListStore() });
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'unknown']);
    const deleting = indexedDB.deleteDatabase(DB_NAME);
    await new Promise((resolve) => (deleting.onsuccess = resolve));
    expect(await kinds(lookup)).toEqual(['official', 'reported', 'unknown']);
    expect(await lookup.state()).toEqual({ kind: 'stored' });
  });

  test('faulty embedded lists are an error of the build, and are not hidden', async () => {
    const lookup = lookupOf({ embedded: { ...embeddedFeed(), directory: {} } });
    await expect(lookup.directory()).rejects.toBeInstanceOf(ListError);
    await expect(
      lookupOf({ embedded: { ...embeddedFeed(), phrasePack: null } }).standings([]),
    ).rejects.toMatchObject({
      place: 'phrasePack',
    });
  });
});
