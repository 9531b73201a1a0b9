/**
 * A publication was given up half-way, and a colleague's passed over the versions of its files, as the console does: what
 * lies on the server is no proof that the live feed goes on from it. Bình works where everybody uploads to.
 */
import { expect, test } from 'vitest';
import { signersIn } from '../../scripts/feed/keys';
import { signDraft, signReceived } from '../../scripts/feed/publishing';
import {
  add,
  conflictsOf,
  entries,
  line,
  live,
  ONE,
  pullInto,
  remove,
  sign,
  stateOfFolder,
  THREE,
  TWO,
} from './support/administrators';
import { an, binh, made } from './support/an-and-binh';
import { cost, costOf, giveUpInto, passOverIn } from './support/given-up';
import { copyOfFolder, keysOf } from './support/publisher';

const FOUR = '+842920000004';

const giveUp = (version: number, from = an) => giveUpInto(binh, version, from);
const passOver = (least: number) => passOverIn(binh, least);

test('own entries that never became live stand in the draft again; they were taken out by nobody', async () => {
  add(an, line(THREE));
  remove(an, ONE);
  await sign(an);
  giveUp(3);
  add(binh, line(FOUR));
  await passOver(4);
  const { data } = await pullInto(an, binh.path);
  expect(data).toMatchObject({ start: 'fork', conflicts: [], taken: { reported: { removed: [] } } });
  await sign(an);
  expect(Object.keys(await live(an))).toEqual([TWO, THREE, FOUR]);
});

test('two of them, and what was published over the raised one', async () => {
  for (const number of [THREE, '+842920000005']) {
    add(an, line(number));
    await sign(an);
  }
  giveUp(3);
  giveUp(4);
  add(binh, line(FOUR));
  await passOver(5);
  remove(binh, TWO);
  await sign(binh);
  expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'fork', conflicts: [] });
  await sign(an);
  expect(Object.keys(await live(an))).toEqual([ONE, THREE, FOUR, '+842920000005']);
});

test('where only the directory changed, nothing tells: what differs there is a choice', async () => {
  cost(an, 'của An');
  await sign(an);
  giveUp(3);
  add(binh, line(FOUR));
  await passOver(4);
  const before = stateOfFolder(an);
  const conflicts = await conflictsOf(pullInto(an, binh.path));
  expect(conflicts).toEqual([expect.stringMatching(/^directory\/hotlines\//)]);
  expect(stateOfFolder(an)).toEqual(before);
  await pullInto(an, binh.path, '--ours', 'all');
  expect([costOf(an), entries(an, FOUR).length]).toEqual(['của An', 1]);
});

test('where it took back what was published before, nothing tells either', async () => {
  add(an, line(THREE));
  await sign(an);
  await pullInto(binh, an.path);
  remove(an, THREE);
  await sign(an);
  giveUp(4);
  add(binh, line(FOUR));
  await passOver(5);
  expect((await conflictsOf(pullInto(an, binh.path))).sort()).toEqual(
    [THREE, FOUR].map((n) => `reported/${n}`),
  );
});

test('a proposal of one’s own that a colleague gave up is not behind what passed over it', async () => {
  add(an, line(THREE));
  await signDraft(an, []);
  const other = copyOfFolder(made);
  await signReceived(other, an.disk.read('proposal.json'), await signersIn(keysOf(other)));
  giveUp(3, other);
  add(binh, line(FOUR));
  await passOver(4);
  expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'base', conflicts: [] });
  expect([THREE, FOUR].filter((number) => entries(an, number).length > 0)).toEqual([THREE, FOUR]);
});

test.each([
  ['adds a number', () => add(binh, line(FOUR))],
  ['takes the number out again', () => remove(binh, THREE)],
  ['changes another hotline', () => cost(binh, 'của Bình', 1)],
])('who really goes on from it and %s: no choice to make', async (_name, change) => {
  cost(an, 'của An');
  await sign(an);
  add(an, line(THREE));
  await sign(an);
  await pullInto(binh, an.path);
  change();
  await sign(binh);
  expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'base', conflicts: [] });
  expect(an.draft().reported).toEqual(binh.draft().reported);
});

test.each([
  ['adds a number', () => add(binh, line(FOUR))],
  ['changes another hotline', () => cost(binh, 'của Bình', 1)],
])('nor where only the directory had changed and a colleague %s', async (_name, change) => {
  cost(an, 'của An');
  await sign(an);
  await pullInto(binh, an.path);
  change();
  await sign(binh);
  expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'base', conflicts: [] });
  expect(an.draft().directory).toEqual(binh.draft().directory);
});
