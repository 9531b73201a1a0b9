import { documentsOf } from '../../../lib/lists/feed-store';
import type { FeedDocuments } from '../../../lib/lists/store';
import { openDatabase } from '../../../lib/lists/store-schema';
import { transact } from '../../../lib/lists/transact';

/** The documents of every feed that are live and in its scope, oldest feed first; whether lists are installed or not. */
export async function feedDocuments(): Promise<FeedDocuments[]> {
  const db = await openDatabase(() => undefined);
  try {
    return await transact(db, ['feeds', 'documents'], 'readonly', async (tx) =>
      documentsOf(tx, await tx.objectStore('feeds').getAll()),
    );
  } finally {
    db.close();
  }
}
