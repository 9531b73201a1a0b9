/** Our client and tuf-js on the same repositories with the same faults: the same outcome. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OurClient, Oracle, type Outcome, type Server } from './support/clients';
import { FAULTS } from './support/faults';
import { moreTargets } from './support/faults/fault';
import { bytesOf, copyOf, hashOf, republish, rotate, type Repository } from './support/forge';
import { modelsRepository, ourRepository } from './support/repositories';

vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 25, 8);
const CONTENT = { 'feed.json': '{"one":1}', 'reported/000.jsonl': 'two\n' };
const MADE_BY: Record<string, () => Promise<Repository>> = {
  'our publisher': () => ourRepository(NOW, CONTENT),
  '@tufjs/models': () => Promise.resolve(modelsRepository(NOW, CONTENT)),
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW + 3_600_000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Refused or taken, and which targets. */
function gist(outcome: Outcome): unknown {
  return 'ok' in outcome ? outcome.ok : 'refused';
}

function asOutcome(expected: string | number | undefined): unknown {
  return typeof expected === 'number' ? { ok: expected } : { refused: expected };
}

describe.each(Object.entries(MADE_BY))('a repository by %s', (_maker, make) => {
  async function start(): Promise<{ server: Server; ours: OurClient; oracle: Oracle; before: Repository }> {
    const repository = await make();
    const first = repository.files.get('metadata/1.root.json') ?? bytesOf('');
    const server: Server = { repository, statuses: new Map() };
    const clients = { ours: new OurClient(server, first), oracle: new Oracle(server, first) };
    expect(await clients.ours.update(Object.keys(CONTENT))).toEqual({ ok: 1 });
    expect(await clients.oracle.update(Object.keys(CONTENT))).toEqual({ ok: 1 });
    return { server, before: copyOf(repository), ...clients };
  }

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
    const { server, ours, oracle, before } = await start();
    const trusted = ours.trust.trusted?.targets;
    fault.change(server);
    const outcome = await ours.update();
    expect(outcome).toEqual(asOutcome(fault.expected));
    expect(gist(await oracle.update())).toEqual(gist(outcome));
    if ('refused' in outcome) expect(ours.trust.trusted?.targets).toEqual(trusted);
    if (fault.mend) {
      fault.mend(server, before);
      const mended = await ours.update();
      expect(mended).toEqual(asOutcome(fault.mended));
      expect(gist(await oracle.update())).toEqual(gist(mended));
    } else if ('refused' in outcome) {
      // The fault over, the old repository is as good as it was, but for roots that were taken.
      server.statuses.clear();
      server.repository = copyOf(before);
      expect(gist(await oracle.update())).toEqual(gist(await ours.update()));
    }
  });

  test('a lapse of time is a freeze until a new date is signed', async () => {
    const { ours, oracle } = await start();
    vi.setSystemTime(NOW + 60 * 86_400_000);
    expect(await ours.update()).toEqual({ refused: 'ERR_FEED_EXPIRED' });
    expect(gist(await oracle.update())).toBe('refused');
  });

  test.each([
    ['other bytes', (body: Uint8Array) => Buffer.from(body).fill(120), 'ERR_FEED_HASH'],
    ['too few bytes', (body: Uint8Array) => body.slice(1), 'ERR_FEED_LENGTH'],
    ['too many bytes', (body: Uint8Array) => Buffer.concat([body, body]), 'ERR_FEED_TOO_LONG'],
  ] as const)('a target with %s', async (_name, change, code) => {
    const { server, ours, oracle } = await start();
    const path = `targets/${hashOf(bytesOf(CONTENT['feed.json']))}.feed.json`;
    server.repository.files.set(
      path,
      new Uint8Array(change(server.repository.files.get(path) ?? bytesOf(''))),
    );
    expect(await ours.update(['feed.json'])).toEqual({ refused: code });
    expect(gist(await oracle.update(['feed.json']))).toBe('refused');
  });

  test.each([
    [503, 'ERR_FEED_SERVER'],
    [404, 'ERR_FEED_MISSING'],
  ])('a target for which the server answers %i', async (status, code) => {
    const { server, ours, oracle } = await start();
    server.statuses.set(`targets/${hashOf(bytesOf(CONTENT['feed.json']))}.feed.json`, status);
    expect(await ours.update(['feed.json'])).toEqual({ refused: code });
    expect(gist(await oracle.update(['feed.json']))).toBe('refused');
  });

  test('new keys of the snapshot alone end a fast-forward (5.3.11 of the specification), where tuf-js keeps the timestamp', async () => {
    const { server, ours, before } = await start();
    republish(server.repository, { snapshot: (signed) => (signed.version = 100_000) });
    expect(await ours.update()).toEqual({ ok: 1 });
    server.repository = copyOf(before);
    moreTargets(server);
    for (let i = 0; i < 2; i++) republish(server.repository);
    expect(await ours.update()).toEqual({ refused: 'ERR_FEED_ROLLBACK' });
    rotate(server.repository, ['snapshot']);
    republish(server.repository);
    expect(await ours.update()).toEqual({ ok: 2 });
  });

  test('one key under two ids does not make two signatures, which tuf-js only sees by the id', async () => {
    const { server, ours } = await start();
    const [one] = server.repository.keys.root;
    if (!one) throw new Error('no key');
    const twin = { ...one, id: 'ab'.repeat(32) };
    rotate(
      server.repository,
      [],
      (before) => before,
      (signed) => {
        signed.keys = { ...(signed.keys as object), [twin.id]: twin.value };
        signed.roles = { ...(signed.roles as object), root: { keyids: [one.id, twin.id], threshold: 2 } };
      },
    );
    server.repository.keys.root = [one, twin];
    rotate(server.repository, []);
    expect(await ours.update()).toEqual({ refused: 'ERR_FEED_SIGNATURE' });
  });
});
