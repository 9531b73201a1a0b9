/**
 * A publication was given up half-way, and a colleague reported the very same numbers: the reported list is no proof that what
 * else it changed was ever live.
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { add as addCommand } from '../../scripts/feed/commands/drafting';
import { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { fingerprintOf, signDraft, signReceived } from '../../scripts/feed/publishing';
import { serveFolder } from '../../scripts/feed/serve';
import {
  add,
  called,
  conflictsOf,
  entries,
  line,
  pullInto,
  remove,
  sign,
  stateOfFolder,
  THREE,
} from './support/administrators';
import { an, binh, made } from './support/an-and-binh';
import { cost, costOf, giveUpInto, passOverIn } from './support/given-up';
import { copyOfFolder, keysOf, newFolder } from './support/publisher';

const [FOUR, FIVE] = ['+842920000004', '+842920000005'];
const HOTLINE = expect.stringMatching(/^directory\/hotlines\//) as string;

/** Pulls Bình's: refused with these conflicts, and nothing written; with --ours An's hotlines stand, and the numbers of both. */
async function chooses(conflicts: unknown[], costs: unknown[], numbers: readonly string[]): Promise<void> {
  const before = stateOfFolder(an);
  const pulled = pullInto(an, binh.path);
  await expect(pulled).rejects.toThrow(/nothing says for certain .* is a choice: directory\./);
  expect(await conflictsOf(pulled)).toEqual(conflicts);
  expect(stateOfFolder(an)).toEqual(before);
  const { data } = await pullInto(an, binh.path, '--ours', 'all');
  expect(data).toMatchObject({ taken: { parts: [] } });
  expect([costOf(an, 0), costOf(an, 1)].slice(0, costs.length)).toEqual(costs);
  for (const number of numbers) expect(entries(an, number)).toHaveLength(1);
}

test('a hotline that was given up with the number is a choice, not reverted; numbers are taken all the same', async () => {
  add(an, line(THREE));
  cost(an, 'của An');
  await sign(an);
  giveUpInto(binh, 3, an);
  add(binh, line(THREE));
  await passOverIn(binh, 4);
  add(binh, line(FOUR));
  await sign(binh);
  await chooses([HOTLINE], ['của An'], [THREE, FOUR]);
});

test('so is one that was given up a publication earlier', async () => {
  cost(an, 'của An');
  await sign(an);
  add(an, line(THREE));
  await sign(an);
  for (const version of [3, 4]) giveUpInto(binh, version, an);
  add(binh, line(THREE));
  await passOverIn(binh, 5);
  add(binh, line(FOUR));
  await sign(binh);
  await chooses([HOTLINE], ['của An'], [THREE, FOUR]);
});

test.each([2, 4])('and where %i reports were made alike, one after the other', async (count) => {
  const alike = Array.from({ length: count }, (_, at) => `+84292000090${String(at)}`);
  for (const [at, number] of alike.entries()) {
    add(an, line(number));
    if (at === 0) cost(an, 'của An');
    await sign(an);
  }
  for (const at of alike.keys()) giveUpInto(binh, 3 + at, an);
  for (const [at, number] of alike.entries()) {
    add(binh, line(number));
    if (at === 0) await passOverIn(binh, 3 + count);
    else await sign(binh);
  }
  await chooses([HOTLINE], ['của An'], alike);
});

test('and where a colleague changed the last of two hotlines alike, but not the first', async () => {
  for (const at of [0, 1]) {
    cost(an, 'của hai người', at);
    await sign(an);
    giveUpInto(binh, 3 + at, an);
  }
  cost(binh, 'của hai người', 1);
  await passOverIn(binh, 5);
  add(binh, line(FOUR));
  await sign(binh);
  await chooses([HOTLINE], ['của hai người', 'của hai người'], [FOUR]);
});

test('and where files of the version before are gone everywhere', async () => {
  add(an, line(THREE));
  cost(an, 'của An');
  await sign(an);
  giveUpInto(binh, 3, an);
  add(binh, line(THREE));
  await passOverIn(binh, 4);
  for (const folder of [an, binh]) folder.disk.remove('public/metadata/2.targets.json');
  await chooses([HOTLINE], ['của An'], [THREE]);
});

test('a proposal of one’s own that a colleague gave up: its hotline is a choice too', async () => {
  add(an, line(THREE));
  cost(an, 'của An');
  await signDraft(an, []);
  const other = copyOfFolder(made);
  await signReceived(other, an.disk.read('proposal.json'), await signersIn(keysOf(other)));
  giveUpInto(binh, 3, other);
  add(binh, line(THREE));
  await passOverIn(binh, 4);
  await chooses([HOTLINE], ['của An'], [THREE]);
});

test('who began with a publication that was given up is asked, not robbed of its numbers', async () => {
  add(an, line(FOUR));
  await sign(an);
  const third = FeedFolder.at(newFolder());
  await pullInto(third, an.path, '--fingerprint', await fingerprintOf(an));
  giveUpInto(binh, 3, an);
  add(binh, line(THREE));
  await passOverIn(binh, 4);
  expect((await conflictsOf(pullInto(third, binh.path))).sort()).toEqual(
    [THREE, FOUR].map((number) => `reported/${number}`),
  );
});

test('numbers of the compact set that were given up are a choice where nothing tells', async () => {
  add(an, line(THREE));
  await sign(an);
  await pullInto(binh, an.path);
  await called(addCommand, an, FIVE, '--compact', '--category', 'police');
  await sign(an);
  for (const version of [3, 4]) giveUpInto(binh, version, an);
  add(binh, line(FOUR));
  await passOverIn(binh, 5);
  // Nobody has the way from one list to the next any more.
  for (const folder of [an, binh])
    for (const version of [1, 2, 3]) folder.disk.remove(`public/metadata/${String(version)}.targets.json`);
  expect((await conflictsOf(pullInto(an, binh.path))).sort()).toEqual([
    `numbers/${FIVE}`,
    `reported/${FOUR}`,
  ]);
  await pullInto(an, binh.path, '--ours', `numbers/${FIVE}`, '--theirs', 'all');
  expect(an.numberChanges()?.changes.keys).toHaveLength(1);
});

test('who goes on from a publication and takes its hotline back: a choice; after one at an address none', async () => {
  add(an, line(THREE));
  cost(an, 'của An');
  await sign(an);
  await pullInto(binh, an.path);
  const other = copyOfFolder(an);
  const server = await serveFolder(join(an.path, 'public'), 0);
  onTestFinished(() => void server.close());
  await pullInto(other, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
  // Another look at it, which says less, takes nothing of that away.
  await pullInto(other, an.path);
  cost(binh, 'của Bình');
  remove(binh, THREE);
  await sign(binh);
  expect(await conflictsOf(pullInto(an, binh.path))).toEqual([HOTLINE]);
  expect((await pullInto(other, binh.path)).data).toMatchObject({ start: 'base', conflicts: [] });
  expect(costOf(other)).toBe('của Bình');
});
