/** Secret keys: one file for each, readable by its owner alone, or secrets in the environment. Never printed. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
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

const KeyFile = v.object({ public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), secret: v.string() });

/** The pair that a file holds. Throws without quoting it. */
export function readKeyFile(file: string): KeyPair {
  try {
    return v.parse(KeyFile, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The cause would quote the file.
    throw new Error(`${file} is no file of a key.`);
  }
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
}

/** Every signer whose key is there. Throws where one is no key. */
export async function signersIn({ paths, env }: KeySource): Promise<Signer[]> {
  const secrets = (env[KEYS_VARIABLE] ?? '').split(/\s+/).filter((secret) => secret !== '');
  const pairs = [
    ...paths.filter((path) => existsSync(path)).flatMap((path) => keyFiles(path).map(readKeyFile)),
    ...(await Promise.all(secrets.map(pairOfSecret))),
  ];
  const signers = await Promise.all(pairs.map(signerOf));
  return [...new Map(signers.map((signer) => [signer.id, signer])).values()];
}

/** Makes a key and writes it under its id before anything can depend on it. Gives its public half. */
export async function makeKey(disk: Disk, folder = 'keys'): Promise<string> {
  const pair = await generateKeyPair();
  const { id } = await namedKey(pair.public);
  const text = `${JSON.stringify({ public: pair.public, secret: pair.secret }, undefined, 2)}\n`;
  disk.write(`${folder === '' ? '' : `${folder}/`}${id.slice(0, 16)}.json`, Buffer.from(text), 0o600);
  return pair.public;
}
