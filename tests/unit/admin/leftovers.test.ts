import { describe, expect, it } from 'vitest';
import { aboveLeftovers } from '../../../lib/admin/publish/leftovers';
import { countersign } from '../../../lib/admin/publish/prepare';
import { putFeed } from '../../../lib/admin/publish/put-feed';
import { proposalFile, readProposal, rebased, requireSound } from '../../../lib/lists/publish/proposal-file';
import { FakeServer } from './support/fake-server';
import { addNumber, filesOf, newFeed, NOW, openFeed, signersOf, type TestFeed } from './support/feed';

/** A server with a feed on it, and with as much of a second version as was written before it was given up. */
async function halfWritten(feed: TestFeed, conditional: boolean) {
  const server = new FakeServer(conditional);
  await putFeed(server, feed.files, undefined);
  const open = await openFeed(feed.files, feed.fingerprint);
  const signers = (await Promise.all(['An', 'Bình'].map((who) => signersOf(feed, who)))).flat();
  const given = await addNumber(open, '+84912345678', signers);
  const files = [...(await filesOf(given, open))];
  // Everything but the timestamp.
  for (const [path, bytes] of files.slice(0, -1)) await server.write(path, bytes, { kind: 'absent' });
  return { server, open };
}

const served = (server: FakeServer) => new Map([...server.files].map(([path, { bytes }]) => [path, bytes]));

for (const conditional of [true, false]) {
  describe(`a version that was given up half-way, conditions ${conditional ? 'honoured' : 'ignored'}`, () => {
    it('is passed over: the next publication takes versions that no file has, and a client accepts it', async () => {
      const feed = await newFeed();
      const { server, open } = await halfWritten(feed, conditional);
      const signers = await signersOf(feed, 'An');
      const { timestamp } = open.published;
      const next = await addNumber(open, '+84868111222', signers);
      await expect(putFeed(server, await filesOf(next, open), timestamp)).rejects.toMatchObject({
        code: 'ERR_PLACE_CONFLICT',
      });

      const free = await aboveLeftovers(server, next, timestamp, signers, NOW);
      expect(free.proposal.versions).toEqual({ targets: 3, snapshot: 3, timestamp: 2 });
      await putFeed(server, await filesOf(free, open), timestamp);
      const after = await openFeed(served(server), feed.fingerprint);
      expect([...after.reported.keys()]).toEqual(['+84868111222']);
      // The one after it counts on from there, and nothing is in its way.
      const third = await addNumber(after, '+84977000111', signers);
      expect(third.proposal.versions).toEqual({ targets: 4, snapshot: 4, timestamp: 3 });
      expect(await aboveLeftovers(server, third, after.published.timestamp, signers, NOW)).toBe(third);
    });

    it('costs the second signature where two must sign, and the new file is taken by the colleague', async () => {
      const feed = await newFeed(['An', 'Bình'], 2);
      const { server, open } = await halfWritten(feed, conditional);
      const [an, binh] = await Promise.all(['An', 'Bình'].map((who) => signersOf(feed, who)));
      const next = await addNumber(open, '+84868111222', [...(an ?? []), ...(binh ?? [])]);
      const free = await aboveLeftovers(server, next, open.published.timestamp, an ?? [], NOW);
      expect(free.missing).toMatchObject({ role: 'targets', have: 1, need: 2 });
      const handed = rebased(readProposal(proposalFile(free.proposal)), open.published);
      await requireSound(handed, open.published);
      const both = await countersign(open, handed, [...(binh ?? []), ...(an ?? [])], NOW);
      expect(both.missing).toBeUndefined();
      await putFeed(server, await filesOf(both, open), open.published.timestamp);
      const after = await openFeed(served(server), feed.fingerprint);
      expect([...after.reported.keys()]).toEqual(['+84868111222']);
    });
  });
}

it('what somebody else published is no leftover: the publication stays as it is, and is refused', async () => {
  const feed = await newFeed();
  const server = new FakeServer(true);
  await putFeed(server, feed.files, undefined);
  const open = await openFeed(feed.files, feed.fingerprint);
  const signers = await signersOf(feed, 'An');
  const { timestamp } = open.published;
  await putFeed(server, await filesOf(await addNumber(open, '+84912345678', signers), open), timestamp);
  const late = await addNumber(open, '+84868111222', signers);
  expect(await aboveLeftovers(server, late, timestamp, signers, NOW)).toBe(late);
  await expect(putFeed(server, await filesOf(late, open), timestamp)).rejects.toMatchObject({
    code: 'ERR_PLACE_CONFLICT',
  });
});

it('a file that passes over more versions than could have been given up is not signed', async () => {
  const feed = await newFeed();
  const open = await openFeed(feed.files, feed.fingerprint);
  const { proposal } = await addNumber(open, '+84912345678', []);
  const far = { ...proposal, versions: { ...proposal.versions, snapshot: 1_000 } };
  await expect(requireSound(far, open.published)).rejects.toMatchObject({ code: 'ERR_PUBLISH_PROPOSAL' });
});
