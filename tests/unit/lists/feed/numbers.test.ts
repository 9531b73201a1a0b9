/** The compact set on its way from the publisher to the store, by the same deltas as the entries. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { keyOf, numberOf } from '../../../../lib/lists/compact/number-key';
import { blocksOf } from '../../../../lib/lists/compact/whole-set';
import { sha256, textOf, utf8 } from '../../../../lib/lists/feed/bytes';
import { fetchContent, type FetchedContent } from '../../../../lib/lists/feed/content';
import { targetPath } from '../../../../lib/lists/feed/targets';
import type { Transport } from '../../../../lib/lists/feed/transport';
import { openListStore } from '../../../../lib/lists/open-list-store';
import { publishedNumbers, targetsOf } from '../../../../lib/lists/publish/content';
import { stateOfEntries } from '../../../../lib/lists/reported/state';
import type { ListStore } from '../../../../lib/lists/store';
import { entriesOf, models, type Model } from '../compact/sets';
import { freshDatabase, listsOf, reportOf } from '../fresh-database';

type Targets = Awaited<ReturnType<typeof targetsOf>>;
const FEED = {
  id: 'ab'.repeat(32),
  address: 'https://feed.test/',
  origin: 'person',
  scope: ['reported'],
  addedAt: 1,
} as const;
const INFO = {
  format: 1,
  version: '2026.11.25',
  published: '2026-11-25',
  name: { vi: 'Thử', en: 'Test' },
} as const;

const contentOf = (model: Model | undefined, text: string) => ({
  info: INFO,
  reported: stateOfEntries([{ ...reportOf(text), number: '+84911000000' }]),
  numbers: model ? { categories: ['advertising'], blocks: blocksOf(entriesOf(model)) } : null,
});

/** A server of these targets that counts what it gives. */
async function serve(targets: Targets) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const named: Record<string, { length: number; hashes: { sha256: string } }> = {};
  for (const [name, bytes] of targets) {
    const hash = await sha256(bytes);
    named[name] = { length: bytes.length, hashes: { sha256: hash } };
    files.set(targetPath(name, hash), bytes);
  }
  const given: string[] = [];
  const transport: Transport = {
    get: (path) => {
      given.push(path);
      return Promise.resolve(files.get(path));
    },
  };
  return { transport, targets: { targets: named } as never, given };
}

async function install(
  store: ListStore,
  targets: Targets,
): Promise<{ way: FetchedContent['way']; given: string[] }> {
  const { given, ...server } = await serve(targets);
  const live = (await store.feeds())[0]?.live;
  const held = live && { state: live.state, reported: () => store.feedEntries(FEED.id) };
  const { info, reported, way } = await fetchContent({ ...server, scope: ['reported'], held });
  if (!reported) throw new Error('nothing reported');
  const { version, published, name } = info;
  if (way !== 'held') {
    await store.installFeed(FEED, {
      ...{ version, published, name, settled: 1, state: reported.state },
      ...{ entries: 0, documents: {}, fresh: new Map() },
      reports: [...reported.entries].map(([number, lines]) => [
        number,
        lines.map((line) => JSON.parse(line) as ReturnType<typeof reportOf>),
      ]),
      numbers: reported.numbers,
    });
  }
  return { way, given };
}

async function followed(): Promise<ListStore> {
  freshDatabase();
  const store = await openListStore();
  await store.install(listsOf('2026.1.1', []));
  await store.followFeeds([FEED], FEED.addedAt);
  return store;
}

beforeEach(freshDatabase);

