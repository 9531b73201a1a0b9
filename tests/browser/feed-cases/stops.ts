/** The background is stopped between any two steps of an update: the lists stay whole, and the alarm ends what was begun. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { until } from '../../../scripts/browser/until';
import { contentOf, entryOf, putContent } from '../../feeds/support/content';
import { hashOf, newest, nextVersion, republish, signedOf, type Repository } from '../../feeds/support/forge';
import { ask, letPollTimeCome, onlyFeed, ringAlarm, type OwnPage } from '../support/ask';
import { storedFeed } from '../support/feed-database';
import type { Nginx } from '../support/nginx';
import { expectFeed, expectVersion, followed, madeBy, type FeedCase, type Reader } from './case';

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

/** Follows a feed; gives what publishes the next turn and names its files. */
async function follow(reader: Reader, nginx: Nginx, folder: string) {
  const repository = await madeBy('our publisher', await contentAt(0));
  const feed = await followed(reader, nginx, folder, repository);
  return async (turn: number) => {
    putContent(repository, await contentAt(turn));
    feed.serve();
    return filesOf(repository);
  };
}

/** How many of the numbers that only one publication has are reported. */
async function reportedOf(options: OwnPage, turn: number): Promise<number> {
  const numbers = [1, 599, COUNT - 1].map((i) => `0${numberIn(turn, i).slice(3)}`);
  const { verdict } = await ask(options, 'check', { text: numbers.join('\n') });
  return verdict.findings.filter((one) => one.kind === 'phone' && one.standing.kind === 'reported').length;
}

/** Which publication is there, whole: in the database, and in what is said of numbers. */
async function expectWhole(options: OwnPage, turn: number): Promise<'old' | 'new'> {
  const stored = await storedFeed(options);
  ok([versionOf(turn - 1), versionOf(turn)].includes(stored.version ?? ''), stored.version);
  deepEqual([stored.entries, stored.counted], [COUNT, COUNT]);
  const found = stored.version === versionOf(turn) ? 'new' : 'old';
  const answers = [await reportedOf(options, turn - 1), await reportedOf(options, turn)];
  deepEqual(answers, found === 'old' ? [3, 0] : [0, 3]);
  return found;
}

/** The alarm rings; the update comes to its end and leaves nothing else behind. */
async function expectCompleted(options: OwnPage, turn: number): Promise<void> {
  await ringAlarm(options);
  await expectVersion(options, versionOf(turn));
  await until(async () => (await storedFeed(options)).generations === 2, 'the old lists to go', 20_000);
  equal(await expectWhole(options, turn), 'new');
}

const IN_A_FILE: FeedCase = {
  name: 'stopped while any file of an update is under way: the old lists are there, and the alarm brings the new ones',
  play: async (reader, nginx) => {
    const { options } = reader;
    const publish = await follow(reader, nginx, 'files');
    // First an update that nothing disturbs: these are all files that one asks for.
    const undisturbed = await publish(1);
    nginx.requests();
    await letPollTimeCome(options);
    await expectCompleted(options, 1);
    deepEqual(
      nginx.requests().map(({ request }) => request),
      undisturbed.map((path) => `GET /files/${path}`),
    );
    for (let step = 0; step < undisturbed.length; step++) {
      const turn = step + 2;
      const files = await publish(turn);
      const path = files[step] ?? '';
      const nth = files.slice(0, step + 1).filter((one) => one === path).length;
      const held = nginx.hold(`files/${path}`, nth);
      await letPollTimeCome(options);
      await held;
      await reader.stopBackground();
      nginx.letGo();
      equal(await expectWhole(options, turn), 'old', path);
      await expectCompleted(options, turn);
    }
  },
};

/** Makes the background wait for ever behind its nth writing transaction from now on, which is committed. */
async function waitBehindStep({ inBackground }: Reader, nth: number): Promise<() => Promise<boolean>> {
  await inBackground(`
    let left = ${nth};
    scope.stepReached = false;
    const { transaction } = scope.IDBDatabase.prototype;
    scope.IDBDatabase.prototype.transaction = function (names, mode, options) {
      const tx = transaction.call(this, names, mode, options);
      if (mode === 'readwrite' && left-- === 0) {
        tx.addEventListener('complete', () => (scope.stepReached = true));
        // Whoever waits for its end never hears of it.
        tx.addEventListener = () => undefined;
      }
      return tx;
    };`);
  return async () => (await inBackground('return scope.stepReached')) === true;
}

const BETWEEN_WRITES: FeedCase = {
  name: 'stopped between any two writes of an update: old or new lists are there, whole, and the alarm ends it',
  play: async (reader, nginx) => {
    const { options } = reader;
    const publish = await follow(reader, nginx, 'writes');
    const outcomes = { old: 0, new: 0 };
    for (let step = 0, more = true; more; step++) {
      const turn = step + 1;
      await publish(turn);
      const reached = await waitBehindStep(reader, step);
      const before = (await onlyFeed(options)).checkedAt ?? 0;
      await letPollTimeCome(options);
      const ended = async () => (await reached()) || ((await onlyFeed(options)).checkedAt ?? 0) > before;
      await until(ended, `write ${step}, or the end`, 20_000);
      // An update that ran to its end had fewer writes than this one waits for.
      more = await reached();
      await reader.stopBackground();
      outcomes[await expectWhole(options, turn)]++;
      await expectCompleted(options, turn);
    }
    console.log(`stops between writes: ${JSON.stringify(outcomes)}`);
    ok(outcomes.old > 3 && outcomes.new > 1, JSON.stringify(outcomes));
  },
};

export const STOP_CASE: FeedCase = {
  name: 'a background that is stopped in the middle of an update takes it up again by its alarm',
  play: async (reader, nginx) => {
    const { options } = reader;
    const repository = await madeBy('our publisher');
    const feed = await followed(reader, nginx, 'stopped', repository);
    // The next publication trickles: the background dies while it waits for a file.
    nextVersion(repository, 'targets', () => undefined);
    republish(repository);
    feed.serve();
    nginx.slow(10);
    await letPollTimeCome(options);
    await until(() => nginx.busy(), 'a body under way');
    await reader.stopBackground();
    nginx.slow(0);
    const asked = async () => (await onlyFeed(options)).checkedAt ?? 0;
    const before = await asked();
    // The alarm that was set before the update began rings a minute later; here it is set forward.
    const [alarm] = (await options.evaluate(`chrome.alarms.getAll()`)) as { scheduledTime: number }[];
    ok(alarm && alarm.scheduledTime - Date.now() < 61_000, JSON.stringify(alarm));
    await ringAlarm(options);
    await until(async () => (await asked()) > before, 'the feed to be asked again', 20_000);
    expectFeed(await onlyFeed(options), { state: 'fresh', entries: 1 });
  },
};

/** Each step in its turn: minutes. */
export const STEP_CASES: readonly FeedCase[] = [IN_A_FILE, BETWEEN_WRITES];
