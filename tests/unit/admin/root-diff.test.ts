/** What a root changes is told to whoever is to sign it: keys that go and come, numbers, dates. */
import { describe, expect, it } from 'vitest';
import { makeKeys } from '../../../lib/admin/keys/ceremony';
import { prepareRoot, type KeyChange } from '../../../lib/admin/keys/change';
import { diffRoots } from '../../../lib/admin/keys/root-diff';
import type { Role, Root } from '../../../lib/lists/feed/metadata';
import { rootsOf } from '../../../lib/lists/publish/proposal';
import { proposalFile, readProposal, requireSound } from '../../../lib/lists/publish/proposal-file';
import { newFeed, NOW, openFeed } from './support/feed';

const LATER = NOW + 86_400_000;

/** The root of a feed, the one that a colleague's file would put behind it, and the new public keys. */
async function received(role?: Role, holders: readonly string[] = [], replaces = true, threshold = 1) {
  const feed = await newFeed(['An', 'Bình'], 2);
  const open = await openFeed(feed.files, feed.fingerprint);
  const one = { holders: ['An'], threshold: 1 };
  const plan = { root: one, targets: one, snapshot: one, timestamp: one };
  const made = role
    ? (await makeKeys({ ...plan, [role]: { holders, threshold: 1 } })).filter((key) => key.role === role)
    : [];
  const ids = role && replaces ? open.root.roles[role].keyids : [];
  const change: KeyChange | undefined = role && { role, ids, holders, threshold };
  const { proposal } = await prepareRoot(open, change, made, [], LATER);
  const file = readProposal(proposalFile(proposal));
  await requireSound(file, open.published);
  const { before, force } = rootsOf(file);
  if (!before) throw new Error('a root stands before it');
  return { before, diff: diffRoots(before, force), made: made.map(({ pair }) => pair.public) };
}

const publics = ({ roles, keys }: Root, role: Role) =>
  roles[role].keyids.map((id) => keys[id]?.keyval.public);

describe('what a root changes', () => {
  it("all root keys become another person's: each key is named, and that the feed changes hands", async () => {
    const { before, diff, made } = await received('root', ['Lạ']);
    expect(diff.handsOver).toBe(true);
    expect(diff.roles).toHaveLength(1);
    const [root] = diff.roles;
    expect(root).toMatchObject({ role: 'root', kept: 0, from: 1, to: 1 });
    expect(root?.out.map((key) => key.public)).toEqual(publics(before, 'root'));
    expect(root?.in.map((key) => key.public)).toEqual(made);
  });

  it('a key comes, none goes', async () => {
    const { diff, made } = await received('root', ['Chi'], false, 2);
    expect(diff.handsOver).toBe(false);
    expect(diff.roles).toMatchObject([{ role: 'root', out: [], kept: 1, from: 1, to: 2 }]);
    expect(diff.roles[0]?.in.map((key) => key.public)).toEqual(made);
  });

  it('fewer must sign, the keys stay', async () => {
    const { diff } = await received('targets', [], false, 1);
    expect(diff.roles).toEqual([{ role: 'targets', out: [], in: [], kept: 2, from: 2, to: 1 }]);
  });

  it('only the date', async () => {
    const { before, diff } = await received();
    expect(diff).toMatchObject({ roles: [], handsOver: false });
    expect(Date.parse(diff.expires)).toBeGreaterThan(Date.parse(before.expires));
  });

  it('another key behind an id that stays', async () => {
    const { before } = await received();
    const [id = ''] = before.roles.root.keyids;
    const other = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'f'.repeat(64) } };
    const { roles } = diffRoots(before, { ...before, keys: { ...before.keys, [id]: other } });
    expect(roles.map(({ role }) => role)).toContain('root');
  });
});
