/** Reasons belong to the change that their writer published; those that come with a colleague's file are the colleague's. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toldPart } from '../../lib/admin/publish/told-file';
import { utf8 } from '../../lib/lists/feed/bytes';
import { add, importFile, remove } from '../../scripts/feed/commands/drafting';
import { history } from '../../scripts/feed/commands/history';
import { pull } from '../../scripts/feed/commands/pull';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { signDraft, signReceived } from '../../scripts/feed/publishing';
import { ENTRY } from '../unit/scripts/support/feed-command';
import { called, ONE, pullInto, sign, THREE, TWO } from './support/administrators';
import { an, binh } from './support/an-and-binh';
import { keysOf } from './support/publisher';
import { about, AN, MINE } from './support/reasons';

const ROW = [...ENTRY, '--date', '2026-11-28'];
const THEIRS = ['--who', 'Bình', '--why', 'số đã đổi chủ'];
const BINH = { who: 'Bình', why: 'số đã đổi chủ', source: '' };

/** A table with numbers from 0930000000 on. */
function table(folder: FeedFolder, count: number, from = 0): string {
  const file = join(folder.path, 'many.csv');
  const rows = Array.from({ length: count }, (_, i) => `09${String(30_000_000 + from + i)}`);
  writeFileSync(file, ['number', ...rows].join('\n'));
  return file;
}

const signedBy = async (folder: FeedFolder, file: Uint8Array<ArrayBuffer>, ...allowed: readonly string[]) =>
  signReceived(folder, file, await signersIn(keysOf(folder)), new Set(allowed));

test('a change that a colleague published first has the colleague’s reason, or none that is known, never one’s own', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(remove, binh, ONE, ...THEIRS);
  await sign(binh);
  await pullInto(an, binh.path);
  const { versions, draft } = await about(an, ONE);
  expect(draft).toEqual([]);
  expect(versions.at(-1)).toMatchObject({ kind: 'removed', elsewhere: true, reasons: [] });
  expect((await called(history, an, ONE)).lines.at(-1)).toContain('why is not known here');
  // Where it was made, it is the maker's.
  expect((await about(binh, ONE)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [BINH] });
});

test('a reason that comes with the file is its maker’s, whoever publishes it, and whoever has another one', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(remove, binh, ONE, ...THEIRS);
  await signDraft(binh, []);
  expect(await signedBy(an, binh.disk.read('proposal.json'))).toMatchObject({ missing: undefined });
  const theirs = { kind: 'removed', reasons: [{ ...BINH, told: true }] };
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject(theirs);
  expect((await called(history, an, ONE)).lines.join('\n')).toContain('nobody signed this');
  // At home it is no hearsay.
  await pullInto(binh, an.path);
  const [own] = (await about(binh, ONE)).versions.slice(-1);
  expect(own).toMatchObject({ kind: 'removed', reasons: [BINH] });
  expect(own?.reasons).not.toMatchObject([{ told: true }]);
});

test('a file that waits here and is published elsewhere tells as well; where it was not published, it tells nothing', async () => {
  await called(remove, binh, ONE, ...THEIRS);
  await signDraft(binh, []);
  const file = binh.disk.read('proposal.json');
  await signReceived(an, file, []).catch(() => undefined);
  an.commit(an.proposalFile(file));
  await signedBy(binh, file);
  await pullInto(an, binh.path);
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ reasons: [{ ...BINH, told: true }] });

  await called(remove, binh, TWO, ...THEIRS);
  await signDraft(binh, []);
  an.commit(an.proposalFile(binh.disk.read('proposal.json')));
  binh.commit(binh.proposalFile(undefined));
  await called(add, binh, THREE, ...ENTRY);
  await sign(binh);
  await pullInto(an, binh.path);
  expect((await about(an, TWO)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [] });
});

test('what is told is kept where the draft takes the publication later', async () => {
  await called(remove, binh, ONE, ...THEIRS);
  await signDraft(binh, []);
  await called(add, an, ONE, ...ENTRY, ...MINE);
  const { conflicts } = await signedBy(an, binh.disk.read('proposal.json'));
  expect(conflicts).toHaveLength(1);
  expect((await about(an, ONE)).versions).toHaveLength(1);
  await called(pull, an, '--theirs', `reported/${ONE}`);
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ reasons: [{ ...BINH, told: true }] });
  expect(await about(an, ONE)).toMatchObject({ draft: [] });
  expect(an.has('draft/told.json')).toBe(false);
});

