/**
 * A secret key in a file, locked by a passphrase: PBKDF2 with SHA-256 gives the AES-256-GCM key (NIST SP 800-132,
 * SP 800-38D). The passphrase is never kept; without it the file opens for nobody.
 */
import * as v from 'valibot';
import { utf8 } from '../../lists/feed/bytes';
import { ROLES } from '../../lists/feed/metadata';
import type { KeyPair } from '../../lists/publish/keys';

/** Rounds of PBKDF2: what OWASP's password storage cheat sheet asks of PBKDF2-HMAC-SHA256 (600,000, 2023). */
export const ROUNDS = 600_000;
/** Shortest passphrase that is taken, in UTF-16 units. */
export const MIN_PASSPHRASE = 12;
/** A file that asks for more rounds would only keep this machine busy. */
const MAX_ROUNDS = 10_000_000;

const base64 = v.pipe(v.string(), v.maxLength(1_000), v.base64());

const KeyBackup = v.object({
  format: v.literal(1),
  kind: v.literal('canh-giac-key'),
  feed: v.pipe(v.string(), v.maxLength(120)),
  role: v.picklist(ROLES),
  holder: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  made: v.pipe(v.string(), v.isoTimestamp()),
  /** Hex of the Ed25519 public key: told apart without the passphrase. */
  public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(ROUNDS), v.maxValue(MAX_ROUNDS)),
  salt: base64,
  iv: base64,
  locked: base64,
});
export type KeyBackup = v.InferOutput<typeof KeyBackup>;

/** What a backup says in the open. */
export type KeyLabel = Pick<KeyBackup, 'feed' | 'role' | 'holder' | 'made'>;

export type KeyErrorCode = 'ERR_KEY_FILE' | 'ERR_PASSPHRASE' | 'ERR_PASSPHRASE_SHORT' | 'ERR_KEY_OTHER_FEED';

/** Why a key file gives no keys. The console has a text for each code. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
  constructor(
    readonly code: KeyErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** NFC and no blanks at the ends: the same words typed on another keyboard give the same key. */
async function lockOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey(
    'raw',
    utf8(passphrase.normalize('NFC').trim()),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derivation, words, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Label and public key are bound to the secret: a file whose open part was changed does not unlock. */
function openPart(backup: KeyLabel & { readonly public: string }): Uint8Array<ArrayBuffer> {
  const { feed, role, holder, made, public: open } = backup;
  return utf8(JSON.stringify([feed, role, holder, made, open]));
}

/** The backup of a key pair. Throws KeyError ERR_PASSPHRASE_SHORT. Takes about half a second: so do guesses. */
export async function lockKey(pair: KeyPair, label: KeyLabel, passphrase: string): Promise<KeyBackup> {
  if (passphrase.normalize('NFC').trim().length < MIN_PASSPHRASE) throw new KeyError('ERR_PASSPHRASE_SHORT');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(passphrase, salt, ROUNDS);
  const additionalData = openPart({ ...label, public: pair.public });
  const locked = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    lock,
    fromBase64(pair.secret),
  );
  return {
    format: 1,
    kind: 'canh-giac-key',
    ...label,
    public: pair.public,
    rounds: ROUNDS,
    salt: toBase64(salt),
    iv: toBase64(iv),
    locked: toBase64(new Uint8Array(locked)),
  };
}

/** The backup that a file holds. Throws KeyError ERR_KEY_FILE. */
export function readBackup(text: string): KeyBackup {
  try {
    return v.parse(KeyBackup, JSON.parse(text));
  } catch (error) {
    throw new KeyError('ERR_KEY_FILE', { cause: error });
  }
}

/** The key pair of a backup. Throws KeyError ERR_PASSPHRASE where the words, or the file, are not the same. */
export async function unlockKey(backup: KeyBackup, passphrase: string): Promise<KeyPair> {
  const lock = await lockOf(passphrase, fromBase64(backup.salt), backup.rounds);
  const algorithm = { name: 'AES-GCM', iv: fromBase64(backup.iv), additionalData: openPart(backup) };
  try {
    const secret = await crypto.subtle.decrypt(algorithm, lock, fromBase64(backup.locked));
    return { public: backup.public, secret: toBase64(new Uint8Array(secret)) };
  } catch (error) {
    throw new KeyError('ERR_PASSPHRASE', { cause: error });
  }
}
