/** Why numbers changed, from the call that changed them to the history of the publication; nothing of it is published. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add, importFile, remove } from '../../scripts/feed/commands/drafting';
import { history } from '../../scripts/feed/commands/history';
import { signDraft, signReceived } from '../../scripts/feed/publishing';
import { signersIn } from '../../scripts/feed/keys';
import { ENTRY } from '../unit/scripts/support/feed-command';
import { called, line, ONE, pullInto, sign, THREE, TWO } from './support/administrators';
import { an, binh } from './support/an-and-binh';
import { copyOfFolder, keysOf } from './support/publisher';
import { about, AN, MINE } from './support/reasons';

test('a reason waits beside the draft, goes into the history with the publication, and is found by the number', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(add, an, THREE, ...ENTRY, '--why', 'ba đơn trong một ngày');
  expect(await about(an, ONE)).toMatchObject({
    entries: 0,
    draft: [AN],
    versions: [{ kind: 'added', reasons: [] }],
  });
  const { info } = await sign(an);
  const { versions, draft } = await about(an);
  expect(draft).toEqual([]);
  expect(an.has('draft/reasons.jsonl')).toBe(false);
  expect(versions.at(-1)).toMatchObject({
    version: info?.version,
    since: versions.at(-2)?.version,
    signedBy: [expect.stringMatching(/^[0-9a-f]{16}$/)],
    reported: { added: [THREE], removed: [ONE], changed: [] },
    reasons: [
      { ...AN, numbers: [ONE] },
      { who: '', why: 'ba đơn trong một ngày', numbers: [THREE] },
    ],
  });
  expect(await about(an, ONE)).toMatchObject({
    versions: [{ kind: 'added' }, { version: info?.version, kind: 'removed', reasons: [AN] }],
  });
  const { lines } = await called(history, an, ONE);
  expect(lines.join('\n')).toMatch(/removed\n {2}An: khiếu nại đúng \(công văn 12\)/);
  for (const entry of readdirSync(join(an.path, 'public'), { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      expect(readFileSync(join(entry.parentPath, entry.name), 'utf8')).not.toContain('khiếu nại');
});

test('without a reason nothing is asked, and the history has the numbers alone', async () => {
  await called(remove, an, ONE);
  expect(an.has('draft/reasons.jsonl')).toBe(false);
  await sign(an);
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [] });
  expect((await called(history, an, ONE)).lines.at(-1)).toContain('no reason was given');
});

test('an import, and the compact set', async () => {
  const file = join(an.path, 'numbers.csv');
  writeFileSync(file, `number\n${THREE}\n+842920000004\n`);
  const done = await called(importFile, an, file, ...ENTRY, '--date', '2026-11-28', ...MINE);
  expect(done).toMatchObject({ code: 0 });
  await called(add, an, '+842920000005', '--compact', '--category', 'police', ...MINE);
  // What was done and undone again before it was published is no change of the publication.
  await called(remove, an, '+842920000004', '--why', 'nhầm');
  await sign(an);
  const { versions } = await about(an);
  expect(versions.at(-1)).toMatchObject({
    compact: { added: 1, removed: 0, changed: 0 },
    reasons: [
      { ...AN, numbers: [THREE], compact: false },
      { ...AN, numbers: ['+842920000005'], compact: true },
    ],
  });
  expect((await about(an, '+842920000005')).versions).toMatchObject([{ reasons: [AN] }]);
});

test('of an import of very many numbers the reason is kept, and how many they are', async () => {
  const file = join(an.path, 'many.csv');
  const rows = Array.from({ length: 10_001 }, (_, i) => `09${String(30_000_000 + i)}`);
  writeFileSync(file, ['number', ...rows].join('\n'));
  await called(importFile, an, file, '--compact', '--category', 'police', ...MINE);
  const reasons = [{ ...AN, numbers: [], many: 10_001 }];
  expect((await about(an)).draft).toMatchObject(reasons);
  await sign(an);
  expect(await about(an)).toMatchObject({ draft: [] });
  expect((await about(an)).versions.at(-1)).toMatchObject({ compact: { added: 10_001 }, reasons });
  expect((await called(history, an)).lines.at(-1)).toContain('10001 numbers (compact set) - An');
});

test('of what a colleague published: what it changed; reasons of one’s own draft go on waiting, until it is published', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(remove, binh, TWO, '--who', 'Bình');
  await sign(binh);
  await pullInto(an, binh.path);
  expect(await about(an)).toMatchObject({ draft: [{ ...AN, numbers: [ONE] }] });
  expect((await about(an, TWO)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [] });
  // Another one signs it, and it comes back.
  await signDraft(an, []);
  await signReceived(binh, an.disk.read('proposal.json'), await signersIn(keysOf(binh)));
  await pullInto(an, binh.path);
  expect(await about(an)).toMatchObject({ draft: [] });
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [AN] });
});

test('two that were published over the same version are two', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(remove, binh, TWO);
  const versions = [await sign(an), await sign(binh)].map(({ info }) => info?.version);
  expect(versions[0]).toBe(versions[1]);
  const other = copyOfFolder(an);
  await pullInto(other, binh.path);
  expect((await about(other)).versions.slice(-2).map(({ version }) => version)).toEqual(versions);
  expect((await about(other, ONE)).versions.map(({ kind }) => kind)).toEqual(['added', 'removed']);
  expect((await about(other, TWO)).versions.map(({ kind }) => kind)).toEqual(['added', 'removed']);
});

test('a damaged line says where it is, and what to do', async () => {
  writeFileSync(join(an.path, 'draft/reasons.jsonl'), `\n{"who":1}\n`);
  await expect(async () => called(remove, an, ONE, ...MINE)).rejects.toThrow(
    'reasons.jsonl:2 is damaged: mend',
  );
  expect(an.draft().reported.get(ONE)).toEqual([line(ONE)]);
});
