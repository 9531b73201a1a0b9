import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { PlaceError } from '../../../lib/admin/publish/destination';
import { sameBytes, utf8, type Bytes } from '../../../lib/lists/feed/bytes';
import { FakeServer } from './support/fake-server';

const publication = (version: number) =>
  new Map([
    [`targets/${String(version)}.json`, utf8(`target ${String(version)}`)],
    [`metadata/${String(version)}.targets.json`, utf8(`targets ${String(version)}`)],
    [TIMESTAMP, utf8(`timestamp ${String(version)}`)],
  ]);
const timestampOf = (files: ReadonlyMap<string, Bytes>) => files.get(TIMESTAMP);

describe('putFeed', () => {
  for (const conditional of [true, false]) {
    it(`writes the timestamp last, conditions ${conditional ? 'honoured' : 'ignored'}`, async () => {
      const server = new FakeServer(conditional);
      await putFeed(server, publication(1), undefined);
      await putFeed(server, publication(2), timestampOf(publication(1)));
      expect(server.written.at(-1)).toBe(TIMESTAMP);
      expect(server.written).toHaveLength(6);
    });

    it(`goes on after a break anywhere, conditions ${conditional ? 'honoured' : 'ignored'}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 3 }), async (breaksAt) => {
          const server = new FakeServer(conditional);
          await putFeed(server, publication(1), undefined);
          server.breaksAt = 3 + breaksAt;
          const before = timestampOf(publication(1));
          await expect(putFeed(server, publication(2), before)).rejects.toMatchObject({
            code: 'ERR_PLACE_NETWORK',
          });
          // What browsers read is still the old version.
          expect(sameBytes(server.files.get(TIMESTAMP)?.bytes ?? utf8(''), before ?? utf8(''))).toBe(true);
          await putFeed(server, publication(2), before);
          for (const [path, bytes] of publication(2)) {
            expect(sameBytes(server.files.get(path)?.bytes ?? utf8(''), bytes)).toBe(true);
          }
          // Nothing was written twice.
          expect(new Set(server.written).size + 1).toBe(server.written.length);
        }),
      );
    });

    it(`refuses where somebody else published, conditions ${conditional ? 'honoured' : 'ignored'}`, async () => {
      const server = new FakeServer(conditional);
      await putFeed(server, publication(1), undefined);
      await putFeed(server, publication(2), timestampOf(publication(1)));
      await expect(putFeed(server, publication(3), timestampOf(publication(1)))).rejects.toMatchObject({
        code: 'ERR_PLACE_CONFLICT',
      });
      expect(
        sameBytes(server.files.get(TIMESTAMP)?.bytes ?? utf8(''), timestampOf(publication(2)) ?? utf8('')),
      ).toBe(true);
    });
  }

  it('does not say that the old version stays where the connection breaks behind the timestamp', async () => {
    class Unread extends FakeServer {
      override read(path: string) {
        const isBroken = this.written.at(-1) === TIMESTAMP;
        return isBroken ? Promise.reject(new PlaceError('ERR_PLACE_NETWORK', path)) : super.read(path);
      }
    }
    const putting = putFeed(new Unread(true), publication(1), undefined);
    await expect(putting).rejects.toMatchObject({ code: 'ERR_PLACE_READ_BACK' });
  });

  it('takes a lost answer for what it is: the same publication is not written again', async () => {
    const server = new FakeServer(true);
    await putFeed(server, publication(1), undefined);
    await putFeed(server, publication(1), undefined);
    expect(server.written).toHaveLength(3);
  });
});
