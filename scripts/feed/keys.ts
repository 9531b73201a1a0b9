/**
 * Secret keys: a file for each, readable by its owner alone; files of the console's key holders, locked by a passphrase; or
 * secrets in the environment. Never printed.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { KeyError } from '../../lib/admin/keys/backup';
import { readHolderFile, unlockHolderFile } from '../../lib/admin/keys/holder-file';
import {
  generateKeyPair,
  namedKey,
  pairOfSecret,
  signerOf,
  type KeyPair,
  type Signer,
} from '../../lib/lists/publish/keys';
import type { Disk } from './disk';

/** Holds secrets in base64 (PKCS #8), parted by blanks, for machines that keep secrets in the environment. */
export const KEYS_VARIABLE = 'CANH_GIAC_FEED_KEYS';
/** Holds the passphrase of a holder's file, where no file does. */
export const PASSPHRASE_VARIABLE = 'CANH_GIAC_FEED_PASSPHRASE';

const KeyFile = v.object({ public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), secret: v.string() });

/** A file that holds no keys, or keeps them locked; the message never quotes it. */
export class KeyFileError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** `locked`: the text of a holder's file; `publics`: the public halves, which it tells without the passphrase. */
type Held =
  | { readonly pair: KeyPair; readonly publics: readonly string[] }
  | { readonly pair?: undefined; readonly publics: readonly string[]; readonly locked: string };

function heldIn(file: string): Held {
  try {
    const text = readFileSync(file, 'utf8');
    const json: unknown = JSON.parse(text);
    if (Array.isArray(json))
      return { publics: readHolderFile(text).map((backup) => backup.public), locked: text };
    const pair = v.parse(KeyFile, json);
    return { pair, publics: [pair.public] };
  } catch {
    // The cause would quote the file.
    throw new KeyFileError(`${file} is no file of a key.`, 'ERR_KEY_FILE');
  }
}

/** The public halves that a file tells in the open, and whether its keys are locked. Throws KeyFileError. */
export function readPublics(file: string): {
  readonly publics: readonly string[];
  readonly isLocked: boolean;
} {
  const { publics, pair } = heldIn(file);
  return { publics, isLocked: pair === undefined };
}

function keyFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

/** Where secrets lie: files or folders of them, and the environment. */
export interface KeySource {
  readonly paths: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file with the passphrase of holders' files. */
  readonly passphraseFile?: string | undefined;
}

const filesIn = ({ paths }: KeySource) => paths.filter((path) => existsSync(path)).flatMap(keyFiles);

const secretsIn = ({ env }: KeySource) =>
  (env[KEYS_VARIABLE] ?? '').split(/\s+/).filter((secret) => secret !== '');

function passphraseFor(file: string, { env, passphraseFile }: KeySource): string {
  if (passphraseFile !== undefined) {
    try {
      return readFileSync(passphraseFile, 'utf8');
    } catch {
      throw new KeyFileError(
        `${passphraseFile} cannot be read: no passphrase for ${file}.`,
        'ERR_PASSPHRASE',
      );
    }
  }
  const passphrase = env[PASSPHRASE_VARIABLE];
  if (passphrase !== undefined) return passphrase;
  throw new KeyFileError(
    `${file} is locked by a passphrase: give it in ${PASSPHRASE_VARIABLE}, or in a file by --passphrase-file.`,
    'ERR_PASSPHRASE',
  );
}

async function unlocked(file: string, text: string, source: KeySource): Promise<KeyPair[]> {
  try {
    return (await unlockHolderFile(text, passphraseFor(file, source))).map(({ pair }) => pair);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new KeyFileError(`The passphrase does not open ${file}, or the file was changed.`, error.code);
  }
}

/** Every key that is there, once, wherever it lies. Throws KeyFileError. */
export async function pairsIn(source: KeySource): Promise<KeyPair[]> {
  const pairs: KeyPair[] = [];
  for (const file of filesIn(source)) {
    const held = heldIn(file);
    pairs.push(...(held.pair ? [held.pair] : await unlocked(file, held.locked, source)));
  }
  pairs.push(...(await Promise.all(secretsIn(source).map(pairOfSecret))));
  return [...new Map(pairs.map((pair) => [pair.public, pair])).values()];
}

/** Every signer whose key is there. Throws KeyFileError where a file holds none, or stays locked. */
export async function signersIn(source: KeySource): Promise<Signer[]> {
  return Promise.all((await pairsIn(source)).map(signerOf));
}

/** Ids of the keys that are there, locked ones too. */
export async function heldIds(source: KeySource): Promise<ReadonlySet<string>> {
  const secrets = await Promise.all(secretsIn(source).map(pairOfSecret));
  const publics = [
    ...filesIn(source).flatMap((file) => heldIn(file).publics),
    ...secrets.map((pair) => pair.public),
  ];
  return new Set((await Promise.all(publics.map(namedKey))).map(({ id }) => id));
}

/** Writes a key under its id, for its owner alone. Gives its name. */
export async function writeKey(disk: Disk, pair: KeyPair, folder: string): Promise<string> {
  const { id } = await namedKey(pair.public);
  const text = `${JSON.stringify({ public: pair.public, secret: pair.secret }, undefined, 2)}\n`;
  const name = `${folder === '' ? '' : `${folder}/`}${id.slice(0, 16)}.json`;
  disk.write(name, Buffer.from(text), 0o600);
  return name;
}

/** Makes a key and writes it under its id before anything can depend on it. Gives its public half. */
export async function makeKey(disk: Disk, folder = 'keys'): Promise<string> {
  const pair = await generateKeyPair();
  await writeKey(disk, pair, folder);
  return pair.public;
}
