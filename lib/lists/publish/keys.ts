/** Keys of a publisher: made, kept and used by WebCrypto. */
import { toHex, type Bytes } from '../feed/bytes';
import type { KeyValue } from '../feed/metadata';
import { keyIdOf } from '../feed/signatures';

/** A key pair in a form that can be written down. `secret`: PKCS #8 in base64. */
export interface KeyPair {
  readonly public: string;
  readonly secret: string;
}

/** What signs: a key with its id. Where the secret lies is the signer's own business. */
export interface Signer {
  readonly id: string;
  readonly key: KeyValue;
  sign(payload: Bytes): Promise<Bytes>;
}

/** The key of a root that names this Ed25519 public key, in hex. */
export function keyValue(publicHex: string): KeyValue {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicHex } };
}

/** A new key pair. */
export async function generateKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Ed25519 gives a pair of keys');
  const open = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { public: toHex(open), secret: btoa(String.fromCharCode(...secret)) };
}

/** The signer of a key pair. Throws DOMException where the secret is no key. */
export async function signerOf(pair: KeyPair): Promise<Signer> {
  const secret = Uint8Array.from(atob(pair.secret), (char) => char.charCodeAt(0));
  const privateKey = await crypto.subtle.importKey('pkcs8', secret, 'Ed25519', false, ['sign']);
  const key = keyValue(pair.public);
  return {
    id: await keyIdOf(key),
    key,
    sign: async (payload) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, payload)),
  };
}
