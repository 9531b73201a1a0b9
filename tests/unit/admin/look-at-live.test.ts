/** What is told after a publication: it is written, whatever is found when it is read back. */
import { beforeAll, expect, test, vi } from 'vitest';
import { lookAtLive, type Proof } from '../../../entrypoints/admin/console/live';
import { PlaceError, type Place } from '../../../lib/admin/publish/destination';
import { TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import type { Workspace } from '../../../lib/admin/workspace';
import { utf8, type Bytes } from '../../../lib/lists/feed/bytes';
import { newStore, openAtDesk } from './support/desk';
import { newFeed, NOW, type TestFeed } from './support/feed';

const AT = 'https://may-chu.example.vn/ghi/';
const YEARS = 10 * 366 * 24 * 3_600_000;
let feed: TestFeed;
let workspace: Workspace;
let store: Awaited<ReturnType<typeof newStore>>;
beforeAll(async () => {
  feed = await newFeed();
  store = await newStore();
  workspace = await openAtDesk(store, feed);
});

/** A place that answers each read like this. */
function placeOf(read: (path: string) => Bytes | undefined): Place {
  return {
    conditional: true,
    read: async (path) => {
      const bytes = await Promise.resolve(read(path));
      return bytes && { bytes };
    },
    write: () => Promise.reject(new PlaceError('ERR_PLACE_REFUSED', '')),
  };
}

async function proofOf(read: (path: string) => Bytes | undefined, now = NOW): Promise<Proof | undefined> {
  const { proof } = await lookAtLive(store, workspace, now, { place: placeOf(read), at: AT });
  return proof;
}

test('what is there as a whole is proven, where it was written alone', async () => {
  const proof = await proofOf((path) => feed.files.get(path));
  expect(proof).toMatchObject({ at: AT, written: { at: AT } });
  expect(proof?.open ?? proof?.over).toBeUndefined();
});

test.each(['ERR_PLACE_NETWORK', 'ERR_PLACE_REFUSED', 'ERR_PLACE_SERVER'] as const)(
  '%s while it is read back: it is written, and nobody could look',
  async (code) => {
    const proof = await proofOf((path) => {
      throw new PlaceError(code, path);
    });
    expect(proof).toMatchObject({ at: AT, written: { at: AT }, open: 'unseen' });
  },
);

test('another publication, a faulty one and none are told as what they are: read, and not this one', async () => {
  const other = await newFeed();
  expect(await proofOf((path) => other.files.get(path))).toMatchObject({ open: 'other' });
  expect(await proofOf(() => undefined)).toMatchObject({ open: 'other' });
  const broken = (path: string) => (path.startsWith('targets/') ? utf8('x') : feed.files.get(path));
  expect(await proofOf(broken)).toMatchObject({ at: AT, written: { at: AT }, open: 'other' });
  expect(feed.files.has(TIMESTAMP)).toBe(true);
});

test('dates that ran out are told here too', async () => {
  const proof = await proofOf((path) => feed.files.get(path), NOW + YEARS);
  expect(proof).toMatchObject({ at: AT, over: 'root' });
});

/** What is told where the public address answers each read like this. */
async function publicProof(answer: (path: string) => Response): Promise<Proof | undefined> {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(answer(url.slice(AT.length))));
  const known = { ...workspace, feed: { ...workspace.feed, address: AT } };
  return (await lookAtLive(store, known, NOW)).proof;
}

test('the public address: not there yet, nobody could look, or read and faulty', async () => {
  const missing = () => new Response(null, { status: 404 });
  expect(await publicProof(missing)).toEqual({ at: AT, open: 'waiting' });
  expect(await publicProof(() => new Response(null, { status: 500 }))).toEqual({ at: AT, open: 'unseen' });
  const faulty = (path: string) => {
    const bytes = path.startsWith('targets/') ? utf8('x') : feed.files.get(path);
    return bytes ? new Response(bytes) : missing();
  };
  expect(await publicProof(faulty)).toEqual({ at: AT, open: 'other' });
  vi.unstubAllGlobals();
});
