/** What went out as .zip and never came to the server is not lost when the feed went on without it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../lib/admin/document-draft';
import { filesTransport } from '../../../lib/admin/open/files';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { entryReasons } from '../../../lib/admin/publish/draft-reasons';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { prepare } from '../../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import type { AdminStore } from '../../../lib/admin/store';
import { loadWorkspace, saveEdit, settle, type Workspace } from '../../../lib/admin/workspace';
import type { Files } from '../../../lib/lists/publish/proposal';
import { HOUR, ONE, openAtDesk, storeWithKeys, THREE, TWO } from './support/desk';
import {
  addNumber,
  ALL_ALLOWED,
  filesOf,
  newFeed,
  NOW,
  numberLine,
  openFeed,
  signersOf,
  type TestFeed,
} from './support/feed';

const because = (why: string) => ({ who: 'An', at: '2026-11-28T08:00:00Z', why, source: '' });

let feed: TestFeed;
let store: AdminStore;
let desk: Workspace;
let hour: number;

beforeEach(async () => {
  feed = await newFeed();
  store = await storeWithKeys(feed);
  hour = 0;
  await take(feed.files);
});

/** The live feed is opened at its address. */
async function take(files: Files): Promise<void> {
  desk = await openAtDesk(store, feed, files, 'https://x.example/');
}

/** The draft goes out as .zip; its files. */
async function zipped(): Promise<Files> {
  const prepared = await prepare({ allowed: ALL_ALLOWED, ...desk, now: NOW + ++hour * HOUR });
  const files = new Map([...desk.open.files, ...(await filesOf(prepared, desk.open))]);
  desk = await settle(store, desk, prepared, false);
  return files;
}

async function add(number: string, why: string): Promise<void> {
  desk = await saveEdit(store, desk, desk.reported.add([[number, numberLine(number)]], because(why)));
}

/** A colleague's version over some files: one number more, or one less. */
async function theirs(files: Files, number: string, gone = false): Promise<Files> {
  const open: OpenFeed = await openFeed(files, feed.fingerprint);
  const signers = await signersOf(feed, 'An');
  const now = NOW + ++hour * HOUR;
  const { draft } = new ReportedDraft(open.reported).remove([number], because('gỡ'));
  const prepared = gone
    ? await prepare({ allowed: ALL_ALLOWED, open, reported: draft, drafts: {}, reasons: {}, signers, now })
    : await addNumber(open, number, signers, now);
  return new Map([...files, ...(await filesOf(prepared, open))]);
}

describe('a .zip that did not come to the server', () => {
  it('comes back into the draft with its reasons where another of the same version is live', async () => {
    await add(ONE, 'đêm qua');
    desk = await saveDocument(store, desk, 'info', { ...desk.open.info, contact: '113' }, because('liên hệ'));
    await zipped();
    await add(THREE, 'sáng nay');
    await take(await theirs(feed.files, TWO));
    expect([...desk.open.reported.keys()]).toEqual([TWO]);
    const why = [...desk.reported.changes.values()].map(({ number, reason }) => [number, reason.why]);
    expect(why.sort()).toEqual([
      [ONE, 'đêm qua'],
      [THREE, 'sáng nay'],
    ]);
    expect(entryReasons(desk.open, desk.drafts, desk.reasons)).toMatchObject([
      { list: 'info', part: 'contact', kind: 'added', reason: { why: 'liên hệ' } },
    ]);
    expect(desk.merge?.taken.reported.added).toEqual([TWO]);
    // Nobody ever had it.
    expect(desk.history).toEqual([]);
    // The next one stands on what is live.
    await zipped();
    expect([...desk.open.reported.keys()]).toEqual([ONE, TWO, THREE]);
  });

  it('comes back too where the live feed is further, and after a look at a copy of the .zip itself', async () => {
    await add(ONE, 'đêm qua');
    desk = await openAtDesk(store, feed, await zipped());
    await take(await theirs(await theirs(feed.files, TWO), THREE));
    expect([...desk.reported.changes.keys()]).toEqual([ONE]);
    expect(desk.merge?.taken.reported.added).toEqual([TWO, THREE]);
  });

  it('and one more over it: before the next is made, a live feed that is other is taken in', async () => {
    await add(ONE, 'đêm qua');
    await zipped();
    await add(THREE, 'sáng nay');
    await zipped();
    await add('+842920000004', 'trưa');
    const next = await prepare({ allowed: ALL_ALLOWED, ...desk, now: NOW + ++hour * HOUR });
    const live = filesTransport(await theirs(feed.files, TWO));
    const caught = await catchUp(store, desk, next, live, NOW);
    expect(caught?.outcome).toBe('other');
    expect([...(caught?.workspace.reported.changes.keys() ?? [])].sort()).toEqual([
      ONE,
      THREE,
      '+842920000004',
    ]);
    expect(caught?.workspace.history).toEqual([]);
  });

  it('stays as it is while nothing else is live', async () => {
    await add(ONE, 'đêm qua');
    await zipped();
    await expect(take(feed.files)).rejects.toMatchObject({ code: 'ERR_FEED_ROLLBACK' });
    desk = await loadWorkspace(store, desk.feed);
    expect([...desk.open.reported.keys()]).toEqual([ONE]);
    expect(desk.history).toHaveLength(1);
  });
});

describe('a .zip that was put up', () => {
  it('is live: what a colleague took out of it afterwards stays out', async () => {
    await add(ONE, 'đêm qua');
    const mine = await zipped();
    await take(await theirs(await theirs(mine, TWO), ONE, true));
    expect([...desk.open.reported.keys()]).toEqual([TWO]);
    expect(desk.reported.changes.size).toBe(0);
    expect(desk.history).toHaveLength(1);
  });
});
