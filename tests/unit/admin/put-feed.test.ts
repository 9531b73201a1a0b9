import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceError, type Condition, type Place } from '../../../lib/admin/publish/destination';
import { putFeed, TIMESTAMP } from '../../../lib/admin/publish/put-feed';
import { sameBytes, utf8, type Bytes } from '../../../lib/lists/feed/bytes';

/** A server in memory that may break off before or after a write. */
class FakeServer implements Place {
  readonly files = new Map<string, { bytes: Bytes; tag: string }>();
  readonly written: string[] = [];
  private count = 0;
  breaksAt = Infinity;
  constructor(readonly conditional: boolean) {}

  read(path: string) {
    return Promise.resolve(this.files.get(path));
  }

  write(path: string, bytes: Bytes, condition: Condition): Promise<void> {
    this.count += 1;
    if (this.count === this.breaksAt) return Promise.reject(new PlaceError('ERR_PLACE_NETWORK', path));
    const there = this.files.get(path);
    const refused =
      this.conditional &&
      ((condition.kind === 'absent' && there !== undefined) ||
        (condition.kind === 'tag' && there?.tag !== condition.tag));
    if (refused) return Promise.reject(new PlaceError('ERR_PLACE_CONFLICT', path));
    this.files.set(path, { bytes, tag: `"${String(this.count)}"` });
    this.written.push(path);
    return Promise.resolve();
  }
}

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

  it('takes a lost answer for what it is: the same publication is not written again', async () => {
    const server = new FakeServer(true);
    await putFeed(server, publication(1), undefined);
    await putFeed(server, publication(1), undefined);
    expect(server.written).toHaveLength(3);
  });
});
