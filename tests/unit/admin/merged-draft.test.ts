/** A draft whose feed somebody else published meanwhile: taken in, merged, chosen, published as the next version. */
import { beforeEach, describe, expect, it } from 'vitest';
import { setEntry } from '../../../lib/admin/directory/edit';
import { valuesOf } from '../../../lib/admin/directory/form-values';
import { saveDocument } from '../../../lib/admin/document-draft';
import { openClashes } from '../../../lib/admin/merge/rebase';
import { filesTransport } from '../../../lib/admin/open/files';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { documentToEdit } from '../../../lib/admin/publish/documents';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { prepare, prepareRefresh, type Prepared } from '../../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { saveChoice } from '../../../lib/admin/save-choice';
import { loadWorkspace, saveEdit, type Workspace } from '../../../lib/admin/workspace';
import type { Directory } from '../../../lib/lists/schema-directory';
import { HOUR, ONE, THREE, TWO } from './support/desk';
import { ALL_ALLOWED, NOW, numberLine } from './support/feed';
import { SharedFeed } from './support/shared-feed';

const reason = (who: string) => ({ who, at: '2026-11-28T08:00:00Z', why: `vì ${who}`, source: '' });
const line = (number: string, category = 'police') => numberLine(number, category);

let shared: SharedFeed;

const numbers = (lines: Readonly<Record<string, readonly string[]>>) => (open: OpenFeed) => ({
  reported: new ReportedDraft(open.reported).set(new Map(Object.entries(lines)), reason('Bình')).draft,
  drafts: {},
});

const edit = (workspace: Workspace, lines: Readonly<Record<string, readonly string[]>>) =>
  saveEdit(shared.store, workspace, workspace.reported.set(new Map(Object.entries(lines)), reason('An')));

beforeEach(async () => {
  shared = await SharedFeed.make();
  await shared.colleague(numbers({ [ONE]: [line(ONE)], [TWO]: [line(TWO)] }), NOW + HOUR);
});

