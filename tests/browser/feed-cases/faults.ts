/** Every fault that a client must refuse, by both makers: its own state is shown, and nothing changes. */
import { deepEqual, equal } from 'node:assert/strict';
import { contentOf, putContent } from '../../feeds/support/content';
import type { Server } from '../../feeds/support/clients';
import { FAULTS } from '../../feeds/support/faults';
import type { Fault } from '../../feeds/support/faults/fault';
import { copyOf, newest } from '../../feeds/support/forge';
import { ask, refusalText } from '../support/ask';
import { storedFeed } from '../support/feed-database';
import type { Nginx } from '../support/nginx';
import {
  expectFeed,
  followed,
  isReported,
  madeBy,
  reopen,
  shows,
  TWO,
  type FeedCase,
  type Reader,
} from './case';

/** What is shown and stored after an update: the refusal, or none. */
function due(expected: string | number | undefined) {
  return typeof expected === 'string'
    ? ({ error: expected, state: 'stale', reported: true, kept: true } as const)
    : ({ error: undefined, state: 'fresh', reported: true, kept: true } as const);
}

interface Played {
  /** The refusal that is shown now. */
  readonly error: string | undefined;
  /** Plays what comes after it, and removes the feed. */
  readonly end: () => Promise<void>;
}

/** Plays one fault before a feed of its own. */
async function playFault(
  fault: Fault,
  folder: string,
  maker: string,
  reader: Reader,
  nginx: Nginx,
): Promise<Played> {
  const { options } = reader;
  const repository = await madeBy(maker);
  const before = copyOf(repository);
  const server: Server = { repository, statuses: new Map() };
  const feed = await followed(reader, nginx, folder, repository);
  const stored = JSON.stringify(await storedFeed(options));
  const updated = async () => {
    feed.serve(server.repository);
    for (const path of server.statuses.keys()) nginx.fail(`${folder}/${path}`, true);
    const { error, state } = await feed.update();
    for (const path of server.statuses.keys()) nginx.fail(`${folder}/${path}`, false);
    const kept = JSON.stringify(await storedFeed(options)) === stored;
    return { error, state, reported: await isReported(options), kept };
  };
  fault.change(server);
  const first = await updated();
  deepEqual(first, due(fault.expected), fault.name);
  return {
    error: first.error,
    end: async () => {
      if (fault.mend) {
        fault.mend(server, before);
        deepEqual(await updated(), due(fault.mended), `${fault.name}, then another`);
      }
      await ask(options, 'feed-remove', { id: feed.id });
    },
  };
}

/** Every fault of a repository by one of the makers; a minute or two. */
export function allFaults(maker: string): FeedCase {
  return faultsCase(maker, 'each fault', FAULTS);
}

/** The first fault of each kind: what follows from it in a browser is the same for the others. */
export function faultOfEachKind(maker: string): FeedCase {
  return faultsCase(
    maker,
    'a fault of each kind',
    FAULTS.filter(({ expected }, at) => FAULTS.findIndex((one) => one.expected === expected) === at),
  );
}

function faultsCase(maker: string, what: string, faults: readonly Fault[]): FeedCase {
  return {
    name: `a repository by ${maker}: ${what} is refused under its own name, and nothing changes`,
    play: async (reader, nginx) => {
      const { options } = reader;
      const told = new Set<string>();
      for (const [i, fault] of faults.entries()) {
        const { error, end } = await playFault(fault, `fault-${i}`, maker, reader, nginx);
        // The first of each kind is read in the options, which ask at once when they are opened.
        if (error !== undefined && !told.has(error)) {
          await reopen(options);
          await shows(options, refusalText(error), '.feed-state');
          told.add(error);
        }
        await end();
      }
      const codes = FAULTS.flatMap(({ expected }) => (typeof expected === 'string' ? [expected] : []));
      deepEqual(told, new Set(codes));
      equal(await isReported(options), false);
    },
  };
}

export const NOT_MODIFIED: FeedCase = {
  name: 'a server that says that nothing changed, asked without any condition, is refused; nothing changes',
  play: async (reader, nginx) => {
    const repository = await madeBy('our publisher');
    const feed = await followed(reader, nginx, 'unchanged', repository);
    putContent(repository, await contentOf('2026.11.26', TWO));
    feed.serve();
    // A root that is 'not modified' is no word that there is none.
    for (const path of ['metadata/timestamp.json', 'metadata/2.root.json', newest(repository, 'targets')]) {
      nginx.fail(`unchanged/${path}`, true, 304);
      expectFeed(await feed.update(), { state: 'stale', error: 'ERR_FEED_SERVER', entries: 1 }, path);
      equal(await isReported(reader.options), true);
      nginx.fail(`unchanged/${path}`, false, 304);
    }
    expectFeed(await feed.update(), { state: 'fresh', error: undefined, entries: 2 });
  },
};
