/** What lies in `public` is verified before anything is signed or merged: what is forged, half signed or old goes nowhere. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '../../lib/lists/feed/bytes';
import { readMetadata } from '../../lib/lists/feed/metadata';
import { metaOf } from '../../lib/lists/publish/proposal';
import { readProposal } from '../../lib/lists/publish/proposal-file';
import { head } from '../../lib/lists/publish/root';
import { signed } from '../../lib/lists/publish/sign';
import { refreshDates } from '../../scripts/feed/dates';
import type { FeedFolder } from '../../scripts/feed/folder';
import { signersIn } from '../../scripts/feed/keys';
import { changeNumbers } from '../../scripts/feed/numbers';
import { changeKeys, signDraft, signReceived } from '../../scripts/feed/publishing';
import { newestRoot, rotateRole } from '../../scripts/feed/rotation';
import { serveFolder } from '../../scripts/feed/serve';
import { add, copyPublic, line, pullInto, stateOfFolder } from './support/administrators';
import { copyOfFolder, keysOf, newFeed, readAsBrowser } from './support/publisher';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const NUMBER = '+842920000001';
/** Two of two sign its content, and it has had two publications. */
let made: FeedFolder;
/** Before the second. */
let older: FeedFolder;
let stranger: FeedFolder;
let folder: FeedFolder;

const keys = (of: FeedFolder) => signersIn(keysOf(of));

beforeAll(async () => {
  made = await newFeed([2, 2]);
  await rotateRole(made, 'timestamp', keysOf(made));
  older = copyOfFolder(made);
  add(made, line(NUMBER));
  await signDraft(made, await keys(made));
  stranger = await newFeed();
});

beforeEach(() => {
  folder = copyOfFolder(made);
});

const at = (name: string) => join(folder.path, 'public', name);
const newestIn = (of: FeedFolder, role: 'targets' | 'snapshot') => {
  const published = of.published();
  if (!published) throw new Error('nothing is published');
  return readMetadata(role, published[role]).signed.version;
};
const newest = (role: 'targets' | 'snapshot') => newestIn(folder, role);

