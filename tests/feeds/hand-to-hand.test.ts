/** A feed whose content two of three people must sign: the proposal goes from hand to hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { withTold } from '../../lib/admin/publish/told';
import { proposalFile, readProposal } from '../../lib/lists/publish/proposal-file';
import { textOf, utf8 } from '../../lib/lists/feed/bytes';
import { withLines } from '../../scripts/feed/editing';
import { withoutNumber } from './support/without-number';
import type { FeedFolder } from '../../scripts/feed/folder';
import { makeKey, signersIn, type KeySource } from '../../scripts/feed/keys';
import { Disk } from '../../scripts/feed/disk';
import { refreshDates } from '../../scripts/feed/dates';
import { roleKeys, signDraft, signReceived } from '../../scripts/feed/publishing';
import { run } from '../../scripts/feed/run';
import { withReason } from '../../scripts/feed/reasons';
import { newestRoot, setKeys } from '../../scripts/feed/rotation';
import { line } from './support/administrators';
import { copyOfFolder, keysOf, newFeed, newFolder, readAsBrowser } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: FeedFolder;
let people: KeySource[];
let online: KeySource;
const PROPOSAL = 'proposal.json';

/** Makes keys in folders of their own: what each person has. */
async function newPeople(count: number): Promise<[KeySource[], string[]]> {
  const publics: string[] = [];
  const sources: KeySource[] = [];
  for (let i = 0; i < count; i++) {
    const path = newFolder();
    publics.push(await makeKey(new Disk(path), ''));
    sources.push({ paths: [path], env: {} });
  }
  return [sources, publics];
}

beforeEach(async () => {
  folder = await newFeed();
  online = keysOf(folder);
  let publics: string[];
  [people, publics] = await newPeople(3);
  const both = { paths: [...online.paths, ...people.flatMap(({ paths }) => paths)], env: {} };
  expect(await setKeys(folder, { targets: await roleKeys(publics, 2) }, both)).toMatchObject({
    missing: undefined,
  });
  const { reported } = folder.draft();
  const [number = ''] = reported.keys();
  folder.writeReported(withoutNumber(reported, number));
});

const by = (person: number) => signersIn(people[person] ?? { paths: [], env: {} });
const file = () => folder.disk.read(PROPOSAL);

