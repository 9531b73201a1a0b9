/** A draft whose feed somebody else published meanwhile: taken in, merged, chosen, published as the next version. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../lib/admin/document-draft';
import { openClashes } from '../../../lib/admin/merge/rebase';
import { filesTransport } from '../../../lib/admin/open/files';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { prepare, prepareRefresh, type Prepared } from '../../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { openAdminStore, type AdminStore } from '../../../lib/admin/store';
import { saveChoice } from '../../../lib/admin/save-choice';
import { keepFeed, loadWorkspace, saveEdit, type Workspace } from '../../../lib/admin/workspace';
import { keepDailyKeys } from '../../../lib/admin/keys/daily';
import { documentToEdit } from '../../../lib/admin/publish/documents';
import { entryReasons } from '../../../lib/admin/publish/draft-reasons';
import { setEntry } from '../../../lib/admin/directory/edit';
import { valuesOf } from '../../../lib/admin/directory/form-values';
import type { Directory } from '../../../lib/lists/schema-directory';
import {
  ALL_ALLOWED,
  filesOf,
  newFeed,
  NOW,
  numberLine,
  openFeed,
  signersOf,
  type TestFeed,
} from './support/feed';

const HOUR = 3_600_000;
const [ONE, TWO, THREE] = ['+842920000001', '+842920000002', '+842920000003'] as const;
const reason = (who: string) => ({ who, at: '2026-11-28T08:00:00Z', why: `vì ${who}`, source: '' });
const line = (number: string, category = 'police') => numberLine(number, category);

let made: TestFeed;
let live: Map<string, Uint8Array<ArrayBuffer>>;
let store: AdminStore;
let count = 0;

/** Publishes for a colleague who stands on what is live. */
async function colleague(edit: (open: OpenFeed) => Pick<Workspace, 'reported' | 'drafts'>, hours: number) {
  const open = await openFeed(live, made.fingerprint);
  const signers = await signersOf(made, 'An');
  const prepared = await prepare({
    allowed: ALL_ALLOWED,
    open,
    signers,
    reasons: {},
    now: NOW + hours * HOUR,
    ...edit(open),
  });
  await publish(prepared, open);
}

async function publish(prepared: Prepared, open: OpenFeed) {
  for (const [path, bytes] of await filesOf(prepared, open)) live.set(path, bytes);
}

const numbers = (lines: Readonly<Record<string, readonly string[]>>) => (open: OpenFeed) => ({
  reported: new ReportedDraft(open.reported).set(new Map(Object.entries(lines)), reason('Bình')).draft,
  drafts: {},
});

async function mine(): Promise<Workspace> {
  const feed = await keepFeed(store, await openFeed(live, made.fingerprint), {
    editor: 'An',
    address: undefined,
  });
  return loadWorkspace(store, feed);
}

const edit = (workspace: Workspace, lines: Readonly<Record<string, readonly string[]>>) =>
  saveEdit(store, workspace, workspace.reported.set(new Map(Object.entries(lines)), reason('An')));

beforeEach(async () => {
  made = await newFeed();
  live = new Map(made.files);
  store = await openAdminStore(`merge-${String(count++)}`);
  await keepDailyKeys(store, made.fingerprint, made.keys);
  await colleague(numbers({ [ONE]: [line(ONE)], [TWO]: [line(TWO)] }), 1);
});

