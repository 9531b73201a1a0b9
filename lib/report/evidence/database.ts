/**
 * The database `canh-giac-evidence`, apart from the lists: nothing that lists do can touch it.
 *   records  id -> EvidenceRecord, and `deletedAt` while deleting can be undone
 *   parts    part id -> Blob
 *   marks    SHA-256 of a unit -> Mark
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ReportError } from '../report-error';
import type { Mark } from '../marks';
import type { EvidenceRecord } from './schema';

export const EVIDENCE_DB = 'canh-giac-evidence';
const DB_VERSION = 1;

export type StoredRecord = EvidenceRecord & {
  /** Milliseconds since 1970; gone for good some time later. */
  readonly deletedAt?: number;
};

interface EvidenceSchema extends DBSchema {
  records: { key: string; value: StoredRecord; indexes: { savedAt: string } };
  parts: { key: string; value: Blob };
  marks: { key: string; value: Mark; indexes: { at: string } };
}

export type EvidenceDatabase = IDBPDatabase<EvidenceSchema>;

/** Opens the database; throws ReportError where the browser keeps none. */
export async function openEvidence(): Promise<EvidenceDatabase> {
  try {
    return await openDB<EvidenceSchema>(EVIDENCE_DB, DB_VERSION, {
      upgrade(db, from) {
        // One step per version, each from the one before: evidence survives updates.
        if (from < 1) {
          db.createObjectStore('records', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
          db.createObjectStore('parts');
          db.createObjectStore('marks', { keyPath: 'key' }).createIndex('at', 'at');
        }
      },
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (error) {
    throw new ReportError('ERR_REPORT_STORE', 'The browser keeps no evidence here.', { cause: error });
  }
}
