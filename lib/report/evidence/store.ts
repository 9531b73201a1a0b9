/** Keeps evidence on this device. Every change is one transaction: all of it is written, or none. */
import * as v from 'valibot';
import { sha256 } from '../digest';
import { ReportError } from '../report-error';
import { openEvidence, type EvidenceDatabase, type StoredRecord } from './database';
import { checkRoom } from './room';
import {
  EvidenceRecord,
  MAX_PART_BYTES,
  MAX_PARTS,
  type EvidencePart,
  type EvidenceRecord as Record,
} from './schema';

/** How long deleting can be undone, in milliseconds. */
export const UNDO_MS = 10 * 60 * 1000;

/** What one letter of a record may take. */
const TEXT_BYTES = 2;

/** A file to keep with a record. */
export interface NewPart {
  readonly kind: EvidencePart['kind'];
  readonly name: string;
  readonly blob: Blob;
}

async function withDb<T>(job: (db: EvidenceDatabase) => Promise<T>): Promise<T> {
  const db = await openEvidence();
  try {
    return await job(db);
  } catch (error) {
    if (error instanceof ReportError) throw error;
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new ReportError(full ? 'ERR_REPORT_FULL' : 'ERR_REPORT_STORE', String(error), { cause: error });
  } finally {
    db.close();
  }
}

/** Saves a record with its files. Throws ReportError; ERR_REPORT_FULL before anything is written. */
export async function saveEvidence(record: Record, files: readonly NewPart[]): Promise<Record> {
  const { parts, blobs } = await prepared(files, JSON.stringify(record).length * TEXT_BYTES);
  const whole = v.parse(EvidenceRecord, { ...record, parts: [...record.parts, ...parts] });
  await withDb(async (db) => {
    const tx = db.transaction(['records', 'parts'], 'readwrite');
    await Promise.all([
      tx.objectStore('records').put(whole),
      ...blobs.map(([id, blob]) => tx.objectStore('parts').put(blob, id)),
      tx.done,
    ]);
  });
  return whole;
}

/** Adds a file to a record. Throws ReportError. */
export async function addPart(id: string, file: NewPart): Promise<Record> {
  const { parts, blobs } = await prepared([file]);
  return change(id, (record) => ({ ...record, parts: [...record.parts, ...parts] }), blobs);
}

/** Replaces notes and numbers of a record. Throws ReportError. */
export function annotate(id: string, notes: string, numbers: readonly string[]): Promise<Record> {
  return change(id, (record) => ({ ...record, notes, numbers: [...numbers] }), []);
}

/** Marks a record as deleted, or takes that back. `now` in milliseconds since 1970. */
export async function setDeleted(id: string, deleted: boolean, now: number): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction('records', 'readwrite');
    const stored = await tx.store.get(id);
    if (stored) {
      const record = v.parse(EvidenceRecord, stored);
      await tx.store.put(deleted ? { ...record, deletedAt: now } : record);
    }
    await tx.done;
  });
}

/** Removes for good what was deleted long enough ago, with its files; all that is deleted where `now` is Infinity. */
export async function purge(now: number): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction(['records', 'parts'], 'readwrite');
    for (const record of await tx.objectStore('records').getAll()) {
      if (record.deletedAt === undefined || record.deletedAt + UNDO_MS > now) continue;
      await tx.objectStore('records').delete(record.id);
      for (const { id } of record.parts) await tx.objectStore('parts').delete(id);
    }
    await tx.done;
  });
}

/** Erases everything. */
export async function eraseEvidence(): Promise<void> {
  await withDb(async (db) => {
    const tx = db.transaction(['records', 'parts'], 'readwrite');
    await Promise.all([tx.objectStore('records').clear(), tx.objectStore('parts').clear(), tx.done]);
  });
}

/** All records, the newest first, those that can still be brought back too. */
export async function listEvidence(): Promise<StoredRecord[]> {
  return (await withDb((db) => db.getAllFromIndex('records', 'savedAt'))).reverse();
}

/** The bytes of a part, checked against its SHA-256. Throws ReportError where they are gone or changed. */
export async function readPart({
  id,
  name,
  sha256: expected,
}: EvidencePart): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await withDb((db) => db.get('parts', id));
  if (!blob) throw new ReportError('ERR_REPORT_GONE', `The file ${name} is gone.`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if ((await sha256(bytes)) !== expected) {
    throw new ReportError('ERR_REPORT_CHANGED', `The file ${name} is not what was saved.`);
  }
  return bytes;
}

async function prepared(files: readonly NewPart[], more = 0) {
  await checkRoom(files.reduce((sum, { blob }) => sum + blob.size, more));
  const blobs: [string, Blob][] = [];
  const parts: EvidencePart[] = [];
  for (const { kind, name, blob } of files) {
    if (blob.size > MAX_PART_BYTES) throw new ReportError('ERR_REPORT_TOO_LARGE', `${name} is too large.`);
    const id = crypto.randomUUID();
    const short = name.slice(0, 200).toWellFormed();
    const digest = await sha256(await blob.arrayBuffer());
    parts.push({ id, kind, name: short, type: blob.type.slice(0, 100), size: blob.size, sha256: digest });
    blobs.push([id, blob]);
  }
  return { parts, blobs };
}

async function change(
  id: string,
  changed: (record: Record) => Record,
  blobs: readonly (readonly [string, Blob])[],
): Promise<Record> {
  return withDb(async (db) => {
    const tx = db.transaction(['records', 'parts'], 'readwrite');
    tx.done.catch(() => undefined);
    const stored = await tx.objectStore('records').get(id);
    if (!stored) throw new ReportError('ERR_REPORT_GONE', 'This piece of evidence is gone.');
    const next = v.safeParse(EvidenceRecord, changed(stored));
    if (!next.success)
      throw new ReportError('ERR_REPORT_TOO_LARGE', `At most ${MAX_PARTS} files and short notes.`);
    await tx.objectStore('records').put(next.output);
    for (const [part, blob] of blobs) await tx.objectStore('parts').put(blob, part);
    await tx.done;
    return next.output;
  });
}
