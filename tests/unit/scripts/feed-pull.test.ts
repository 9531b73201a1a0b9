/** Two administrators and `npm run feed`: what each call prints, and with which code it ends. */
import { expect, test, vi } from 'vitest';
import { signersIn } from '../../../scripts/feed/keys';
import { signDraft } from '../../../scripts/feed/publishing';
import { add, copyPublic, line, remove } from '../../feeds/support/administrators';
import { copyOfFolder, keysOf, newFeed, readAsBrowser } from '../../feeds/support/publisher';
import { feed, feedProcess } from './support/feed-command';

// Some of the calls start a Node of their own.
vi.setConfig({ testTimeout: 120_000 });

test('pull: refused, chosen, taken; codes and JSON tell which', async () => {
  const an = await newFeed();
  const binh = copyOfFolder(an);
  const [one = ''] = an.draft().reported.keys();
  remove(binh, one);
  await signDraft(binh, await signersIn(keysOf(binh)));
  add(an, line(one, 'bank'));
  const conflict = await feedProcess('pull', an.path, binh.path, '--json');
  expect(conflict.code).toBe(5);
  expect(JSON.parse(conflict.out)).toMatchObject({
    error: { code: 'ERR_PUBLISH_CONFLICT', conflicts: [{ id: `reported/${one}`, theirs: [] }] },
  });
  expect(conflict.err).toContain(`reported/${one}\n  ours:   [{"category":`);
  expect(conflict.err).toContain('--ours all');
  copyPublic(binh, an);
  expect(await feed('sign', an.path)).toMatchObject({
    code: 1,
    err: expect.stringContaining('pull DIR') as string,
  });
  const pulled = await feed('pull', an.path, '--ours', `reported/${one}`, '--json');
  expect(pulled.code).toBe(0);
  expect(JSON.parse(pulled.out)).toMatchObject({ start: 'base', conflicts: [{ side: 'ours' }] });
});

test('two at once in one folder: one after the other, or told so; nothing is lost', async () => {
  const folder = await newFeed();
  add(folder, line('+842920000001'));
  const runs = await Promise.all([feedProcess('sign', folder.path), feedProcess('sign', folder.path)]);
  expect(runs.some(({ code }) => code === 0)).toBe(true);
  for (const { code, err } of runs) if (code !== 0) expect(err).toContain('Another command works');
  expect((await readAsBrowser(folder)).reported?.get('+842920000001')).toEqual([line('+842920000001')]);
  await signDraft(folder, await signersIn(keysOf(folder)));
});