describe('a draft over the version of somebody else', () => {
  it('keeps what each changed, with who and why, and is the next version', async () => {
    await edit(await mine(), { [TWO]: [], [THREE]: [line(THREE)] });
    await colleague(numbers({ [ONE]: [line(ONE), line(ONE, 'bank')], [THREE]: [line(THREE, 'tax')] }), 2);
    const merged = await mine();
    expect(merged.merge?.clashes).toEqual([]);
    expect(merged.merge?.taken.reported).toEqual({ added: [THREE], removed: [], changed: [ONE] });
    expect(merged.reported.linesOf(THREE)).toEqual([line(THREE), line(THREE, 'tax')]);
    expect(merged.reported.changes.get(TWO)?.reason).toEqual(reason('An'));
    await publish(await prepare({ allowed: ALL_ALLOWED, ...merged, now: NOW + 3 * HOUR }), merged.open);
    const next = await openFeed(live, made.fingerprint);
    expect([...next.reported]).toEqual([
      [ONE, [line(ONE, 'bank'), line(ONE)].sort()],
      [THREE, [line(THREE), line(THREE, 'tax')].sort()],
    ]);
  });

  it('what both changed is chosen, and chosen again; until then mine stands and theirs is kept', async () => {
    await edit(await mine(), { [ONE]: [line(ONE, 'bank')] });
    await colleague(numbers({ [ONE]: [], [THREE]: [line(THREE)] }), 2);
    let now = await mine();
    const [clash] = now.merge?.clashes ?? [];
    if (!clash) throw new Error('no clash');
    expect(clash).toMatchObject({ number: ONE, theirs: [], mine: [line(ONE, 'bank')] });
    expect(now.merge?.taken.reported.added).toEqual([THREE]);
    expect(openClashes(now.merge)).toBe(1);
    now = await saveChoice(store, now, clash, 'theirs');
    expect(now.reported.changes.size).toBe(0);
    const again = now.merge?.clashes[0];
    now = await saveChoice(store, now, again ?? clash, 'mine');
    expect(now.reported.changes.get(ONE)).toMatchObject({ lines: [line(ONE, 'bank')], reason: reason('An') });
    const kept = await loadWorkspace(store, now.feed);
    expect(kept.merge?.clashes[0]?.chosen).toBe('mine');
    expect(kept.reported.linesOf(ONE)).toEqual([line(ONE, 'bank')]);
  });

  it('a choice that is left open outlives another publication', async () => {
    await edit(await mine(), { [ONE]: [line(ONE, 'bank')] });
    await colleague(numbers({ [ONE]: [] }), 2);
    await mine();
    await colleague(numbers({ [THREE]: [line(THREE)] }), 3);
    const now = await mine();
    expect(now.merge?.clashes).toMatchObject([{ number: ONE }]);
    expect(openClashes(now.merge)).toBe(1);
  });

  it('a change that was published by both and is changed again since does not come back', async () => {
    await edit(await mine(), { [ONE]: [line(ONE, 'bank')] });
    await colleague(numbers({ [ONE]: [line(ONE, 'bank')] }), 2);
    expect((await mine()).reported.changes.size).toBe(0);
    await colleague(numbers({ [ONE]: [line(ONE, 'tax')] }), 3);
    const now = await mine();
    expect(now.reported.changes.size).toBe(0);
    expect(now.reported.linesOf(ONE)).toEqual([line(ONE, 'tax')]);
  });

  it('the directory: entries of both stand in it, the one that both changed is chosen', async () => {
    const start = await mine();
    const hotline = (directory: Directory, at: number, vi: string): Directory => {
      const entry = directory.hotlines[at];
      const values = { ...valuesOf('hotlines', entry), 'cost.vi': vi, 'cost.en': vi };
      const result = setEntry(directory, 'hotlines', entry, values, NOW);
      if ('problem' in result) throw new Error(result.problem.fault);
      return result.directory;
    };
    const base = documentToEdit(start.open.targets, 'directory') as Directory;
    const my = hotline(hotline(base, 0, 'của tôi'), 1, 'của tôi');
    await saveDocument(store, start, 'directory', my, reason('An'));
    await colleague(
      (open) => ({
        reported: new ReportedDraft(open.reported),
        drafts: { directory: hotline(hotline(base, 0, 'của bạn'), 2, 'của bạn') },
      }),
      2,
    );
    let now = await mine();
    const [clash] = now.merge?.clashes ?? [];
    if (!clash) throw new Error('no clash');
    const costs = ({ drafts }: Workspace) =>
      (drafts.directory as Directory).hotlines.slice(0, 3).map(({ cost }) => cost?.vi);
    expect(costs(now)).toEqual(['của tôi', 'của tôi', 'của bạn']);
    now = await saveChoice(store, now, clash, 'theirs');
    expect(costs(now)).toEqual(['của bạn', 'của tôi', 'của bạn']);
    const [chosen] = now.merge?.clashes ?? [];
    now = await saveChoice(store, now, chosen ?? clash, 'mine');
    expect(costs(await loadWorkspace(store, now.feed))).toEqual(['của tôi', 'của tôi', 'của bạn']);
  });
});

