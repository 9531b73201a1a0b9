import { describe, expect, it } from 'vitest';
import { knowConditions } from '../../../lib/admin/publish/conditions';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { utf8 } from '../../../lib/lists/feed/bytes';
import { FakeServer } from './support/fake-server';

const ROOT = 'metadata/1.root.json';
const FEED = new Map([
  [ROOT, utf8('root')],
  [TIMESTAMP, utf8('timestamp')],
]);

describe.each([
  ['keeps to both conditions', true, new FakeServer(true)],
  ['keeps to both, but wants tags without quotes, as Ceph does', true, new FakeServer(true, [], true)],
  ['ignores them, as nginx does', false, new FakeServer(false)],
  ['refuses every condition, as Swift does', false, new FakeServer(true, ['absent', 'tag'])],
  ['knows only that nothing is there', false, new FakeServer(true, ['tag'])],
] as const)('a server that %s', (_, conditional, server) => {
  it('is known for it, on an empty place and later, and is published to', async () => {
    const behind = {
      conditional: true,
      read: (path: string) => server.read(path),
      write: (...args: Parameters<FakeServer['write']>) => server.write(...args),
    };
    const place = await knowConditions(behind, ROOT, utf8('root'));
    expect(place.conditional).toBe(conditional);
    await putFeed(place, FEED, undefined);
    expect((await knowConditions(behind, ROOT, utf8('root'))).conditional).toBe(conditional);
    await putFeed(place, new Map([[TIMESTAMP, utf8('timestamp 2')]]), utf8('timestamp'));
    expect(server.files.get(TIMESTAMP)?.bytes).toEqual(utf8('timestamp 2'));
    expect(server.files.get(ROOT)?.bytes).toEqual(utf8('root'));
  });
});

it('where another feed lies, nothing is written', async () => {
  const server = new FakeServer(false);
  await server.write(ROOT, utf8('another root'), { kind: 'any' });
  await expect(knowConditions(server, ROOT, utf8('root'))).rejects.toMatchObject({ code: 'ERR_PLACE_OTHER' });
  expect(server.written).toEqual([ROOT]);
});
