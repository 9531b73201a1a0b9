/** Every change of the directory, the phrases and the feed's name carries who made it, when, why and from where. */
import { beforeEach, describe, expect, it } from 'vitest';
import { removeEntry, setEntry } from '../../../lib/admin/directory/edit';
import { valuesOf } from '../../../lib/admin/directory/form-values';
import { documentDraft, putDocument, saveDocument } from '../../../lib/admin/document-draft';
import { addPhrase } from '../../../lib/admin/packs/edit';
import { documentToEdit } from '../../../lib/admin/publish/documents';
import { entryReasons, type VersionEdits } from '../../../lib/admin/publish/draft-reasons';
import { countersign, prepare } from '../../../lib/admin/publish/prepare';
import { rollBack } from '../../../lib/admin/publish/roll-back';
import { proposalEdits, toldBy, withTold } from '../../../lib/admin/publish/told';
import type { AdminStore } from '../../../lib/admin/store';
import type { DocumentPart } from '../../../lib/admin/store-schema';
import { loadWorkspace, settle, type Workspace } from '../../../lib/admin/workspace';
import { utf8 } from '../../../lib/lists/feed/bytes';
import { proposalFile, readProposal } from '../../../lib/lists/publish/proposal-file';
import type { Directory } from '../../../lib/lists/schema-directory';
import type { PhrasePack } from '../../../lib/phrasing/pack-schema';
import { openAtDesk, storeWithKeys } from './support/desk';
import { newFeed, NOW } from './support/feed';

const because = (why: string) => ({ who: 'An', at: '2026-11-28T08:00:00Z', why, source: 'CV 12' });

let store: AdminStore;
let desk: Workspace;

beforeEach(async () => {
  const feed = await newFeed();
  store = await storeWithKeys(feed);
  desk = await openAtDesk(store, feed);
});

const directoryOf = ({ drafts, open }: Workspace) =>
  (drafts.directory ?? documentToEdit(open.targets, 'directory')) as Directory;

/** Another cost of the first hotline. */
function costing(workspace: Workspace, vi: string): Directory {
  const directory = directoryOf(workspace);
  const entry = directory.hotlines[0];
  const values = { ...valuesOf('hotlines', entry), 'cost.vi': vi, 'cost.en': vi };
  const result = setEntry(directory, 'hotlines', entry, values, NOW);
  if ('problem' in result) throw new Error(result.problem.fault);
  return result.directory;
}

const WORDS = 'nộp lệ phí giám định';
const publishedPack = () => documentToEdit(desk.open.targets, 'phrasePack') as PhrasePack;
const concept = () => publishedPack().concepts[0]?.id ?? '';
/** The pack with one phrase more. */
function phrased(): PhrasePack {
  const result = addPhrase(publishedPack(), concept(), WORDS);
  if ('problem' in result) throw new Error(result.problem);
  return result.pack;
}

async function save(part: DocumentPart, value: unknown, why: string): Promise<void> {
  await saveDocument(store, desk, part, value, because(why));
  desk = await loadWorkspace(store, desk.feed);
}

const said = ({ entries }: Pick<VersionEdits, 'entries'>) =>
  entries.map(({ part, key, kind, reason }) => [part, key, kind, reason?.why]);
/** What is said of the first hotline. */
const dearer = (why: string | undefined) => [
  'hotlines',
  directoryOf(desk).hotlines[0]?.number,
  'changed',
  why,
];
/** What is said of that phrase. */
const worded = (why: string) => ['phrases', `${concept()} ${WORDS}`, 'added', why];
const draftSays = () => said({ entries: entryReasons(desk.open, desk.drafts, desk.reasons) });

async function published() {
  const prepared = await prepare({ ...desk, now: NOW });
  desk = await settle(store, desk, prepared);
  return prepared;
}

