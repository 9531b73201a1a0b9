/** What the records of the console's database are. */
import type { DBSchema } from 'idb';
import type { Bytes } from '../lists/feed/bytes';
import type { Role } from '../lists/feed/metadata';
import type { Localised } from '../i18n/translate';
import type { Change } from './reported/change';
import type { Destination } from './publish/destination';
import type { HistoryEntry } from './publish/history';
import type { Prepared } from './publish/prepare';

/** A feed that this console keeps. */
export interface ConsoleFeed {
  /** SHA-256 of its first root.json: never changes. */
  readonly id: string;
  readonly name: Localised;
  /** Where browsers read it; absent until it is hosted. */
  readonly address?: string | undefined;
  readonly destination?: Destination | undefined;
  readonly version: string;
  /** Timestamp of the version that was live last, while a .zip made over it has not been seen live. */
  readonly base?: Bytes | undefined;
  /** When what each role signed runs out, ISO 8601. */
  readonly expires: Readonly<Record<Role, string>>;
  /** Who sits at this console: stands in every change. */
  readonly editor: string;
  /** Who holds which key, by its public half, as far as it is known here. */
  readonly holders?: Readonly<Record<string, string>> | undefined;
}

/** A key for daily use: its secret cannot be read out again. */
export interface StoredKey {
  readonly feed: string;
  readonly role: Role;
  /** Hex of the public key. */
  readonly public: string;
  readonly holder: string;
  readonly key: CryptoKey;
}

/** The parts of a draft beside the reported list. */
export type DocumentPart = 'info' | 'directory' | 'phrasePack' | 'sitePack';
/** `merge`: what was taken from somebody else's version, and what is left to choose; `reasons/…`: why entries of a list change. */
export type DraftPart = DocumentPart | 'merge' | `reasons/${DocumentPart}`;

/** The database's stores, with the keys that their records lie under. */
export interface AdminSchema extends DBSchema {
  feeds: { key: string; value: ConsoleFeed };
  /** Published files by path. Targets keep their hash in the path, so those of old versions stay beside the new. */
  files: { key: [feed: string, path: string]; value: Bytes };
  keys: { key: [feed: string, role: string, open: string]; value: StoredKey };
  changes: { key: [feed: string, block: number]; value: readonly Change[] };
  documents: { key: [feed: string, part: DraftPart]; value: unknown };
  history: { key: [feed: string, version: string]; value: HistoryEntry };
  /** A publication that is on its way: after a closed tab it goes on with the same bytes. */
  pending: { key: [feed: string, one: 0]; value: Prepared };
}