describe('a draft over the version of somebody else', () => {
  it('keeps what each changed, with who and why, and is the next version', async () => {
    await edit(await shared.desk(), { [TWO]: [], [THREE]: [line(THREE)] });
    await shared.colleague(
      numbers({ [ONE]: [line(ONE), line(ONE, 'bank')], [THREE]: [line(THREE, 'tax')] }),
      NOW + 2 * HOUR,
    );
    const merged = await shared.desk();
    expect(merged.merge?.clashes).toEqual([]);
    expect(merged.merge?.taken.reported).toEqual({ added: [THREE], removed: [], changed: [ONE] });
    expect(merged.reported.linesOf(THREE)).toEqual([line(THREE), line(THREE, 'tax')]);
    expect(merged.reported.changes.get(TWO)?.reason).toEqual(reason('An'));
    await shared.put(await prepare({ allowed: ALL_ALLOWED, ...merged, now: NOW + 3 * HOUR }), merged.open);
    const next = await shared.open();
    expect([...next.reported]).toEqual([
      [ONE, [line(ONE, 'bank'), line(ONE)].sort()],
      [THREE, [line(THREE), line(THREE, 'tax')].sort()],
    ]);
  });

  it('what both changed is chosen, and chosen again; until then mine stands and theirs is kept', async () => {
    await edit(await shared.desk(), { [ONE]: [line(ONE, 'bank')] });
    await shared.colleague(numbers({ [ONE]: [], [THREE]: [line(THREE)] }), NOW + 2 * HOUR);
    let now = await shared.desk();
    const [clash] = now.merge?.clashes ?? [];
    if (!clash) throw new Error('no clash');
    expect(clash).toMatchObject({ number: ONE, theirs: [], mine: [line(ONE, 'bank')] });
    expect(now.merge?.taken.reported.added).toEqual([THREE]);
    expect(openClashes(now.merge)).toBe(1);
    now = await saveChoice(shared.store, now, clash, 'theirs');
    expect(now.reported.changes.size).toBe(0);
    const again = now.merge?.clashes[0];
    now = await saveChoice(shared.store, now, again ?? clash, 'mine');
    expect(now.reported.changes.get(ONE)).toMatchObject({ lines: [line(ONE, 'bank')], reason: reason('An') });
    const kept = await loadWorkspace(shared.store, now.feed);
    expect(kept.merge?.clashes[0]?.chosen).toBe('mine');
    expect(kept.reported.linesOf(ONE)).toEqual([line(ONE, 'bank')]);
  });

  it('a choice that is left open outlives another publication', async () => {
    await edit(await shared.desk(), { [ONE]: [line(ONE, 'bank')] });
    await shared.colleague(numbers({ [ONE]: [] }), NOW + 2 * HOUR);
    await shared.desk();
    await shared.colleague(numbers({ [THREE]: [line(THREE)] }), NOW + 3 * HOUR);
    const now = await shared.desk();
    expect(now.merge?.clashes).toMatchObject([{ number: ONE }]);
    expect(openClashes(now.merge)).toBe(1);
  });

  it('a change that was published by both and is changed again since does not come back', async () => {
    await edit(await shared.desk(), { [ONE]: [line(ONE, 'bank')] });
    await shared.colleague(numbers({ [ONE]: [line(ONE, 'bank')] }), NOW + 2 * HOUR);
    expect((await shared.desk()).reported.changes.size).toBe(0);
    await shared.colleague(numbers({ [ONE]: [line(ONE, 'tax')] }), NOW + 3 * HOUR);
    const now = await shared.desk();
    expect(now.reported.changes.size).toBe(0);
    expect(now.reported.linesOf(ONE)).toEqual([line(ONE, 'tax')]);
  });

  it('the directory: entries of both stand in it, the one that both changed is chosen', async () => {
    const start = await shared.desk();
    const hotline = (directory: Directory, at: number, vi: string): Directory => {
      const entry = directory.hotlines[at];
      const values = { ...valuesOf('hotlines', entry), 'cost.vi': vi, 'cost.en': vi };
      const result = setEntry(directory, 'hotlines', entry, values, NOW);
      if ('problem' in result) throw new Error(result.problem.fault);
      return result.directory;
    };
    const base = documentToEdit(start.open.targets, 'directory') as Directory;
    const my = hotline(hotline(base, 0, 'của tôi'), 1, 'của tôi');
    await saveDocument(shared.store, start, 'directory', my, reason('An'));
    await shared.colleague(
      (open) => ({
        reported: new ReportedDraft(open.reported),
        drafts: { directory: hotline(hotline(base, 0, 'của bạn'), 2, 'của bạn') },
      }),
      NOW + 2 * HOUR,
    );
    let now = await shared.desk();
    const [clash] = now.merge?.clashes ?? [];
    if (!clash) throw new Error('no clash');
    const costs = ({ drafts }: Workspace) =>
      (drafts.directory as Directory).hotlines.slice(0, 3).map(({ cost }) => cost?.vi);
    expect(costs(now)).toEqual(['của tôi', 'của tôi', 'của bạn']);
    now = await saveChoice(shared.store, now, clash, 'theirs');
    expect(costs(now)).toEqual(['của bạn', 'của tôi', 'của bạn']);
    const [chosen] = now.merge?.clashes ?? [];
    now = await saveChoice(shared.store, now, chosen ?? clash, 'mine');
    expect(costs(await loadWorkspace(shared.store, now.feed))).toEqual(['của tôi', 'của tôi', 'của bạn']);
  });
});

describe('a publication that meets another one', () => {
  const lookedAt = (workspace: Workspace, prepared: Prepared) =>
    catchUp(shared.store, workspace, prepared, filesTransport(shared.live), NOW + 4 * HOUR);

  it('only dates were signed elsewhere: it goes on over them with the signatures of its content', async () => {
    const workspace = await edit(await shared.desk(), { [THREE]: [line(THREE)] });
    const prepared = await prepare({ allowed: ALL_ALLOWED, ...workspace, now: NOW + 2 * HOUR });
    const dated = await prepareRefresh(workspace, NOW + 3 * HOUR);
    await shared.put(dated, workspace.open);
    const caught = await lookedAt(workspace, prepared);
    expect(caught?.outcome).toBe('dates');
    expect(caught?.pending?.missing).toBeUndefined();
    if (!caught?.pending) throw new Error('nothing goes on');
    expect(caught.pending.proposal.metadata.targets).toEqual(prepared.proposal.metadata.targets);
    await shared.put(caught.pending, caught.workspace.open);
    expect((await shared.open()).reported.has(THREE)).toBe(true);
  });

  it('other content: the draft is merged into it, what was signed is dropped', async () => {
    const workspace = await edit(await shared.desk(), { [THREE]: [line(THREE)] });
    const prepared = await prepare({ allowed: ALL_ALLOWED, ...workspace, now: NOW + 2 * HOUR });
    await shared.store.savePending(workspace.feed.id, prepared);
    await shared.colleague(numbers({ [ONE]: [] }), NOW + 2 * HOUR);
    const caught = await lookedAt(workspace, prepared);
    expect(caught?.outcome).toBe('other');
    expect(await shared.store.pending(workspace.feed.id)).toBeUndefined();
    expect([...(caught?.workspace.reported.state().keys() ?? [])]).toEqual([TWO, THREE]);
  });
});
