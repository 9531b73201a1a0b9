/** Signing a colleague's new dates or keys leaves alone what is known of the live version. */
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareRoot, rootSigners } from '../../../lib/admin/keys/change';
import { filesTransport } from '../../../lib/admin/open/files';
import { catchUp } from '../../../lib/admin/publish/overtaken';
import { countersign, signFurther, type Prepared } from '../../../lib/admin/publish/prepare';
import type { AdminStore } from '../../../lib/admin/store';
import { settle, type Workspace } from '../../../lib/admin/workspace';
import { propose } from '../../../lib/lists/publish/proposal';
import { openAtDesk, storeWithKeys } from './support/desk';
import { addNumber, filesOf, LATER, newFeed, signersOf, type TestFeed } from './support/feed';
import { newKeys } from './support/key-change';

let feed: TestFeed;
let store: AdminStore;
/** One version is published from here, with its reason. */
let desk: Workspace;

beforeEach(async () => {
  feed = await newFeed();
  store = await storeWithKeys(feed);
  const start = await openAtDesk(store, feed);
  desk = await settle(store, start, await addNumber(start.open, '+842920000009', start.signers));
});

const reasons = (workspace: Workspace) => workspace.history.map(({ reasons: all }) => all.length);

async function live(prepared: Prepared): Promise<ReturnType<typeof filesTransport>> {
  return filesTransport(new Map([...desk.open.files, ...(await filesOf(prepared, desk.open))]));
}

/** A colleague's file: the content gets the key of Bình. It waits for the root key. */
async function newContentKey() {
  const made = await newKeys('targets', ['Bình']);
  const ids = desk.open.root.roles.targets.keyids;
  const change = { role: 'targets' as const, ids, holders: ['Bình'], threshold: 1 };
  const { proposal } = await prepareRoot(desk.open, change, made, [], LATER);
  const waiting = await countersign(desk.open, proposal, desk.signers, LATER);
  return { waiting, made };
}

describe("a colleague's new dates that are signed here", () => {
  it('of the root: the reasons of the live version stay', async () => {
    expect(reasons(desk)).toEqual([1]);
    const { proposal } = await prepareRoot(desk.open, undefined, [], [], LATER);
    const received = await countersign(
      desk.open,
      proposal,
      [...(await rootSigners(feed.keys)), ...desk.signers],
      LATER,
    );
    expect(received.missing).toBeUndefined();
    expect(reasons(await settle(store, desk, received))).toEqual([1]);
  });

  it('of the content, published elsewhere: told as published, and the reasons stay', async () => {
    const start = await propose(desk.open.published, { renew: ['targets'] }, LATER);
    const received = await countersign(desk.open, start, desk.signers, LATER);
    const caught = await catchUp(store, desk, received, await live(received), LATER);
    expect(caught?.outcome).toBe('published');
    expect(caught && reasons(caught.workspace)).toEqual([1]);
  });
});

describe("a colleague's new keys that were signed here", () => {
  it('are no longer awaited, nor told as published, where another root was published', async () => {
    const { waiting } = await newContentKey();
    expect(waiting.missing?.role).toBe('root');
    // Meanwhile the root was only renewed: the file here is of no use any more, and not published.
    const roots = await rootSigners(feed.keys);
    const renewed = await prepareRoot(desk.open, undefined, [], [...roots, ...desk.signers], LATER);
    const other = await catchUp(store, desk, waiting, await live(renewed), LATER);
    expect(other?.outcome).toBe('keys');
    expect(other && reasons(other.workspace)).toEqual([1]);
  });

  it('are dropped here once a colleague published them', async () => {
    const { waiting, made } = await newContentKey();
    const signers = [...(await rootSigners(feed.keys)), ...desk.signers];
    signers.push(...(await signersOf({ ...feed, keys: made }, 'Bình')));
    const done = await signFurther(waiting, signers, LATER);
    expect(done.missing).toBeUndefined();
    const caught = await catchUp(store, desk, waiting, await live(done), LATER);
    expect(caught?.outcome).toBe('published');
    expect(caught?.workspace.signers).toHaveLength(2);
    expect(caught && reasons(caught.workspace)).toEqual([1]);
  });
});