describe('two of three', () => {
  test('each says yes to a list that goes as a whole, or signs nothing', async () => {
    folder.writeDraft({ ...folder.draft(), directory: undefined });
    const refused = { code: 'ERR_PUBLISH_GUARD' };
    const yes = new Set(['list']);
    await expect(signDraft(folder, await by(0))).rejects.toMatchObject(refused);
    expect(folder.has(PROPOSAL)).toBe(false);
    expect(await signDraft(folder, await by(0), yes)).toMatchObject({ missing: { have: 1 } });
    const waiting = file();
    await expect(signReceived(folder, waiting, await by(1))).rejects.toMatchObject(refused);
    await expect(signReceived(folder, waiting, await by(1), new Set(['removal']))).rejects.toMatchObject(
      refused,
    );
    expect(file()).toEqual(waiting);
    expect(await run(['sign', folder.path, '--json'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('--allow list: directory') as string,
    });
    expect(await signReceived(folder, waiting, await by(1), yes)).toMatchObject({
      missing: { role: 'snapshot' },
    });
  });

  test('sign one after the other, the machine with the other keys publishes', async () => {
    const before = await readAsBrowser(folder);
    const first = await signDraft(folder, await by(0));
    expect(first).toMatchObject({ signedRoles: ['targets'], missing: { role: 'targets', have: 1, need: 2 } });
    expect(await readAsBrowser(folder)).toEqual(before);

    // The second person has a copy of the feed, no draft and no keys but their own.
    const other = copyOfFolder(folder);
    const second = await signReceived(other, file(), await by(2));
    expect(second).toMatchObject({
      signedRoles: ['targets'],
      missing: { role: 'snapshot', have: 0, need: 1 },
    });

    const last = await signReceived(folder, other.disk.read(PROPOSAL), await signersIn(online));
    expect(last).toMatchObject({ signedRoles: ['snapshot', 'timestamp'], missing: undefined });
    const after = await readAsBrowser(folder);
    expect(after.reported?.size).toBe((before.reported?.size ?? 0) - 1);
    expect(folder.proposal()).toBeUndefined();
  });

  test('who signs next is told the reasons, whoever hands the file on', async () => {
    const said = { who: 'An', why: 'khiếu nại đúng', source: 'công văn 12' };
    const long = { ...said, why: 'x'.repeat(3_000) };
    folder.writeReported(withLines(folder.draft().reported, [line('+842920000001'), line('+842920000002')]));
    folder.commit(withReason(folder, said, ['+842920000001']));
    folder.commit(withReason(folder, long, ['+842920000002']));
    const edits = {
      numbers: ['+842920000001', '+842920000002', '+842920000003'].map((number) => ({
        number,
        kind: 'added' as const,
      })),
      entries: [],
    };
    const whyIn = (from: FeedFolder) =>
      withTold(edits, from.disk.read(PROPOSAL)).numbers.map(({ who, why, source }) => [who, why, source]);
    const told = [
      ['An', 'khiếu nại đúng', 'công văn 12'],
      ['An', 'x'.repeat(2_000), 'công văn 12'],
      [undefined, undefined, undefined],
    ];
    await signDraft(folder, await by(0));
    expect(whyIn(folder)).toEqual(told);
    // A file that lost them on the way takes nothing from the one that waits here.
    await signReceived(folder, proposalFile(readProposal(file())), await by(0));
    expect(whyIn(folder)).toEqual(told);
    const other = copyOfFolder(folder);
    await signReceived(other, file(), await by(2));
    expect(whyIn(other)).toEqual(told);
  });

  test('one person twice is one signature, and a key of nobody is refused', async () => {
    await signDraft(folder, await by(0));
    expect(await signReceived(folder, file(), await by(0))).toMatchObject({ missing: { have: 1 } });
    const [strangers] = await newPeople(1);
    const stranger = await signersIn(strangers[0] ?? online);
    await expect(signReceived(folder, file(), stranger)).rejects.toMatchObject({
      code: 'ERR_PUBLISH_NO_KEY',
    });
  });

  test('a refresh of dates in between does not cost a signature', async () => {
    await signDraft(folder, await by(0));
    await refreshDates(folder, await signersIn(online));
    await signReceived(folder, file(), await by(1));
    await refreshDates(folder, await signersIn(online));
    expect(await signReceived(folder, file(), await signersIn(online))).toMatchObject({ missing: undefined });
    await readAsBrowser(folder);
  });

  test('who was overtaken by another publication is told so, and nothing is overwritten', async () => {
    const other = copyOfFolder(folder);
    await signDraft(other, await by(0));
    const everyone = (await Promise.all([by(0), by(1), signersIn(online)])).flat();
    await signDraft(folder, everyone);
    const live = await readAsBrowser(folder);
    await expect(signReceived(folder, other.disk.read(PROPOSAL), everyone)).rejects.toMatchObject({
      code: 'ERR_PUBLISH_CONFLICT',
    });
    expect(await readAsBrowser(folder)).toEqual(live);
    // Nor does a new publication begin while one waits.
    await expect(signDraft(other, everyone)).rejects.toMatchObject({ code: 'ERR_PUBLISH_CONFLICT' });
  });

  test.each([
    ['another list under the hash of the signed one', (text: string) => text.replace(/Thử/, 'Lừa')],
    [
      'a file that nothing names',
      (text: string) => text.replace('"files":{', '"files":{"targets/x.json":"x",'),
    ],
    ['another root', (text: string) => text.replace('\\"root\\":{', '\\"r00t\\":{')],
    [
      'a version further on',
      (text: string) => text.replace(/"versions":\{"targets":\d/, '"versions":{"targets":9'),
    ],
    ['no JSON', () => '<html>'],
  ])('a proposal with %s is not signed', async (_name, change) => {
    await signDraft(folder, await by(0));
    const text = textOf(file());
    expect(change(text)).not.toBe(text);
    await expect(signReceived(folder, utf8(change(text)), await by(1))).rejects.toMatchObject({
      code: 'ERR_PUBLISH_PROPOSAL',
    });
    expect(textOf(file())).toBe(text);
  });
});

test('a new root that two people must sign waits for both; the machine that refreshes goes on', async () => {
  const [roots, publics] = await newPeople(2);
  const first = await setKeys(
    folder,
    { root: await roleKeys(publics, 2) },
    { paths: [...online.paths, ...(roots[0]?.paths ?? [])], env: {} },
  );
  expect(first).toMatchObject({ missing: { role: 'root', have: 1, need: 2 } });
  await refreshDates(folder, await signersIn(online));
  const version = newestRoot(folder).version;
  expect(await signReceived(folder, file(), await signersIn(roots[1] ?? online))).toMatchObject({
    missing: undefined,
  });
  expect(newestRoot(folder).version).toBe(version + 1);
  await readAsBrowser(folder);
});

test('secrets come from files and from the environment; a message never quotes one', async () => {
  const [path = ''] = online.paths;
  const name = newestRoot(folder).roles.timestamp.keyids[0]?.slice(0, 16) ?? '';
  const { secret } = JSON.parse(readFileSync(join(path, `${name}.json`), 'utf8')) as { secret: string };
  const [signer] = await signersIn({ paths: [], env: { CANH_GIAC_FEED_KEYS: ` ${secret}\n` } });
  expect(signer?.id.slice(0, 16)).toBe(name);

  const broken = join(newFolder(), 'key.json');
  writeFileSync(broken, `{"secret":"${secret}","public":"no"`);
  for (const source of [
    { paths: [broken], env: {} },
    { paths: [], env: { CANH_GIAC_FEED_KEYS: `${secret.slice(0, -8)}AAAA` } },
  ]) {
    const error: unknown = await signersIn(source).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain(secret.slice(20, 40));
  }
});
