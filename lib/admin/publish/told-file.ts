/** What the file of a publication tells beside it, as it is written and as it is read. Pure. */
import { textOf, type Bytes } from '../../lists/feed/bytes';
import { PublishError } from '../../lists/publish/publish-error';
import type { EntryPlace } from '../entry-edits';
import type { Reason } from '../reported/change';
import type { DocumentPart } from '../store-schema';
import { DOCUMENTS } from './documents';
import type { BulkReason } from './draft-reasons';

/** Where an entry stands, or a number, and the place of its reason. */
type Placed<Key> = readonly (readonly [Key, number])[];

/**
 * A reason stands once, numbers and entries name it by its place. A bulk change is told as a whole: a file with a line for
 * each of a million numbers would be larger than the publication.
 */
export interface Told {
  readonly reasons: readonly Reason[];
  readonly numbers: Placed<string>;
  /** Of the compact set. */
  readonly compact?: Placed<string>;
  readonly bulk?: Placed<Omit<BulkReason, keyof Reason>>;
  readonly entries: Placed<EntryPlace>;
}

/** Letters of a name, a reason, a source. */
export const MAX_TEXT = 2_000;
/** Bulk changes that are read from a file: anybody can write a million of them. */
export const MOST_BULK = 100;

function damaged(): PublishError {
  return new PublishError('ERR_PUBLISH_PROPOSAL', 'Its reasons are damaged. Ask for the file once more.');
}

const LISTS: readonly unknown[] = ['info', ...DOCUMENTS];

/** A text that a file tells. Throws PublishError, as all here do, where the file is damaged. */
export function textIn(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_TEXT) throw damaged();
  return value;
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw damaged();
  return value as Readonly<Record<string, unknown>>;
}

function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw damaged();
  return value;
}

function reasonIn(value: unknown): Reason {
  const { who, at, why, source } = fieldsIn(value);
  return { who: textIn(who), at: textIn(at), why: textIn(why), source: textIn(source) };
}

/** What a file tells, as it came: who signs on hands it on. */
export function toldPart(file: Bytes): object | undefined {
  const { told } = fieldsIn(JSON.parse(textOf(file)));
  return told === undefined ? undefined : fieldsIn(told);
}

/** The place of an entry. */
export function placeIn(value: unknown): EntryPlace {
  const { list, part, key } = fieldsIn(value);
  if (!LISTS.includes(list)) throw damaged();
  return { list: list as DocumentPart, part: textIn(part), key: textIn(key) };
}

function bulkIn(value: unknown): Omit<BulkReason, keyof Reason> {
  const { many, compact } = fieldsIn(value);
  if (typeof many !== 'number' || !Number.isSafeInteger(many) || many < 1 || typeof compact !== 'boolean')
    throw damaged();
  return { many, compact };
}

/** What is told, looked through by hand: anybody can write a million of them. Throws PublishError ERR_PUBLISH_PROPOSAL. */
export class ToldReader {
  private readonly all: Readonly<Record<string, unknown>>;
  private readonly reasons: readonly Reason[];

  constructor(told: object) {
    this.all = fieldsIn(told);
    this.reasons = listIn(this.all.reasons).map(reasonIn);
  }

  /** The pairs of a part; files of before it was told have none. */
  pairs<Key>(
    part: keyof Told,
    keyIn: (key: unknown) => Key,
    each: (key: Key, reason: Reason | undefined) => void,
  ): void {
    const value = this.all[part];
    if (value === undefined && (part === 'compact' || part === 'bulk')) return;
    for (const pair of listIn(value)) {
      const [key, at] = listIn(pair);
      if (typeof at !== 'number') throw damaged();
      each(keyIn(key), this.reasons[at]);
    }
  }

  /** The bulk changes that are told as a whole. */
  bulk(): BulkReason[] {
    const bulk: BulkReason[] = [];
    this.pairs('bulk', bulkIn, (of, reason) => {
      if (reason && bulk.length < MOST_BULK) bulk.push({ ...reason, ...of });
    });
    return bulk;
  }
}
