/** Two directories that cannot be one: a whole list of one side is kept, and each entry that goes by it has a reason. */
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../lib/admin/document-draft';
import type { OpenFeed } from '../../../lib/admin/open/read-feed';
import { documentToEdit } from '../../../lib/admin/publish/documents';
import { entryReasons } from '../../../lib/admin/publish/draft-reasons';
import { prepare } from '../../../lib/admin/publish/prepare';
import { ReportedDraft } from '../../../lib/admin/reported/draft';
import { saveChoice } from '../../../lib/admin/save-choice';
import { loadWorkspace, type Workspace } from '../../../lib/admin/workspace';
import type { Directory } from '../../../lib/lists/schema-directory';
import { HOUR } from './support/desk';
import { ALL_ALLOWED, NOW } from './support/feed';
import { SharedFeed } from './support/shared-feed';

const AN = { who: 'An', at: '2026-11-28T08:00:00Z', why: 'vì An', source: '' };

let shared: SharedFeed;

beforeEach(async () => {
  shared = await SharedFeed.make();
});

describe('a whole list of one side', () => {
  /** Theirs closes an office and changes two prices, mine names that office: the two cannot be one. */
  async function clashing() {
    const start = await shared.desk();
    const base = documentToEdit(start.open.targets, 'directory') as Directory;
    const named = JSON.stringify({ ...base, organisations: [] });
    const office = base.organisations.find(({ id }) => !named.includes(`"organisation":"${id}"`));
    const [hotline] = base.hotlines;
    if (!office || !hotline) throw new Error('no office, no hotline');
    const added = { ...hotline, number: '+842920000001', organisation: office.id };
    const my = { ...base, hotlines: [...base.hotlines, added] };
    await saveDocument(shared.store, start, 'directory', my, AN);
    const theirs: Directory = {
      ...base,
      organisations: base.organisations.filter(({ id, successor }) => ![id, successor].includes(office.id)),
      hotlines: base.hotlines.map((one, at) => (at < 2 ? { ...one, cost: { vi: 'x', en: 'x' } } : one)),
    };
    const publish = (open: OpenFeed) => ({
      reported: new ReportedDraft(open.reported),
      drafts: { directory: theirs },
    });
    await shared.colleague(publish, NOW + 2 * HOUR);
    const now = await shared.desk();
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
    await expect(saveChoice(shared.store, now, clash, 'mine')).rejects.toThrow(RangeError);
    await saveChoice(shared.store, now, clash, 'mine', kept);
    const chosen = await loadWorkspace(shared.store, now.feed);
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
    let next = await saveChoice(shared.store, now, clash, 'theirs');
    expect(said(next)).toEqual([]);
    next = await saveChoice(shared.store, next, next.merge?.clashes[0] ?? clash, 'mine', kept);
    expect(said(await loadWorkspace(shared.store, next.feed)).filter(([, , who]) => who !== 'An')).toEqual(
      [],
    );
  });

  it('that is kept once more is kept for what is said then; reasons of edits stay', async () => {
    const { now, clash } = await clashing();
    let next = await saveChoice(shared.store, now, clash, 'mine', kept);
    const choice = () => next.merge?.clashes[0] ?? clash;
    next = await saveChoice(shared.store, next, choice(), 'theirs');
    await expect(saveChoice(shared.store, next, choice(), 'mine')).rejects.toThrow(RangeError);
    const second = { ...kept, at: '2026-11-28T11:00:00Z', why: 'đã hỏi lại', source: 'CV 4' };
    await saveChoice(shared.store, next, choice(), 'mine', second);
    next = await loadWorkspace(shared.store, next.feed);
    const whys = said(next).map(([, , , why]) => why);
    expect(new Set(whys)).toEqual(new Set(['vì An', second.why]));
    // And a third time, over the second.
    next = await saveChoice(shared.store, next, choice(), 'theirs');
    next = await saveChoice(shared.store, next, choice(), 'mine', kept);
    expect(new Set(said(next).map(([, , , why]) => why))).toEqual(new Set(['vì An', kept.why]));
  });
});