describe('reasons of the lists beside the reported one', () => {
  it('each entry has its own, and they outlive the page', async () => {
    const [hotline, gone] = directoryOf(desk).hotlines;
    if (!hotline || !gone) throw new Error('no hotline');
    await save('directory', costing(desk, '500 đồng'), 'giá mới');
    const removed = removeEntry(directoryOf(desk), 'hotlines', gone, NOW);
    if ('problem' in removed) throw new Error(removed.problem.fault);
    await save('directory', removed.directory, 'số đã ngừng');
    await save('phrasePack', phrased(), 'câu mới gặp');
    await save('info', { ...desk.open.info, contact: '113' }, 'thêm nơi liên hệ');
    expect(draftSays()).toEqual([
      ['contact', '', 'added', 'thêm nơi liên hệ'],
      ['hotlines', hotline.number, 'changed', 'giá mới'],
      ['hotlines', gone.number, 'removed', 'số đã ngừng'],
      worded('câu mới gặp'),
    ]);
  });

  it('the way back of an edit brings the reason before it back', async () => {
    await save('directory', costing(desk, '500 đồng'), 'giá mới');
    const before = documentDraft(desk, 'directory');
    await save('directory', costing(desk, '900 đồng'), 'nhầm');
    expect(draftSays()).toEqual([dearer('nhầm')]);
    await putDocument(store, desk, 'directory', before);
    desk = await loadWorkspace(store, desk.feed);
    expect(draftSays()).toEqual([dearer('giá mới')]);
  });

  it('of one list stay where an edit of another is taken back', async () => {
    const before = documentDraft(desk, 'directory');
    await save('directory', costing(desk, '500 đồng'), 'giá mới');
    await save('phrasePack', phrased(), 'câu mới gặp');
    desk = await putDocument(store, desk, 'directory', before);
    expect(draftSays()).toEqual([worded('câu mới gặp')]);
    desk = await loadWorkspace(store, desk.feed);
    expect(draftSays()).toEqual([worded('câu mới gặp')]);
  });

  it('of two lists that were edited in two tabs are both there', async () => {
    const other = desk;
    await saveDocument(store, desk, 'directory', costing(desk, '500 đồng'), because('giá mới'));
    await saveDocument(store, other, 'phrasePack', phrased(), because('câu mới gặp'));
    desk = await loadWorkspace(store, desk.feed);
    expect(draftSays()).toEqual([dearer('giá mới'), worded('câu mới gặp')]);
  });

  it('stand in the history, and not in the next draft; an entry brought back says so', async () => {
    await save('directory', costing(desk, '500 đồng'), 'giá mới');
    await published();
    const [first] = desk.history;
    if (!first) throw new Error('no history');
    expect(said({ entries: first.entries ?? [] })).toEqual([dearer('giá mới')]);
    expect(desk.reasons).toEqual({});
    await save('directory', costing(desk, '900 đồng'), 'sửa lại');
    await published();
    desk = await rollBack(store, desk, first, new Date(NOW).toISOString());
    const { history } = await published();
    expect(history?.rollBackTo).toBe(first.version);
    expect(said({ entries: history?.entries ?? [] })).toEqual([dearer(`↩ ${first.version}`)]);
  });
});

describe('a publication from hand to hand', () => {
  it('tells its reasons; what it changes is read from itself', async () => {
    await save('directory', costing(desk, '500 đồng'), 'giá mới');
    const { proposal, history } = await prepare({ ...desk, now: NOW });
    if (!history) throw new Error('no history');
    const file = proposalFile(proposal, toldBy(history));
    const edits = withTold(await proposalEdits(desk.open, readProposal(file)), file);
    expect(said(edits)).toEqual([dearer('giá mới')]);
    const signed = await countersign(desk.open, readProposal(file), desk.signers, NOW, edits);
    expect(signed.history?.entries).toEqual(edits.entries);
    // Some files tell none.
    const bare = proposalFile(proposal);
    expect(said(withTold(await proposalEdits(desk.open, readProposal(bare)), bare))).toEqual([
      dearer(undefined),
    ]);
  });

  it('whose reasons are damaged is refused', () => {
    const edits = { numbers: [{ number: '+84292', kind: 'added' as const }], entries: [] };
    const read = (told: unknown) => withTold(edits, utf8(JSON.stringify({ told })));
    const reasons = [{ who: 'An', at: '2026-11-28', why: 'vì', source: '' }];
    const damaged = [
      7,
      null,
      { numbers: [], entries: [] },
      { reasons: [{}], numbers: [], entries: [] },
      { reasons: [{ ...reasons[0], why: 'x'.repeat(2_001) }], numbers: [], entries: [] },
      { reasons, numbers: [['+84292', '0']], entries: [] },
      { reasons, numbers: [7], entries: [] },
      { reasons, numbers: [], entries: [[{ list: 'x', part: '', key: '' }, 0]] },
    ];
    for (const told of damaged) expect(() => read(told)).toThrow('reasons are damaged');
    expect(read({ reasons, numbers: [['+84292', 0]], entries: [] }).numbers).toEqual([
      { ...edits.numbers[0], ...reasons[0] },
    ]);
    // A place that no reason has, and a number that does not change.
    for (const pair of [
      ['+84292', 3],
      ['+84293', 0],
    ])
      expect(read({ reasons, numbers: [pair], entries: [] }).numbers).toEqual(edits.numbers);
  });

  it('is no roll-back by what its reasons say', async () => {
    await save('directory', costing(desk, '500 đồng'), '↩ 2020.1.1');
    const { proposal, history } = await prepare({ ...desk, now: NOW });
    if (!history) throw new Error('no history');
    const file = proposalFile(proposal, toldBy(history));
    const edits = withTold(await proposalEdits(desk.open, readProposal(file)), file);
    expect(said(edits)).toEqual([dearer('↩ 2020.1.1')]);
    const signed = await countersign(desk.open, readProposal(file), desk.signers, NOW, edits);
    expect(signed.history?.rollBackTo).toBeUndefined();
  });
});
