/** What was signed here was seen, whatever signed it: afterwards no older feed is taken in. */
import { expect, test, vi } from 'vitest';
import { readBase } from '../../scripts/feed/base';
import { refreshDates } from '../../scripts/feed/dates';
import { signersIn } from '../../scripts/feed/keys';
import { signDraft, signReceived } from '../../scripts/feed/publishing';
import { add, copyPublic, line, live, ONE, pullInto, remove, sign, THREE } from './support/administrators';
import { an, binh, made } from './support/an-and-binh';
import { copyOfFolder, keysOf } from './support/publisher';

const OLDER = { code: 'ERR_FEED_ROLLBACK', message: expect.stringContaining('pull DIR') as string };
const keys = () => signersIn(keysOf(made));

test('new dates: the dates of before are refused, in the folder and from elsewhere', async () => {
  await refreshDates(an, await keys());
  const renewed = copyOfFolder(an);
  copyPublic(made, an, true);
  await expect(signDraft(an, await keys())).rejects.toMatchObject(OLDER);
  await expect(pullInto(an, made.path)).rejects.toMatchObject(OLDER);
  await pullInto(an, renewed.path);
  add(an, line(THREE));
  await sign(an);
});

test('new dates of content that is not in the draft yet: it is seen, and still to be pulled', async () => {
  remove(binh, ONE);
  await sign(binh);
  copyPublic(binh, an);
  await refreshDates(an, await keys());
  const renewed = copyOfFolder(an);
  copyPublic(binh, an, true);
  await expect(pullInto(an)).rejects.toMatchObject(OLDER);
  copyPublic(renewed, an, true);
  await expect(signDraft(an, await keys())).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
  expect((await pullInto(an)).data).toMatchObject({ start: 'base', taken: { reported: { removed: [ONE] } } });
  expect(readBase(an)?.seen).toBeUndefined();
});

test('dates of the targets too: the next publication goes on from them', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 70 * 86_400_000 });
  try {
    await refreshDates(an, await keys());
    expect(readBase(an)?.known.map(({ version }) => version)).toEqual([1, 2, 3]);
    copyPublic(an, binh);
    await pullInto(binh);
    add(binh, line(THREE));
    await sign(binh);
    expect((await pullInto(an, binh.path)).data).toMatchObject({ start: 'base', conflicts: [] });
  } finally {
    vi.useRealTimers();
  }
});

test('a colleague’s file that is published here while the draft differs', async () => {
  remove(binh, ONE);
  await signDraft(binh, []);
  add(an, line(ONE, 'bank'));
  const signing = await signReceived(an, binh.disk.read('proposal.json'), await keys());
  expect(signing.conflicts).toHaveLength(1);
  expect(signing.taken).toBeUndefined();
  copyPublic(made, an, true);
  await expect(pullInto(an)).rejects.toMatchObject(OLDER);
  expect(Object.keys(await live(an))).toContain(ONE);
});