function edit(name: string, change: (text: string) => string): void {
  const text = readFileSync(at(name), 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(at(name), change(text));
}

/** Content that one of two signed, with snapshot and timestamp by the keys of these. */
async function halfSigned(): Promise<void> {
  const other = copyOfFolder(made);
  add(other, line('+842920000009'));
  const all = await keys(other);
  const { roles } = newestRoot(other);
  const of = (role: 'targets' | 'snapshot' | 'timestamp') =>
    all.filter(({ id }) => roles[role].keyids.includes(id));
  await signDraft(other, of('targets').slice(0, 1));
  const { metadata, files } = readProposal(other.disk.read('proposal.json'));
  const targets = metadata.targets ?? new Uint8Array();
  const [now, ofTargets, ofSnapshot] = [Date.now(), newest('targets') + 1, newest('snapshot') + 1];
  const snapshot = await signed(
    { ...head('snapshot', ofSnapshot, now), meta: { 'targets.json': await metaOf(ofTargets, targets) } },
    of('snapshot'),
  );
  const live = readMetadata('timestamp', folder.disk.read('public/metadata/timestamp.json')).signed.version;
  const timestamp = await signed(
    { ...head('timestamp', live + 1, now), meta: { 'snapshot.json': await metaOf(ofSnapshot, snapshot) } },
    of('timestamp'),
  );
  folder.publish(
    new Map([
      ...files,
      [`metadata/${String(ofTargets)}.targets.json`, targets],
      [`metadata/${String(ofSnapshot)}.snapshot.json`, snapshot],
      ['metadata/timestamp.json', timestamp],
    ]),
  );
}

const FORGED: readonly (readonly [string, string, () => Promise<void> | void])[] = [
  [
    'a list with other words',
    'ERR_FEED_HASH',
    () => {
      const name = readdirSync(at('targets')).find((one) => one.endsWith('.directory.json')) ?? '';
      edit(`targets/${name}`, (text) => text.replace('"number":"+84', '"number":"+85'));
    },
  ],
  [
    'targets that name other files',
    'ERR_FEED_HASH',
    () =>
      edit(`metadata/${String(newest('targets'))}.targets.json`, (text) =>
        text.replace(/"sha256":"../, '"sha256":"00'),
      ),
  ],
  [
    'a timestamp of nobody',
    'ERR_FEED_SIGNATURE',
    () =>
      edit('metadata/timestamp.json', (text) => text.replace(/"version":(\d+)(?=[,}])/g, '"version":9$1')),
  ],
  ['content that one of two signed', 'ERR_FEED_SIGNATURE', halfSigned],
  [
    'a new root by a stranger',
    'ERR_FEED_KEY_UNKNOWN',
    () => writeFileSync(at('metadata/3.root.json'), stranger.disk.read('public/metadata/1.root.json')),
  ],
  ['the whole feed of a stranger', 'ERR_FEED_FINGERPRINT', () => copyPublic(stranger, folder, true)],
  ['an older publication', 'ERR_FEED_ROLLBACK', () => copyPublic(older, folder, true)],
  [
    'a timestamp of the same version that leads to an older one',
    'ERR_FEED_ROLLBACK',
    async () => {
      const other = copyOfFolder(older);
      await refreshDates(other, await keys(other));
      copyPublic(other, folder);
      expect(newest('targets')).toBeLessThan(newestIn(made, 'targets'));
    },
  ],
  ['the last root taken away', 'ERR_FEED_', () => rmSync(at('metadata/2.root.json'))],
  ['nothing at all', 'ERR_FEED_MISSING', () => rmSync(at(''), { recursive: true })],
];

/** Every file of the folder with its bytes. */
const everything = () =>
  readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')]);

test.each(FORGED)(
  '%s: nothing is signed, merged or made, and the remedy helps',
  async (_name, code, forge) => {
    add(folder, line(NUMBER, 'bank'));
    const other = copyOfFolder(made);
    const [one] = await keys(other);
    await signDraft(other, one ? [one] : []);
    const proposal = other.disk.read('proposal.json');
    await forge();
    const [before, all] = [everything(), await keys(folder)];
    const refused = {
      code: expect.stringContaining(code) as string,
      message: expect.stringMatching(/public is refused: .* pull DIR ADDRESS-OR-FOLDER/) as string,
    };
    await expect(signDraft(folder, all)).rejects.toMatchObject(refused);
    await expect(signReceived(folder, proposal, all)).rejects.toMatchObject(refused);
    await expect(changeKeys(folder, {}, all)).rejects.toMatchObject(refused);
    await expect(rotateRole(folder, 'targets', keysOf(folder))).rejects.toMatchObject(refused);
    await expect(refreshDates(folder, all)).rejects.toMatchObject(refused);
    await expect(
      changeNumbers(
        folder,
        () => Promise.reject(new Error('asked')) as never,
        () => undefined,
      ),
    ).rejects.toMatchObject(refused);
    await expect(pullInto(folder)).rejects.toMatchObject(refused);
    expect(everything()).toEqual(before);

    const draft = folder.draft();
    await pullInto(folder, made.path);
    expect(folder.draft()).toEqual(draft);
    await signDraft(folder, all);
    expect((await readAsBrowser(folder)).reported?.get(NUMBER)).toHaveLength(2);
  },
);

test('a place that is forged is not pulled; a server that is right is', async () => {
  add(folder, line(NUMBER, 'bank'));
  const there = copyOfFolder(made);
  add(there, line('+842920000002'));
  await signDraft(there, await keys(there));
  const server = await serveFolder(join(there.path, 'public'), 0);
  try {
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    const before = everything();
    const file = join(there.path, 'public/metadata/timestamp.json');
    const timestamp = readFileSync(file);
    writeFileSync(file, timestamp.toString().replace(/"sig":"../, '"sig":"00'));
    await expect(pullInto(folder, address)).rejects.toMatchObject({ code: 'ERR_FEED_SIGNATURE' });
    expect(everything()).toEqual(before);
    writeFileSync(file, timestamp);
    const { data } = await pullInto(folder, address);
    expect(data).toMatchObject({ start: 'base', taken: { reported: { added: ['+842920000002'] } } });
    expect((await readAsBrowser(folder)).reported?.has('+842920000002')).toBe(true);
  } finally {
    server.close();
  }
});

test('an older version in the place of the one below the draft is no version that somebody else made', async () => {
  const there = copyOfFolder(made);
  add(there, line('+842920000002'));
  await signDraft(there, await keys(there));
  const path = `public/metadata/${String(newest('targets'))}.targets.json`;
  writeFileSync(join(there.path, path), textOf(there.disk.read(path)).replace(/"sig":"../g, '"sig":"00'));
  const before = stateOfFolder(folder);
  await expect(pullInto(folder, there.path)).rejects.toMatchObject({ code: 'ERR_FEED_SIGNATURE' });
  expect(stateOfFolder(folder)).toEqual(before);
});

test('a root behind a gap is no root: no key is thrown away for it', async () => {
  writeFileSync(at('metadata/9.root.json'), stranger.disk.read('public/metadata/1.root.json'));
  await rotateRole(folder, 'snapshot', keysOf(folder));
  const named = Object.keys(newestRoot(folder).keys).map((id) => `${id.slice(0, 16)}.json`);
  expect(readdirSync(join(folder.path, 'keys')).sort()).toEqual(named.sort());
  expect(newestRoot(folder).version).toBe(3);
});
