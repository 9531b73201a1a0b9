/** Signing what a colleague drafted takes nothing from one's own draft, and gives nothing of theirs away. */
import { beforeEach, describe, expect, it } from 'vitest';
import { keyIdLabel } from '../../../lib/admin/keys/key-label';
import { filesTransport } from '../../../lib/admin/open/files';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { countersign, prepare, type Prepared } from '../../../lib/admin/publish/prepare';
import { signedBy } from '../../../lib/admin/publish/signed-by';
import type { AdminStore } from '../../../lib/admin/store';
import { saveEdit, settle, type Workspace } from '../../../lib/admin/workspace';
import { textOf, utf8 } from '../../../lib/lists/feed/bytes';
import { openAtDesk, storeWithKeys } from './support/desk';
import {
  addNumber,
  filesOf,
  LATER,
  newFeed,
  numberLine,
  openFeed,
  signersOf,
  type TestFeed,
} from './support/feed';

const [OWN, BOTH] = ['+842920000001', '+842920000002'] as const;
const REASON = { who: 'An', at: '2026-11-28T08:00:00Z', why: 'thử', source: '' };
const MINE = numberLine(BOTH, 'gia-danh-ngan-hang');

let feed: TestFeed;
let store: AdminStore;
/** An's desk: a number of her own in the draft, and one that Bình reports as well, as something else. */
let desk: Workspace;
/** What Bình drafted and signed, and An after him. */
let received: Prepared;

beforeEach(async () => {
  feed = await newFeed(['An', 'Bình'], 2);
  store = await storeWithKeys(feed);
  const start = await openAtDesk(store, feed);
  const lines = [
    [OWN, numberLine(OWN)],
    [BOTH, MINE],
  ] as const;
  desk = await saveEdit(store, start, start.reported.add(lines, REASON));
  const drafted = await addNumber(start.open, BOTH, await signersOf(feed, 'Bình'));
  expect(drafted.missing?.role).toBe('targets');
  received = await countersign(start.open, drafted.proposal, desk.signers, LATER);
  expect(received.missing).toBeUndefined();
});

/** The public half of the key that somebody signs content with. */
function keyOf(who: string): string {
  const key = feed.keys.find(({ role, holder }) => role === 'targets' && holder === who);
  return key?.pair.public ?? '';
}
const label = (who: string) => keyIdLabel(keyOf(who));

/** The draft is all there, and the next publication has what each of them reported. */
async function holdsBoth(next: Workspace) {
  expect(next.open.reported.get(BOTH)).toEqual([numberLine(BOTH)]);
  expect([...next.reported.changes.keys()].sort()).toEqual([OWN, BOTH]);
  expect(next.reported.changes.get(OWN)?.reason).toEqual(REASON);
  const both = [MINE, numberLine(BOTH)].sort();
  expect(next.reported.linesOf(BOTH)).toEqual(both);
  const signers = [...next.signers, ...(await signersOf(feed, 'Bình'))];
  const files = await filesOf(await prepare({ ...next, signers, now: LATER + 1 }), next.open);
  const after = await openFeed(new Map([...next.open.files, ...files]), feed.fingerprint);
  expect(Object.fromEntries(after.reported)).toEqual({ [OWN]: [numberLine(OWN)], [BOTH]: both });
}

describe("a colleague's draft that is signed here", () => {
  it('and published here', async () => holdsBoth(await settle(store, desk, received)));

  it('and published elsewhere', async () => {
    await store.savePending(feed.fingerprint, received);
    const live = new Map([...desk.open.files, ...(await filesOf(received, desk.open))]);
    const caught = await catchUp(store, desk, received, filesTransport(live), LATER);
    expect(caught?.outcome).toBe('published');
    expect(await store.pending(feed.fingerprint)).toBeUndefined();
    expect(caught?.workspace.history.map(({ signedBy }) => signedBy)).toEqual([[label('Bình'), 'An']]);
    if (caught) await holdsBoth(caught.workspace);
  });

  it('goes into the history with all who signed it, by name where that is known', async () => {
    const signedBy = async (from: Workspace) =>
      (await settle(store, from, received)).history.map((entry) => entry.signedBy);
    expect(await signedBy(desk)).toEqual([[label('Bình'), 'An']]);
    const holders = { [keyOf('Bình')]: 'Trần Bình' };
    expect(await signedBy({ ...desk, feed: { ...desk.feed, holders } })).toEqual([['Trần Bình', 'An']]);
  });

  it('names nobody whose signature is forged', async () => {
    const { targets } = received.proposal.metadata;
    if (!targets) throw new Error('no targets');
    const roots = [desk.open.root];
    const forged = textOf(targets).replace(/("sig":")[0-9a-f]{4}/, '$10000');
    expect(await signedBy(utf8(forged), roots, new Map())).toEqual([label('An')]);
  });
});
