/** Keys of a publisher: made, kept and used by WebCrypto. */
import { fromHex, toHex, type Bytes } from '../feed/bytes';
import type { KeyValue } from '../feed/metadata';
import { keyIdOf } from '../feed/signatures';
import { fromBase64, toBase64 } from './base64';

/** A key pair in a form that can be written down. `secret`: PKCS #8 in base64. */
export interface KeyPair {
  readonly public: string;
  readonly secret: string;
}

/** A key as a root names it. */
export interface NamedKey {
  readonly id: string;
  readonly key: KeyValue;
}

/** What signs: a key with its id. Where the secret lies is the signer's own business. */
export interface Signer extends NamedKey {
  sign(payload: Bytes): Promise<Bytes>;
}

/** The key of a root that names this Ed25519 public key, in hex. */
export function keyValue(publicHex: string): KeyValue {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
}

/** The key of a root by its public half: 64 hex digits. Throws TypeError where it is no Ed25519 key. */
export async function namedKey(publicHex: string): Promise<NamedKey> {
  if (!/^[0-9a-f]{64}$/.test(publicHex)) throw new TypeError('A public key has 64 hexadecimal digits.');
  try {
    await crypto.subtle.importKey('raw', fromHex(publicHex), 'Ed25519', false, ['verify']);
  } catch (error) {
    throw new TypeError('It is no Ed25519 public key.', { cause: error });
  }
  const key = keyValue(publicHex);
  return { id: await keyIdOf(key), key };
}

/** A new key pair. */
export async function generateKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Ed25519 gives a pair of keys');
  const open = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { public: toHex(open), secret: toBase64(secret) };
}

/** The pair whose secret half this is. Throws TypeError where it is none; the message never holds the secret. */
export async function pairOfSecret(secret: string): Promise<KeyPair> {
  try {
    const key = await crypto.subtle.importKey('pkcs8', fromBase64(secret), 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', key);
    return { public: toHex(fromBase64(x.replaceAll('-', '+').replaceAll('_', '/'))), secret };
  } catch {
    throw new TypeError('It is no secret Ed25519 key (PKCS #8 in base64).');
  }
}

/** The signer of a key pair. Throws TypeError where the two halves are no pair. */
export async function signerOf(pair: KeyPair): Promise<Signer> {
  const own = await pairOfSecret(pair.secret);
  if (own.public !== pair.public) throw new TypeError('The public half belongs to another secret.');
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(pair.secret), 'Ed25519', false, [
    'sign',
  ]);
  return signerFor(privateKey, pair.public);
}

/** The signer of a private key that WebCrypto holds, extractable or not. */
export async function signerFor(privateKey: CryptoKey, publicHex: string): Promise<Signer> {
  return {
    ...(await namedKey(publicHex)),
    sign: async (payload) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, payload)),
  };
}
