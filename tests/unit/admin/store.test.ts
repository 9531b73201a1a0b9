import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { blockOf } from '../../../lib/admin/change-blocks';
import { openAdminStore } from '../../../lib/admin/store';
import type { Change } from '../../../lib/admin/reported/change';

const change = (number: string, why = 'thử'): Change => ({
  number,
  lines: [`{"number":"${number}"}`],
  reason: { who: 'An', at: '2026-11-28T08:00:00Z', why, source: '' },
});
/** As many as share blocks. */
const MANY = Array.from({ length: 10_000 }, (_, at) => change(`+84292${String(at).padStart(7, '0')}`));
const mapOf = (changes: readonly Change[]) => new Map(changes.map((one) => [one.number, one] as const));

describe('the draft in the database', () => {
  it('gives back what was written, by feed; an edit writes one block', async () => {
    const store = await openAdminStore('one');
    await store.saveChanges('a', mapOf(MANY));
    await store.saveChanges('b', mapOf([change('+84900000000')]));
    const [first, second] = MANY;
    if (!first || !second) throw new Error('none');
    await store.saveChanges(
      'a',
      new Map([
        [first.number, undefined],
        [second.number, change(second.number, 'khác')],
      ]),
    );
    const kept = await store.changes('a');
    expect(kept.size).toBe(MANY.length - 1);
    expect(kept.get(second.number)?.reason.why).toBe('khác');
    expect([...(await store.changes('b')).keys()]).toEqual(['+84900000000']);
    await store.saveChanges('b', new Map([['+84900000000', undefined]]));
    expect((await store.changes('b')).size).toBe(0);
    store.close();
    const db = await openDB('one');
    expect(await db.count('changes')).toBe(new Set(MANY.slice(1).map(({ number }) => blockOf(number))).size);
    db.close();
  });

  it('of the first version, a record for each change, is taken over', async () => {
    const old = await openDB('two', 1, {
      upgrade(db) {
        db.createObjectStore('feeds', { keyPath: 'id' });
        for (const name of ['files', 'keys', 'changes', 'documents', 'history', 'pending'])
          db.createObjectStore(name);
      },
    });
    for (const one of MANY.slice(0, 50)) await old.put('changes', one, ['a', one.number]);
    old.close();
    const store = await openAdminStore('two');
    expect(await store.changes('a')).toEqual(mapOf(MANY.slice(0, 50)));
    store.close();
  });
});