describe('a feed with a compact set', { timeout: 60_000 }, () => {
  test('a client of any age comes to the set that was published, with or without one before', async () => {
    const history = fc.array(fc.option(models, { nil: undefined }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (all, seed) => {
        const store = await followed();
        let targets: Targets | undefined;
        for (const [i, model] of all.entries()) {
          targets = await targetsOf(contentOf(model, String(i % 2)), targets);
          const blocks = model && blocksOf(entriesOf(model));
          expect((await publishedNumbers(targets))?.blocks).toEqual(blocks);
          const last = i === all.length - 1;
          // Some clients miss some publications.
          if (!last && ((seed >> i) & 1) === 1) continue;
          await install(store, targets);
          // Not every key of a model is one of a number.
          const asked = [...new Set(all.flatMap((one) => [...(one?.keys() ?? [])].slice(0, 40)))].filter(
            (key) => keyOf(numberOf(key)) === key,
          );
          const found = await store.reportsFor(asked.map(numberOf));
          const known = asked.filter((key) => model?.has(key)).map(numberOf);
          expect([...found.keys()].filter((number) => number !== '+84911000000').sort()).toEqual(
            known.sort(),
          );
          expect((await store.feeds())[0]?.live?.numbers?.count).toBe(model?.size);
        }
        await store.close();
      }),
      { numRuns: 12 },
    );
  });

  test('entries that are published alone leave the set as it is', async () => {
    const model: Model = new Map([[912_345_678, 5 << 14]]);
    const { info, reported } = contentOf(model, 'b');
    const targets = await targetsOf({ info, reported }, await targetsOf(contentOf(model, 'a'), undefined));
    expect((await publishedNumbers(targets))?.blocks).toEqual(blocksOf(entriesOf(model)));
  });

  test('progress counts the files of a base, before each of them', async () => {
    const keys = Array.from({ length: 5000 }, (_, i) => 912_000_000 + i * 7);
    const model: Model = new Map(keys.map((key) => [key, 5 << 14]));
    const targets = new Map(await targetsOf(contentOf(model, 'a'), undefined));
    const index = JSON.parse(textOf(targets.get('reported.json') ?? utf8(''))) as {
      base: { numbers: { files: string[] } };
    };
    const blocks = blocksOf(entriesOf(model));
    expect(blocks.length).toBeGreaterThan(1);
    // A small base comes in one file; here each block gets a file of its own.
    index.base.numbers.files = blocks.map((block, i) => {
      const name = `numbers/${String(i).padStart(3, '0')}.bin`;
      targets.set(name, block);
      return name;
    });
    targets.set('reported.json', utf8(JSON.stringify(index)));
    const { given, ...server } = await serve(targets);
    const said: [done: number, total: number, given: number][] = [];
    const came = () => given.filter((path) => path.includes('numbers/')).length;
    const progress = (done: number, total: number) => Promise.resolve(void said.push([done, total, came()]));
    const { reported } = await fetchContent({ ...server, scope: ['reported'], progress });
    for await (const file of reported?.numbers?.base ?? []) expect(file.length).toBeGreaterThan(0);
    expect(said).toEqual(blocks.map((_, i) => [i, blocks.length, i]));
  });

  test('a day of changes goes by its delta alone, a thousand in at most 8 kB', async () => {
    const store = await followed();
    const keys = Array.from({ length: 40_000 }, (_, i) => 320_000_000 + i * 3391 + ((i * 7919) % 3000));
    const record = (i: number) => (3 << 23) | ((190 + (i % 12)) << 14) | ((i % 9) << 5) | ((i % 5) << 2);
    const before: Model = new Map(keys.map((key, i) => [key, record(i)]));
    const after = new Map(before);
    for (let i = 0; i < 400; i++) after.delete(keys[i * 97] ?? 0);
    for (let i = 0; i < 600; i++) after.set((keys[i * 61 + 1] ?? 0) + 1501, record(i));
    const first = await targetsOf(contentOf(before, 'a'), undefined);
    await install(store, first);
    const second = await targetsOf(contentOf(after, 'a'), first);
    const { way, given } = await install(store, second);
    expect(way).toBe('deltas');
    expect(given.some((path) => path.includes('numbers/'))).toBe(false);
    const [delta] = [...second].filter(([name]) => name.startsWith('deltas/'));
    expect(delta?.[1].length).toBeLessThanOrEqual(8_000);
    expect((await store.feeds())[0]?.live?.numbers?.count).toBe(after.size);
  });
});
