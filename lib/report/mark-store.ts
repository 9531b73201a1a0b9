/** Keeps marks in the evidence database. */
import { openEvidence, type EvidenceDatabase } from './evidence/database';
import type { Mark, MarkKind } from './marks';

/** The newest are kept. */
const MAX_MARKS = 5_000;

async function withDb<T>(job: (db: EvidenceDatabase) => Promise<T>): Promise<T> {
  const db = await openEvidence();
  try {
    return await job(db);
  } finally {
    db.close();
  }
}

/** Keeps a mark; one more than is kept drops the oldest. */
export function keepMark(mark: Mark): Promise<void> {
  return withDb(async (db) => {
    const tx = db.transaction('marks', 'readwrite');
    await tx.store.put(mark);
    const tooMany = (await tx.store.count()) - MAX_MARKS;
    if (tooMany > 0) {
      for (const key of await tx.store.index('at').getAllKeys(null, tooMany)) await tx.store.delete(key);
    }
    await tx.done;
  });
}

/** Takes a mark back. */
export function dropMark(key: string): Promise<void> {
  return withDb((db) => db.delete('marks', key));
}

/** The marks of these keys. */
export function marksOf(keys: readonly string[]): Promise<ReadonlyMap<string, MarkKind>> {
  return withDb(async (db) => {
    const tx = db.transaction('marks');
    const found = await Promise.all(keys.map((key) => tx.store.get(key)));
    await tx.done;
    return new Map(found.flatMap((mark) => (mark ? [[mark.key, mark.kind] as const] : [])));
  });
}

/** All marks, the oldest first. */
export function listMarks(): Promise<Mark[]> {
  return withDb((db) => db.getAllFromIndex('marks', 'at'));
}

/** Forgets all marks. */
export function eraseMarks(): Promise<void> {
  return withDb((db) => db.clear('marks'));
}