test('what was edited after it was proposed has its own reason', async () => {
  await called(remove, an, ONE, ...MINE);
  await signDraft(an, []);
  const file = an.disk.read('proposal.json');
  await called(add, an, ONE, ...ENTRY, '--who', 'An', '--why', 'đổi ý');
  await signedBy(binh, file);
  await pullInto(an, binh.path);
  const { versions, draft } = await about(an, ONE);
  expect(versions.at(-1)?.reasons).toMatchObject([AN]);
  expect(versions.at(-1)?.reasons).toHaveLength(1);
  expect(draft).toMatchObject([{ who: 'An', why: 'đổi ý' }]);
  expect(draft).toHaveLength(1);
});

test('a publication that another one took the place of: its reasons wait again with its changes', async () => {
  await called(remove, an, ONE, ...MINE);
  await called(remove, binh, TWO, ...THEIRS);
  await sign(an);
  await sign(binh);
  await pullInto(an, binh.path);
  const { versions, draft } = await about(an, ONE);
  expect(draft).toMatchObject([AN]);
  expect(versions.at(-1)).toMatchObject({ kind: 'removed', overtaken: true });
  await sign(an);
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ kind: 'removed', reasons: [AN] });
  expect((await about(an, ONE)).draft).toEqual([]);
});

test.each([
  ['printed', [], 'kind'],
  ['compact', ['--compact'], 'compact'],
] as const)('of an import of very many numbers each has its reason: %s', async (_name, flags, kind) => {
  await called(
    importFile,
    an,
    table(an, 10_001),
    ...(kind === 'compact' ? ['--category', 'a'] : ROW),
    ...flags,
    ...MINE,
    '--allow',
    'addition',
  );
  const [one, other] = ['+84930010000', '+84930010001'];
  expect(await about(an, one)).toMatchObject({ draft: [AN], versions: [] });
  // One of them is taken out again: that is no change of the publication.
  await called(remove, an, '+84930000007', ...flags, '--why', 'nhầm');
  await sign(an, 'addition');
  expect(await about(an, one)).toMatchObject({ draft: [], versions: [{ [kind]: 'added', reasons: [AN] }] });
  expect(await about(an, '+84930000007')).toMatchObject({ draft: [], versions: [] });
  expect(await about(an, other)).toMatchObject({ draft: [], versions: [] });
  expect((await called(history, an, one)).lines.at(-1)).toBe('  An: khiếu nại đúng (công văn 12)');
  const { data } = await called(history, an);
  expect(JSON.stringify(data)).not.toContain('packed');
});

test('the file of a large import tells its reason once, as a whole; the compact set has its own', async () => {
  await called(importFile, binh, table(binh, 10_001), ...ROW, ...THEIRS, '--allow', 'addition');
  await called(add, binh, '+84920000005', '--compact', '--category', 'a', ...MINE);
  await called(
    importFile,
    binh,
    table(binh, 10_002, 20_000),
    '--category',
    'a',
    '--compact',
    '--why',
    'báo cáo quý',
    '--allow',
    'addition',
  );
  await called(remove, binh, ONE, '--why', 'nhầm');
  await signDraft(binh, [], new Set(['addition']));
  const file = binh.disk.read('proposal.json');
  const told = JSON.stringify(toldPart(file));
  expect(told.length).toBeLessThan(2_000);
  await signedBy(an, file, 'addition');
  const last = async (number: string) => (await about(an, number)).versions.at(-1);
  const bulk = { ...BINH, told: true, numbers: [], many: 10_001 };
  expect(await last('+84930010000')).toMatchObject({ kind: 'added', reasons: [bulk] });
  expect(await last('+84920000005')).toMatchObject({
    compact: 'added',
    reasons: [{ ...AN, told: true, numbers: ['+84920000005'] }],
  });
  expect(await last('+84930030001')).toMatchObject({
    compact: 'added',
    reasons: [{ why: 'báo cáo quý', many: 10_002 }],
  });
  expect(await last(ONE)).toMatchObject({ kind: 'removed', reasons: [{ why: 'nhầm', told: true }] });
  expect((await called(history, an, '+84930010000')).lines.at(-1)).toContain(
    'of 10001 numbers without their names',
  );
});

test('what is told of numbers that do not change is not believed, and a damaged part is refused', async () => {
  await called(remove, binh, ONE, ...THEIRS);
  await signDraft(binh, []);
  const text = readFileSync(join(binh.path, 'proposal.json'), 'utf8');
  const forged = text.replace(`["${ONE}",0]`, `["${ONE}",0],["${TWO}",0]`);
  expect(forged).not.toBe(text);
  await expect(signedBy(an, utf8(text.replace('"who":"Bình"', '"who":7')))).rejects.toMatchObject({
    code: 'ERR_PUBLISH_PROPOSAL',
  });
  expect((await about(an, ONE)).versions).toHaveLength(1);
  await signedBy(an, utf8(forged));
  expect((await about(an, TWO)).versions).toHaveLength(1);
  expect((await about(an, ONE)).versions.at(-1)).toMatchObject({ reasons: [{ numbers: [ONE] }] });
});
