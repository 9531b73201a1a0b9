/** The worker is stopped between any two steps of an update: the lists stay whole, and the alarm ends what was begun. */
import type { Page } from '@playwright/test';
import { hashOf, newest, signedOf, type Repository } from '../feeds/support/forge';
import { contentOf, entryOf, putContent } from '../feeds/support/content';
import { expect } from './support/extension';
import { storedFeed } from './support/feed-database';
import { fingerprintOf, MAKERS, serve } from './support/feed-publisher';
import { ask, letPollTimeCome, onlyFeed, ringAlarm, stopWorker, test } from './support/feeds';
import type { Nginx } from './support/nginx';
import type { LaunchedBrowser } from '../../scripts/browser/launch';

/** More than two batches of the store. */
const COUNT = 1_100;
const versionOf = (turn: number) => `2026.11.25.${turn + 1}`;
/** Every fourth number is in all publications, the others in one. */
const numberIn = (turn: number, i: number) =>
  `+8496${String((i % 4 === 0 ? i : i + turn * 10_000) + 1_000_000).padStart(7, '0')}`;
const contentAt = (turn: number) =>
  contentOf(
    versionOf(turn),
    Array.from({ length: COUNT }, (_, i) => entryOf(numberIn(turn, i))),
  );

/** The files that an update asks for, in order. The timestamp comes twice: as the poll, and in the whole workflow. */
function filesOf(repository: Repository): string[] {
  const targets = Object.keys(signedOf(repository, newest(repository, 'targets')).targets as object);
  const pathOf = (name: string) => {
    const all = [...repository.files].filter(([path]) => path.endsWith(`.${name.split('/').at(-1) ?? ''}`));
    const [path] = all.findLast(([one, bytes]) => one.includes(hashOf(bytes))) ?? [];
    if (path === undefined) throw new Error(`no file for ${name}`);
    return path;
  };
  return [
    'metadata/timestamp.json',
    `metadata/${Number(signedOf(repository, newest(repository, 'root')).version) + 1}.root.json`,
    'metadata/timestamp.json',
    newest(repository, 'snapshot'),
    newest(repository, 'targets'),
    ...['feed.json', 'reported.json', ...targets.filter((name) => name.endsWith('.jsonl'))].map(pathOf),
  ];
}

async function follow(nginx: Nginx, options: Page, folder: string) {
  const make = MAKERS['our publisher'];
  if (!make) throw new Error('no maker');
  const repository = await make(Date.now() - 3_600_000, await contentAt(0));
  serve(nginx, folder, repository);
  const feed = { address: `${nginx.address}${folder}/`, fingerprint: fingerprintOf(repository) };
  expect(await ask(options, 'feed-add', { ...feed, scope: ['reported'] })).toEqual({});
  return async (turn: number) => {
    putContent(repository, await contentAt(turn));
    serve(nginx, folder, repository);
    return filesOf(repository);
  };
}

/** How many of the numbers that only one publication has are reported. */
async function reportedOf(options: Page, turn: number): Promise<number> {
  const numbers = [1, 599, COUNT - 1].map((i) => `0${numberIn(turn, i).slice(3)}`);
  const { verdict } = await ask(options, 'check', { text: numbers.join('\n') });
  return verdict.findings.filter((one) => one.kind === 'phone' && one.standing.kind === 'reported').length;
}

/** Which publication is there, whole: in the database, and in what is said of numbers. */
async function expectWhole(options: Page, turn: number): Promise<'old' | 'new'> {
  const stored = await storedFeed(options);
  expect([versionOf(turn - 1), versionOf(turn)]).toContain(stored.version);
  expect([stored.entries, stored.counted]).toEqual([COUNT, COUNT]);
  const found = stored.version === versionOf(turn) ? 'new' : 'old';
  const answers = [await reportedOf(options, turn - 1), await reportedOf(options, turn)];
  expect(answers).toEqual(found === 'old' ? [3, 0] : [0, 3]);
  return found;
}

/** The alarm rings; the update comes to its end and leaves nothing else behind. */
async function expectCompleted(options: Page, turn: number): Promise<void> {
  await ringAlarm(options);
  await expect.poll(async () => (await onlyFeed(options)).version, { timeout: 20_000 }).toBe(versionOf(turn));
  await expect.poll(async () => (await storedFeed(options)).generations, { timeout: 20_000 }).toBe(2);
  expect(await expectWhole(options, turn)).toBe('new');
}

test('stopped while any file of an update is under way: the old lists are there, and the alarm brings the new ones', async ({
  nginx,
  options,
  extension,
}) => {
  test.setTimeout(180_000);
  const publish = await follow(nginx, options, 'files');
  // First an update that nothing disturbs: these are all files that one asks for.
  const undisturbed = await publish(1);
  nginx.requests();
  await letPollTimeCome(options);
  await expectCompleted(options, 1);
  expect(nginx.requests().map(({ request }) => request)).toEqual(
    undisturbed.map((path) => `GET /files/${path}`),
  );
  for (let step = 0; step < undisturbed.length; step++) {
    const turn = step + 2;
    const files = await publish(turn);
    const path = files[step] ?? '';
    const held = nginx.hold(`files/${path}`, files.slice(0, step + 1).filter((one) => one === path).length);
    await letPollTimeCome(options);
    await held;
    await stopWorker(extension, options);
    nginx.letGo();
    expect(await expectWhole(options, turn), path).toBe('old');
    await expectCompleted(options, turn);
  }
});

/** Makes the worker wait for ever behind its nth writing transaction from now on, which is committed. */
async function waitBehindStep(extension: LaunchedBrowser, nth: number): Promise<() => Promise<boolean>> {
  const worker = await extension.worker();
  await worker.evaluate(`{
    let left = ${nth};
    globalThis.stepReached = false;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const tx = transaction.call(this, names, mode, options);
      if (mode === 'readwrite' && left-- === 0) {
        tx.addEventListener('complete', () => (globalThis.stepReached = true));
        // Whoever waits for its end never hears of it.
        tx.addEventListener = () => undefined;
      }
      return tx;
    };
  }`);
  return () => worker.evaluate<boolean>('globalThis.stepReached');
}

test('stopped between any two writes of an update: old or new lists are there, whole, and the alarm ends it', async ({
  nginx,
  options,
  extension,
}) => {
  test.setTimeout(240_000);
  const publish = await follow(nginx, options, 'writes');
  const outcomes = { old: 0, new: 0 };
  for (let step = 0, more = true; more; step++) {
    const turn = step + 1;
    await publish(turn);
    const reached = await waitBehindStep(extension, step);
    const before = (await onlyFeed(options)).checkedAt ?? 0;
    await letPollTimeCome(options);
    const ended = async () => (await reached()) || ((await onlyFeed(options)).checkedAt ?? 0) > before;
    await expect.poll(ended, { timeout: 20_000, intervals: [20] }).toBe(true);
    // An update that ran to its end had fewer writes than this one waits for.
    more = await reached();
    await stopWorker(extension, options);
    outcomes[await expectWhole(options, turn)]++;
    await expectCompleted(options, turn);
  }
  console.log(`stops between writes: ${JSON.stringify(outcomes)}`);
  expect(outcomes.old).toBeGreaterThan(3);
  expect(outcomes.new).toBeGreaterThan(1);
});
