/** An old version is brought back whole, nothing goes unsaid, and only what is the same says that it is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../lib/admin/document-draft';
import { countChanges } from '../../../lib/admin/publish/count';
import { documentToEdit, takenOut } from '../../../lib/admin/publish/documents';
import { entryReasons } from '../../../lib/admin/publish/draft-reasons';
import type { HistoryEntry } from '../../../lib/admin/publish/history';
import { prepare } from '../../../lib/admin/publish/prepare';
import { rollBack, rollBackNotes } from '../../../lib/admin/publish/roll-back';
import { reasonForList, saveChoice } from '../../../lib/admin/save-choice';
import { loadWorkspace, saveEdit, settle, type Workspace } from '../../../lib/admin/workspace';
import type { Directory } from '../../../lib/lists/schema-directory';
import { HOUR, ONE, THREE, TWO } from './support/desk';
import { addNumber, ALL_ALLOWED, NOW, numberLine, signersOf } from './support/feed';
import { SharedFeed } from './support/shared-feed';

const because = { who: 'An', at: '2026-11-28T08:00:00Z', why: 'vì', source: '' };

let shared: SharedFeed;
let desk: Workspace;
let hour: number;

beforeEach(async () => {
  shared = await SharedFeed.make();
  hour = 0;
  desk = await shared.desk();
});

async function published(): Promise<HistoryEntry> {
  const prepared = await prepare({ allowed: ALL_ALLOWED, ...desk, now: NOW + ++hour * HOUR });
  await shared.put(prepared, desk.open);
  desk = await settle(shared.store, desk, prepared);
  const entry = desk.history.at(-1);
  if (!entry) throw new Error('no history');
  return entry;
}

async function add(number: string): Promise<void> {
  desk = await saveEdit(shared.store, desk, desk.reported.add([[number, numberLine(number)]], because));
}

/** The directory with another cost of its first hotline. */
async function costing(cost: string): Promise<void> {
  const directory = structuredClone(desk.drafts.directory ?? documentToEdit(desk.open.targets, 'directory'));
  const [hotline] = (directory as Directory).hotlines;
  if (!hotline) throw new Error('no hotline');
  const next = { ...(directory as Directory), hotlines: [{ ...hotline, cost: { vi: cost, en: cost } }] };
  desk = await saveDocument(shared.store, desk, 'directory', next, because);
}

async function back(entry: HistoryEntry): Promise<void> {
  desk = await rollBack(shared.store, desk, entry, new Date(NOW).toISOString());
}

const numbers = () => [...desk.open.reported.keys()];

describe('a roll-back', () => {
  it('takes a list out that the version did not have, and can itself be rolled back', async () => {
    await add(ONE);
    const first = await published();
    await costing('sai');
    const second = await published();
    expect((await rollBackNotes(shared.store, desk, first)).takenOut).toEqual(['directory']);
    await back(first);
    desk = await loadWorkspace(shared.store, desk.feed);
    expect(takenOut(desk.drafts)).toEqual(['directory']);
    expect(countChanges(desk.open, desk.reported, desk.drafts).documents).toEqual(['directory']);
    const third = await published();
    expect(desk.open.targets.has('directory.json')).toBe(false);
    expect(third.rollBackTo).toBe(first.version);
    expect(third.entries?.map(({ reason }) => reason?.why)).toContain(`↩ ${first.version}`);
    expect(desk.drafts).toEqual({});
    await back(second);
    expect((await published()).rollBackTo).toBe(second.version);
    expect(desk.open.targets.has('directory.json')).toBe(true);
  });

  it('that takes a list out is merged: it stays out, or both sides are there to choose', async () => {
    await add(ONE);
    const first = await published();
    await costing('sai');
    await published();
    await back(first);
    const other = await addNumber(desk.open, TWO, await signersOf(shared.feed, 'An'), NOW + ++hour * HOUR);
    await shared.put(other, desk.open);
    desk = await shared.desk();
    expect(desk.merge?.clashes).toEqual([]);
    expect(takenOut(desk.drafts)).toEqual(['directory']);
    const mine = desk.drafts;
    // Their directory goes on.
    desk = { ...desk, drafts: {} };
    await shared.store.saveDraft(desk.feed.id, new Map(), { directory: undefined });
    await costing('của họ');
    const theirs = await prepare({ allowed: ALL_ALLOWED, ...desk, now: NOW + ++hour * HOUR });
    await shared.put(theirs, desk.open);
    await shared.store.saveDraft(desk.feed.id, new Map(), mine);
    desk = await shared.desk();
    const clash = desk.merge?.clashes[0];
    if (!clash) throw new Error('no clash');
    expect(clash).toMatchObject({ list: 'directory' });
    desk = await saveChoice(shared.store, desk, clash, 'theirs');
    expect(desk.drafts.directory).toBeUndefined();
    const again = desk.merge?.clashes[0];
    const given = reasonForList(desk, clash);
    expect(given).toEqual({ why: '', source: '' });
    const kept = { ...because, why: 'nguồn này không giữ danh bạ' };
    desk = await saveChoice(shared.store, desk, again ?? clash, 'mine', kept);
    desk = await loadWorkspace(shared.store, desk.feed);
    expect(takenOut(desk.drafts)).toEqual(['directory']);
    const entries = entryReasons(desk.open, desk.drafts, desk.reasons);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ reason }) => !reason)).toEqual([]);
  });

  it('brings name and contact back, with the reason', async () => {
    await add(ONE);
    const first = await published();
    desk = await saveDocument(
      shared.store,
      desk,
      'info',
      { ...desk.open.info, contact: 'sai@x.vn' },
      because,
    );
    await add(TWO);
    await published();
    await back(first);
    const entry = await published();
    expect(desk.open.info.contact).toBeUndefined();
    expect(entry.entries).toMatchObject([
      { list: 'info', part: 'contact', kind: 'removed', reason: { why: `↩ ${first.version}` } },
    ]);
    expect(entry.rollBackTo).toBe(first.version);
  });

  it('says how much of a draft it overwrites, and leaves nothing of it', async () => {
    await add(ONE);
    const first = await published();
    await add(TWO);
    await published();
    expect(await rollBackNotes(shared.store, desk, first)).toEqual({
      lost: 0,
      compactStays: false,
      takenOut: [],
    });
    await add(THREE);
    await costing('500 đồng');
    expect((await rollBackNotes(shared.store, desk, first)).lost).toBe(2);
    await back(first);
    expect([...desk.reported.changes.keys()]).toEqual([TWO]);
    expect(desk.drafts).toEqual({});
  });

  it('into which a colleague’s number was merged is not said to be that version', async () => {
    await add(ONE);
    const first = await published();
    await add(TWO);
    await published();
    await back(first);
    const other = await addNumber(desk.open, THREE, await signersOf(shared.feed, 'An'), NOW + ++hour * HOUR);
    await shared.put(other, desk.open);
    desk = await shared.desk();
    const entry = await published();
    expect(numbers()).toEqual([ONE, THREE]);
    expect(entry.rollBackTo).toBeUndefined();
  });
});