describe('a whole list of one side', () => {
  /** Theirs closes an office and changes two prices, mine names that office: the two cannot be one. */
  async function clashing() {
    const start = await mine();
    const base = documentToEdit(start.open.targets, 'directory') as Directory;
    const named = JSON.stringify({ ...base, organisations: [] });
    const office = base.organisations.find(({ id }) => !named.includes(`"organisation":"${id}"`));
    const [hotline] = base.hotlines;
    if (!office || !hotline) throw new Error('no office, no hotline');
    const added = { ...hotline, number: '+842920000001', organisation: office.id };
    const my = { ...base, hotlines: [...base.hotlines, added] };
    await saveDocument(store, start, 'directory', my, reason('An'));
    const theirs: Directory = {
      ...base,
      organisations: base.organisations.filter(({ id, successor }) => ![id, successor].includes(office.id)),
      hotlines: base.hotlines.map((one, at) => (at < 2 ? { ...one, cost: { vi: 'x', en: 'x' } } : one)),
    };
    const publish = (open: OpenFeed) => ({
      reported: new ReportedDraft(open.reported),
      drafts: { directory: theirs },
    });
    await colleague(publish, 2);
    const now = await mine();
    const [clash] = now.merge?.clashes ?? [];
    expect(clash).toMatchObject({ list: 'directory' });
    if (!clash) throw new Error('no clash');
    return { now, clash, added, my };
  }
  const said = ({ open, drafts, reasons }: Workspace) =>
    entryReasons(open, drafts, reasons).map(({ part, kind, reason: one }) => [
      part,
      kind,
      one?.who,
      one?.why,
    ]);
  const kept = { who: 'An', at: '2026-11-28T10:00:00Z', why: 'văn phòng còn làm việc', source: 'CV 3' };

  it('that is kept has a reason for each entry of theirs that goes by it; edits keep their own', async () => {
    const { now, clash, my } = await clashing();
    await expect(saveChoice(store, now, clash, 'mine')).rejects.toThrow(RangeError);
    await saveChoice(store, now, clash, 'mine', kept);
    const chosen = await loadWorkspace(store, now.feed);
    expect(chosen.drafts.directory).toMatchObject({ hotlines: my.hotlines });
    const reasons = said(chosen);
    expect(reasons).toContainEqual(['hotlines', 'added', 'An', 'vì An']);
    expect(reasons).toContainEqual(['organisations', 'added', 'An', kept.why]);
    expect(reasons.filter(([part, kind]) => part === 'hotlines' && kind === 'changed')).toEqual([
      ['hotlines', 'changed', 'An', kept.why],
      ['hotlines', 'changed', 'An', kept.why],
    ]);
    expect(reasons.filter(([, , , why]) => why === undefined)).toEqual([]);
    // They go out with the publication.
    const { history } = await prepare({ allowed: ALL_ALLOWED, ...chosen, now: NOW + 3 * HOUR });
    expect(history?.entries?.map(({ reason: one }) => one?.source)).toContain('CV 3');
  });

  it('of theirs changes nothing, and mine can still be chosen', async () => {
    const { now, clash } = await clashing();
    let next = await saveChoice(store, now, clash, 'theirs');
    expect(said(next)).toEqual([]);
    next = await saveChoice(store, next, next.merge?.clashes[0] ?? clash, 'mine', kept);
    expect(said(await loadWorkspace(store, next.feed)).filter(([, , who]) => who !== 'An')).toEqual([]);
  });

  it('that is kept once more is kept for what is said then; reasons of edits stay', async () => {
    const { now, clash } = await clashing();
    let next = await saveChoice(store, now, clash, 'mine', kept);
    const choice = () => next.merge?.clashes[0] ?? clash;
    next = await saveChoice(store, next, choice(), 'theirs');
    await expect(saveChoice(store, next, choice(), 'mine')).rejects.toThrow(RangeError);
    const second = { ...kept, at: '2026-11-28T11:00:00Z', why: 'đã hỏi lại', source: 'CV 4' };
    await saveChoice(store, next, choice(), 'mine', second);
    next = await loadWorkspace(store, next.feed);
    const whys = said(next).map(([, , , why]) => why);
    expect(new Set(whys)).toEqual(new Set(['vì An', second.why]));
    // And a third time, over the second.
    next = await saveChoice(store, next, choice(), 'theirs');
    next = await saveChoice(store, next, choice(), 'mine', kept);
    expect(new Set(said(next).map(([, , , why]) => why))).toEqual(new Set(['vì An', kept.why]));
  });
});

describe('a publication that meets another one', () => {
  it('only dates were signed elsewhere: it goes on over them with the signatures of its content', async () => {
    const workspace = await edit(await mine(), { [THREE]: [line(THREE)] });
    const prepared = await prepare({ allowed: ALL_ALLOWED, ...workspace, now: NOW + 2 * HOUR });
    const dated = await prepareRefresh(workspace, NOW + 3 * HOUR);
    await publish(dated, workspace.open);
    const caught = await catchUp(store, workspace, prepared, filesTransport(live), NOW + 4 * HOUR);
    expect(caught?.outcome).toBe('dates');
    expect(caught?.pending?.missing).toBeUndefined();
    if (!caught?.pending) throw new Error('nothing goes on');
    expect(caught.pending.proposal.metadata.targets).toEqual(prepared.proposal.metadata.targets);
    await publish(caught.pending, caught.workspace.open);
    expect((await openFeed(live, made.fingerprint)).reported.has(THREE)).toBe(true);
  });

  it('other content: the draft is merged into it, what was signed is dropped', async () => {
    const workspace = await edit(await mine(), { [THREE]: [line(THREE)] });
    const prepared = await prepare({ allowed: ALL_ALLOWED, ...workspace, now: NOW + 2 * HOUR });
    await store.savePending(workspace.feed.id, prepared);
    await colleague(numbers({ [ONE]: [] }), 2);
    const caught = await catchUp(store, workspace, prepared, filesTransport(live), NOW + 4 * HOUR);
    expect(caught?.outcome).toBe('other');
    expect(await store.pending(workspace.feed.id)).toBeUndefined();
    expect([...(caught?.workspace.reported.state().keys() ?? [])]).toEqual([TWO, THREE]);
  });
});
